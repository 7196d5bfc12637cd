import type { OrderState } from "@unmask/case";

/** Id of whom an order binds, as the log names that person. */
export function subjectOf(order: string): string {
  return `${order}/subject`;
}

/** Ids of the persons whom an order shows, as the log names them: the subject, and everybody who is or was to be protected. */
export function personsOfOrder({ order, draft, typed }: Pick<OrderState, "order" | "draft" | "typed">): readonly string[] {
  const named = [...draft.protects, ...draft.notProtected].map(({ person, report }) =>
    report === undefined ? `${order}/${person}` : `${report}/reporter`,
  );
  const typedIn = (typed?.protects ?? []).map((_, i) => `${order}/protected-${i + 1}`);
  return [...new Set([subjectOf(order), ...named, ...typedIn])];
}
