import type { DutyShown, SettlingWay } from "../../desk/register.ts";
import type { OrderSpec } from "../../parts/order-forms.tsx";

/** What is written of a duty that the law or the facts leave undecided: one officer settles it, another reads that. */

/** An officer decides a duty that the law or the facts leave undecided: one decision on one order. */
export function settleSpec({ rule, trigger, state }: Pick<DutyShown, "rule" | "trigger" | "state">, how: SettlingWay): OrderSpec {
  const { button, letter, changes } = state === "overdue" ? countsLate : waysOn[how];
  return {
    name: `settle-${how}-${rule}-${trigger}`,
    path: "duty-settled",
    ...{ letter, button, changes },
    verb: "Write it",
    fields: [
      { key: "words", asks: "Why, in your words", as: "words" },
      ...(how === "keep-open" ? [{ key: "again", asks: "Looked at again on", as: "day" as const }] : []),
    ],
    sends: (answers) => ({ ...answers, rule, trigger, how }),
  };
}

const waysOn = {
  "counts-as-met": {
    letter: "d",
    button: "It counts as met",
    changes: "once a second person agrees, nothing more is asked under it. It is one decision on one order, never a rule for the next.",
  },
  "does-not-count": {
    letter: "u",
    button: "It does not count",
    changes:
      "once a second person agrees, its clock runs as it is drawn, and it can be overdue, with the label. It is one decision on one order, never a rule for the next.",
  },
  "keep-open": {
    letter: "s",
    button: "Keep it open, ask the solicitor",
    changes: "it stays undecided, without a label, and comes back on that day.",
  },
} as const;

/** Of what was not met in its period, that a notice after it counts. */
const countsLate = {
  letter: "d",
  button: "The late notice counts",
  changes:
    "once a second person agrees, it is met late by that notice, and the label stays until somebody has decided. It is one decision on one order, never a rule for the next.",
};

/** What was settled, as its button said it. */
export const settledInWords: Readonly<Record<SettlingWay, string>> = {
  "counts-as-met": waysOn["counts-as-met"].button,
  "does-not-count": waysOn["does-not-count"].button,
  "keep-open": waysOn["keep-open"].button,
};

/** What a second person says of what another settled. */
export function readSettlingSpec(settled: number): OrderSpec {
  return {
    name: `settling-read-${settled}`,
    path: "duty-settling-read",
    letter: "r",
    button: "Say what you make of it, as the second person",
    verb: "Write it",
    fields: [
      { key: "agrees", asks: "Do you agree", as: "yes-no" },
      { key: "says", asks: "What you say of it; why, where you do not agree", as: "words", isOptional: true },
    ],
    changes: "agreed, it counts from now; not agreed, it stays undecided, and can be settled anew.",
    sends: (answers) => ({ ...answers, settled }),
  };
}
