import type { Instant, RegisterLaw, RegisterRuleId } from "@unmask/core";
import { dayInWords } from "../clock/london.ts";
import type { OrderState } from "../fold/order-state.ts";
import { dutiesOfState } from "../register/duties-of-state.ts";
import { dayNumber, dayWritten } from "../register/day-number.ts";
import type { LookAhead } from "./look-ahead.ts";
import type { LookAheadRow } from "./look-ahead-row.ts";

/** The look-ahead as the lines of the printed day sheet: what has a day, and each reminder on its own day. */

/** One line of the sheet. */
export interface SheetRow {
  readonly day: string;
  /** The first day after it: from its beginning what had a day is past, or over. Absent of a reminder, and of what ended. */
  readonly past?: string;
  /** Minute on the wall. */
  readonly at?: string;
  readonly what: string;
  readonly order: string;
  readonly subject: string;
  readonly section?: string;
  /** The Act of its sections, where it is not the one that the sheet names. */
  readonly act?: string;
  readonly why: string;
  readonly ours: boolean;
  /** Undecided: the law or the facts leave a duty open, and an officer decides. Not decided: whether an order is renewed. Absent: neither. */
  readonly open?: "undecided" | "not-decided";
}

/** The Act of a jurisdiction, where that is another than the one that the sheet names. */
type ActOf = (jurisdiction: LookAheadRow["jurisdiction"]) => string | undefined;

/** What lies ahead, reminders that are still to come among it, and what ended. What has no day is on the screen alone. */
export function daySheetRows(
  { rows, to }: LookAhead,
  actOf: ActOf,
): { readonly rows: readonly SheetRow[]; readonly ended: readonly SheetRow[] } {
  const isAhead = ({ group }: LookAheadRow): boolean => group === "ahead" || group === "not-ours";
  const lines = rows.filter(isAhead).flatMap((row) => [...lineOf(row, actOf), ...remindersOf(row, to)]);
  return { rows: lines.toSorted(byDay), ended: rows.filter(({ group }) => group === "ended").flatMap((row) => lineOf(row, actOf)) };
}

function lineOf(row: LookAheadRow, actOf: ActOf): readonly SheetRow[] {
  const { day, at, ends, next, group } = row;
  if (day === null) return [];
  const section = sectionIn(next[1]);
  const act = actOf(row.jurisdiction);
  return [
    {
      day,
      ...(group !== "ended" && { past: dayWritten(dayNumber(day) + 1) }),
      ...(at !== undefined && { at }),
      what: ends[0],
      ...subjectOf(row),
      ...(section !== undefined && { section }),
      ...(act !== undefined && { act }),
      why: [ends[1], next[0] === "" ? "" : `next for us: ${next[0]}`, section === undefined ? next[1] : ""]
        .filter((one) => one !== "")
        // A sentence that goes on loses its stop.
        .map((one, i, all) => (i < all.length - 1 ? one.replace(/\.$/, "") : one))
        .join("; "),
      ours: isOurs(row),
      ...openOf(row),
    },
  ];
}

function remindersOf(row: LookAheadRow, to: string): readonly SheetRow[] {
  return row.reminders
    .filter(({ isPast, day }) => !isPast && day <= to)
    .map(({ days, day }): SheetRow => ({
      day,
      what: `Reminder: ${days} days before ${row.day === null ? "its end" : dayInWords(dayNumber(row.day))}`,
      ...subjectOf(row),
      why: row.ends[0],
      ours: isOurs(row),
      ...openOf(row),
    }));
}

/** A day in court of another force's order stands among what is ahead, and is marked as theirs. */
function isOurs({ mark }: LookAheadRow): boolean {
  return mark !== "grey";
}

/** What else is minded of a row (an interim order that is not served, one that was withdrawn) stands in what is next: it is no decision. */
function openOf({ kind, isMind }: LookAheadRow): Pick<SheetRow, "open"> {
  return isMind && kind === "order-ends" ? { open: "not-decided" } : {};
}

function subjectOf({ shown, subject }: LookAheadRow): Pick<SheetRow, "order" | "subject"> {
  return { order: shown, subject };
}

/** What is to be notified, as people call it. */
const dutyNames: Partial<Record<RegisterRuleId, string>> = {
  "first-notice": "First notice",
  "suspension-ends": "First notice, anew",
  "name-used": "Notice of a new name",
  "address-changed": "Notice of another home",
};

/** What is to be notified under an order and has its day by the end of the sheet: due, overdue, or undecided with the day it would have. */
export function dutySheetRows(
  state: OrderState,
  { law, at, to, act }: { readonly law: RegisterLaw; readonly at: Instant; readonly to: string; readonly act: string | undefined },
): readonly SheetRow[] {
  return dutiesOfState(state, law, at).flatMap(({ rule, section, trigger, due, stands, why, isDecided }): readonly SheetRow[] => {
    const isUndecided = stands === "undecided";
    if (due === null || due > to || !(isUndecided || stands === "due" || (stands === "overdue" && isDecided !== true))) return [];
    return [
      {
        day: due,
        past: dayWritten(dayNumber(due) + 1),
        what: `${dutyNames[rule] ?? rule}, ${trigger.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dayInWords(dayNumber(day)))}`,
        order: state.order,
        subject: state.subject.name,
        section,
        ...(act !== undefined && { act }),
        why,
        ours: true,
        ...(isUndecided && { open: "undecided" as const }),
      },
    ];
  });
}

/** A rule that is a section and nothing else: "s4(1), s14". */
function sectionIn(rule: string): string | undefined {
  return /^s\d[\w(), ]*$/.test(rule) ? rule : undefined;
}

function byDay(one: SheetRow, other: SheetRow): number {
  const [a, b] = [`${one.day} ${one.at ?? ""}`, `${other.day} ${other.at ?? ""}`];
  return a < b ? -1 : a > b ? 1 : 0;
}
