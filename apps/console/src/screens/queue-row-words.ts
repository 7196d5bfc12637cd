import { type Instant, daysFromCivil, isoWeekday, parseCivilDay } from "@unmask/core";
import type { QueueRow } from "@unmask/case";
import { sayShortMonth, sayShortWeekday } from "@unmask/words";
import { sayWaited } from "../parts/say-when.ts";

/** What is next, and the civil day at whose end it is due. */
export function sayNext({ next, dueBy }: QueueRow): string {
  const day = dueBy === undefined ? undefined : parseCivilDay(dueBy);
  if (day === undefined) return next;
  return `${next}, by ${sayShortWeekday(isoWeekday(daysFromCivil(day)))} ${day.day} ${sayShortMonth(day.month)}`;
}

/** "R-2101, case 0412". */
export function sayReference({ report, case: caseNumber }: QueueRow): string {
  return caseNumber === undefined ? report : `${report}, case ${caseNumber}`;
}

/** Whether somebody is said to be in danger whom nobody is with and nobody is there for. */
export function isAlone({ group, danger, with: { officer, onCase } }: QueueRow): boolean {
  return group === "danger" && officer === undefined && onCase === undefined && danger?.met === undefined;
}

/**
 * Who has it: "You", a name, or "Nobody yet"; in danger also how long nobody is there, from when it was said and whoever read it meanwhile,
 * or that somebody is.
 */
export function sayWith({ group, danger, with: { officer, onCase } }: QueueRow, me: string, now: Instant): string {
  const holder = officer?.id === me ? "You" : (officer?.says ?? sayOnCase(onCase));
  if (group !== "danger" || danger === undefined) return holder ?? "Nobody yet";
  if (danger.met !== undefined) return holder === undefined ? "Somebody is there" : `${holder}; somebody is there`;
  const waited = sayWaited(danger.since, now);
  return holder === undefined ? `Nobody yet, ${waited}` : `${holder}; nobody there yet, ${waited}`;
}

/** How long it waits unread, or that it was opened, and with whom it is: the same on a narrow screen and a wide one. */
export function sayWaiting(row: QueueRow, me: string, now: Instant): string {
  const { opened, since } = row.unread;
  return `${opened ? "opened" : `${sayWaited(since, now)} unread`}, ${sayWith(row, me, now).replace(/^Nobody/, "nobody")}`;
}

/** Names beyond this many are counted: a cell is two lines. */
const mostNames = 2;

function sayOnCase(names: readonly string[] | undefined): string | undefined {
  if (names === undefined) return undefined;
  const more = names.length - mostNames;
  return `${names.slice(0, mostNames).join(", ")}${more > 0 ? ` and ${more} more` : ""}, on the case`;
}
