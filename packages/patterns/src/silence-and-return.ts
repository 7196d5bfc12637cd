import { type Statement, type Timeline, inOrderOfTime, later, lanes, startOfDay, type LaneId } from "@unmask/core";
import { sayBetween, sayCount, sayDay, sayFirst, sayLane, sayLaneLabel, sayList, sayTimes, marks } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { laneCoverages } from "./reading/lane-coverage.ts";
import type { Pattern } from "./pattern.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf, placeAct } from "./reading/placed-act.ts";
import { memoize } from "./reading/memoize.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** Whole days without any act of theirs that make a silence: a week. */
const silenceDays = 7;
/** Whole days without an act on one channel while others may go on: two weeks. */
const channelSilenceDays = 14;
/** And at least this many times the usual wait, so that somebody who writes once a month is not silent eleven times a year. */
const waitFactor = 5;

/** Times in which nothing came although a file covers them, and then it began again: altogether, and on one channel. */
export const silenceAndReturn: Pattern = spoken({
  id: "silence-and-return",
  looksFor: `Times of ${silenceDays} days or more, or ${channelSilenceDays} on one channel, in which nothing came although files cover them, and after which it began again.`,
  find(timeline, statement) {
    const silences = silencesOf(signsOfLife(timeline, statement), silenceDays).flatMap((one) => withRecord(one, timeline, statement));
    return [...altogether(silences, timeline, statement), ...byChannel(silences, timeline, statement)];
  },
});

/** Theirs, and what came from a withheld number: it may be theirs, so no silence is claimed over it. In order of time. */
const signsOfLife = memoize((timeline, statement): readonly PlacedAct[] => {
  const { theirs, others } = actsByWhose(timeline, statement);
  const withheld = others.filter(({ from, flags }) => from.kind === "withheld" && !flags.includes("far-date"));
  if (withheld.length === 0) return theirs;
  return [...theirs, ...withheld.map((act) => placeAct(act, statement.zone))].sort((a, b) => inOrderOfTime(a.act, b.act));
});

interface Silence {
  readonly before: PlacedAct;
  readonly after: PlacedAct;
  /** First and last whole day without an act, under every reading. */
  readonly from: number;
  readonly until: number;
}

interface RecordedSilence extends Silence {
  /** The lanes of which files cover the whole of it. */
  readonly covering: readonly LaneId[];
  /** The lanes that they had used before, of which no file covers the whole of it. */
  readonly unknown: readonly LaneId[];
}

function altogether(silences: readonly RecordedSilence[], timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  const [first] = silences;
  if (!first) return [];
  const longest = silences.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a), first);
  const acts = endsOf(silences, signsOfLife(timeline, statement));
  const unknown = [...new Set(silences.flatMap((silence) => silence.unknown))];
  return [
    {
      pattern: silenceAndReturn.id,
      standing: "count",
      line: lineOf(
        `Nothing came for ${sayCount(lengthOf(longest), "day")}, ${sayBetween(longest.from, longest.until)}. Then it began again.`,
      ),
      says:
        `${sayFirst(sayTimes(silences.length))} nothing came for ${silenceDays} days or more, and then it began again. ` +
        `The longest is ${sayCount(lengthOf(longest), "day")}, from ${sayDay(longest.from)} to ${sayDay(longest.until)}; it began again on ${sayDay(longest.after.day)} by ${sayLane(longest.after.lane)}.`,
      acts: idsOf(acts),
      how: `Whole days without any act of ${marks.theirs}, ${sayRule(silenceDays)} It is said only when a file of a channel that ${marks.they} had used before covers all of it.`,
      couldChange: [
        ...(unknown.length > 0
          ? [`For ${sayList(unknown.map((id) => sayLane(id)))} no file covers all of these days: something may have come there.`]
          : []),
        ...reasons,
        ...sayAbsences(timeline, statement, acts),
      ],
      table: {
        columns: ["From", "To", "Days", "Covered by files of", "Then on", "By"],
        rows: silences.map((silence) => [
          sayDay(silence.from),
          sayDay(silence.until),
          lengthOf(silence),
          silence.covering.map((id) => sayLaneLabel(id)).join(", "),
          sayDay(silence.after.day),
          sayLaneLabel(silence.after.lane),
        ]),
      },
    },
  ];
}

/** What is a silence altogether is not told again for its channel. */
function byChannel(told: readonly Silence[], timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  const signs = signsOfLife(timeline, statement);
  const isTold = ({ from, until }: Silence): boolean => told.some((one) => one.from === from && one.until === until);
  const actsByLane = new Map<LaneId, PlacedAct[]>(lanes.map((id) => [id, []]));
  for (const one of signs) actsByLane.get(one.lane)?.push(one);
  const silences = [...actsByLane].flatMap(([lane, acts]) =>
    silencesOf(acts, channelSilenceDays).filter((silence) => !isTold(silence) && isCovered(lane, silence, timeline, statement)),
  );
  const [first] = silences;
  if (!first) return [];
  const longest = silences.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a), first);
  const acts = endsOf(silences, signs);
  return [
    {
      pattern: silenceAndReturn.id,
      standing: "count",
      line: lineOf(
        `Nothing came by ${sayLane(longest.after.lane)} for ${sayCount(lengthOf(longest), "day")}, ${sayBetween(longest.from, longest.until)}. Then it began again.`,
      ),
      says:
        `${sayFirst(sayTimes(silences.length))} a channel was silent for ${channelSilenceDays} days or more and then used again. ` +
        `The longest is ${sayCount(lengthOf(longest), "day")} without ${sayLane(longest.after.lane)}, from ${sayDay(longest.from)} to ${sayDay(longest.until)}.`,
      acts: idsOf(acts),
      how: `Whole days without an act of ${marks.theirs} on one channel, ${sayRule(channelSilenceDays)} It is said only when files of that channel cover all of it. On other channels it may have gone on.`,
      couldChange: [...reasons, ...sayAbsences(timeline, statement, acts)],
      table: {
        columns: ["Without", "From", "To", "Days", "Then on"],
        rows: silences.map((silence) => [
          sayLaneLabel(silence.after.lane),
          sayDay(silence.from),
          sayDay(silence.until),
          lengthOf(silence),
          sayDay(silence.after.day),
        ]),
      },
    },
  ];
}

function sayRule(days: number): string {
  return (
    `under every reading of every date, ${days} or more in a row and at least ${waitFactor} times the usual wait between two days with an act. ` +
    `What came from a withheld number counts as an act here, because it may be ${marks.theirs}. The last act before and the first act after each are listed.`
  );
}

const reasons: readonly string[] = [
  "A message that was deleted from a file leaves a silence too, and so does a phone that was off, a number that was blocked, or a journey.",
];

/** Every reading of every act counts as a sign of life: an act that may have happened inside breaks the silence. */
function silencesOf(theirs: readonly PlacedAct[], days: number): readonly Silence[] {
  const least = Math.max(days, usualWait(theirs) * waitFactor);
  const sorted = [...theirs].sort((a, b) => a.firstDay - b.firstDay || a.lastDay - b.lastDay);
  const found: Silence[] = [];
  let before: PlacedAct | undefined;
  for (const after of sorted) {
    if (before && after.firstDay - before.lastDay - 1 >= least) {
      found.push({ before, after, from: before.lastDay + 1, until: after.firstDay - 1 });
    }
    if (!before || after.lastDay > before.lastDay) before = after;
  }
  return found;
}

/** The wait between one day with an act and the next, in days: half of the waits are shorter (the median). Infinite when there is none. */
function usualWait(theirs: readonly PlacedAct[]): number {
  const days = [...new Set(theirs.filter(({ isStretch }) => !isStretch).map(({ day }) => day))].sort((a, b) => a - b);
  const waits = days.slice(1).map((day, i) => day - (days[i] ?? day));
  return waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)] ?? Infinity;
}

/** A silence is claimed only where the file of a way that they had used before it covers it from end to end. */
function withRecord(silence: Silence, timeline: Timeline, statement: Statement): readonly RecordedSilence[] {
  const earliestByLane = earliestDayByLane(timeline, statement);
  const used = [...earliestByLane].filter(([, day]) => day < silence.from).map(([lane]) => lane);
  const covering = used.filter((lane) => isCovered(lane, silence, timeline, statement));
  if (covering.length === 0) return [];
  return [{ ...silence, covering, unknown: used.filter((lane) => !covering.includes(lane)) }];
}

/** Whether files of a lane cover a silence from end to end, and she named no time without a record in it. */
function isCovered(lane: LaneId, silence: Silence, timeline: Timeline, statement: Statement): boolean {
  const from = startOfDay(silence.from, statement.zone);
  const until = later(startOfDay(silence.until + 1, statement.zone), -1);
  const coverage = laneCoverages(timeline, statement, { earliest: from, latest: until }).find((one) => one.lane === lane);
  if (!coverage) return false;
  const isStated = coverage.gaps.some((gap) => gap.says !== undefined && gap.from <= until && gap.until > from);
  return !isStated && coverage.covered.some(({ earliest, latest }) => earliest <= from && latest >= until);
}

/** For each lane, in the order of lanes, the first day by which something had certainly come. */
const earliestDayByLane = memoize((timeline, statement): ReadonlyMap<LaneId, number> => {
  const earliest = new Map<LaneId, number>();
  for (const { lane, lastDay } of actsByWhose(timeline, statement).theirs) {
    if (lastDay < (earliest.get(lane) ?? Infinity)) earliest.set(lane, lastDay);
  }
  return new Map(lanes.flatMap((id) => (earliest.has(id) ? [[id, earliest.get(id) ?? Infinity] as const] : [])));
});

/** The acts on both sides of the silences, in order of time. */
function endsOf(silences: readonly Silence[], signs: readonly PlacedAct[]): readonly PlacedAct[] {
  const ends = new Set(silences.flatMap(({ before, after }) => [before, after]));
  return signs.filter((one) => ends.has(one));
}

function lengthOf({ from, until }: Silence): number {
  return until - from + 1;
}
