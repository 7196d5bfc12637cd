import type { OrderPaper } from "../sql/case/order-papers.ts";

/** A paper as pages list it; where its file lies is nobody's there. */
export function paperShown(
  { nth, kind, form, exhibit, about, sha256, size, pages, template, made, by_whom }: OrderPaper,
  nameOf: (id: string) => string,
): object {
  return { nth, kind, form, exhibit, about, sha256, size, pages, template, made, by: nameOf(by_whom) };
}
