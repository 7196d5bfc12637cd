import type { ClosingChoice } from "../desk/case-decided.ts";

/** Why a case closes, as it is chosen. */
export const closingSays: Readonly<Record<ClosingChoice, string>> = {
  "charged-or-order": "Charged, or an order made",
  "not-proved": "Not proved for now",
  "not-investigated": "Will not be investigated",
  "she-asks": "The person asks for it",
  "another-force": "Another force has it",
  "same-as-another": "Same as another case",
};
