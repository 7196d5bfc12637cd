import type { OrderDeskLaw, RegisterLaw } from "@unmask/core";
import { dayInWords } from "../clock/london.ts";
import { dayNumber, dayWritten } from "../register/day-number.ts";
import { endedRow } from "./look-ahead-ended.ts";
import { courtDaysOf, rowsOfOrder } from "./look-ahead-ours.ts";
import {
  type LookAheadOrder,
  type LookAheadRow,
  type LookAheadSettings,
  type Looking,
  type RefusedDraft,
  lookAheadGroups,
} from "./look-ahead-row.ts";
import { rowsNotOurs } from "./look-ahead-theirs.ts";

/**
 * What ends and which court days come, in the order of their days: of our orders, of interim ones by the determination, of single conditions, of other
 * registers, and of orders of others that bind somebody here. The Act gives no notice of an end, so that this list is our own.
 */

/** Law by its code, as the desk for orders and the register have it. */
export interface LookAheadLaw {
  readonly desk: (code: "EW" | "NI") => OrderDeskLaw;
  readonly register: (code: "EW" | "NI") => RegisterLaw | undefined;
}

/** The list. */
export interface LookAhead {
  readonly rows: readonly LookAheadRow[];
  /** Last day of it. */
  readonly to: string;
  /** Our live orders, and how many of them have no line here: they end later, or run until further order. */
  readonly live: number;
  readonly later: number;
  /** The finding, in a sentence. */
  readonly says: string;
}

/** Looks ahead. */
export function lookAhead(
  orders: readonly LookAheadOrder[],
  refused: readonly RefusedDraft[],
  law: LookAheadLaw,
  settings: LookAheadSettings,
): LookAhead {
  const to = dayWritten(dayNumber(settings.today) + settings.days);
  const looking: Looking = {
    ...settings,
    to,
    sectionOf: (code, rule) =>
      (typeof rule === "string" ? law.desk(code).section(rule)?.section : law.register(code)?.rules[rule.register]?.section) ?? "",
    leastBindsEach: (code) => law.desk(code).leastBindsEach,
  };
  const live = orders.filter((one) => one.theirs === undefined && one.isOnlyAsked !== true && isLive(one, settings.today));
  const rows = [...orders.flatMap((one) => rowsOf(one, looking)), ...refused.map(refusedRow)].toSorted(inOrder);
  const withRow = new Set(rows.map(({ shown }) => shown));
  const says = sayLookAhead(
    openOf(rows, settings),
    rows.find(({ group, day }) => group === "ahead" && day !== null),
    settings,
  );
  return { rows, to, live: live.length, later: live.filter(({ shown }) => !withRow.has(shown)).length, says };
}

/** The lines of one order, in no order of days. */
export function rowsOf(order: LookAheadOrder, looking: Looking): readonly LookAheadRow[] {
  // A court can sit after an order ran out or was ended, and in the matter of another force's.
  return [...endsOf(order, looking), ...courtDaysOf(order, looking)];
}

function endsOf(order: LookAheadOrder, looking: Looking): readonly LookAheadRow[] {
  if (!isLive(order, looking.today)) return endedRow(order, looking);
  return order.theirs === undefined ? rowsOfOrder(order, looking) : rowsNotOurs(order, order.theirs, looking);
}

/** Where a line stands in the list, as a text: what is ahead by its day, what ended last before what ended earlier. */
export function placeOfRow({ group, day }: Pick<LookAheadRow, "group" | "day">): string {
  const within = group === "ended" && day !== null ? String(farDay - dayNumber(day)) : (day ?? "9999");
  return `${lookAheadGroups.indexOf(group)} ${within}`;
}

/** Longer from 1970 than any day that an order has. */
const farDay = 9_999_999;

/** Ends of orders of ours that are near and of which it is not decided whether they come; the first of their days. */
export interface OpenEnds {
  readonly many: number;
  readonly first: string | null;
}

/** The last day that is near: from the reminder on that comes last. */
export function nearDay({ today, reminderDays }: Pick<LookAheadSettings, "today" | "reminderDays">): string {
  return dayWritten(dayNumber(today) + Math.min(...reminderDays, 30)); // bounded: settings of one force
}

/** The finding, of what is open and the first line that has a day. */
export function sayLookAhead(
  { many, first }: OpenEnds,
  next: Pick<LookAheadRow, "day" | "label"> | undefined,
  settings: Pick<LookAheadSettings, "today" | "reminderDays">,
): string {
  if (many === 0 || first === null) {
    return next === undefined || next.day === null
      ? "Nothing ends and no court day is written in this time."
      : next.day < settings.today
        ? `${dayInWords(dayNumber(next.day))} is past, and no result is typed: ${next.label}.`
        : `Next is ${dayInWords(dayNumber(next.day))}: ${next.label}.`;
  }
  return many === 1
    ? `One order ends on ${dayInWords(dayNumber(first))}: whether it is renewed is not decided.`
    : `${many} orders end by ${dayInWords(dayNumber(nearDay(settings)))}, the first on ${dayInWords(dayNumber(first))}: whether they are renewed is not decided.`;
}

function openOf(rows: readonly LookAheadRow[], settings: LookAheadSettings): OpenEnds {
  const near = nearDay(settings);
  const open = rows.filter(
    ({ kind, group, day, isMind }) => group === "ahead" && kind === "order-ends" && day !== null && day <= near && isMind,
  );
  return { many: open.length, first: open[0]?.day ?? null };
}

/** Whether it lives, or will: its last day is lived through, and what a court ends on a day is over on it. */
export function isLive({ lastDay, ended }: Pick<LookAheadOrder, "lastDay" | "ended">, today: string): boolean {
  return (ended === undefined || today < ended.day) && (lastDay === null || today <= lastDay);
}

function inOrder(one: LookAheadRow, other: LookAheadRow): number {
  return byText(placeOfRow(one), placeOfRow(other)) || byText(one.shown, other.shown);
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function refusedRow({ subject, day, jurisdiction, instead }: RefusedDraft): LookAheadRow {
  return {
    order: "",
    shown: "no order",
    subject,
    // Whoever drafts for where there is no such order did so by this one; it has no section and no day.
    jurisdiction: "EW",
    group: "no-order",
    kind: "no-order",
    day: null,
    when: ["—", "no clock"],
    ends: [`${jurisdiction} has no such order.`, instead.join(" ")],
    next: [`Refused ${dayInWords(dayNumber(day))}`, "an order of ours binds there too, unless it is limited"],
    label: `${subject}: no order`,
    mark: "grey",
    isMind: false,
    reminders: [],
  };
}
