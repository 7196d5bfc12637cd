import { type LaneId, type Statement, type Timeline, dayIn, laneOf, later, lanes, startOfDay } from "@unmask/core";
import { sayBetween, sayCount, sayDay, sayFirst, sayLane, sayLaneLabel, sayList, sayRange, sayTimes, marks } from "@unmask/words";
import { herStops } from "./reading/her-stops.ts";
import { sayAbsences } from "./reading/absences.ts";
import { besideTheirs, leftAside } from "./reading/beside-theirs.ts";
import { sayByLane } from "./reading/by-lane.ts";
import { laneCoverages } from "./reading/lane-coverage.ts";
import type { Pattern } from "./pattern.ts";
import { type Line, lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { memoize } from "./reading/memoize.ts";
import { isSent } from "./reading/reply.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { unblockedAfter } from "./reading/unblocked.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** Whole days without any act of theirs that make a silence: a week. */
const silenceDays = 7;
/** Whole days without an act on one channel while others may go on: two weeks. */
const channelSilenceDays = 14;
/** And at least this many times the usual wait, so that somebody who writes once a month is not silent eleven times a year. */
const waitFactor = 5;
/** The part of theirs before it that came by channels which files cover through it: where one export ends, the few texts of another show no silence. */
const coveredTenths = 9;

/** Times in which nothing came although a file covers them, and then it began again: altogether, and on one channel. */
export const silenceAndReturn: Pattern = spoken({
  id: "silence-and-return",
  looksFor: `Times of ${silenceDays} days or more, or ${channelSilenceDays} on one channel, in which nothing came although files cover them, and after which it began again.`,
  find(timeline, statement) {
    const { theirs } = actsByWhose(timeline, statement);
    const quiet = silencesOf(theirs, silenceDays, refusedOf(timeline, statement)).map((one) => withRecord(one, timeline, statement));
    const isBlocked = createIsBlocked(timeline, statement);
    const silences = quiet.filter((one) => one.isRecorded && !isBlocked(one, one.covering));
    const open = quiet.filter((one) => !one.isRecorded);
    const blocked = quiet.filter((one) => one.isRecorded && isBlocked(one, one.covering));
    return [...altogether({ silences, open, blocked }, timeline, statement), ...byChannel([...silences, ...blocked], timeline, statement)];
  },
});

/** What may be theirs and is not known to be: it ends no silence of theirs and begins none, and is said beside it. */
const mayBeTheirs = memoize((timeline, statement): readonly PlacedAct[] => {
  const { perhaps, unnamed } = besideTheirs(timeline, statement);
  return [...perhaps, ...unnamed];
});

/** What of theirs she calls "not this one": it is in no number, and it came all the same, so that nobody was silent. */
function refusedOf(timeline: Timeline, statement: Statement): readonly PlacedAct[] {
  return leftAside(timeline, statement, () => true).refused;
}

/** How many acts that she says were agreed can have come in it. */
function agreedWithin(silence: Silence, timeline: Timeline, statement: Statement, lane?: LaneId): number {
  return countWithin(leftAside(timeline, statement, (one) => lane === undefined || one.lane === lane).agreed, silence);
}

interface Silence {
  readonly before: PlacedAct;
  readonly after: PlacedAct;
  /** First and last whole day without an act, under every reading. */
  readonly from: number;
  readonly until: number;
}

interface RecordedSilence extends Silence {
  /** Files cover the whole of it for the channels by which nearly all of theirs had come. */
  readonly isRecorded: boolean;
  /** Acts in it that may be theirs. */
  readonly mayBe: number;
  /** Acts of theirs in it that she says were agreed: they end none, and no sentence passes over them. */
  readonly agreed: number;
  /** The lanes of which files cover the whole of it. */
  readonly covering: readonly LaneId[];
  /** The lanes that they had used before, of which no file covers the whole of it. */
  readonly unknown: readonly LaneId[];
}

/**
 * Makes a question: did a block that she stated hold on all days of a silence? Who is blocked is not silent. A block of which the files show the app
 * closes no other channel; one that she gave by its day can have been on any. Where something came while it held, it kept nothing from coming.
 */
function createIsBlocked(timeline: Timeline, statement: Statement): (silence: Silence, covering: readonly LaneId[]) => boolean {
  const { zone } = statement;
  const blocks = herStops(timeline, statement).filter(({ kind }) => kind === "blocked");
  if (blocks.length === 0) return () => false;
  const held = blocks.map((block) => {
    const ends = unblockedAfter([block], { timeline, statement }).at.map(({ earliest }) => dayIn(zone, earliest));
    const last = block.lastDay === undefined ? Infinity : dayIn(zone, block.lastDay.latest);
    return { from: block.day, until: Math.min(last, ...ends.slice(0, 1)), lane: block.act && laneOf(block.act) }; // bounded: one end.
  });
  const { theirs } = actsByWhose(timeline, statement);
  return ({ from, until }, covering) =>
    held.some(
      (block) =>
        block.from <= from &&
        block.until >= until &&
        covering.every((lane) => block.lane === undefined || lane === block.lane) &&
        !theirs.some((one) => covering.includes(one.lane) && one.firstDay > block.from && one.lastDay < block.until),
    );
}

/** Those that the record carries, those of which it cannot say, and those in which she had blocked them. */
interface Quiet {
  readonly silences: readonly RecordedSilence[];
  readonly open: readonly RecordedSilence[];
  readonly blocked: readonly RecordedSilence[];
}

function altogether({ silences, open, blocked }: Quiet, timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  const [first] = silences;
  if (!first) return [];
  const longest = longestOf(silences, first);
  const acts = endsOf(silences, actsByWhose(timeline, statement).theirs);
  const [days, between] = [sayCount(lengthOf(longest), "day"), sayBetween(longest.from, longest.until)];
  const unknown = [...new Set(silences.flatMap((silence) => silence.unknown))];
  return [
    {
      pattern: silenceAndReturn.id,
      standing: "count",
      line: quietLine({ came: `came for ${days}`, between }, longest, sayAgain(longest, timeline, statement)),
      says:
        `${sayFirst(sayTimes(silences.length))} nothing by ${marks.them}${sayBesideAgreedOf(silences)} came for ${silenceDays} days or more, and then it began again. ` +
        `The longest is ${sayCount(lengthOf(longest), "day")}, from ${sayDay(longest.from)} to ${sayDay(longest.until)}; it began again on ${sayDay(longest.after.day)} ${sayByLane(longest.after.lane)}${hersFirst(longest, timeline, statement) === undefined ? "" : `, after ${marks.you} wrote`}.` +
        sayMayBe(longest.mayBe) +
        sayAgreedIn(longest.agreed),
      acts: idsOf(acts),
      how: `Whole days without any act of ${marks.theirs}, ${sayRule(silenceDays)} It is said only where files cover all of it for the channels by which at least ${coveredTenths} in 10 of ${marks.theirs} had come before it.`,
      couldChange: [
        ...(unknown.length > 0
          ? [`For ${sayList(unknown.map((id) => sayLane(id)))} no file covers all of these days: something may have come there.`]
          : []),
        ...sayOpen(open),
        ...sayBlocked(blocked),
        ...reasons,
        ...sayAbsences(timeline, statement, acts),
      ],
      table: {
        columns: ["From", "To", "Days", "Covered by files of", "Then on", "By", `May be ${marks.theirs}`, ...agreedColumn(silences)],
        rows: silences.map((silence) => [
          sayDay(silence.from),
          sayDay(silence.until),
          lengthOf(silence),
          silence.covering.map((id) => sayLaneLabel(id)).join(", "),
          sayDay(silence.after.day),
          sayLaneLabel(silence.after.lane),
          silence.mayBe,
          ...agreedColumn(silences).map(() => silence.agreed),
        ]),
      },
    },
  ];
}

/** Where something came that may be theirs or was agreed, a line never says that nothing came. */
function quietLine(
  { came, between }: { readonly came: string; readonly between: string },
  { mayBe, agreed }: Pick<RecordedSilence, "mayBe" | "agreed">,
  again: string,
): Line {
  const [certain, more] = mayBe === 0 ? ["nothing", ""] : ["nothing certain", `; perhaps ${sayCount(mayBe, "act")}`];
  const what = sayFirst(agreed === 0 ? certain : `beside what was agreed, ${certain}`);
  const line = `${what} by ${marks.them} ${came}, ${between}${more}.`;
  return lineOf(`${line} ${again}`, line, `${what} ${came}, ${between}${more}.`, `${what} ${came}${more}.`);
}

/** " beside what was agreed", where something that she says was agreed lies in one of these. */
function sayBesideAgreedOf(silences: readonly Pick<RecordedSilence, "agreed">[]): string {
  return silences.some(({ agreed }) => agreed > 0) ? " beside what was agreed" : "";
}

/** " In it 15 acts came that were agreed."; nothing where there is none. */
function sayAgreedIn(count: number): string {
  return count === 0 ? "" : ` In it ${sayCount(count, "act")} came that ${marks.you} said ${count === 1 ? "was" : "were"} agreed.`;
}

/** A column that most cases would have empty. */
function agreedColumn(silences: readonly Pick<RecordedSilence, "agreed">[]): readonly string[] {
  return sayBesideAgreedOf(silences) === "" ? [] : ["Agreed"];
}

/** Who began again: what she wrote first is said, so that nothing of hers is given to them. */
function sayAgain(silence: Silence, timeline: Timeline, statement: Statement): string {
  return hersFirst(silence, timeline, statement) === undefined
    ? "Then it began again."
    : `Then ${marks.you} wrote first, and it began again.`;
}

/** What she sent them last before the act that ends a silence, since the last day of the silence. */
function hersFirst({ after, until }: Silence, timeline: Timeline, statement: Statement): PlacedAct | undefined {
  return actsByWhose(timeline, statement).hers.findLast((one) => isSent(one) && one.firstDay >= until && one.latest < after.earliest);
}

/** Times in which a block of hers held: a silence of somebody who is blocked is none of theirs. */
function sayBlocked(blocked: readonly RecordedSilence[]): readonly string[] {
  return blocked.map(
    ({ from, until, agreed }) =>
      `Not told as a silence: no act${sayBesideAgreedOf([{ agreed }])} ${sayRange(from, until)}, for a block that ${marks.you} stated held on all of these days.`,
  );
}

/** " In it 2 acts came that may be theirs."; nothing where there is none. */
function sayMayBe(count: number): string {
  return count === 0 ? "" : ` In it ${sayCount(count, "act")} came that may be ${marks.theirs}, by whom is not known for certain.`;
}

/** Times as long of which the files say nothing: an export that ended is told as that, and as no silence. */
function sayOpen(open: readonly RecordedSilence[]): readonly string[] {
  const [first] = open;
  if (!first) return [];
  const { from, until, unknown } = longestOf(open, first);
  const longest = open.length === 1 ? "" : ", the longest";
  return [
    `Not told as a silence: ${sayCount(open.length, "time")} without an act${sayBesideAgreedOf(open)}${longest} ${sayRange(from, until)}, for no file covers ${sayList(unknown.map((id) => sayLane(id)))} then; whether something came is not known.`,
  ];
}

/** What is a silence altogether is not told again for its channel. */
function byChannel(told: readonly Silence[], timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  const { theirs } = actsByWhose(timeline, statement);
  const isBlocked = createIsBlocked(timeline, statement);
  const isTold = ({ from, until }: Silence): boolean => told.some((one) => one.from === from && one.until === until);
  const actsByLane = new Map<LaneId, PlacedAct[]>(lanes.map((id) => [id, []]));
  for (const one of theirs) actsByLane.get(one.lane)?.push(one);
  const silences = [...actsByLane].flatMap(([lane, acts]) =>
    silencesOf(
      acts,
      channelSilenceDays,
      refusedOf(timeline, statement).filter((one) => one.lane === lane),
    )
      .filter((silence) => !isTold(silence) && !isBlocked(silence, [lane]) && isCovered(lane, silence, timeline, statement))
      .map((silence) => ({
        ...silence,
        mayBe: countWithin(
          mayBeTheirs(timeline, statement).filter((one) => one.lane === lane),
          silence,
        ),
        agreed: agreedWithin(silence, timeline, statement, lane),
      })),
  );
  const [first] = silences;
  if (!first) return [];
  const longest = longestOf(silences, first);
  const acts = endsOf(silences, theirs);
  const lane = sayLane(longest.after.lane);
  const [days, between] = [sayCount(lengthOf(longest), "day"), sayBetween(longest.from, longest.until)];
  const { mayBe } = longest;
  return [
    {
      pattern: silenceAndReturn.id,
      standing: "count",
      line: quietLine({ came: `came by ${lane} for ${days}`, between }, longest, sayAgain(longest, timeline, statement)),
      says:
        `${sayFirst(sayTimes(silences.length))} a channel was silent${sayBesideAgreedOf(silences)} for ${channelSilenceDays} days or more and then used again. ` +
        `The longest is ${sayCount(lengthOf(longest), "day")} without ${lane}, from ${sayDay(longest.from)} to ${sayDay(longest.until)}.` +
        sayMayBe(mayBe) +
        sayAgreedIn(longest.agreed),
      acts: idsOf(acts),
      how: `Whole days without an act of ${marks.theirs} on one channel, ${sayRule(channelSilenceDays)} It is said only when files of that channel cover all of it. On other channels it may have gone on.`,
      couldChange: [...reasons, ...sayAbsences(timeline, statement, acts)],
      table: {
        columns: ["Without", "From", "To", "Days", "Then on", `May be ${marks.theirs}`, ...agreedColumn(silences)],
        rows: silences.map((silence) => [
          sayLaneLabel(silence.after.lane),
          sayDay(silence.from),
          sayDay(silence.until),
          lengthOf(silence),
          sayDay(silence.after.day),
          silence.mayBe,
          ...agreedColumn(silences).map(() => silence.agreed),
        ]),
      },
    },
  ];
}

function sayRule(days: number): string {
  return (
    `under every reading of every date, ${days} or more in a row and at least ${waitFactor} times the usual wait between two days with an act. ` +
    `What is by nobody the files name, or perhaps ${marks.theirs}, ends none and begins none: it is said beside it, because it may be ${marks.theirs}. So is what ${marks.you} said was agreed; one that ends with what is “not this one” is not told. The last act before and the first act after each are listed.`
  );
}

const reasons: readonly string[] = [
  "A message that was deleted from a file leaves a silence too, and so does a phone that was off, a number that was blocked, or a journey.",
];

/**
 * Every reading of every act counts as a sign of life: an act that may have happened inside breaks the silence. So does one that she calls "not this
 * one"; a silence can begin behind it, and ends with none of these, for it did not begin again with them.
 */
function silencesOf(theirs: readonly PlacedAct[], days: number, refused: readonly PlacedAct[]): readonly Silence[] {
  const least = Math.max(days, usualWait(theirs) * waitFactor);
  const others = new Set(refused);
  const sorted = [...theirs, ...refused].sort((a, b) => a.firstDay - b.firstDay || a.lastDay - b.lastDay);
  const found: Silence[] = [];
  let before: PlacedAct | undefined;
  for (const after of sorted) {
    if (before && !others.has(after) && after.firstDay - before.lastDay - 1 >= least) {
      found.push({ before, after, from: before.lastDay + 1, until: after.firstDay - 1 });
    }
    if (!before || after.lastDay > before.lastDay) before = after;
  }
  return found;
}

/** The wait between one day with an act and the next, in days: half of the waits are shorter (the median). Infinite when there is none. */
function usualWait(theirs: readonly PlacedAct[]): number {
  const seen = new Set<number>();
  let last: number | undefined;
  for (const { day, isStretch } of theirs) if (!isStretch && day !== last) seen.add((last = day));
  const days = [...seen].sort((a, b) => a - b);
  const waits = days.slice(1).map((day, i) => day - (days[i] ?? day));
  return waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)] ?? Infinity;
}

/** What the files cover of a silence, by the channels that they had used before it. */
function withRecord(silence: Silence, timeline: Timeline, statement: Statement): RecordedSilence {
  const before = actsByWhose(timeline, statement).theirs.filter(({ lastDay }) => lastDay < silence.from);
  const came = new Set(before.map(({ lane }) => lane));
  const used = lanes.filter((lane) => came.has(lane));
  const covering = used.filter((lane) => isCovered(lane, silence, timeline, statement));
  const byCovered = before.filter(({ lane }) => covering.includes(lane)).length;
  return {
    ...silence,
    isRecorded: byCovered * 10 >= before.length * coveredTenths,
    mayBe: countWithin(mayBeTheirs(timeline, statement), silence),
    agreed: agreedWithin(silence, timeline, statement),
    covering,
    unknown: used.filter((lane) => !covering.includes(lane)),
  };
}

/** Acts that can have happened in it. */
function countWithin(acts: readonly PlacedAct[], { from, until }: Silence): number {
  return acts.filter(({ firstDay, lastDay }) => firstDay <= until && lastDay >= from).length;
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

/** The acts on both sides of the silences, in order of time. */
function endsOf(silences: readonly Silence[], theirs: readonly PlacedAct[]): readonly PlacedAct[] {
  const ends = new Set(silences.flatMap(({ before, after }) => [before, after]));
  return theirs.filter((one) => ends.has(one));
}

function longestOf<Some extends Silence>(silences: readonly Some[], first: Some): Some {
  return silences.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a), first);
}

function lengthOf({ from, until }: Silence): number {
  return until - from + 1;
}
