import { normalName } from "@unmask/core";
import { foldText } from "../withheld/folded-text.ts";
import { canBeNameOf } from "../decide/order/made-by.ts";
import type { OrderState } from "../fold/order-state.ts";

/**
 * Whether what a report says of its other side can be the subject of an order. A pack knows only whom its own report is about: in a case with reports about two
 * people, what one of them did was never done by the other.
 */

/** `another`: it is named, and by no name of the subject; `unnamed`: no name is said by which it could be told. */
export type OtherSide = "subject" | "another" | "unnamed";

/** `theirs`: the names that a report says of its other side. */
export function otherSideOf(
  theirs: readonly string[],
  { name, otherNames = [] }: Pick<OrderState["subject"], "name" | "otherNames">,
): OtherSide {
  const named = theirs.filter((one) => /\p{L}/u.test(one));
  if (named.length === 0) return "unnamed";
  return [name, ...otherNames].some((mine) => named.some((one) => canBeOne(one, mine))) ? "subject" : "another";
}

/** What a report tells of its other side, under an order: the subject's as far as is known, another's, or of one of whom that cannot be told. */
type SideUnder = "subject" | "another" | "not-known";

/**
 * Whose it is under an order what reports of a case tell of their other sides, by the names of one. Where none of them names the subject, each can be: people
 * call somebody by names that no order knows. `sides`: the names of each report of the case.
 */
export function createSideUnder(
  sides: readonly (readonly string[])[],
  subject: Pick<OrderState["subject"], "name" | "otherNames">,
): (theirs: readonly string[]) => SideUnder {
  const otherwise = sides.some((one) => otherSideOf(one, subject) === "subject") ? "another" : "not-known";
  const known = new Map<string, SideUnder>();
  return (theirs) => {
    const key = theirs.join("\n");
    const side = known.get(key) ?? (otherSideOf(theirs, subject) === "another" ? otherwise : "subject");
    known.set(key, side);
    return side;
  };
}

/** As names are compared of who served an order; and somebody can be called by one part of theirs alone. */
function canBeOne(one: string, other: string): boolean {
  return (
    normalName(one) === normalName(other) || canBeNameOf(one, other) || canBeNameOf(other, one) || isPart(one, other) || isPart(other, one)
  );
}

function isPart(one: string, other: string): boolean {
  const [part = "", ...more] = wordsOf(one);
  return more.length === 0 && part !== "" && wordsOf(other).includes(part);
}

function wordsOf(name: string): readonly string[] {
  return foldText(name).folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
