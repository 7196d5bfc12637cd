import { type Statement, type Timeline, msPerDay, startOfDay, type LaneId } from "@unmask/core";
import { sayDay, sayLane, sayList, sayNotKnown, sayNumber, sayRange, sayThereWere, marks } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { besideTheirs, leftAside, isAboutEven, sayBeside, sayEven, sayEvenRule } from "./reading/beside-theirs.ts";
import { laneCoverages } from "./reading/lane-coverage.ts";
import type { Pattern } from "./pattern.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { isSent } from "./reading/reply.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** Length of the two stretches of time that are compared: four whole weeks, so that weekends weigh the same. */
const windowDays = 28;
/** One stretch holds at least this many times the other. */
const changeFactor = 2;
/** And at least this many acts more, so that 1 and 2 are not a change. */
const changeLeast = 10;

/** Whether there is more of it or less of it than at the beginning, counted only where files cover both times. */
export const changeOfRate: Pattern = spoken({
  id: "change-of-rate",
  looksFor: `Whether the last ${windowDays} days hold many more or many fewer acts than the first ${windowDays}.`,
  find(timeline, statement) {
    const placed = actsByWhose(timeline, statement).theirs.filter(isOfOneDay);
    const first = placed[0]?.day;
    const last = placed.at(-1)?.day;
    if (first === undefined || last === undefined || last - first + 1 < 2 * windowDays) return [];
    const early = { from: first, until: first + windowDays - 1 };
    const late = { from: last - windowDays + 1, until: last };
    const lanes = lanesCovering([early, late], timeline, statement);
    const inWindow = (some: readonly PlacedAct[], { from, until }: Days): PlacedAct[] =>
      some.filter((one) => isOfOneDay(one) && one.day >= from && one.day <= until && lanes.has(one.lane));
    const before = inWindow(placed, early);
    const after = inWindow(placed, late);
    const more = Math.max(before.length, after.length);
    const less = Math.min(before.length, after.length);
    if (more < less * changeFactor || more - less < changeLeast) return [];
    const { hers, isHerSideKnown } = actsByWhose(timeline, statement);
    const { perhaps, unnamed } = besideTheirs(timeline, statement);
    const both = (some: readonly PlacedAct[]): Both => ({ early: inWindow(some, early).length, late: inWindow(some, late).length });
    const beside = { sent: isHerSideKnown ? both(hers.filter(isSent)) : undefined, perhaps: both(perhaps), unnamed: both(unnamed) };
    const left = leftAside(timeline, statement, () => true).agreed;
    const agreed = inWindow(left, early).length + inWindow(left, late).length > 0;
    return [finding({ early, late, before, after, beside, agreed, lanes: [...lanes] }, { timeline, statement })];
  },
});

function isOfOneDay({ isStretch, firstDay, lastDay }: PlacedAct): boolean {
  return !isStretch && firstDay === lastDay;
}

/** One number for each stretch of days. */
interface Both {
  readonly early: number;
  readonly late: number;
}

interface Days {
  readonly from: number;
  readonly until: number;
}

/** The lanes of which files cover every one of these stretches of days, to within a day at either end. */
function lanesCovering(windows: readonly Days[], timeline: Timeline, statement: Statement): ReadonlySet<LaneId> {
  const { zone } = statement;
  // bounded: the two stretches that are compared.
  const from = Math.min(...windows.map((window) => window.from));
  // bounded: the same.
  const until = Math.max(...windows.map((window) => window.until));
  const span = { earliest: startOfDay(from, zone), latest: startOfDay(until + 1, zone) };
  const covering = laneCoverages(timeline, statement, span).filter(({ covered, gaps }) =>
    windows.every((window) => {
      const start = startOfDay(window.from, zone) + msPerDay;
      const end = startOfDay(window.until + 1, zone) - msPerDay;
      const isCovered = covered.some(({ earliest, latest }) => earliest <= start && latest >= end);
      return isCovered && !gaps.some((gap) => gap.says !== undefined && gap.from < end && gap.until > start);
    }),
  );
  return new Set(covering.map(({ lane }) => lane));
}

interface Comparison {
  readonly early: Days;
  readonly late: Days;
  readonly before: readonly PlacedAct[];
  readonly after: readonly PlacedAct[];
  /** What stands beside theirs in the same days and lanes; `sent` is undefined where it is not known. */
  readonly beside: { readonly sent: Both | undefined; readonly perhaps: Both; readonly unnamed: Both };
  /** In these days something of theirs came that was agreed, and is in neither number. */
  readonly agreed: boolean;
  readonly lanes: readonly LaneId[];
}

function finding(
  { early, late, before, after, beside, agreed, lanes }: Comparison,
  { timeline, statement }: { timeline: Timeline; statement: Statement },
): MarkedFinding {
  const acts = early.until < late.from ? [...before, ...after] : [...new Set([...before, ...after])];
  const { sent, perhaps, unnamed } = beside;
  const isEven = sent !== undefined && isAboutEven(before.length, sent.early) && isAboutEven(after.length, sent.late);
  const rowOf = (part: keyof Both, { from, until }: Days, some: readonly PlacedAct[]): readonly (string | number)[] => [
    sayRange(from, until),
    some.length,
    sent ? sent[part] : sayNotKnown(),
    perhaps[part],
    unnamed[part],
    ...lanes.map((id) => some.filter(({ lane }) => lane === id).length),
  ];
  return {
    pattern: changeOfRate.id,
    standing: "count",
    line: lineOf(
      `${agreed ? "Beside what was agreed, " : ""}${sayNumber(before.length)} came in the first four weeks, ${sayNumber(after.length)} in the last four.`,
    ),
    says: [
      `${agreed ? "Beside what was agreed: in" : "In"} the ${windowDays} days from ${sayDay(early.from)} ${sayThereWere(before.length, "act")}; ` +
        `in the ${windowDays} days to ${sayDay(late.until)} there were ${sayNumber(after.length)}.`,
      sent
        ? `${marks.You} sent ${sayNumber(sent.early)}, then ${sayNumber(sent.late)}${sayEven(isEven)}.`
        : `What ${marks.you} sent is not known.`,
      ...sayBeside({ perhaps: perhaps.early + perhaps.late, unnamed: unnamed.early + unnamed.late }),
    ].join(" "),
    acts: idsOf(acts),
    how:
      `The first and the last ${windowDays} days are compared, on the lanes of which files cover both (${sayList(lanes.map((id) => sayLane(id)))}). ` +
      `It is said when one holds at least ${changeFactor} times the other and at least ${changeLeast} acts more. ${sayEvenRule("in both stretches the numbers")}`,
    couldChange: [
      "Acts on other lanes, and acts whose day is not certain, are left out of this comparison.",
      ...sayAbsences(timeline, statement, acts),
    ],
    table: {
      columns: ["Days", "Acts", `${marks.You} sent`, `Perhaps ${marks.theirs}`, "Nobody named", ...lanes.map((lane) => sayLane(lane))],
      rows: [rowOf("early", early, before), rowOf("late", late, after)],
    },
  };
}
