import { type Finding, type Instant, type Statement, type Timeline } from "@unmask/core";
import { sayAbsences } from "./absences.ts";
import { laneCoverages, startOfDay } from "./lane-coverage.ts";
import { type LaneId, laneLabel, sayLane } from "./lane.ts";
import type { Pattern } from "./pattern.ts";
import { type PlacedAct, idsOf } from "./placed-act.ts";
import { remembered } from "./remembered.ts";
import { sayCount, sayDay, sayFirst, sayList, sayNumber, sayTimes } from "./sentences.ts";
import { actsByWhose } from "./their-acts.ts";

/** Whole days without an act of theirs that make a silence. */
const silenceDays = 14;

/** Times in which nothing came although a file covers them, and then it began again. */
export const silenceAndReturn: Pattern = {
  id: "silence-and-return",
  looksFor: `Times of ${silenceDays} days or more in which nothing came, although the files cover them, and after which it began again.`,
  find(timeline, statement) {
    const silences = silencesOf(actsByWhose(timeline, statement).theirs).flatMap((silence) => withRecord(silence, timeline, statement));
    return silences.length === 0 ? [] : [finding(silences, timeline, statement)];
  },
};

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

/** Every reading of every act counts as a sign of life: an act that may have happened inside breaks the silence. */
function silencesOf(theirs: readonly PlacedAct[]): readonly Silence[] {
  const sorted = [...theirs].sort((a, b) => a.firstDay - b.firstDay || a.lastDay - b.lastDay);
  const found: Silence[] = [];
  let before: PlacedAct | undefined;
  for (const after of sorted) {
    if (before && after.firstDay - before.lastDay - 1 >= silenceDays) {
      found.push({ before, after, from: before.lastDay + 1, until: after.firstDay - 1 });
    }
    if (!before || after.lastDay > before.lastDay) before = after;
  }
  return found;
}

/** A silence is claimed only where the file of a way that they had used before it covers it from end to end. */
function withRecord(silence: Silence, timeline: Timeline, statement: Statement): readonly RecordedSilence[] {
  const { zone } = statement;
  const from = startOfDay(silence.from, zone);
  const until = (startOfDay(silence.until + 1, zone) - 1) as Instant;
  const earliestByLane = earliestDayByLane(timeline, statement);
  const covering: LaneId[] = [];
  const unknown: LaneId[] = [];
  for (const { lane, covered, gaps } of laneCoverages(timeline, statement, { earliest: from, latest: until })) {
    if ((earliestByLane.get(lane) ?? Infinity) >= silence.from) continue;
    const isCovered = covered.some(({ earliest, latest }) => earliest <= from && latest >= until);
    const isStated = gaps.some((gap) => gap.says !== undefined && gap.from <= until && gap.until > from);
    (isCovered && !isStated ? covering : unknown).push(lane);
  }
  return covering.length === 0 ? [] : [{ ...silence, covering, unknown }];
}

/** For each lane the first day by which something had certainly come. */
const earliestDayByLane = remembered((timeline, statement): ReadonlyMap<LaneId, number> => {
  const earliest = new Map<LaneId, number>();
  for (const { lane, lastDay } of actsByWhose(timeline, statement).theirs) {
    if (lastDay < (earliest.get(lane) ?? Infinity)) earliest.set(lane, lastDay);
  }
  return earliest;
});

function finding(silences: readonly RecordedSilence[], timeline: Timeline, statement: Statement): Finding {
  const { theirs } = actsByWhose(timeline, statement);
  const ends = new Set(silences.flatMap(({ before, after }) => [before, after]));
  const acts = theirs.filter((one) => ends.has(one));
  const longest = silences.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
  const withheld = withheldWithin(silences, timeline, statement);
  const unknown = [...new Set(silences.flatMap((silence) => silence.unknown))];
  return {
    pattern: silenceAndReturn.id,
    says:
      `${sayFirst(sayTimes(silences.length))} nothing came for ${silenceDays} days or more, and then it began again. ` +
      `The longest is ${sayCount(lengthOf(longest), "day")}, from ${sayDay(longest.from)} to ${sayDay(longest.until)}; it began again on ${sayDay(longest.after.day)} by ${sayLane(longest.after.lane)}.`,
    acts: idsOf(acts),
    how:
      `Whole days without any act of theirs, under every reading of every date, ${silenceDays} or more in a row. It is said only when a file of a channel that they had used before covers all of it. ` +
      "The last act before and the first act after each are listed.",
    couldChange: [
      ...(unknown.length > 0
        ? [`For ${sayList(unknown.map(sayLane))} no file covers all of these days: something may have come there.`]
        : []),
      ...(withheld > 0
        ? [
            `${sayNumber(withheld)} withheld ${withheld === 1 ? "call or message" : "calls or messages"} that you did not name as theirs came in these days.`,
          ]
        : []),
      "A message that was deleted from a file leaves a silence too.",
      ...sayAbsences(timeline, statement, acts),
    ],
    table: {
      columns: ["From", "To", "Days", "Covered by files of", "Then on", "By"],
      rows: silences.map((silence) => [
        sayDay(silence.from),
        sayDay(silence.until),
        lengthOf(silence),
        silence.covering.map(laneLabel).join(", "),
        sayDay(silence.after.day),
        laneLabel(silence.after.lane),
      ]),
    },
  };
}

/** Calls and messages in the silences of which nobody knows who sent them. */
function withheldWithin(silences: readonly Silence[], timeline: Timeline, statement: Statement): number {
  const spans = silences.map(({ from, until }) => [startOfDay(from, statement.zone), startOfDay(until + 1, statement.zone)] as const);
  return actsByWhose(timeline, statement).others.filter(
    ({ from, when: { earliest } }) => from.kind === "withheld" && spans.some(([start, end]) => earliest >= start && earliest < end),
  ).length;
}

function lengthOf({ from, until }: Silence): number {
  return until - from + 1;
}
