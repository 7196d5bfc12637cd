import type { Instant } from "@unmask/core";
import type { ClosingChoice, ClosingProposal, OpenReason, TheirLetter } from "../desk/case-decided.ts";
import { sayWhen } from "../parts/say-when.ts";

/** Why a case closes, as it is chosen. */
export const closingSays: Readonly<Record<ClosingChoice, string>> = {
  "charged-or-order": "Charged, or an order made",
  "not-proved": "Not proved for now",
  "not-investigated": "Will not be investigated",
  "she-asks": "The person asks for it",
  "another-force": "Another force has it",
  "same-as-another": "Same as another case",
};

// partial: another word of a newer server stands as it is.
const openSays: Readonly<Record<string, string>> = {
  told: "The person was not told what was decided last",
  duties: "Duties to the person are due",
  promised: "A promise to the person stands",
};

/** "The person was not told what was decided last: PC Wren rings on Friday." */
export function sayDespite({ open, reason }: OpenReason): string {
  return `${openSays[open] ?? open}: ${reason}`;
}

/** Characters of a letter where one of several is chosen. */
const longestChosen = 120;

/** "27 Nov 21:00, R-23, Leila Ashworth: “I want no more of it.”" */
export function sayLetter({ report, name, happened, says }: Omit<TheirLetter, "number">, now: Instant): string {
  const short = says !== undefined && says.length > longestChosen ? `${says.slice(0, longestChosen).trimEnd()}…` : says;
  return `${sayWhen(happened, now)}, ${report}, ${name}: ${short === undefined ? "a pack, without words" : `“${short}”`}`;
}

/** On what it rests that the person asks for it: which letter, or that there is none. Empty where it closes for another reason. */
export function sayAskedIn(
  {
    choice,
    asked,
    letters,
  }: { readonly choice: ClosingChoice; readonly asked: ClosingProposal["asked"]; readonly letters: readonly TheirLetter[] },
  now: Instant,
): string {
  if (choice !== "she-asks") return "";
  if (asked === undefined) return "What the person wrote or told last does not ask for it.";
  const letter = letters.find(({ report, number }) => report === asked.report && number === asked.number);
  return letter === undefined ? `Asked for in ${asked.report}.` : `Asked for ${sayLetter(letter, now)}`;
}

/** "Closing waits for a second reader: the person asks for it, DC Bell". */
export function sayProposed({ choice, by }: { readonly choice: ClosingChoice; readonly by: string }): string {
  return `Closing waits for a second reader: ${closingSays[choice].toLowerCase()}, ${by}`;
}
