import {
  type Interval,
  type Kind,
  type Statement,
  type Timeline,
  type Zone,
  civilFromDays,
  isoWeekday,
  later,
  lanes,
  type LaneId,
  type PlacedStop,
  startOfDay,
  stopKinds,
} from "@unmask/core";
import { sayLaneLabel, withoutMarks } from "@unmask/words";
import { herStops } from "./her-stops.ts";
import { type Gap, laneCoverages } from "./lane-coverage.ts";
import { type PlacedAct } from "./placed-act.ts";
import { actsByWhose } from "./their-acts.ts";

/**
 * The numbers behind the pictures: what is drawn, printed and read out comes from here, so that a picture and its table cannot disagree.
 *
 * Days are counted from 1970-01-01 in her zone (`civilFromDays` of core reads them); weeks run from Monday. Empty weeks and days are left
 * out of the lists: whether nothing came or nothing was kept is for `covered` and `gaps` to say. `night` counts what came between midnight
 * and 5 under every reading of its time.
 */
export interface TimelineCounts {
  /** In which days and hours are counted. */
  readonly zone: Zone;
  /** From the first to the last day with an act of theirs or hers; undefined when there is none. */
  readonly range: DayRange | undefined;
  /** What they did, one lane a way of reaching her, in the fixed order of lanes; lanes without an act are left out. */
  readonly lanes: readonly LaneCounts[];
  /** What she did towards them, in one lane. */
  readonly hers: HerCounts;
  /** Theirs by civil day, in order, days without one left out. */
  readonly days: readonly DayCount[];
  /** Theirs by hour and month, in order, every month of `range`. */
  readonly months: readonly MonthHours[];
  /** Theirs by who, busiest first; see `binDays`. */
  readonly strips: readonly Strip[];
  readonly totals: Totals;
  /** Her stops: one kind after the other, each in order of time. */
  readonly stops: readonly PlacedStop[];
}

/** Days from 1970-01-01, both included. */
export interface DayRange {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** One lane of theirs. */
export interface LaneCounts {
  readonly id: LaneId;
  readonly label: string;
  /** All acts of the lane, the soft ones included. */
  readonly acts: number;
  /** In order; weeks without one are left out. */
  readonly weeks: readonly WeekCount[];
  /** The acts of which only a stretch of several days is known: in no week, drawn as soft bars. */
  readonly soft: readonly Interval[];
  /** The times that some file covers. Empty when every act is her own account: then the lane has a line throughout and no gap. */
  readonly covered: readonly Interval[];
  /** Where the line breaks. */
  readonly gaps: readonly Gap[];
}

/** What she did towards them: what she sent, and what she wrote down that she did. */
export interface HerCounts {
  /** False while nobody is her: then these are the acts of an export's owner, a part of hers at most. */
  readonly isKnown: boolean;
  readonly acts: number;
  readonly weeks: readonly WeekCount[];
}

/** One week, from its Monday. */
export interface WeekCount {
  /** The Monday, in days from 1970-01-01. */
  readonly monday: number;
  readonly count: number;
  /** Part of `count` between midnight and 5. */
  readonly night: number;
  /** Part of `count` that may belong to another day: a span over midnight, or an open order of day and month. */
  readonly uncertain: number;
  /** `count` by kind, most frequent first, then by name. */
  readonly kinds: readonly (readonly [Kind, number])[];
}

/** One civil day in her zone. */
export interface DayCount {
  readonly day: number;
  readonly count: number;
  readonly night: number;
  readonly uncertain: number;
}

/** One month: 24 numbers, and those whose hour is open. */
export interface MonthHours {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly hours: readonly number[];
  readonly hourUnknown: number;
}

/** One identity of theirs over time. */
export interface Strip {
  /** Normal form of the identity. */
  readonly normal: string;
  /** As the source wrote it, in its first act. */
  readonly label: string;
  readonly acts: number;
  /** The days of its first and its last act; the edges of bins lie before and behind them. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly bins: readonly Bin[];
}

/** `binDays` days from `day`; bins are laid from the first day of `range`. Bins without an act are left out. */
export interface Bin {
  readonly day: number;
  readonly count: number;
  readonly night: number;
}

/** What the numbers hold and what they leave out. `theirs` = the sum over weeks + `soft`; what stands from `far` on is in no number. */
export interface Totals {
  readonly theirs: number;
  readonly hers: number;
  readonly night: number;
  /** Theirs, of which only a stretch of several days is known. */
  readonly soft: number;
  /** Theirs with a date before 1990 or after the import. */
  readonly far: number;
  /** Perhaps theirs, as she says. */
  readonly perhaps: number;
  /** What she said was agreed. */
  readonly agreed: number;
  /** Theirs, of which she said "not this one". */
  readonly notThese: number;
  /** By third people, or by nobody the files name. */
  readonly others: number;
  /** Further records of acts that are counted once. */
  readonly versions: number;
}

/** Width of a bin of a strip in days. */
export const binDays = 3;

/** Counts a timeline for the pictures. */
export function countTimeline(timeline: Timeline, statement: Statement): TimelineCounts {
  const { theirs, far, undated, hers, isHerSideKnown, perhaps, agreed, notThese, others, versions } = actsByWhose(timeline, statement);
  const { zone } = statement;
  const placed = theirs.filter(({ isStretch }) => !isStretch);
  const herPlaced = hers.filter(({ isStretch }) => !isStretch);
  const range = rangeOf(placed, herPlaced);
  const span = range && spanOf(range, statement);
  return {
    zone,
    range,
    lanes: span ? countLanes(theirs, { timeline, statement, span }) : [],
    hers: { isKnown: isHerSideKnown, acts: hers.length, weeks: countWeeks(herPlaced) },
    days: countDays(placed),
    months: range ? countMonths(placed, range) : [],
    strips: range ? countStrips(placed, range.firstDay) : [],
    totals: {
      theirs: theirs.length,
      hers: hers.length,
      night: placed.reduce((sum, { night }) => sum + (night === "yes" ? 1 : 0), 0),
      soft: theirs.length - placed.length,
      far: far.length + undated.length,
      perhaps: perhaps.length,
      agreed: agreed.length,
      notThese: notThese.length,
      others: others.length,
      versions: versions.length,
    },
    stops: [...herStops(timeline, statement)].sort((a, b) => stopKinds.indexOf(a.kind) - stopKinds.indexOf(b.kind)),
  };
}

/** The Monday of the week of a day. */
export function mondayOf(day: number): number {
  return day - isoWeekday(day) + 1;
}

function rangeOf(...lists: readonly (readonly PlacedAct[])[]): DayRange | undefined {
  let firstDay = Infinity;
  let lastDay = -Infinity;
  for (const list of lists) {
    for (const { day } of list) {
      if (day < firstDay) firstDay = day;
      if (day > lastDay) lastDay = day;
    }
  }
  return firstDay > lastDay ? undefined : { firstDay, lastDay };
}

function spanOf({ firstDay, lastDay }: DayRange, { zone }: Statement): Interval {
  return { earliest: startOfDay(firstDay, zone), latest: later(startOfDay(lastDay + 1, zone), -1) };
}

function countLanes(
  theirs: readonly PlacedAct[],
  { timeline, statement, span }: { timeline: Timeline; statement: Statement; span: Interval },
): LaneCounts[] {
  const actsByLane = new Map<LaneId, PlacedAct[]>();
  for (const one of theirs) {
    const list = actsByLane.get(one.lane);
    if (list) list.push(one);
    else actsByLane.set(one.lane, [one]);
  }
  const coverageByLane = new Map(laneCoverages(timeline, statement, span).map((coverage) => [coverage.lane, coverage]));
  return lanes.flatMap((id) => {
    const acts = actsByLane.get(id);
    if (!acts) return [];
    const coverage = coverageByLane.get(id);
    const soft = acts.filter(({ isStretch }) => isStretch);
    return [
      {
        id,
        label: sayLaneLabel(id),
        acts: acts.length,
        weeks: countWeeks(acts.filter(({ isStretch }) => !isStretch)),
        soft: soft.map(({ earliest, latest }) => ({ earliest, latest })),
        covered: coverage?.covered ?? [],
        gaps: coverage?.gaps ?? [],
      },
    ];
  });
}

interface Tally {
  count: number;
  night: number;
  uncertain: number;
}

function addTo(tally: Tally, { night, firstDay, lastDay }: PlacedAct): void {
  tally.count++;
  if (night === "yes") tally.night++;
  if (firstDay !== lastDay) tally.uncertain++;
}

function countWeeks(acts: readonly PlacedAct[]): WeekCount[] {
  const tallyByMonday = new Map<number, Tally & { readonly byKind: Map<Kind, number> }>();
  for (const one of acts) {
    const monday = mondayOf(one.day);
    let tally = tallyByMonday.get(monday);
    if (!tally) tallyByMonday.set(monday, (tally = { count: 0, night: 0, uncertain: 0, byKind: new Map() }));
    addTo(tally, one);
    tally.byKind.set(one.kind, (tally.byKind.get(one.kind) ?? 0) + 1);
  }
  return [...tallyByMonday]
    .sort(([a], [b]) => a - b)
    .map(([monday, { count, night, uncertain, byKind }]) => {
      const kinds = [...byKind].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return { monday, count, night, uncertain, kinds };
    });
}

function countDays(acts: readonly PlacedAct[]): DayCount[] {
  const tallyByDay = new Map<number, Tally>();
  for (const one of acts) {
    let tally = tallyByDay.get(one.day);
    if (!tally) tallyByDay.set(one.day, (tally = { count: 0, night: 0, uncertain: 0 }));
    addTo(tally, one);
  }
  return [...tallyByDay].sort(([a], [b]) => a - b).map(([day, tally]) => ({ day, ...tally }));
}

function countMonths(acts: readonly PlacedAct[], { firstDay, lastDay }: DayRange): MonthHours[] {
  const monthOf = (day: number): number => {
    const { year, month } = civilFromDays(day);
    return year * 12 + month - 1;
  };
  const first = monthOf(firstDay);
  const months = Array.from({ length: monthOf(lastDay) - first + 1 }, (_, i) => ({
    year: Math.floor((first + i) / 12),
    month: ((first + i) % 12) + 1,
    hours: Array.from({ length: 24 }, () => 0),
    hourUnknown: 0,
  }));
  for (const { day, hour } of acts) {
    const month = months[monthOf(day) - first];
    if (!month) continue;
    if (hour === undefined) month.hourUnknown++;
    else month.hours[hour] = (month.hours[hour] ?? 0) + 1;
  }
  return months;
}

function countStrips(acts: readonly PlacedAct[], firstDay: number): Strip[] {
  const stripByNormal = new Map<string, { label: string; acts: number; firstDay: number; lastDay: number; bins: Map<number, Tally> }>();
  for (const one of acts) {
    const { from } = one;
    let strip = stripByNormal.get(from.normal);
    if (!strip)
      stripByNormal.set(
        from.normal,
        (strip = { label: withoutMarks(from.wrote) || from.kind, acts: 0, firstDay: one.day, lastDay: one.day, bins: new Map() }),
      );
    strip.acts++;
    strip.firstDay = Math.min(strip.firstDay, one.day);
    strip.lastDay = Math.max(strip.lastDay, one.day);
    const day = firstDay + Math.floor((one.day - firstDay) / binDays) * binDays;
    let tally = strip.bins.get(day);
    if (!tally) strip.bins.set(day, (tally = { count: 0, night: 0, uncertain: 0 }));
    addTo(tally, one);
  }
  return [...stripByNormal]
    .map(([normal, { label, acts: sum, firstDay: first, lastDay, bins }]) => ({
      normal,
      label,
      acts: sum,
      firstDay: first,
      lastDay,
      bins: [...bins].sort(([a], [b]) => a - b).map(([day, { count, night }]) => ({ day, count, night })),
    }))
    .sort((a, b) => b.acts - a.acts || (a.normal < b.normal ? -1 : 1));
}
