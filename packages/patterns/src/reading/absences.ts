import { type Instant, type Interval, type LaneId, type Statement, type Timeline, type Zone, dayIn, isNumberWithheld } from "@unmask/core";
import { sayCount, sayFew, sayLane, sayLaneLabel, sayList, sayNumber, sayRange, marks } from "@unmask/words";
import { sayDoubts } from "./doubt.ts";
import { type Gap, type LaneCoverage, laneCoverages } from "./lane-coverage.ts";
import { type PlacedAct } from "./placed-act.ts";
import { memoize } from "./memoize.ts";
import { sayWhyNot } from "./not-this.ts";
import { actsByWhose, whyHersOpen } from "./their-acts.ts";

/**
 * What is not known: the sentences under "what could change it". They state the absence of data and never guess what it would have shown.
 */

/** Gaps beyond this many are counted, not listed: forty lines of holes would hide the one that matters. */
const mostGapsSaid = 6;

/** The absences that matter for a finding which rests on these acts, in a fixed order: records first, then readings, then who. */
export function sayAbsences(timeline: Timeline, statement: Statement, used: readonly PlacedAct[]): readonly string[] {
  const usedLanes = new Set<LaneId>();
  let last: LaneId | undefined;
  for (const { lane } of used) if (lane !== last) usedLanes.add((last = lane));
  const coverages = coveragesOfAll(timeline, statement).filter(({ lane }) => usedLanes.has(lane));
  return [
    ...sayCovered(coverages, statement.zone),
    ...sayGaps(coverages, statement),
    ...sayUnread(timeline),
    ...sayDoubts(used, statement.zone.name),
    ...sayWho(timeline, statement),
    ...(used.length > 0
      ? [`A file shows a number or an account, not the person. Which are ${marks.theirs} is what ${marks.you} said.`]
      : []),
  ];
}

const coveragesOfAll = memoize((timeline, statement) => {
  const span = spanOfActs(timeline, statement);
  return span ? laneCoverages(timeline, statement, span) : [];
});

/** From the first to the last act of theirs or hers, dates far off left out. */
function spanOfActs(timeline: Timeline, statement: Statement): Interval | undefined {
  const { theirs, hers } = actsByWhose(timeline, statement);
  let earliest: Instant | undefined;
  let latest: Instant | undefined;
  for (const list of [theirs, hers]) {
    for (const one of list) {
      if (earliest === undefined || one.earliest < earliest) earliest = one.earliest;
      if (latest === undefined || one.latest > latest) latest = one.latest;
    }
  }
  return earliest === undefined || latest === undefined ? undefined : { earliest, latest };
}

function sayCovered(coverages: readonly LaneCoverage[], zone: Zone): string[] {
  const recorded = coverages.flatMap(({ lane, covered }) => {
    const [first] = covered;
    const last = covered.at(-1);
    return first && last ? [`${sayLaneLabel(lane)} ${sayRange(dayIn(zone, first.earliest), dayIn(zone, last.latest))}`] : [];
  });
  const account = coverages.filter(({ covered }) => covered.length === 0).map(({ lane }) => sayLane(lane));
  return [
    ...(recorded.length > 0 ? [`The files cover these days: ${recorded.join("; ")}. On other days there may be more.`] : []),
    ...(account.length > 0 ? [`For ${sayList(account)} there is only what ${marks.you} wrote down, no file.`] : []),
  ];
}

function sayGaps(coverages: readonly LaneCoverage[], { zone, gaps = [] }: Statement): string[] {
  // The day on which one file ends and that on which the next begins have records: only whole days between them have none.
  const holes = coverages.flatMap(({ lane, covered, gaps: all }) =>
    all
      .filter((gap) => isHole(gap, covered))
      .map(({ from, until }) => ({ lane, first: dayIn(zone, from) + 1, last: dayIn(zone, until) - 1 }))
      .filter(({ first, last }) => first <= last),
  );
  const said = holes
    .slice(0, mostGapsSaid)
    .map(({ lane, first, last }) => `No file has a record of ${sayLane(lane)} for ${sayRange(first, last)}.`);
  const rest = holes.length - said.length;
  return [
    ...said,
    ...(rest > 0 ? [`There are ${sayNumber(rest)} more stretches without a record; the pictures break the line there.`] : []),
    ...(gaps.length > 0 ? [`${marks.You} named ${sayFew(gaps.length)} ${gaps.length === 1 ? "time" : "times"} without a record.`] : []),
  ];
}

/** A hole between two files. What lies before the first and after the last is said by `sayCovered`; what she stated is counted apart. */
function isHole({ from, until, says }: Gap, covered: readonly Interval[]): boolean {
  const [first] = covered;
  const last = covered.at(-1);
  return says === undefined && first !== undefined && last !== undefined && from >= first.earliest && until <= last.latest;
}

function sayUnread({ coverage }: Timeline): string[] {
  const unread = coverage.reduce((sum, source) => sum + source.unread, 0);
  return unread > 0 ? [`${sayCount(unread, "place")} in the files could not be read.`] : [];
}

const sayWho = memoize((timeline, statement): readonly string[] => {
  const { far, undated, perhaps, agreed, notThese, othersNotThese, others, hersElsewhere, isHerSideKnown, versions } = actsByWhose(
    timeline,
    statement,
  );
  const refused = [...notThese, ...othersNotThese];
  const withheld = others.filter(({ act }) => isNumberWithheld(act)).length;
  return [
    ...(far.length > 0
      ? [`Dated before 1990 or after the import, so that no count by day or hour rests on it: ${sayCount(far.length, "act")}.`]
      : []),
    ...(undated.length > 0
      ? [`When it happened is not known, so that no count by day or hour rests on it: ${sayCount(undated.length, "act")}.`]
      : []),
    ...(versions.length > 0 ? [`Counted once though edited or deleted since: ${sayCount(versions.length, "further record")}.`] : []),
    ...(perhaps.length > 0
      ? [`Perhaps ${marks.theirs}, as ${marks.youSay}, and in no number of ${marks.theirs}: ${sayCount(perhaps.length, "act")}.`]
      : []),
    ...(agreed.length > 0 ? [`Counted apart, because ${marks.you} said that it was agreed: ${sayCount(agreed.length, "act")}.`] : []),
    ...(refused.length > 0
      ? [`Not counted, because ${marks.you} said “not this one”: ${sayCount(refused.length, "act")}${sayWhyNot(refused, statement)}.`]
      : []),
    ...(withheld > 0
      ? [
          `Not counted as ${marks.theirs}, because the number was withheld and ${marks.you} did not say whose it was: ${sayCount(withheld, "act")}.`,
        ]
      : []),
    ...(others.length > withheld
      ? [`Not counted, because they are by other people or by nobody the files name: ${sayCount(others.length - withheld, "act")}.`]
      : []),
    ...(isHerSideKnown
      ? []
      : [
          `${whyHersOpen(timeline, statement, hersElsewhere) === "chats" ? "It is not said whether two chats that hold the same messages are one." : `${marks.You} did not say of every name and number that could be ${marks.yours} whose it is.`} Until then what ${marks.you} sent ${marks.them} is not known.`,
        ]),
  ];
});
