import { hasEnded, type OrderLife, type Suspension } from "./order-life.ts";

/** A notice that may meet a duty. */
export interface Candidate {
  readonly day: number;
  /** Why only an officer can say whether it counts; absent: it counts. */
  readonly doubt?: string;
  /** What wrote it down, of one that is doubted. */
  readonly line?: string;
}

/** A notice of which only an officer can say whether it counts. */
export interface DoubtedNotice {
  readonly day: number;
  readonly line: string;
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
  /** Of what is overdue, the notice after the period of which only an officer can say whether it counts. */
  readonly late?: LateNotice;
  /** The notices on which an officer decides. */
  readonly doubted?: readonly DoubtedNotice[];
  readonly why?: string;
}

/** A notice after the period that may count: it takes nothing of the failure away. */
export interface LateNotice {
  readonly day: number;
  readonly why: string;
}

/** How a period stands on a day: a notice in time, one that is late, another register, the end of the order, or nothing yet. A doubt leaves open only what it could have met in time. */
export function outcomeOf({ start, last, life, suspensions, candidates, today }: Period): Outcome {
  const by = suspensions.find(({ from }) => from > start && from <= life.lastDay);
  const counted = candidates.filter(({ day }) => day >= start && day <= Math.min(by?.from ?? Infinity, life.lastDay));
  const sure = first(counted.filter(({ doubt }) => doubt === undefined));
  const allDoubted = counted.filter(({ doubt }) => doubt !== undefined);
  const doubted = first(allDoubted);
  if (sure && sure.day <= last) return { state: "met", metOn: sure.day };
  if (doubted && doubted.day <= last)
    return { state: "undecided", why: doubted.doubt ?? "", doubted: noticesOf(allDoubted.filter(({ day }) => day <= last)) };
  if (sure) return { state: "met-late", metOn: sure.day, why: lateInWords(sure.day - last) };
  if (by && by.from <= last) return { state: "cut", by };
  if (life.lastDay < last || (life.lastDay === last && !life.isWhole)) {
    return hasEnded(life, today) ? { state: "ended", why: "the order ended before the period was over" } : { state: "due" };
  }
  if (today <= last) return { state: "due" };
  if (life.lastDay === last) return { state: "undecided", why: "the order and the period ended at the same instant" };
  const ends = by || hasEnded(life, today) ? [`not met when ${by ? "the other register began" : "the order ended"}`] : [];
  const late = doubted && { day: doubted.day, why: `${lateInWords(doubted.day - last)}, ${doubted.doubt ?? ""}` };
  const whys = [...ends, ...(late ? [late.why] : [])];
  return { state: "overdue", ...(late && { late, doubted: noticesOf(allDoubted) }), ...(whys.length > 0 && { why: whys.join("; ") }) };
}

function noticesOf(doubted: readonly Candidate[]): readonly DoubtedNotice[] {
  return doubted.flatMap(({ day, line }) => (line === undefined ? [] : [{ day, line }]));
}

function lateInWords(days: number): string {
  return `${days === 1 ? "1 day" : `${days} days`} after the period`;
}

function first(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>((least, one) => (least && least.day <= one.day ? least : one), undefined);
}
