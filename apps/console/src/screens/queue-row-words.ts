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

/** Danger, or what is looked at first: why it stands there and the next step are in the row on any screen, and never cut short. */
export function isUrgent({ group, ahead }: QueueRow): boolean {
  return group === "danger" || ahead === true;
}

/** What the style of a row goes by: its group, and whether it is cut less. */
export function rowClasses(row: QueueRow): string {
  return `of-${row.group}${isUrgent(row) ? " is-urgent" : ""}`;
}

/** Who has it: "You", a name, or those who are on its case; undefined with nobody. */
export function sayHolder({ with: { officer, onCase } }: QueueRow, me: string): string | undefined {
  return officer?.id === me ? "You" : (officer?.says ?? sayOnCase(onCase));
}

/** Of a danger that somebody has: that somebody is there, or how long nobody is, from when it was said and whoever read it meanwhile. */
export function sayPresence({ group, danger }: QueueRow, now: Instant): string | undefined {
  if (group !== "danger" || danger === undefined) return undefined;
  return danger.met === undefined ? `nobody there yet, ${sayWaited(danger.since, now)}` : "somebody is there";
}

/** Who has it, or "Nobody yet"; in danger also how long nobody is there, or that somebody is. */
export function sayWith(row: QueueRow, me: string, now: Instant): string {
  const holder = sayHolder(row, me);
  const presence = sayPresence(row, now);
  if (presence === undefined) return holder ?? "Nobody yet";
  return holder === undefined ? presence.replace(/^nobody there yet/, "Nobody yet").replace(/^s/, "S") : `${holder}; ${presence}`;
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
