import type { OrderState } from "../order-state.ts";

/** Ids of everybody whom an order protects: as they were named in its draft or, of an order of another force, as its copy has them. */
export function protectedIds({ draft, typed }: Pick<OrderState, "draft" | "typed">): readonly string[] {
  return [...new Set([...draft.protects.map(({ person }) => person), ...(typed?.protects ?? [])])];
}
