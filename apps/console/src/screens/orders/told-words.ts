import type { OrderState } from "@unmask/case";
import type { OrderPage } from "../../desk/order-page.ts";
import { forceThatHas } from "./order-words.ts";

/** Who an order protects, and what they were told of one thing that happened to it. */

/** One protected person. */
export interface ProtectedPerson {
  readonly person: string;
  readonly name: string;
  /** The report through whose mailbox they are written to; absent: there is none here. */
  readonly report?: string;
  /** What was written last of telling them about it; absent: nothing was. */
  readonly told?: OrderState["told"][number];
}

/** What of an order is read for it. */
interface Listed extends Pick<OrderState, "told" | "typed"> {
  readonly draft: Pick<OrderState["draft"], "protects">;
}

/** Everybody whom an order protects, with what was written of telling them about `about`. */
export function protectedPeople({ draft, typed, told }: Listed, about: string): readonly ProtectedPerson[] {
  const named = draft.protects.map(({ person, name, report }) => ({ person, name, ...(report !== undefined && { report }) }));
  const copied = (typed?.protects ?? []).filter((one) => named.every(({ person }) => person !== one));
  return [...named, ...copied.map((name) => ({ person: name, name }))].map((one) => {
    const last = told.findLast((each) => each.person === one.person && each.about === about);
    return { ...one, ...(last !== undefined && { told: last }) };
  });
}

/** Those of whom nobody wrote that they know it: why somebody was not told does not settle it. */
export function untold(people: readonly ProtectedPerson[]): readonly ProtectedPerson[] {
  return people.filter(({ told }) => told === undefined || told.how === "not-told");
}

/** Who has to tell them, for an officer who cannot write to them in a case. An order of ours that is in no case is told from here: no other force does. */
export function whoTells(
  {
    case: ofCase,
    isOurs,
    state,
    force,
  }: Pick<OrderPage, "case" | "isOurs" | "force"> & { readonly state: Parameters<typeof forceThatHas>[0] },
  left: readonly ProtectedPerson[],
): string {
  if (ofCase !== null) return `An officer on case ${ofCase.ref} sends it there. Ask them, and write here what was sent.`;
  if (isOurs)
    return `This order is ours and in no case: somebody here has to tell them. Not told: ${left.map(({ name }) => name).join(", ")}.`;
  return `This order is in no case of ours: ${forceThatHas(state, force)} tells whom it protects. Ask them, and write here that they did.`;
}
