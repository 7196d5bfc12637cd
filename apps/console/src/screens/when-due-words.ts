import type { DutiesOfOrder } from "@unmask/case";
import { type Instant, type RegisterLaw, civilFromDays, civilToIso, dayIn, daysFromCivil, parseCivilDay } from "@unmask/core";
import { sayFew } from "@unmask/words";
import { sayCivilDay } from "../parts/civil-day.ts";
import { sayNow, zone } from "../parts/say-when.ts";

/** How the page “When is it due?” says a duty; reasons and sections are those of the register. */

type RegisterDuty = DutiesOfOrder["duties"][number];

const statesInWords: Readonly<Record<RegisterDuty["state"], string>> = {
  "not-served": "Not served yet",
  due: "Due",
  met: "Met",
  "met-late": "Met late",
  overdue: "Overdue",
  suspended: "Suspended",
  "not-required": "Not required",
  ended: "Ended",
  undecided: "Undecided",
};

/** "Overdue", "Met late". */
export function sayState({ state }: RegisterDuty): string {
  return statesInWords[state];
}

/** "New name" of its rule. */
export function sayDuty({ rule }: { readonly rule: string }): string {
  switch (rule) {
    case "first-notice":
      return "First notice";
    case "suspension-ends":
      return "First notice, anew";
    case "name-used":
      return "New name";
    case "address-changed":
      return "New address";
    default:
      return "Nothing while another register holds";
  }
}

/** "end of Sun 29 Nov 2026", and from when it is overdue where that is still open; an undecided duty says the clock it would have, and never that it is overdue. */
export function sayClockOf({ due, overdueFrom, state }: RegisterDuty): readonly [due: string, overdue: string] {
  if (due === null || overdueFrom === null) return ["no clock", ""];
  const end = `end of ${sayCivilDay(due)}`;
  if (state === "undecided") return [`would be: ${end}`, `its period would be over from ${sayNow(overdueFrom)}`];
  return [end, state === "due" || state === "overdue" ? `overdue from ${sayNow(overdueFrom)}` : ""];
}

/** "One overdue, one undecided, two settled.": what waits for somebody first. What was never served is settled in no way: it waits for service. */
export function sayHeadline(duties: readonly RegisterDuty[]): string {
  const open = ["overdue", "undecided", "due"] as const;
  const many = (state: RegisterDuty["state"]): number => duties.filter((duty) => duty.state === state).length;
  const counts = [...open, "suspended" as const].map((state) => [state, many(state)] as const);
  const unserved = many("not-served");
  const settled = duties.length - unserved - counts.reduce((sum, [, count]) => sum + count, 0);
  const parts = [
    ...counts,
    [unserved === 1 ? "runs from service, which is not written" : "run from service, which is not written", unserved] as const,
    ["settled", settled] as const,
  ].flatMap(([says, count]) => (count === 0 ? [] : [`${sayFew(count)} ${says}`]));
  const words = parts.length === 0 ? "nothing to tell" : parts.join(", ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** The duty of which the days are drawn: what is overdue first, then what is not decided, then what is due. */
export function dutyDrawn(duties: readonly RegisterDuty[]): RegisterDuty | undefined {
  const clocked = duties.filter(({ due }) => due !== null);
  const of = (state: RegisterDuty["state"]): RegisterDuty | undefined => clocked.find((duty) => duty.state === state);
  return of("overdue") ?? of("undecided") ?? of("due") ?? clocked[0];
}

/** A day of a clock. */
export interface ClockDay {
  /** "Tue 15 Dec" */
  readonly says: string;
  /** Which day of the period; absent before it and after it. */
  readonly number?: number;
  readonly isAfter: boolean;
  readonly isToday: boolean;
}

/** Days drawn after the period, at most. */
const mostAfter = 4;

/** The days of a clock: the one before, the period, and after it as far as the instant lies, or one. */
export function daysOfClock({ due }: RegisterDuty, law: RegisterLaw, at: Instant): readonly ClockDay[] {
  const last = due === null ? undefined : parseCivilDay(due);
  if (last === undefined) return [];
  const end = daysFromCivil(last);
  const today = dayIn(zone, at);
  const first = end - law.days;
  const until = Math.max(end + 1, Math.min(today, end + mostAfter));
  return Array.from({ length: until - first + 1 }, (_, i): ClockDay => {
    const day = first + i;
    return {
      says: sayCivilDay(civilToIso(civilFromDays(day))).replace(/ \d{4}$/, ""),
      ...(day > first && day <= end ? { number: day - first } : {}),
      isAfter: day > end,
      isToday: day === today,
    };
  });
}
