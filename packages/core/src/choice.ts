import { type ActId, type Act, type SourceSpan } from "./act.ts";
import { parseActId } from "./act-id.ts";
import { type CivilDay, type Instant, civilToIso, daysFromCivil, parseCivilDay } from "./instant.ts";
import type { Persona } from "./identity.ts";
import type { Sha256 } from "./sha256.ts";
import { type DateOrder, whenFromDay, whenFromWall } from "./when.ts";
import { type CivilMinute, minuteToText, parseCivilMinute } from "./wall-clock.ts";
import { isOf } from "./whose.ts";
import type { Zone } from "./zone.ts";

/**
 * What she leaves out of a pack: whole files, a person, a time, single acts (docs/formats/pack.md, "Left out"). What goes is everything else;
 * findings are worked out from what goes alone.
 */
export type LeaveOut =
  | { readonly what: "act"; readonly act: ActId }
  /** Everything that can have happened in it. */
  | { readonly what: "time"; readonly time: LeftOutTime }
  /** A file by its name, or a person. */
  | { readonly what: "name"; readonly name: string };

/** A stretch of time, both ends included: days, or minutes. */
export interface LeftOutTime {
  readonly from: CivilDay | CivilMinute;
  readonly until: CivilDay | CivilMinute;
}

/** Reads what a person wrote after `--leave-out`. Undefined for a time that does not exist or ends before it begins. */
export function parseLeaveOut(written: string): LeaveOut | undefined {
  const act = parseActId(written);
  if (act !== undefined) return { what: "act", act };
  const times = /^(\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)\.\.(\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)$/.exec(written);
  if (!times) return { what: "name", name: written };
  const [from, until] = [times[1], times[2]].map((one) => parseCivilDay(one ?? "") ?? parseCivilMinute(one ?? ""));
  if (from === undefined || until === undefined || minutesOf(from) > minutesOf(until)) return undefined;
  return { what: "time", time: { from, until } };
}

function minutesOf(time: CivilDay | CivilMinute): number {
  return daysFromCivil(time) * 24 * 60 + ("hour" in time ? time.hour * 60 + time.minute : 0);
}

/** Why an act stays behind. */
export type LeftOutBecause = "file" | "person" | "time" | "act";

/** What to leave out, found out. */
export interface ActChoice {
  readonly people: readonly Persona[];
  readonly times: readonly LeftOutTime[];
  readonly acts: ReadonlySet<ActId>;
  /** The zone that days and minutes are counted in. */
  readonly zone: Zone;
}

/**
 * Makes a question: is an act left out, and why? A person goes both ways: what is by them, and what is to them, whoever else it is to. Of an act
 * whose time is open, one reading in a time that is left out is enough.
 */
export function createLeftOut({ people, times, acts, zone }: ActChoice): (act: LeftOutAct) => Exclude<LeftOutBecause, "file"> | undefined {
  const spans = times.map((one) => spanOfTime(one, zone));
  return (act) => {
    const { id, alsoIds = [], from, to, when } = act;
    if (people.some((person) => isOf(person, from) || to.some((one) => isOf(person, one)))) return "person";
    const readings = [when, ...(when.or ?? [])];
    if (spans.some((span) => readings.some((one) => one.earliest <= span.latest && one.latest >= span.earliest))) return "time";
    return acts.has(id) || alsoIds.some((one) => acts.has(one)) ? "act" : undefined;
  };
}

/** What is asked of an act. */
type LeftOutAct = Pick<Act, "id" | "from" | "to" | "when"> & { readonly alsoIds?: readonly ActId[] };

function spanOfTime({ from, until }: LeftOutTime, zone: Zone): { readonly earliest: Instant; readonly latest: Instant } {
  const read = (time: CivilDay | CivilMinute) => ("hour" in time ? whenFromWall("", time, zone) : whenFromDay("", time, zone));
  const [first, last] = [read(from), read(until)];
  if (!first || !last) throw new Error("a time that does not exist");
  return { earliest: first.when.earliest, latest: last.when.latest };
}

/** "2026-03-02 to 2026-03-09", as the rule is told. */
export function leftOutTimeText({ from, until }: LeftOutTime): string {
  const [first, last] = [from, until].map((time: CivilDay | CivilMinute) => ("hour" in time ? minuteToText(time) : civilToIso(time)));
  return first === last ? `${first}` : `${first} to ${last}`;
}

/** What was left out, by number and rule: never by content, and never by whom. */
export interface LeftOutTold {
  /** Acts that stay behind, by the first rule that leaves them out. */
  readonly acts: Readonly<Record<LeftOutBecause, number>>;
  /** How many people. */
  readonly people: number;
  /** The times, as `leftOutTimeText`. */
  readonly times: readonly string[];
  /** How many files that nobody reads stay behind from archives that go in part. Absent where none does. */
  readonly members?: number;
  /** How many names are covered, and in how many acts that go. Absent where none is. */
  readonly redacted?: { readonly names: number; readonly acts: number };
}

/** What stands in a pack for an original of which a part is left out: as long, with that part written over. */
export interface ExhibitCopy {
  /** Of the copy. */
  readonly sha256: Sha256;
  /** Id of the importer that reads it; null where none reads the file. */
  readonly importer: string | null;
  /** Bytes that were written over, the second excluded: in order, none touching the next. */
  readonly leftOut: readonly (readonly [start: number, end: number])[];
  /** Bytes in which signs stand over names, in the same way; none of them written over. Absent where there are none. */
  readonly redacted?: readonly (readonly [start: number, end: number])[];
  /** In which order its dates are read, where the whole original showed it and the terms do not say it. */
  readonly dateOrder?: DateOrder;
}

/** Whether a span lies in bytes that were written over. */
export function isWrittenOver({ leftOut }: Pick<ExhibitCopy, "leftOut">, { start, end }: Pick<SourceSpan, "start" | "end">): boolean {
  let low = 0;
  let high = leftOut.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leftOut[middle]?.[1] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found = leftOut[low];
  return found !== undefined && found[0] <= start && end <= found[1];
}
