import { type Instant, type Statement, type Timeline, msPerHour, msPerMinute } from "@unmask/core";
import { sayClock, sayCount, sayDay, sayFirst, sayKinds, sayNotKnown, sayNumber, sayTimes, marks } from "@unmask/words";
import { countWithin } from "./reading/acts-within.ts";
import { sayAbsences } from "./reading/absences.ts";
import { besideTheirs, isAboutEven, sayBeside, sayEven, sayEvenRule } from "./reading/beside-theirs.ts";
import type { Pattern } from "./pattern.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { isSent } from "./reading/reply.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** A burst holds this many acts… */
const burstLeast = 10;
/** …within this many minutes. */
const burstMinutes = 60;
/** A time that is less exact than this says nothing about how fast acts followed each other. */
const longestSpan = msPerHour;

/** Many acts in a short time. */
export const bursts: Pattern = spoken({
  id: "bursts",
  looksFor: `Times at which ${burstLeast} or more acts came within ${burstMinutes} minutes.`,
  find(timeline, statement) {
    const exact = actsByWhose(timeline, statement).theirs.filter(({ earliest, latest }) => latest - earliest < longestSpan);
    const found = burstsOf(exact);
    return found.length === 0 ? [] : [finding(found, { timeline, statement, left: exact.length })];
  },
});

/** Stretches of acts, each of which lies in some hour that holds `burstLeast`. Overlapping hours make one burst. */
function burstsOf(acts: readonly PlacedAct[]): readonly (readonly PlacedAct[])[] {
  const found: PlacedAct[][] = [];
  let coveredTo = -1;
  for (let end = burstLeast - 1; end < acts.length; end++) {
    const start = end - burstLeast + 1;
    const first = acts[start];
    const last = acts[end];
    if (!first || !last || last.latest - first.earliest > burstMinutes * msPerMinute) continue;
    const isNew = start > coveredTo;
    if (isNew) found.push([]);
    // bounded: burstLeast acts at the beginning, then one at a time.
    found.at(-1)?.push(...acts.slice(Math.max(start, coveredTo + 1), end + 1));
    coveredTo = end;
  }
  return found;
}

function finding(
  found: readonly (readonly PlacedAct[])[],
  { timeline, statement, left }: { timeline: Timeline; statement: Statement; left: number },
): MarkedFinding {
  const { zone } = statement;
  const { theirs, hers, isHerSideKnown } = actsByWhose(timeline, statement);
  const most = found.reduce((a, b) => (b.length > a.length ? b : a));
  const acts = found.flat();
  const unclear = theirs.length - left;
  const { perhaps, unnamed } = besideTheirs(timeline, statement);
  const sent = isHerSideKnown ? hers.filter(isSent) : undefined;
  const within = (some: readonly PlacedAct[]): number =>
    found.map(spanOf).reduce((sum, { from, until }) => sum + countWithin(some, from, until), 0);
  const rows = found.map((burst) => {
    const { from, until } = spanOf(burst);
    return [
      sayDay(burst[0]?.day ?? 0),
      sayClock(from, zone),
      sayClock(until, zone),
      burst.length,
      sayKinds(burst),
      sent ? countWithin(sent, from, until) : sayNotKnown(),
      countWithin(perhaps, from, until),
      countWithin(unnamed, from, until),
    ];
  });
  const { from, until } = spanOf(most);
  const isLonger = until - from > burstMinutes * msPerMinute;
  return {
    pattern: bursts.id,
    standing: "count",
    line: lineOf(
      `The most in a short time: ${sayNumber(most.length)} on ${sayDay(most[0]?.day ?? 0)}, from ${sayClock(from, zone)} to ${sayClock(until, zone)}.`,
    ),
    says: [
      `${sayFirst(sayTimes(found.length))} there were ${burstLeast} or more acts within ${burstMinutes} minutes, ${sayCount(acts.length, "act")} in all${sayHers(acts.length, sent && within(sent))}.`,
      `The most is ${sayNumber(most.length)}, on ${sayDay(most[0]?.day ?? 0)} from ${sayClock(from, zone)} to ${sayClock(until, zone)}${isLonger ? `: longer than ${burstMinutes} minutes, since such stretches that share an act are told as one` : ""}.`,
      ...sayBeside({ perhaps: within(perhaps), unnamed: within(unnamed) }),
    ].join(" "),
    acts: idsOf(acts),
    how:
      `A burst is any stretch in which ${burstLeast} acts lie within ${burstMinutes} minutes, from the first minute that the first can mean to the last that the last can mean. ` +
      `Stretches that share an act are one burst, so a burst can last longer than that. ${sayEvenRule("all numbers together")}`,
    couldChange: [
      ...(unclear > 0 ? [`${sayCount(unclear, "act")} ${unclear === 1 ? "has" : "have"} no time exact enough to be in a burst.`] : []),
      ...sayAbsences(timeline, statement, acts),
    ],
    table: { columns: ["Day", "From", "To", marks.Theirs, "What", `${marks.You} sent`, `Perhaps ${marks.theirs}`, "Nobody named"], rows },
  };
}

function sayHers(theirs: number, sent: number | undefined): string {
  if (sent === undefined) return `; what ${marks.you} sent meanwhile is not known`;
  return `; ${marks.you} sent ${sayNumber(sent)} meanwhile${sayEven(isAboutEven(theirs, sent))}`;
}

function spanOf(burst: readonly PlacedAct[]): { readonly from: Instant; readonly until: Instant } {
  const first = burst[0];
  const last = burst.at(-1);
  if (!first || !last) throw new Error("a burst holds acts");
  return { from: first.earliest, until: last.latest };
}
