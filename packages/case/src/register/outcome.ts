import { hasEnded, type OrderLife, type Suspension } from "./order-life.ts";

/** A notice that may meet a duty. */
export interface Candidate {
  readonly day: number;
  /** Why only an officer can say whether it counts; absent: it counts. */
  readonly doubt?: string;
}

/** A period that runs from a day. */
export interface Period {
  readonly start: number;
  /** Its last day. */
  readonly last: number;
  readonly life: OrderLife;
  readonly suspensions: readonly Suspension[];
  readonly candidates: readonly Candidate[];
  readonly today: number;
}

/** How a period stands. `cut`: another register began before it was over. */
export interface Outcome {
  readonly state: "due" | "met" | "met-late" | "overdue" | "ended" | "undecided" | "cut";
  readonly metOn?: number;
  /** The register that cut it. */
  readonly by?: Suspension;
  readonly why?: string;
}

/** How a period stands on a day: a notice in time, one that is late, another register, the end of the order, or nothing yet. */
export function outcomeOf({ start, last, life, suspensions, candidates, today }: Period): Outcome {
  const by = suspensions.find(({ from }) => from > start && from <= life.lastDay);
  const counted = candidates.filter(({ day }) => day >= start && day <= Math.min(by?.from ?? Infinity, life.lastDay));
  const sure = first(counted.filter(({ doubt }) => doubt === undefined));
  const doubted = first(counted.filter(({ doubt }) => doubt !== undefined));
  if (sure && sure.day <= last) return { state: "met", metOn: sure.day };
  if (doubted && (sure === undefined || doubted.day <= last)) return { state: "undecided", why: doubted.doubt ?? "" };
  if (sure) return { state: "met-late", metOn: sure.day, why: `${daysInWords(sure.day - last)} after the period` };
  if (by && by.from <= last) return { state: "cut", by };
  if (life.lastDay < last || (life.lastDay === last && !life.isWhole)) {
    return hasEnded(life, today) ? { state: "ended", why: "the order ended before the period was over" } : { state: "due" };
  }
  if (today <= last) return { state: "due" };
  if (life.lastDay === last) return { state: "undecided", why: "the order and the period ended at the same instant" };
  return by || hasEnded(life, today)
    ? { state: "overdue", why: `not met when ${by ? "the other register began" : "the order ended"}` }
    : { state: "overdue" };
}

function daysInWords(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

function first(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>((least, one) => (least && least.day <= one.day ? least : one), undefined);
}
