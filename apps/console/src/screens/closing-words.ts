import type { ClosingChoice, OpenReason } from "../desk/case-decided.ts";

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
