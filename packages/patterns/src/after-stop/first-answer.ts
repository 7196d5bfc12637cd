import { type PlacedStop, firstInstantOf, lastInstantOf, msPerMinute } from "@unmask/core";
import {
  marks,
  sayClock,
  sayCount,
  sayDay,
  sayFirst,
  sayFrom,
  sayHowKnown,
  sayKind,
  sayLaneLabel,
  sayList,
  sayNotKnown,
  sayNumber,
} from "@unmask/words";
import { sayAbsences } from "../reading/absences.ts";
import { sayBesideLeft } from "../reading/beside-theirs.ts";
import { lineOf, quoteOf, quoteOrKind, quotingLine, sayStep, withOneStop } from "../reading/line.ts";
import { type PlacedAct, idsOf } from "../reading/placed-act.ts";
import { createSayTo } from "../reading/say-to.ts";
import { actsByWhose } from "../reading/their-acts.ts";
import { leftBetween } from "./left-between.ts";
import { isCallThatRan, sayCallDoubt, sayWhen } from "./say-stops.ts";
import type { Case, Stops, Told } from "./stops-held.ts";

/** What came first within so many minutes is told with how long it took. */
const answerMinutes = 60;
/** Texts that may have come before it are quoted up to so many: a line has room for no more. */
const mostQuoted = 2;

/** What came first after she told them to stop, with its minute, where the minute of the stop is known. */
export function firstAnswer({ kind, first: stop }: Stops, after: readonly PlacedAct[], { timeline, statement }: Case): readonly Told[] {
  const [first] = after;
  if (kind !== "told to stop" || stop.exact === "day" || first === undefined) return [];
  const { zone } = statement;
  const before = mayComeBefore(first, stop, actsByWhose(timeline, statement).theirs);
  const earlier = before.length;
  const to = createSayTo(timeline, statement)(first);
  const toThem = to === "" ? "" : `, to ${to}`;
  const isStopClock = stop.latest - stop.earliest < msPerMinute;
  const minutes = Math.floor((first.earliest - stop.earliest) / msPerMinute);
  const isClock = first.latest - first.earliest < answerMinutes * msPerMinute;
  const at = isClock ? `${sayDay(first.day)} at ${sayClock(first.earliest, zone)}` : sayDay(first.day);
  const isSoon = isClock && isStopClock && minutes <= answerMinutes;
  const left = leftBetween(timeline, statement, { stop, first });
  const [agreed, refused] = [left.agreed.length, left.refused.length];
  const beside = sayBesideLeft(left);
  const head = `${earlier > 0 ? "First for certain after the stop" : "First after the stop"}${beside === "" ? "" : `,${beside}`}`;
  const when = `${head}, ${isSoon ? `at ${sayClock(first.earliest, zone)}` : `on ${at}`}${toThem}`;
  const beforeIt = earlier > 0 ? ` ${sayNumber(earlier)} may have come before.` : "";
  const quotedBefore = sayQuoted(before);
  const what = sayKind(first).toLowerCase();
  const step = sayStep(first.whose, first.act, statement);
  const asKnown = sayHowKnown(first.whose, first.act);
  const brief = `After the stop${beside === "" ? "" : `,${beside}`}, ${isSoon || !isClock ? sayDay(first.day) : `${sayDay(first.day)}, ${sayClock(first.earliest, zone)}`}${toThem}`;
  return [
    {
      line: quotingLine(first.act, {
        around: [
          ...quotedBefore.flatMap((quoted) =>
            [step.full, step.brief, ""].map((by) => (words: string) => `${when}: ${words}.${by}${quoted}`),
          ), // bounded: three at most.
          (words) => `${when}: ${words}.${step.full}${beforeIt}`,
          (words) => `${when}: ${words}.${step.brief}${beforeIt}`,
          ...(earlier > 0 ? [(words: string) => `${when}: ${words}.${beforeIt}`] : []),
          // The words do not give way to “first”, which the sentence below says, nor to a name that the whole paper is about.
          (words) => `${brief}: ${words}.${step.brief}${beforeIt}`,
          ...(step.brief.includes(asKnown) ? [(words: string) => `${brief}: ${words}. ${sayFirst(asKnown)}.${beforeIt}`] : []),
        ],
        without: lineOf(`${when}: ${what}.${step.full}${beforeIt}`, `${when}: ${what}.${step.brief}${beforeIt}`),
      }),
      says: withOneStop(
        `After ${marks.you} told ${marks.them} to stop on ${sayWhen(stop, zone)}, the first that ${earlier > 0 ? "certainly " : ""}came${beside} was on ${at}${toThem}` +
          `${isSoon ? `, ${minutes === 0 ? "within a minute" : `${sayCount(minutes, "minute")} later`}` : ""}: ${quoteOrKind(first.act)}.${earlier > 0 ? ` ${sayCount(earlier, "act")} may have come before it${quotedBefore.length > 0 ? `: ${sayList(before.slice(0, mostQuoted).map(({ act }) => quoteOrKind(act)))}` : ""}.` : ""}`,
      ),
      acts: idsOf([first]),
      how: `The first act of which every time it can mean lies after ${isCallThatRan(stop.act) ? "the end of the call is named." : "the stop is named; within one minute, what one file has below the stop came after it."}`,
      couldChange: [
        ...sayCallDoubt(stop),
        ...(agreed > 0
          ? [
              `${sayCount(agreed, "act")} that ${marks.you} said ${agreed === 1 ? "was" : "were"} agreed came between the stop and this one.`,
            ]
          : []),
        ...(refused > 0
          ? [`${sayCount(refused, "act")} of which ${marks.you} said “not this one” came between the stop and this one.`]
          : []),
        ...sayAbsences(timeline, statement, [first]),
      ],
      table: {
        columns: ["Stop", "First after it", "Minutes between", "By", "From", "May have come before"],
        rows: [
          [
            sayWhen(stop, zone),
            at,
            isClock && isStopClock ? (minutes === 0 ? "under 1" : minutes) : sayNotKnown(),
            sayLaneLabel(first.lane),
            sayFrom(first.act),
            earlier,
          ],
        ],
      },
    },
  ];
}

/** " Perhaps before it: “I will kill you”.": the words, where they are few, for it is these that may be the first answer. */
function sayQuoted(before: readonly PlacedAct[]): readonly string[] {
  const quoted = before.flatMap(({ act }) => quoteOf(act) ?? []);
  const isWhole = quoted.length === before.length && quoted.length <= mostQuoted && quoted.every((one) => one.startsWith("“"));
  return before.length > 0 && isWhole ? [` Perhaps before it: ${sayList(quoted)}.`] : [];
}

/** What of theirs may have come between the stop and what certainly came first. The order of one file is known within a minute. */
function mayComeBefore(first: PlacedAct, stop: PlacedStop, theirs: readonly PlacedAct[]): readonly PlacedAct[] {
  const end = lastInstantOf(first);
  const isAlongside = ({ act, earliest, latest }: PlacedAct): boolean =>
    act.source.sha256 === first.act.source.sha256 && earliest === first.earliest && latest === first.latest;
  return theirs.filter(
    (one) =>
      one !== first &&
      !stop.inItsMinute?.before.has(one.id) &&
      lastInstantOf(one) > stop.earliest &&
      firstInstantOf(one) < end &&
      !isAlongside(one),
  );
}
