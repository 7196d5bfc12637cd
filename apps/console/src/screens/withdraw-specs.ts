import type { Noted } from "../desk/noted.ts";
import type { WriteSpec } from "../parts/written-fields.ts";

/** The small form that withdraws what was written by mistake. */

/** Kinds of events that stand in one list of a page: attempts, what was typed in, what is known. */
export const withdrawable = {
  attempts: ["contact-attempted"],
  breaches: ["breach-found"],
  records: ["record-typed"],
  known: ["fact-recorded", "account-recorded", "inference-recorded"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Characters of an entry where one of several is chosen. */
const longestChosen = 80;

/** The form that withdraws one of them; none where nothing stands that could be. */
export function withdrawSpecs({ standing }: Pick<Noted, "standing">, kinds: readonly string[]): readonly WriteSpec[] {
  const options = standing
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ number, says }) => ({
      value: String(number),
      says: says.length > longestChosen ? `${says.slice(0, longestChosen)}…` : says,
    }));
  if (options.length === 0) return [];
  return [
    {
      // What was chosen in one list is not among the others.
      name: `withdraw ${kinds.join(" ")}`,
      path: "withdraw",
      letter: "z",
      button: "Withdraw what is wrong",
      verb: "Withdraw it",
      fields: [
        { key: "entry", asks: "Which?", as: "choice", options, isNumber: true },
        { key: "words", asks: "What is wrong with it?", as: "words" },
      ],
      changes:
        "It stays readable, struck, with your name and these words, and nothing is counted or decided from it any more. Write what is right anew.",
    },
  ];
}
