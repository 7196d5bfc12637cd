import type { OrderDeskLaw, RegisterLaw } from "@unmask/core";
import { dayInWords } from "../clock/london.ts";
import { dayNumber, dayWritten } from "../register/day-number.ts";
import { endedRow } from "./look-ahead-ended.ts";
import { rowsOfOrder } from "./look-ahead-ours.ts";
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
  const rows = [
    ...orders.flatMap((one): readonly LookAheadRow[] => {
      if (!isLive(one, settings.today)) return endedRow(one, looking);
      return one.theirs === undefined ? rowsOfOrder(one, looking) : rowsNotOurs(one, one.theirs, looking);
    }),
    ...refused.map(refusedRow),
  ].toSorted(inOrder);
  const withRow = new Set(rows.map(({ shown }) => shown));
  return { rows, to, live: live.length, later: live.filter(({ shown }) => !withRow.has(shown)).length, says: saying(rows, looking) };
}

/** Whether it lives, or will: its last day is lived through, and what a court ends on a day is over on it. */
function isLive({ lastDay, ended }: LookAheadOrder, today: string): boolean {
  return (ended === undefined || today < ended.day) && (lastDay === null || today <= lastDay);
}

function inOrder(one: LookAheadRow, other: LookAheadRow): number {
  const group = lookAheadGroups.indexOf(one.group) - lookAheadGroups.indexOf(other.group);
  const [day, another] = [one.day ?? "9999", other.day ?? "9999"];
  // What ended last stands first.
  const byDay = day < another ? -1 : day > another ? 1 : 0;
  return group || (one.group === "ended" ? -byDay : byDay) || (one.shown < other.shown ? -1 : one.shown > other.shown ? 1 : 0);
}

function refusedRow({ subject, day, jurisdiction, instead }: RefusedDraft): LookAheadRow {
  return {
    order: "",
    shown: "no order",
    subject,
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

function saying(rows: readonly LookAheadRow[], { today, reminderDays }: Looking): string {
  const near = dayWritten(dayNumber(today) + Math.min(...reminderDays, 30)); // bounded: settings of one force
  const ending = rows.filter(({ kind, group, day }) => group === "ahead" && kind === "order-ends" && day !== null && day <= near);
  const open = ending.filter(({ isMind }) => isMind);
  const [first] = open;
  if (first === undefined || first.day === null) {
    const next = rows.find(({ group, day }) => group === "ahead" && day !== null);
    return next?.day
      ? `Next is ${dayInWords(dayNumber(next.day))}: ${next.label}.`
      : "Nothing ends and no court day is written in this time.";
  }
  return open.length === 1
    ? `One order ends on ${dayInWords(dayNumber(first.day))} and nobody has decided whether to renew it.`
    : `${open.length} orders end by ${dayInWords(dayNumber(near))} and nobody has decided whether to renew them, the first on ${dayInWords(dayNumber(first.day))}.`;
}
