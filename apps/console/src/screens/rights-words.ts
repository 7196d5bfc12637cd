import type { DecidedShown, HeldShown, RightsPage, RightsRequestShown } from "../desk/rights.ts";
import { sayCount, sayNumber } from "@unmask/words";
import { sayOf } from "./disclosure-words.ts";

/** English for what a person asks about themselves. */

/** What becomes of a thing. */
export const decisionWords: Readonly<Record<DecidedShown["decision"], string>> = {
  give: "goes whole",
  copy: "goes as a copy, with other people taken out",
  withhold: "withheld",
  "not-about": "not about the person",
};

/** "fact, read from a record, entry 4 of the case". */
export function sayThing({ kind, of }: Pick<HeldShown, "kind" | "of">): string {
  return `${kind}, ${sayOf(of)}`;
}

/** The sentence over a request. */
export function sayRequest({ who, authority, undecided }: RightsRequestShown, { held }: Pick<RightsPage, "held">): string {
  const asks = authority === null ? `${who} asks.` : `${who} asks for the person.`;
  const open = undecided === 0 ? "each is decided." : undecided === 1 ? "1 is not decided." : `${undecided} are not decided.`;
  return `${asks} ${sayCount(held.length, "thing")} held in this case; ${open}`;
}

/** How far a request is in another case: "3 of 12 things not decided". */
export function sayCarried({ held, undecided, whyNot, isGiven }: RightsRequestShown["across"]["carried"][number]): string {
  if (undecided > 0) return `${sayNumber(undecided)} of ${sayCount(held, "thing")} not decided`;
  if (whyNot !== null) return "decided, and not read by a second person yet, or it is not shown there who they are";
  return isGiven ? "decided, and handed out before" : "decided: it goes with this answer";
}
