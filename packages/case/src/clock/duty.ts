import { type DeskLaw, type Instant, type VictimRights, civilFromDays, civilToIso, daysFromCivil, parseCivilDay } from "@unmask/core";
import { dateInWords, endOfDay } from "./london.ts";

/** What a force sets itself, where no national figure exists: data with the day it holds from. */
export interface ForceClocks {
  /** "Northshire". */
  readonly force: string;
  /** Civil day from which it holds. */
  readonly date: string;
  /** Days from the opening of a case until "was an order considered" is answered. */
  readonly orderDays: number;
  /** Days until "why not stalking" is answered, from the day on which another record joined. */
  readonly whyDays: number;
  /** Figures of its own instead of the Code's, by id of the clock: where the copy of the Code says only "days", a force may count otherwise. */
  readonly instead: Readonly<Record<string, Readonly<Record<VictimRights, number>>>>;
}

/** What a force has until it sets its own. Our own design. */
export function shippedForceClocks(force: string): ForceClocks {
  return { force, date: "2026-11-27", orderDays: 14, whyDays: 2, instead: {} };
}

/** Something that is due, was done or is late. */
export interface Duty {
  readonly id: string;
  /** "Tell the person that somebody was arrested". */
  readonly says: string;
  /** The day of what it counts from, in words. */
  readonly since: string;
  readonly state: "met" | "met-late" | "due" | "overdue" | "no-figure" | "cannot-be-worked-out" | "open";
  /** The civil day at whose end it is due. Absent where there is no figure or it cannot be worked out. */
  readonly dueBy?: string;
  /** The first instant at which it is overdue. */
  readonly overdueFrom?: Instant;
  /** Rule, section and what counts, in words: it stands beside the day. */
  readonly why: string;
  /** Number of the event that it counts from. */
  readonly from: number;
  /** The report that it is due of, where the Code counts it from that. */
  readonly report?: string;
}

/** What a duty is worked out from. */
export interface DutyRules {
  readonly law: DeskLaw;
  readonly force: ForceClocks;
  /** Nobody said where it happened: `law` is taken, and each duty that rests on it says so. Absent: it was said. */
  readonly isLawTaken?: boolean;
}

/** A day from which something counts, with the number of its event. */
export interface Since {
  readonly at: Instant;
  readonly from: number;
}

/** How a duty stands that is due at the end of a day, and was done then or not yet. */
export function stateOf(due: number, done: Instant | undefined, now: Instant): Pick<Duty, "state" | "dueBy" | "overdueFrom"> {
  const overdueFrom = endOfDay(due);
  const dueBy = civilToIso(civilFromDays(due));
  if (done !== undefined) return { state: done < overdueFrom ? "met" : "met-late", dueBy, overdueFrom };
  return { state: now < overdueFrom ? "due" : "overdue", dueBy, overdueFrom };
}

/** "Northshire’s own rule of 27 Nov 2026". */
export function ruleOf({ force, date }: ForceClocks): string {
  const day = parseCivilDay(date);
  return `${force}’s own rule of ${day === undefined ? date : dateInWords(daysFromCivil(day))}`;
}

/** A sentence begins with a capital. */
export function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
