import { type RetentionClass, retentionClasses } from "@unmask/case";
import { sayFew, sayFewOf } from "@unmask/words";
import type { KeptAnswer, KeptRow, KeptSubject, Retention } from "../../desk/retention.ts";
import { sayCivilDay, sayDaysIn } from "../../parts/civil-day.ts";

/** How the review of what is kept says its heads and rows: first what it is, below it why. */

/** Rows under one head. */
export interface RowsUnderHead {
  readonly name: string;
  readonly says: string;
  readonly rows: readonly KeptRow[];
}

const classInWords: Readonly<Record<RetentionClass, string>> = {
  "closed-no-order": "closed, no order",
  "order-ended": "closed, order ended",
  "never-a-case": "report never a case",
};

/** "closed, no order: 1 year". */
export function sayRule(of: { readonly class: RetentionClass; readonly months: number }): string {
  return `${classInWords[of.class]}: ${sayMonths(of.months)}`;
}

function sayMonths(months: number): string {
  if (months % 12 !== 0) return months === 1 ? "1 month" : `${months} months`;
  return months === 12 ? "1 year" : `${months / 12} years`;
}

/** The same of a line of what was erased, "closed-no-order 12 2027-01-09": as it holds for good, also where this page knows no such class. */
export function sayErasedRule(rule: string): string {
  const [written, months, review = ""] = rule.split(" ");
  const of = retentionClasses.find((one) => one === written);
  if (of === undefined || !/^\d+$/.test(months ?? "")) return sayDaysIn(rule);
  return `${sayRule({ class: of, months: Number(months) })}${review === "" ? "" : `; review ${sayCivilDay(review)}`}`;
}

/** The number by which a row is chosen. */
export function rowOf({ id }: KeptSubject): string {
  return id;
}

/** Past their day, coming, and what is held or proposed though its review is later. */
export function headsOf({ rows, today }: Pick<Retention, "rows" | "today">): readonly RowsUnderHead[] {
  const past = rows.filter(({ due }) => due !== null && due <= today);
  const coming = rows.filter((row) => !past.includes(row) && row.proposed === null && !row.isHeld);
  const others = rows.filter((row) => !past.includes(row) && !coming.includes(row));
  return [
    { name: "The review has come", says: String(past.length), rows: past },
    { name: "Within a month", says: String(coming.length), rows: coming },
    { name: "Decided before its review", says: `${others.length}; on hold, or proposed`, rows: others },
  ].filter((head) => head.rows.length > 0);
}

/** "Six cases or reports have reached their review." */
export function sayReviews({ rows, today }: Pick<Retention, "rows" | "today">): string {
  const past = rows.filter(({ due }) => due !== null && due <= today).length;
  const words = past === 0 ? "no review has come" : `${sayFewOf(past, "review has", "reviews have")} come`;
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}. Nothing is erased until a person has said so, and another has agreed.`;
}

/** What is held: counts alone. */
export function sayHeld({ held: { reports, acts, exhibits, orders }, subject }: Pick<KeptRow, "held" | "subject">): string {
  const parts = [
    ...(subject.of === "case" ? [countOf(reports, "report")] : []),
    countOf(acts, "act"),
    countOf(exhibits, "exhibit"),
    ...(subject.of === "case" ? [countOf(orders, "order")] : []),
  ];
  return parts.join(", ");
}

function countOf(many: number, one: string): string {
  return many === 0 ? `no ${one}` : `${many} ${many === 1 ? one : `${one}s`}`;
}

/** What hangs on it; and whether it is to be minded. */
export function sayHangs({ answers, proposed }: Pick<KeptRow, "answers" | "proposed">): {
  readonly says: string;
  readonly isMind: boolean;
} {
  const yes = answers.filter(({ answer }) => answer === "yes");
  if (yes.length > 0) return { says: yes.map(sayYes).join("; "), isMind: true };
  const open = answers.filter(({ answer }) => answer === "not-asked").length;
  const asked = proposed?.asked === true ? "the person asks that it goes; " : "";
  return { says: `${asked}${open === 0 ? "every question is answered no" : `${sayFew(open)} of five not asked`}`, isMind: false };
}

const yesInWords: Readonly<Record<KeptAnswer["question"], string>> = {
  "other-case": "rests on it",
  court: "court, appeal, complaint or inquest",
  "live-order": "lives",
  "another-person": "another person asked us to keep it",
  "own-wish": "the person wants it kept",
};

function sayYes({ question, says, from }: KeptAnswer): string {
  if (from !== "worked-out") return yesInWords[question];
  return question === "court" ? `court day ${says.split(", ").map(sayCivilDay).join(", ")}` : `${says} ${yesInWords[question]}`;
}

/** What was decided, first in a word, then what follows. */
export function sayDecision({ hold, isHeld, proposed, agreed }: Pick<KeptRow, "hold" | "isHeld" | "proposed" | "agreed">): {
  readonly first: string;
  readonly second: string;
  readonly isMind: boolean;
} {
  if (agreed !== null) return { first: "Erase, both agreed", second: "goes with the next run of the command", isMind: false };
  if (proposed !== null) return { first: "Erase, second waits", second: `proposed by ${proposed.by}`, isMind: true };
  if (isHeld && hold !== null) return { first: "Hold", second: `to ${sayCivilDay(hold.until)}`, isMind: false };
  return { first: "none yet", second: hold === null ? "" : `a hold ended with ${sayCivilDay(hold.until)}`, isMind: true };
}

/** "no", "yes: R-3", "not asked". */
export function sayAnswer({ answer, from, says }: KeptAnswer): string {
  if (answer === "not-asked") return "not asked";
  if (says === "") return answer;
  return from === "worked-out" ? `${answer}: ${says}` : `${answer}; “${says}”`;
}
