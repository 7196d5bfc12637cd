import type { Statement, Timeline } from "@unmask/core";
import { marks, sayBriefly, sayCount, sayNumber, withoutMarks, withoutQuotationMarks } from "@unmask/words";
import type { MarkedFinding } from "../spoken.ts";
import type { PlacedAct } from "./placed-act.ts";
import { actsByWhose } from "./their-acts.ts";

/** So many of her reasons are told, and so many characters of each: a doubt is read beside others. */
const mostReasons = 3;
const longestReason = 80;

/** Every act that is not hers of which she said "not this one". Dates far off are left out. */
export function notTheseOfAnyStep(timeline: Timeline, statement: Statement): readonly PlacedAct[] {
  const { notThese, othersNotThese } = actsByWhose(timeline, statement);
  return [...notThese, ...othersNotThese].filter(({ isFar }) => !isFar);
}

/** " (“it was the postman”; and 2 more)": why she said so of these acts, in her words; nothing where she gave none. */
export function sayWhyNot(acts: readonly PlacedAct[], { notThis = [] }: Pick<Statement, "notThis">): string {
  const ids = new Set(acts.map(({ id }) => id));
  const reasons = new Set(
    notThis.flatMap(({ act, finding, says }) => (says !== undefined && finding === undefined && ids.has(act) ? [says] : [])),
  );
  if (reasons.size === 0) return "";
  const told = [...reasons]
    .slice(0, mostReasons)
    .map((says) => `“${withoutQuotationMarks(withoutMarks(sayBriefly(says, longestReason)))}”`);
  return ` (${[...told, ...(reasons.size > told.length ? [`and ${sayNumber(reasons.size - told.length)} more`] : [])].join("; ")})`;
}

/** Findings that say of how many acts more that they would name she said "not this one", and why. */
export function tellingNotThese(
  findings: readonly MarkedFinding[],
  { refused, statement }: { readonly refused: readonly PlacedAct[]; readonly statement: Statement },
): readonly MarkedFinding[] {
  if (refused.length === 0) return findings;
  const says = `Of ${sayCount(refused.length, "act")} more that would be named ${marks.you} said “not this one”${sayWhyNot(refused, statement)}.`;
  return findings.map((finding) => ({ ...finding, couldChange: [says, ...finding.couldChange] }));
}
