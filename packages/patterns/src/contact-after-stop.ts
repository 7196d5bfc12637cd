import {
  type Finding,
  type LaneId,
  type PlacedStop,
  type Statement,
  type StopKind,
  type Timeline,
  type TimelineAct,
  type Zone,
  dayIn,
  isAfterStop,
  isBeforeStop,
  isNotHeld,
  isWhileHeld,
  isWithinStop,
  msPerMinute,
  placeStops,
} from "@unmask/core";
import {
  sayClock,
  sayCount,
  sayDay,
  sayFewOf,
  sayFrom,
  sayKind,
  sayKinds,
  sayLaneLabel,
  sayList,
  sayNotKnown,
  sayNumber,
  sayRange,
  marks,
} from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { type Line, lineOf, quoteOf, quotingLine, sayStep, sayWhenOf, withOneStop } from "./reading/line.ts";
import type { Pattern } from "./pattern.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { hersToPerhaps } from "./reading/hers-to-perhaps.ts";
import { isSent } from "./reading/reply.ts";
import { isByAccount, seenBefore } from "./reading/seen-before.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** Acts that came after she told them to stop, after she blocked them, or after an order or a bail condition. The stops are hers. */
export const contactAfterStop: Pattern = spoken({
  id: "contact-after-stop",
  looksFor: "What came after you told them to stop, after you blocked them, or after an order or a bail condition.",
  find(timeline, statement) {
    return stopsOf(timeline, statement).flatMap((stops) => findingsOf(stops, { timeline, statement }));
  },
});

/** Characters of her stop that are quoted in the sentence; the line has its own measure. */
const longestQuote = 200;
/** What came first within so many minutes is told with how long it took. */
const answerMinutes = 60;

/** Stops of one kind, the first one leading: what came after it is counted. */
interface Stops {
  readonly kind: StopKind;
  readonly first: HeldStop;
  readonly all: readonly HeldStop[];
}

/** A stop. An order that was served later holds here up to its service: what came after that is counted there. */
interface HeldStop extends PlacedStop {
  readonly served?: PlacedStop;
}

interface Case {
  readonly timeline: Timeline;
  readonly statement: Statement;
}

/** "You told them to stop", before its days. */
const sayStop: Readonly<Record<StopKind, string>> = {
  "order in force": "An order was in force from",
  "order served": `An order was served on ${marks.them}`,
  "bail condition": `A bail condition was set for ${marks.them}`,
  "told to stop": `${marks.You} told ${marks.them} to stop`,
  blocked: `${marks.You} blocked a number or an account`,
};

/** "those words", for the sentence on the day itself. */
const sayStopItself: Readonly<Record<StopKind, string>> = {
  "order in force": "the order came into force",
  "order served": "the order",
  "bail condition": "the bail condition",
  "told to stop": "those words",
  blocked: "the block",
};

/** The same in two words, where a line has no room. */
const shortStops: Readonly<Record<StopKind, string>> = {
  "order in force": "Order in force",
  "order served": "Order served",
  "bail condition": "Bail condition",
  "told to stop": "Told to stop",
  blocked: "First block",
};

/** An order or a bail condition first, then her own words, then her block. */
const orderOfStops: readonly StopKind[] = ["order served", "order in force", "bail condition", "told to stop", "blocked"];

function stopsOf(timeline: Timeline, statement: Statement): readonly Stops[] {
  const placed = placeStops(timeline, statement);
  return orderOfStops.flatMap((kind) => {
    const all = placed.filter((stop) => stop.kind === kind).map((stop) => (kind === "order in force" ? upToService(stop, placed) : stop));
    const [first] = all;
    return first ? [{ kind, first, all }] : [];
  });
}

/** An order that is in force, up to the first service of one while it was. */
function upToService(order: PlacedStop, placed: readonly PlacedStop[]): HeldStop {
  const served = placed.find(
    ({ kind, earliest }) =>
      kind === "order served" && earliest >= order.earliest && (order.lastDay === undefined || earliest <= order.lastDay.latest),
  );
  return served ? { ...order, lastDay: { earliest: served.earliest, latest: served.latest }, served } : order;
}

/** " (until 10 June 2026)" of a stop that has a last day, " (served on 27 June 2026)" of an order that was served later. */
function sayUntil({ lastDay, served }: HeldStop, zone: Zone): string {
  if (served !== undefined) return ` (served on ${sayWhen(served, zone)})`;
  return lastDay === undefined ? "" : ` (until ${sayDay(dayIn(zone, lastDay.earliest))})`;
}

/** The stop that held when something certainly came, of several the last; undefined where none did for certain. */
function heldAt(stops: readonly PlacedStop[], one: PlacedAct): PlacedStop | undefined {
  return stops.findLast((stop) => isWhileHeld(one, stop));
}

/** "3 March 2026", or with its minute where that is known. */
function sayWhen({ exact, earliest, day }: PlacedStop, zone: Zone): string {
  return exact === "day" ? sayDay(day) : `${sayDay(dayIn(zone, earliest))} at ${sayClock(earliest, zone)}`;
}

/** Where something came of which it is not known whether it was before or after a stop: a clock that is put back has one minute twice. */
function sayWithin({ exact, earliest, latest }: PlacedStop): string {
  if (exact === "day") return "on the day itself";
  return latest - earliest < msPerMinute ? "in that very minute" : "between the first and the last time that can be meant";
}

/** The act of hers that a stop is: the one that she chose, or the only one with words that she sent them in the minute that she gave. */
function actOfStop({ exact, act, earliest, latest }: PlacedStop, hers: readonly PlacedAct[]): TimelineAct | undefined {
  if (exact !== "minute") return act;
  const within = hers.filter((one) => one.act.text !== null && isWithinStop(one.act.when, { earliest, latest }));
  return within.length === 1 ? within[0]?.act : undefined;
}

function findingsOf(stops: Stops, all: Case): readonly MarkedFinding[] {
  const { first, all: ofKind } = stops;
  const { timeline, statement } = all;
  const { theirs, hers, perhaps, isHerSideKnown } = actsByWhose(timeline, statement);
  const came: Came = { after: [], isAnyBefore: false, within: 0, perhapsAfter: 0, onLastDay: 0, over: 0 };
  for (const one of theirs) {
    if (heldAt(ofKind, one)) {
      came.after.push(one);
      continue;
    }
    if (isAfterStop(one, first)) {
      if (ofKind.every((stop) => isNotHeld(one, stop))) came.over++;
      else if (ofKind.some(({ lastDay }) => lastDay && isWithinStop(one, lastDay))) came.onLastDay++;
      else if (ofKind.some((stop) => isWithinStop(one, stop))) came.within++;
      else came.perhapsAfter++;
      continue;
    }
    came.isAnyBefore = true;
    if (!isBeforeStop(one, first)) came.perhapsAfter++;
    else if (isWithinStop(one, first)) came.within++;
  }
  if (came.after.length === 0) return onLastDayAlone(stops, came, all);
  const beside: Beside = {
    perhaps: perhaps.filter((one) => !one.isFar && heldAt(ofKind, one)).length,
    hers: isHerSideKnown ? hers.filter((one) => isSent(one) && heldAt(ofKind, one)) : undefined,
    hersToPerhaps: hersToPerhaps(timeline, statement).filter((one) => heldAt(ofKind, one)).length,
    isHersCovered: isCovered(timeline, hers, came.after),
  };
  const act = stops.kind === "told to stop" ? actOfStop(first, hers) : undefined;
  return [whatCame(stops, { ...came, ...beside, act }, all), ...firstAnswer(stops, came.after, all)];
}

/** What came on the last day of an order or a bail condition, where nothing else certainly came while it held: no day of it is passed over. */
function onLastDayAlone({ kind, all }: Stops, { over }: Came, { timeline, statement }: Case): readonly MarkedFinding[] {
  const { zone } = statement;
  const ending = all.filter(({ served }) => served === undefined);
  const onLastDay = actsByWhose(timeline, statement).theirs.filter(
    (one) => !heldAt(all, one) && ending.some((stop) => stop.lastDay && !isNotHeld(one, stop) && isWithinStop(one, stop.lastDay)),
  );
  const [first] = onLastDay;
  if (first === undefined) return [];
  const count = sayCount(onLastDay.length, "act");
  const day = sayDay(first.day);
  const open = "whether it still held is not known.";
  return [
    {
      pattern: contactAfterStop.id,
      standing: standingOf(kind),
      line: lineOf(
        `${shortStops[kind]}: ${count} came on ${day}, its last day; ${open}`,
        `${shortStops[kind]}: ${count} on ${day}, its last day; ${open}`,
      ),
      says:
        `${sayStop[kind]}${kind === "order in force" ? "" : " on"} ${sayList(all.map((stop) => `${sayWhen(stop, zone)}${sayUntil(stop, zone)}`))}. Nothing came that certainly lies while ${all.length === 1 ? "it" : "one of them"} held. ` +
        `${count} came on a last day: ${sayKinds(onLastDay)}; ${open}`,
      acts: idsOf(onLastDay),
      how: "An act is named when every time that it can mean lies on the last day. The hour at which it was over is not known.",
      couldChange: [
        ...(over > 0 ? [`${sayCount(over, "act")} came when none held; ${over === 1 ? "it is" : "they are"} not counted.`] : []),
        ...sayAbsences(timeline, statement, onLastDay),
      ],
      table: {
        columns: ["Last day", "By", "From", "Came"],
        rows: onLastDay.map((one) => [sayDay(one.day), sayLaneLabel(one.lane), sayFrom(one.act), sayWhenOf(one, zone)]),
      },
    },
  ];
}

/** What is theirs, by the stop. */
interface Came {
  readonly after: PlacedAct[];
  /** Something of theirs can have come before it. */
  isAnyBefore: boolean;
  within: number;
  perhapsAfter: number;
  /** On a last day: whether it still held is not known. */
  onLastDay: number;
  /** After the first, when none held any more. */
  over: number;
}

/** What came after it and is not theirs. */
interface Beside {
  /** Acts that are perhaps theirs. */
  readonly perhaps: number;
  /** What she sent them; undefined while it is not known. */
  readonly hers: readonly PlacedAct[] | undefined;
  /** What she sent to somebody who is perhaps them. */
  readonly hersToPerhaps: number;
  readonly isHersCovered: boolean;
}

function standingOf(kind: StopKind): Finding["standing"] {
  return kind === "told to stop" || kind === "blocked" ? "after a stop" : "order or bail";
}

/** Whether the orders in force were served, as a clause, and the same as short as it can be; undefined where each was. */
function sayService(orders: readonly HeldStop[], { answers }: Statement): { readonly full: string; readonly brief: string } | undefined {
  const open = orders.filter(({ served }) => served === undefined).length;
  if (open === 0) return undefined;
  if (open < orders.length) return { full: "of some, service is not stated", brief: "service stated of some" };
  const answer = answers?.["order served"];
  if (answer === "none") return { full: "none was served", brief: "none served" };
  const known = answer === "not known" ? "not known" : "not stated";
  return { full: `whether it was served is ${known}`, brief: `service ${known}` };
}

/** The line of an order in force: with whether it was served, because who was never told of an order has not broken it. */
function linesInForce({ first, all }: Stops, zone: Zone, statement: Statement, [then, thenBriefly]: readonly [string, string]): Line {
  const from = sayWhen(first, zone);
  const service = sayService(all, statement);
  if (all.length > 1) {
    const during = all.some(({ served }) => served !== undefined) ? "Before service" : "While one held";
    const head = `Orders in force, the first from ${from}${service === undefined ? "" : `; ${service.brief}`}`;
    return lineOf(`${head}. ${during} ${then}`, `${head}: ${thenBriefly}`);
  }
  if (first.served !== undefined) {
    const served = sayWhen(first.served, zone);
    return lineOf(
      `Order in force from ${from}. Before it was served, on ${served}, ${then}`,
      `Order from ${from}, before service on ${served}: ${thenBriefly}`,
    );
  }
  const range = first.lastDay && first.exact === "day" ? sayRange(first.day, dayIn(zone, first.lastDay.earliest)) : `from ${from}`;
  return lineOf(
    `Order in force ${range}; ${service?.full}. ${first.lastDay ? "While it held" : "Since then"} ${then}`,
    `Order in force ${range}; ${service?.brief}. ${first.lastDay ? "While it held" : "Since then"} ${then}`,
    `Order in force ${range}, ${service?.brief}: ${thenBriefly}`,
    `Order ${range}, ${service?.brief}: ${thenBriefly}`,
  );
}

/** "; you sent 45", "; what you sent is not known", "; these files show nothing that you sent"; and the same as short as it can be. */
function sayHers({ hers, hersToPerhaps, isHersCovered }: Omit<Beside, "perhaps">): { readonly full: string; readonly brief: string } {
  if (hers === undefined)
    return { full: `; what ${marks.you} sent is ${sayNotKnown()}`, brief: `. What ${marks.Me} sent: ${sayNotKnown()}` };
  const isOpen = hers.length === 0 && !isHersCovered;
  const count = hers.length === 0 ? "nothing" : sayNumber(hers.length);
  if (hersToPerhaps > 0)
    return {
      full: `; ${isOpen ? `these files show nothing that ${marks.you} sent` : `${marks.you} sent ${count}`} to what is certainly ${marks.theirs}, ${sayNumber(hersToPerhaps)} to what is perhaps ${marks.theirs}`,
      brief: `. ${marks.Me} ${isOpen ? "in these files" : "sent"}: ${count}; to unsure accounts: ${sayNumber(hersToPerhaps)}`,
    };
  if (isOpen) return { full: `; these files show nothing that ${marks.you} sent`, brief: `. ${marks.Me}: nothing in these files` };
  return { full: `; ${marks.you} sent ${count}`, brief: `. ${marks.Me} sent ${count}` };
}

/** Whether files that hold what she sent them go on to the end of what came: only then is "nothing" known. */
function isCovered({ coverage }: Timeline, hers: readonly PlacedAct[], after: readonly PlacedAct[]): boolean {
  const files = new Set<string>();
  for (const one of hers) if (isSent(one)) for (const { sha256 } of one.act.sources) files.add(sha256);
  const last = after.reduce((most, { earliest }) => Math.max(most, earliest), -Infinity);
  return coverage.some(
    ({ source, last: end, covers }) => files.has(source.sha256) && Math.max(end ?? -Infinity, covers?.until ?? -Infinity) >= last,
  );
}

function whatCame(
  { kind, first, all }: Stops,
  {
    after,
    isAnyBefore,
    within,
    perhapsAfter,
    onLastDay,
    over,
    perhaps,
    hers,
    hersToPerhaps: toPerhaps,
    isHersCovered,
    act,
  }: Came & Beside & { readonly act: TimelineAct | undefined },
  { timeline, statement }: Case,
): MarkedFinding {
  const { zone } = statement;
  const isDay = first.exact === "day";
  const firstDay = after.reduce((least, { day }) => Math.min(least, day), Infinity);
  const lastDay = after.reduce((most, { day }) => Math.max(most, day), -Infinity);
  const seen = isAnyBefore ? seenBefore(timeline, statement, first) : undefined;
  const isFresh = (one: PlacedAct): boolean => seen !== undefined && isByAccount(one) && !seen.has(one.from.normal);
  const since = isDay ? (all.length === 1 ? "that day" : sayDay(first.day)) : all.length === 1 ? "that" : sayWhen(first, zone);
  const quoted = act && quoteOf(act, longestQuote);
  const sent = sayHers({ hers, hersToPerhaps: toPerhaps, isHersCovered });
  const count = sayCount(after.length, "act");
  const when = sayWhen(first, zone);
  const brief = isDay ? sayDay(first.day) : `${sayDay(dayIn(zone, first.earliest))}, ${sayClock(first.earliest, zone)}`;
  // What she sent after her words is not said again after a later block: it would be the same number twice.
  const isSaid = kind === "blocked" && placeStops(timeline, statement).some((stop) => stop.kind === "told to stop");
  const more = perhaps > 0 ? `, perhaps ${sayNumber(perhaps)} more` : "";
  const then = `${count} came${more}${isSaid ? "" : sent.full}.`;
  const thenBriefly = `${count}${more}${isSaid ? "" : sent.brief}.`;
  const isEnding = all.some(({ lastDay }) => lastDay !== undefined);
  const isAlone = all.length === 1;
  const end = isAlone && first.lastDay ? sayDay(dayIn(zone, first.lastDay.earliest)) : undefined;
  const [until, to] = end === undefined ? ["", ""] : [`, until ${end}`, ` to ${end}`];
  const during = isEnding ? (isAlone ? "While it held" : "While one held") : "After it";
  const isInForce = kind === "order in force";
  const service = isInForce ? sayService(all, statement) : undefined;
  const isServed = all.some(({ served }) => served !== undefined);
  const held = isServed ? `before ${isAlone ? "it" : "one"} was served` : `while ${isAlone ? "it" : "one of them"} held`;
  const without = isInForce
    ? linesInForce({ kind, first, all }, zone, statement, [then, thenBriefly])
    : lineOf(
        `${sayStop[kind]} on ${when}${until}. ${during} ${then}`,
        `${shortStops[kind]}: ${brief}${to}. ${during} ${then}`,
        `${shortStops[kind]}: ${brief}${to}. ${during}${isEnding ? ":" : ""} ${thenBriefly}`,
      );
  return {
    pattern: contactAfterStop.id,
    standing: standingOf(kind),
    line: act
      ? quotingLine(act, {
          around: [(words) => `${brief}: ${words}. Then ${then}`, (words) => `${brief}: ${words}. Then ${thenBriefly}`],
          without,
          isStop: true,
        })
      : without,
    says: withOneStop(
      `${sayStop[kind]}${isInForce ? "" : " on"} ${sayList(all.map((stop) => `${sayWhen(stop, zone)}${sayUntil(stop, zone)}`))}` +
        `${isInForce ? `, as ${marks.youSay}` : ""}${service === undefined ? "" : `; ${service.full}`}${quoted === undefined ? "" : `: ${quoted}`}. ` +
        `${count} came ${isEnding ? held : `after ${since}`}: ${sayKinds(after)}${perhaps > 0 ? `, and ${sayNumber(perhaps)} that ${perhaps === 1 ? "is" : "are"} perhaps by ${marks.them}` : ""}${sent.full}. ` +
        (firstDay === lastDay
          ? `${after.length === 1 ? "It" : "All"} came on ${sayDay(firstDay)}.`
          : `The first came on ${sayDay(firstDay)}, the last on ${sayDay(lastDay)}.${sayFresh(after, isFresh)}`),
    ),
    acts: idsOf(after),
    how: isEnding
      ? `An act is counted when every time it can mean lies after ${isAlone ? when : "the beginning of one of them"} and before its last day${isServed ? ", or before the day on which it was served: what came later is counted as after service" : ""}. What came on a last day, or on a first day without its hour, is not counted, because whether it held at that hour is not known.`
      : isDay
        ? `An act is counted when every day it can mean lies after ${sayDay(first.day)}, the day that ${marks.you} gave. What came on the day itself is not counted, because the hour is not known.`
        : `An act is counted when every time it can mean lies after ${when}, ${first.exact === "act" ? `the time of the message that ${marks.you} chose` : `the minute that ${marks.you} gave`}.`,
    couldChange: [
      ...(within > 0
        ? [`${sayCount(within, "act")} came ${sayWithin(first)}; whether before or after ${sayStopItself[kind]} is not known.`]
        : []),
      ...(onLastDay > 0
        ? [
            `${sayCount(onLastDay, "act")} came on ${isServed ? "the day of service or a last day; whether before it" : `${isAlone ? "its" : "a"} last day; whether it still held`} is not known.`,
          ]
        : []),
      ...(over > 0
        ? [
            `${sayCount(over, "act")} came ${isServed ? "later" : `when ${isAlone ? "it was over" : "none held"}`}; ${over === 1 ? "it is" : "they are"} not counted${isServed ? " here" : ""}.`,
          ]
        : []),
      ...(perhapsAfter > 0
        ? [
            `${sayCount(perhapsAfter, "act")} may have come ${isEnding ? held : "after it"}; the record leaves more than one ${isDay ? "day" : "time"} open.`,
          ]
        : []),
      ...(isInForce ? [`Whether ${marks.they} knew of the order at the time is not in these files.`] : []),
      ...sayAbsences(timeline, statement, after),
    ],
    table: tableOf(all, { after, isFresh, zone, perhaps, hers, toPerhaps }),
  };
}

/** What came first after she told them to stop, with its minute, where the minute of the stop is known. */
function firstAnswer({ kind, first: stop }: Stops, [first]: readonly PlacedAct[], { timeline, statement }: Case): readonly MarkedFinding[] {
  if (kind !== "told to stop" || stop.exact === "day" || first === undefined) return [];
  const { zone } = statement;
  const minutes = Math.floor((first.earliest - stop.earliest) / msPerMinute);
  const isClock = first.latest - first.earliest < answerMinutes * msPerMinute;
  const at = isClock ? `${sayDay(first.day)} at ${sayClock(first.earliest, zone)}` : sayDay(first.day);
  const isSoon = isClock && minutes <= answerMinutes;
  const when = isSoon ? `First after the stop, at ${sayClock(first.earliest, zone)}` : `First after the stop, on ${at}`;
  const what = sayKind(first.kind).toLowerCase();
  const step = sayStep(first.whose, first.act);
  const quoted = quoteOf(first.act, longestQuote);
  return [
    {
      pattern: contactAfterStop.id,
      standing: standingOf(kind),
      line: quotingLine(first.act, {
        around: [(words) => `${when}: ${words}.${step.full}`, (words) => `${when}: ${words}.${step.brief}`],
        without: lineOf(`${when}: ${what}.${step.full}`, `${when}: ${what}.${step.brief}`),
      }),
      says: withOneStop(
        `After ${marks.you} told ${marks.them} to stop on ${sayWhen(stop, zone)}, the first that came was on ${at}` +
          `${isSoon ? `, ${minutes === 0 ? "within a minute" : `${sayCount(minutes, "minute")} later`}` : ""}: ${quoted ?? what}.`,
      ),
      acts: idsOf([first]),
      how: "The first act of which every time it can mean lies after the stop is named.",
      couldChange: sayAbsences(timeline, statement, [first]),
      table: {
        columns: ["Stop", "First after it", "Minutes between", "By", "From"],
        rows: [
          [
            sayWhen(stop, zone),
            at,
            isClock ? (minutes === 0 ? "under 1" : minutes) : sayNotKnown(),
            sayLaneLabel(first.lane),
            sayFrom(first.act),
          ],
        ],
      },
    },
  ];
}

/** Acts by a number or account that stands in no act up to the first stop; none when nothing of theirs had come. */
function sayFresh(after: readonly PlacedAct[], isFresh: (one: PlacedAct) => boolean): string {
  const fresh = after.filter(isFresh);
  if (fresh.length === 0) return "";
  const normals = new Set(fresh.map(({ from }) => from.normal));
  return ` ${sayNumber(fresh.length)} came by ${sayFewOf(normals.size, "number or account", "numbers or accounts")} that these files do not show before, from or to anybody.`;
}

interface CameAfter {
  readonly after: readonly PlacedAct[];
  readonly isFresh: (one: PlacedAct) => boolean;
  readonly zone: Zone;
  readonly perhaps: number;
  readonly hers: readonly PlacedAct[] | undefined;
  readonly toPerhaps: number;
}

/** One row a stop and a way: how many came while it held, up to the next of its kind. */
function tableOf(stops: readonly PlacedStop[], { after, isFresh, zone, perhaps, hers, toPerhaps }: CameAfter): Finding["table"] {
  const sayOwn = (count: number): number | string => (hers === undefined ? sayNotKnown() : count);
  const cameIn = new Map<PlacedStop, PlacedAct[]>();
  for (const one of after) {
    const stop = heldAt(stops, one);
    const list = stop && cameIn.get(stop);
    if (list) list.push(one);
    else if (stop) cameIn.set(stop, [one]);
  }
  const rows = stops.flatMap((stop) => {
    const rowByWay = new Map<LaneId, Map<string, { readonly one: PlacedAct; last: PlacedAct; count: number }>>();
    for (const one of cameIn.get(stop) ?? []) {
      let rowByNormal = rowByWay.get(one.lane);
      if (!rowByNormal) rowByWay.set(one.lane, (rowByNormal = new Map()));
      const row = rowByNormal.get(one.from.normal);
      if (!row) rowByNormal.set(one.from.normal, { one, last: one, count: 1 });
      else {
        row.count++;
        row.last = one;
      }
    }
    return [...rowByWay.values()].flatMap((rowByNormal) =>
      [...rowByNormal.values()].map(({ one, last, count }) => [
        sayWhen(stop, zone),
        sayLaneLabel(one.lane),
        sayFrom(one.act),
        count,
        isFresh(one) ? count : 0,
        sayDay(one.day),
        sayDay(last.day),
        0,
        sayOwn(0),
        sayOwn(0),
      ]),
    );
  });
  const [first] = stops;
  const beside =
    first !== undefined && (perhaps > 0 || toPerhaps > 0 || (hers?.length ?? 0) > 0)
      ? [[sayWhen(first, zone), "All ways", "", 0, 0, "", "", perhaps, sayOwn(hers?.length ?? 0), sayOwn(toPerhaps)]]
      : [];
  return {
    columns: [
      "After",
      "By",
      "From",
      "Acts",
      "By one not in the files before",
      "First",
      "Last",
      `Perhaps by ${marks.them}`,
      `${marks.You} sent`,
      `${marks.You} sent to what is perhaps ${marks.theirs}`,
    ],
    rows: [...rows, ...beside],
  };
}
