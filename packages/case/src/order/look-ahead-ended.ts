import { dateInWords, dayInWords } from "../clock/london.ts";
import { dayNumber, dayWritten } from "../register/day-number.ts";
import { lineOf } from "./look-ahead-ours.ts";
import type { LookAheadOrder, LookAheadRow, Looking } from "./look-ahead-row.ts";

/** Orders that are over and stay in sight for a time, so that nobody serves or renews them. */

/** Its line; none where it ended longer ago. */
export function endedRow(order: LookAheadOrder, looking: Looking): readonly LookAheadRow[] {
  const over = order.ended ?? (order.lastDay === null ? undefined : { how: "expired" as const, day: order.lastDay });
  if (over === undefined || over.day < dayWritten(dayNumber(looking.today) - looking.endedDays)) return [];
  const [ends, why, next, nextWhy] = wordsOf(order, over.how, looking);
  const isAfter = order.afterLastDay !== undefined;
  return [
    {
      ...lineOf(order),
      group: "ended",
      kind: "ended",
      day: over.day,
      when: [dayInWords(dayNumber(over.day)), over.how === "expired" ? "last day; expired" : "ended"],
      ends: [ends, why],
      next: [next, nextWhy],
      label: `${order.subject} ended`,
      isMind: isAfter,
    },
  ];
}

type Words = readonly [ends: string, why: string, next: string, nextWhy: string];

function wordsOf(
  { which, jurisdiction, made, replaced, afterLastDay, theirs }: LookAheadOrder,
  how: "expired" | "discharged" | "quashed" | "determination",
  { sectionOf }: Looking,
): Words {
  const kind = `${theirs === undefined ? "" : `${theirs.force}. `}${which === "interim" ? "Interim" : "Full"}`;
  const nothing = ["Nothing", ""] as const;
  if (afterLastDay !== undefined) {
    const heard = `Renewal heard ${dayInWords(dayNumber(afterLastDay))}, after the last day`;
    return [`${kind}; ${heard}`, "recorded as a fact, and stays marked", "Ask the solicitor", "does it live? not known"];
  }
  if (how === "determination") {
    const section = sectionOf(jurisdiction, "interim-ends");
    const what = replaced === undefined ? "ended the day the main application was determined" : "ended the day the full order was made";
    return [`${kind}; ${what}${section === "" ? "" : `: ${section}`}`, `made ${dateInWords(dayNumber(made))}`, ...nothing];
  }
  if (how === "expired")
    return [`${kind}, made ${dateInWords(dayNumber(made))}`, "its last day is over and no renewal is written", ...nothing];
  return [
    `${kind}; ${how === "quashed" ? "quashed on appeal" : "discharged by the court"}`,
    `made ${dateInWords(dayNumber(made))}`,
    ...nothing,
  ];
}
