import {
  type Beginning,
  type Finding,
  type Interval,
  type LaneId,
  type PlacedStop,
  type Statement,
  type StopKind,
  type Timeline,
  type TimelineAct,
  type Zone,
  beginningOf,
  dayIn,
  firstInstantOf,
  isAfterStop,
  isBeforeStop,
  isNotHeld,
  isServedIn,
  isServedTooLate,
  isWhileHeld,
  isWithinStop,
  lastInstantOf,
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
  sayTimes,
  marks,
} from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { besideTheirs, sayBesideAgreed } from "./reading/beside-theirs.ts";
import { createInGroupThen } from "./reading/group-then.ts";
import { isToGroup, sayGroups } from "./reading/groups.ts";
import { type Line, lineOf, quoteOf, quoteOrKind, quotingLine, sayStep, sayWhenOf, withOneStop } from "./reading/line.ts";
import type { Pattern } from "./pattern.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { hersToPerhaps } from "./reading/hers-to-perhaps.ts";
import { isSent } from "./reading/reply.ts";
import { createSayTo } from "./reading/say-to.ts";
import { isByAccount, seenBefore } from "./reading/seen-before.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { type Unblocked, unblockedAfter } from "./reading/unblocked.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** Acts that came after she told them to stop, after she blocked them, or after an order or a bail condition. The stops are hers. */
export const contactAfterStop: Pattern = spoken({
  id: "contact-after-stop",
  looksFor: "What came after you told them to stop, after you blocked them, or after an order or a bail condition.",
  find(timeline, statement) {
    return stopsOf(timeline, statement).flatMap((stops) => findingsOf(stops, { timeline, statement }));
  },
});

/** What came first within so many minutes is told with how long it took. */
const answerMinutes = 60;

/** Stops of one kind, the first one leading: what came after it is counted. */
interface Stops {
  readonly kind: StopKind;
  readonly first: HeldStop;
  readonly all: readonly HeldStop[];
  /** What came while one of these held is counted with them. */
  readonly elsewhere: readonly PlacedStop[];
  /** Of orders in force: what was served when all of them had ended. Nothing is counted as after it. */
  readonly tooLate: readonly PlacedStop[];
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
    const all = placed
      .filter((stop) => stop.kind === kind && !isServedTooLate(stop))
      .map((stop) => (kind === "order in force" ? upToService(stop, placed) : stop));
    const [first] = all;
    const elsewhere = kind === "order in force" ? placed.filter((stop) => stop.kind === "order served") : [];
    const tooLate = kind === "order in force" ? placed.filter(isServedTooLate) : [];
    return first ? [{ kind, first, all, elsewhere, tooLate }] : [];
  });
}

/** An order that is in force, up to the first service of it; served before its first day it holds nothing here. */
function upToService(order: PlacedStop, placed: readonly PlacedStop[]): HeldStop {
  const served = placed.find((stop) => isServedIn(stop, order));
  return served ? { ...order, lastDay: { earliest: served.earliest, latest: served.latest }, served } : order;
}

/**
 * " (until 10 June 2026)" of a stop that has a last day, " (in force from 1 April 2025)" of an order that was served before, " (served on 27 June 2026)" of
 * one that was served later.
 */
function sayUntil(stop: HeldStop, zone: Zone): string {
  const { lastDay, served, begins } = stop;
  if (served !== undefined) return ` (served on ${sayWhen(served, zone)})`;
  if (begins !== undefined) return ` (in force ${sayHeld(begins, lastDay, zone)})`;
  return lastDay === undefined ? "" : ` (until ${sayDay(dayIn(zone, lastDay.earliest))})`;
}

/** "from 1 April 2025", "1 April to 30 June 2025". */
function sayHeld(begins: Beginning, lastDay: Interval | undefined, zone: Zone): string {
  return lastDay && begins.exact === "day"
    ? sayRange(begins.day, dayIn(zone, lastDay.earliest))
    : `from ${sayWhen(begins, zone)}${lastDay ? ` to ${sayDay(dayIn(zone, lastDay.earliest))}` : ""}`;
}

/** The stop of these that held when something certainly came; undefined where none did, or where it is counted with another kind. */
function heldIn({ all, elsewhere }: Stops, one: PlacedAct): PlacedStop | undefined {
  return heldAt(elsewhere, one) === undefined ? heldAt(all, one) : undefined;
}

function isHeld(stops: Stops, one: PlacedAct): boolean {
  return heldIn(stops, one) !== undefined;
}

/** The stop that held when something certainly came, of several the last; undefined where none did for certain. */
function heldAt(stops: readonly PlacedStop[], one: PlacedAct): PlacedStop | undefined {
  return stops.findLast((stop) => isWhileHeld(one, stop));
}

/** "3 March 2026", or with its minute where that is known. */
function sayWhen(stop: Beginning, zone: Zone): string {
  const { exact, earliest, day } = stop;
  return exact === "day" ? sayDay(day) : `${sayDay(dayIn(zone, earliest))} at ${sayMinute(stop, zone)}`;
}

/** "01:20 (first or second time)": a clock that is put back shows one minute twice. */
function sayMinute({ earliest, latest }: Interval, zone: Zone, which = "first or second time"): string {
  const clock = sayClock(earliest, zone);
  return latest - earliest >= msPerMinute && sayClock(latest, zone) === clock ? `${clock} (${which})` : clock;
}

/** The same in a line. */
function sayBriefWhen(stop: PlacedStop, zone: Zone, which?: string): string {
  return stop.exact === "day" ? sayDay(stop.day) : `${sayDay(dayIn(zone, stop.earliest))}, ${sayMinute(stop, zone, which)}`;
}

/** Days on which the app notes that blocks ended: each with its minute, and as short as it can be. */
function sayEnded(at: readonly Interval[], zone: Zone): Ended {
  const days = at.map(({ earliest }) => sayDay(dayIn(zone, earliest)));
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const year = last.slice(last.lastIndexOf(" "));
  const sameYear = (day: string): string => (day.endsWith(year) ? day.slice(0, -year.length) : day);
  return {
    full: sayList(at.map((one) => `${sayDay(dayIn(zone, one.earliest))} at ${sayMinute(one, zone)}`)),
    brief: days.length > 2 ? `${first} and ${sayNumber(days.length - 1)} times more` : sayList([...days.slice(0, -1).map(sameYear), last]),
    briefest: sayTimes(days.length),
    sameYear,
  };
}

interface Ended {
  readonly full: string;
  readonly brief: string;
  readonly briefest: string;
  /** A day of the same year as the last, without its year. */
  sameYear(day: string): string;
}

/** Whether what she sent after this block is the number that stands with her words already: it would be said twice. */
function isHersSaid(hers: readonly PlacedAct[] | undefined, { timeline, statement }: Case): boolean {
  const told = placeStops(timeline, statement).filter(({ kind }) => kind === "told to stop");
  return told.length > 0 && actsByWhose(timeline, statement).hers.filter((one) => isSent(one) && heldAt(told, one)).length === hers?.length;
}

/** Where something came of which it is not known whether it was before or after a stop: a clock that is put back has one minute twice. */
function sayWithin(stop: PlacedStop): string {
  const { exact, earliest, latest } = beginningOf(stop);
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
  const came: Came = {
    after: [],
    held: [],
    isAnyBefore: false,
    within: 0,
    perhapsAfter: 0,
    onLastDay: 0,
    over: 0,
    inGroups: 0,
    servedThen: 0,
  };
  const isInGroupThen = createInGroupThen(timeline, statement);
  for (const one of theirs) {
    const held = heldIn(stops, one);
    if (held) {
      // Who must not contact her has not done so in a group that she may have left.
      if (standingOf(stops.kind) === "order or bail" && isToGroup(one) && !isInGroupThen(one)) came.inGroups++;
      else {
        came.after.push(one);
        came.held.push(held);
      }
      continue;
    }
    if (isAfterStop(one, first)) {
      if (ofKind.every((stop) => isNotHeld(one, stop))) came.over++;
      else if (heldAt(stops.elsewhere, one)) came.servedThen++;
      else if (ofKind.some(({ lastDay }) => lastDay && isWithinStop(one, lastDay))) came.onLastDay++;
      else if (ofKind.some((stop) => isWithinStop(one, stop))) came.within++;
      else came.perhapsAfter++;
      continue;
    }
    came.isAnyBefore = true;
    if (!isBeforeStop(one, first)) came.perhapsAfter++;
    else if (isWithinStop(one, first)) came.within++;
  }
  const perhapsHeld = perhaps.filter((one) => !one.isFar && isHeld(stops, one));
  const act = stops.kind === "told to stop" ? actOfStop(first, [...hers, ...hersToPerhaps(timeline, statement)]) : undefined;
  if (came.after.length === 0)
    return act === undefined ? onLastDayAlone(stops, came, all) : [nothingCertain(stops, { ...came, perhapsHeld }, { ...all, act })];
  const beside: Beside = {
    perhaps: perhapsHeld.length,
    hers: isHerSideKnown ? hers.filter((one) => isSent(one) && isHeld(stops, one)) : undefined,
    hersToPerhaps: hersToPerhaps(timeline, statement).filter((one) => isHeld(stops, one)).length,
    isHersCovered: isCovered(timeline, hers, came.after),
    besideAgreed: sayBesideAgreed(besideTheirs(timeline, statement).agreed.filter((one) => isHeld(stops, one))),
    unblocked: stops.kind === "blocked" ? unblockedAfter(ofKind, all) : undefined,
  };
  return [whatCame(stops, { ...came, ...beside, act }, all), ...firstAnswer(stops, came.after, all)];
}

/**
 * Her words, after which nothing came that is certainly theirs: the stop stands, with what may be theirs or may have come after it. She can have said
 * it to an account that is perhaps theirs.
 */
function nothingCertain(
  { kind, first }: Stops,
  { perhapsHeld, perhapsAfter, within }: Came & { readonly perhapsHeld: readonly PlacedAct[] },
  { timeline, statement, act }: Case & { readonly act: TimelineAct },
): MarkedFinding {
  const { zone } = statement;
  const [quoted, when] = [quoteOf(act, { isStop: true }), sayWhen(first, zone)];
  const [perhaps, open] = [perhapsHeld.length, perhapsAfter + within];
  const isAgreed = agreedBetween(timeline, statement, { stop: first }).length > 0;
  const then =
    `nothing ${perhaps + open > 0 ? "certainly " : ""}by ${marks.them}${isAgreed ? " beside what was agreed" : ""}` +
    `${perhaps > 0 ? `, perhaps ${sayCount(perhaps, "act")}` : ""}${open > 0 ? `, ${sayNumber(open)}${perhaps > 0 ? " more" : ""} may have` : ""}`;
  return {
    pattern: contactAfterStop.id,
    standing: standingOf(kind),
    line: quotingLine(act, {
      around: [
        (words) => `${sayBriefWhen(first, zone)}: ${words}. Then ${then} in these files.`,
        (words) => `${sayBriefWhen(first, zone)}: ${words}. Then ${then}.`,
      ],
      without: lineOf(`${shortStops[kind]}: ${sayBriefWhen(first, zone)}. Then ${then}.`),
      isStop: true,
    }),
    says: withOneStop(
      `${sayStop[kind]} on ${when}${quoted === undefined ? "" : `: ${quoted}`}. ${isAgreed ? "Beside what was agreed, nothing" : "Nothing"} that came after that in these files is certainly by ${marks.them}` +
        `${perhaps > 0 ? `; ${sayCount(perhaps, "act")} ${perhaps === 1 ? "is" : "are"} perhaps by ${marks.them}: ${sayKinds(perhapsHeld)}` : ""}.` +
        `${open > 0 ? ` ${sayCount(open, "act")} by ${marks.them} may have come after it.` : ""}`,
    ),
    acts: perhaps > 0 ? idsOf(perhapsHeld) : [act.id],
    how: `An act that is perhaps ${marks.theirs} is named when every time it can mean lies after ${when}. None that is certainly ${marks.theirs} does.`,
    couldChange: [
      `What came by numbers and accounts of which ${marks.you} did not say whose they are is not counted here.`,
      ...sayAbsences(timeline, statement, perhapsHeld),
    ],
    table: {
      columns: ["After", "By", "From", "Came", "May have come after"],
      rows: [
        ...perhapsHeld.map((one) => [when, sayLaneLabel(one.lane), sayFrom(one.act), sayWhenOf(one, zone), 0]),
        [when, "All ways", "", "", open],
      ],
    },
  };
}

/** What came on the last day of an order or a bail condition, where nothing else certainly came while it held: no day of it is passed over. */
function onLastDayAlone(stops: Stops, { over }: Came, { timeline, statement }: Case): readonly MarkedFinding[] {
  const { kind, all, elsewhere, tooLate } = stops;
  const { zone } = statement;
  const ending = all.filter(({ served }) => served === undefined);
  const onLastDay = actsByWhose(timeline, statement).theirs.filter(
    (one) =>
      !heldAt(all, one) &&
      !heldAt(elsewhere, one) &&
      ending.some((stop) => stop.lastDay && !isNotHeld(one, stop) && isWithinStop(one, stop.lastDay)),
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
        ...sayTooLate(tooLate, zone),
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
  /** The stop that held when each of these came. */
  readonly held: PlacedStop[];
  /** Something of theirs can have come before it. */
  isAnyBefore: boolean;
  within: number;
  perhapsAfter: number;
  /** On a last day: whether it still held is not known. */
  onLastDay: number;
  /** After the first, when none held any more. */
  over: number;
  /** While an order or a bail condition held, to a group in which nothing shows that she still was. */
  inGroups: number;
  /** While one held, and after an order was served: counted there. */
  servedThen: number;
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
  /** "beside what was agreed ", where she sent something of which she says so; else empty. */
  readonly besideAgreed: string;
  /** Of a block: when it was ended. */
  readonly unblocked: Unblocked | undefined;
}

function standingOf(kind: StopKind): Finding["standing"] {
  return kind === "told to stop" || kind === "blocked" ? "after a stop" : "order or bail";
}

/** Of each service that came when every order had ended. */
function sayTooLate(tooLate: readonly PlacedStop[], zone: Zone): readonly string[] {
  return tooLate.flatMap((service) =>
    service.lastDay
      ? [
          `The order that ${marks.you} stated ended on ${sayDay(dayIn(zone, service.lastDay.earliest))}, before the service on ${sayWhen(service, zone)}: nothing is counted as after that service.`,
        ]
      : [],
  );
}

/** Whether the orders in force were served, as a clause, and the same as short as it can be; undefined where each was. */
function sayService(
  { all: orders, tooLate }: Pick<Stops, "all" | "tooLate">,
  { answers }: Statement,
): { readonly full: string; readonly brief: string } | undefined {
  const open = orders.filter(({ served }) => served === undefined).length;
  if (open === 0) return undefined;
  if (open < orders.length) return { full: "of some, service is not stated", brief: "service stated of some" };
  if (tooLate.length > 0) return { full: "it was served after its end", brief: "served after its end" };
  const answer = answers?.["order served"];
  if (answer === "none") return { full: "none was served", brief: "none served" };
  const known = answer === "not known" ? "not known" : "not stated";
  return { full: `whether it was served is ${known}`, brief: `service ${known}` };
}

/** The line of an order in force: with whether it was served, because who was never told of an order has not broken it. */
function linesInForce(
  { first, all, tooLate }: Pick<Stops, "first" | "all" | "tooLate">,
  zone: Zone,
  statement: Statement,
  [then, thenBriefly, thenLeast]: readonly [string, string, string],
): Line {
  const from = sayWhen(first, zone);
  const service = sayService({ all, tooLate }, statement);
  if (all.length > 1) {
    const during = all.some(({ served }) => served !== undefined) ? "Before service" : "While one held";
    const head = `Orders in force, the first from ${from}${service === undefined ? "" : `; ${service.brief}`}`;
    return lineOf(`${head}. ${during} ${then}`, `${head}: ${thenBriefly}`, `${head}: ${thenLeast}`);
  }
  if (first.served !== undefined) {
    const served = sayWhen(first.served, zone);
    return lineOf(
      `Order in force from ${from}. Before it was served, on ${served}, ${then}`,
      `Order from ${from}, before service on ${served}: ${thenBriefly}`,
      `Order from ${from}, before service on ${served}: ${thenLeast}`,
    );
  }
  const range = first.lastDay && first.exact === "day" ? sayRange(first.day, dayIn(zone, first.lastDay.earliest)) : `from ${from}`;
  return lineOf(
    `Order in force ${range}; ${service?.full}. ${first.lastDay ? "While it held" : "Since then"} ${then}`,
    `Order in force ${range}; ${service?.brief}. ${first.lastDay ? "While it held" : "Since then"} ${then}`,
    `Order in force ${range}, ${service?.brief}: ${thenBriefly}`,
    `Order ${range}, ${service?.brief}: ${thenBriefly}`,
    `Order ${range}, ${service?.brief}: ${thenLeast}`,
  );
}

/** "; you sent 45", "; you sent 45, and 3 to groups", "; what you sent is not known", "; these files show nothing that you sent"; and the same shorter. */
function sayHers({
  hers,
  hersToPerhaps,
  isHersCovered,
  besideAgreed,
}: Pick<Beside, "hers" | "hersToPerhaps" | "isHersCovered" | "besideAgreed">): HersSaid {
  const { Me, you } = marks;
  if (hers === undefined) return hersSaid(`; what ${you} sent is ${sayNotKnown()}`, `. What ${Me} sent: ${sayNotKnown()}`);
  const isOpen = hers.length === 0 && !isHersCovered;
  const [toGroups, toThem] = [hers.filter(isToGroup).length, hers.filter((one) => !isToGroup(one)).length];
  const count = hers.length === 0 ? "nothing" : sayNumber(toThem);
  if (hersToPerhaps > 0)
    return hersSaid(
      `; ${besideAgreed}${isOpen ? `these files show nothing that ${you} sent` : `${you} sent ${count}`} to what is certainly ${marks.theirs}, ${toGroups > 0 ? `${sayNumber(toGroups)} to groups, ` : ""}${sayNumber(hersToPerhaps)} to what is perhaps ${marks.theirs}`,
      `. ${Me} ${isOpen ? "in these files" : "sent"}: ${count}${toGroups > 0 ? `; to groups: ${sayNumber(toGroups)}` : ""}; to unsure accounts: ${sayNumber(hersToPerhaps)}`,
    );
  const briefly = besideAgreed === "" ? "" : ` ${besideAgreed.trimEnd()}`;
  if (isOpen) return hersSaid(`; ${besideAgreed}these files show nothing that ${you} sent`, `. ${Me}: nothing in these files${briefly}`);
  if (toGroups === 0) return hersSaid(`; ${besideAgreed}${you} sent ${count}`, `. ${Me} sent ${count}${hers.length === 0 ? briefly : ""}`);
  const all = `${sayNumber(toGroups)}, ${toGroups === 1 ? "to a group" : "all to groups"}`;
  return toThem === 0
    ? hersSaid(`; ${besideAgreed}${you} sent ${all}`, `. ${Me} sent ${all}`)
    : {
        full: `; ${besideAgreed}${you} sent ${count}, and ${sayNumber(toGroups)} to groups`,
        brief: `. ${Me} sent ${count}, and ${sayNumber(toGroups)} to groups`,
        least: `. ${Me}: ${count}, ${sayNumber(toGroups)} to groups`,
      };
}

function hersSaid(full: string, brief: string): HersSaid {
  return { full, brief, least: brief };
}

/** What she sent, the fullest first. */
interface HersSaid {
  readonly full: string;
  readonly brief: string;
  readonly least: string;
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
  { kind, first, all, tooLate }: Stops,
  {
    after,
    held: heldBy,
    isAnyBefore,
    within,
    perhapsAfter,
    onLastDay,
    over,
    servedThen,
    perhaps,
    hers,
    hersToPerhaps: toPerhaps,
    isHersCovered,
    besideAgreed,
    inGroups,
    unblocked,
    act,
  }: Came & Beside & { readonly act: TimelineAct | undefined },
  { timeline, statement }: Case,
): MarkedFinding {
  const { zone } = statement;
  const begin = beginningOf(first);
  const isDay = begin.exact === "day";
  const firstDay = after.reduce((least, { day }) => Math.min(least, day), Infinity);
  const lastDay = after.reduce((most, { day }) => Math.max(most, day), -Infinity);
  const seen = isAnyBefore ? seenBefore(timeline, statement, first) : undefined;
  const isFresh = (one: PlacedAct): boolean => seen !== undefined && isByAccount(one) && !seen.has(one.from.normal);
  const since = isDay ? (all.length === 1 ? "that day" : sayDay(begin.day)) : all.length === 1 ? "that" : sayWhen(begin, zone);
  const quoted = act && quoteOf(act, { isStop: true });
  const sent = sayHers({ hers, hersToPerhaps: toPerhaps, isHersCovered, besideAgreed });
  const count = sayCount(after.length, "act");
  const when = sayWhen(first, zone);
  const [brief, briefest] = [sayBriefWhen(first, zone), sayBriefWhen(first, zone, "1st or 2nd")];
  const isSaid = kind === "blocked" && isHersSaid(hers, { timeline, statement });
  const [toOthers, toGroups] = [
    after.filter(({ act: { to }, isToOthers }) => to.length > 0 && isToOthers).length,
    after.filter(isToGroup).length,
  ];
  const elsewhere = [
    ...(toOthers > 0 ? [`${sayNumber(toOthers)} to other people`] : []),
    ...(toGroups > 0 ? [`${sayNumber(toGroups)} to ${sayGroups(timeline, after)}`] : []),
  ];
  const elsewhereBriefly = [
    ...(toOthers > 0 ? [`, ${sayNumber(toOthers)} to other people`] : []),
    ...(toGroups > 0 ? [`, ${sayNumber(toGroups)} to ${toGroups === 1 ? "a group" : "groups"}`] : []),
  ].join("");
  const blockedThen = unblocked === undefined || unblocked.at.length === 0 ? [] : after.filter((one) => unblocked.isWhileBlocked(one));
  const ended = unblocked === undefined || unblocked.at.length === 0 ? undefined : sayEnded(unblocked.at, zone);
  const heldCount = blockedThen.length === 0 ? "none" : sayNumber(blockedThen.length);
  const endedOn = ended === undefined ? "" : `, ended on ${ended.brief}`;
  const whileBlocked = ended === undefined ? "" : `, ${heldCount} while blocked`;
  // On the day itself: told below, as it is of most stops of a day.
  const open = perhapsAfter + (isDay ? 0 : within);
  const more = perhaps > 0 ? `, perhaps ${sayNumber(perhaps)} more` : "";
  const mayHave = open > 0 ? `, ${sayNumber(open)} more may have` : "";
  const moreBriefly = perhaps + open > 0 ? `, perhaps ${sayNumber(perhaps + open)} more` : "";
  const then = `${count} came${elsewhereBriefly}${whileBlocked}${mayHave}${more}${isSaid ? "" : sent.full}.`;
  const cameBriefly = `${count}${elsewhere.length > 1 ? `, ${sayNumber(toOthers + toGroups)} to others or groups` : elsewhereBriefly}${whileBlocked}${moreBriefly}`;
  const thenBriefly = `${cameBriefly}${isSaid ? "" : sent.brief}.`;
  const thenLeast = `${cameBriefly}${isSaid ? "" : sent.least}.`;
  const isEnding = all.some(({ lastDay }) => lastDay !== undefined);
  const isAlone = all.length === 1;
  const end = isAlone && first.lastDay ? sayDay(dayIn(zone, first.lastDay.earliest)) : undefined;
  const held = isAlone && first.begins ? `, in force ${sayHeld(first.begins, first.lastDay, zone)}` : undefined;
  const [until, to] = held ? [held, held] : end === undefined ? ["", ""] : [`, until ${end}`, ` to ${end}`];
  const during = isEnding ? (isAlone ? "While it held" : "While one held") : held ? "Since then" : "After it";
  const isInForce = kind === "order in force";
  const service = isInForce ? sayService({ all, tooLate }, statement) : undefined;
  const isServed = all.some(({ served }) => served !== undefined);
  const heldHere = isServed ? `before ${isAlone ? "it" : "one"} was served` : `while ${isAlone ? "it" : "one of them"} held`;
  const without = isInForce
    ? linesInForce({ first, all, tooLate }, zone, statement, [then, thenBriefly, thenLeast])
    : [
        `${sayStop[kind]} on ${when}${until}${endedOn}. ${during} ${then}`,
        `${shortStops[kind]}: ${brief}${to}${endedOn}. ${during} ${then}`,
        ...[thenBriefly, thenLeast].map(
          (came) => `${shortStops[kind]}: ${brief}${to}${endedOn}${held ? ":" : `. ${during}${isEnding ? ":" : ""}`} ${came}`,
        ), // bounded: two spellings.
        ...(ended === undefined
          ? []
          : [
              `Blocked ${ended.sameYear(sayDay(first.day))}, ended ${ended.brief}. Then ${thenBriefly}`,
              `Blocked ${sayDay(first.day)}, ended ${ended.briefest}. Then ${thenBriefly}`,
              `Blocked ${sayDay(first.day)}, ended ${ended.briefest}. Then ${thenLeast}`,
            ]),
      ];
  return {
    pattern: contactAfterStop.id,
    standing: standingOf(kind),
    line: act
      ? quotingLine(act, {
          around: [
            (words) => `${brief}: ${words}. Then ${then}`,
            (words) => `${brief}: ${words}. Then ${thenBriefly}`,
            (words) => `${briefest}: ${words}. Then ${thenLeast}`,
          ],
          without,
          isStop: true,
        })
      : without,
    says: withOneStop(
      `${sayStop[kind]}${isInForce ? "" : " on"} ${sayList(all.map((stop) => `${sayWhen(stop, zone)}${sayUntil(stop, zone)}`))}` +
        `${isInForce ? `, as ${marks.youSay}` : ""}${service === undefined ? "" : `; ${service.full}`}${ended === undefined ? "" : `; the app notes that it was ended on ${ended.full}`}${quoted === undefined ? "" : `: ${quoted}`}. ` +
        `${count} came ${isEnding ? heldHere : `after ${since}`}: ${sayKinds(after)}${elsewhere.length > 0 ? `, of these ${sayList(elsewhere)}` : ""}${ended === undefined ? "" : `, ${heldCount} of them while it or a later one held`}${perhaps > 0 ? `, and ${sayNumber(perhaps)} that ${perhaps === 1 ? "is" : "are"} perhaps by ${marks.them}` : ""}${sent.full}. ` +
        (firstDay === lastDay
          ? `${after.length === 1 ? "It" : "All"} came on ${sayDay(firstDay)}.`
          : `The first came on ${sayDay(firstDay)}, the last on ${sayDay(lastDay)}.${sayFresh(after, isFresh)}`),
    ),
    acts: idsOf(after),
    how: isEnding
      ? `An act is counted when every time it can mean lies after ${isAlone ? sayWhen(begin, zone) : "the beginning of one of them"} and before its last day${isServed ? ", or before the day on which it was served: what came later is counted as after service" : ""}. What came on a last day, or on a first day without its hour, is not counted, because whether it held at that hour is not known.`
      : isDay
        ? `An act is counted when every day it can mean lies after ${sayDay(begin.day)}, the ${held ? "first day of the order" : "day"} that ${marks.you} gave. What came on the day itself is not counted, because the hour is not known.`
        : `An act is counted when every time it can mean lies after ${sayWhen(begin, zone)}, ${begin.exact === "act" ? `the time of the message that ${marks.you} chose` : `the minute that ${marks.you} gave`}.`,
    couldChange: [
      ...(within > 0
        ? [`${sayCount(within, "act")} came ${sayWithin(first)}; whether before or after ${sayStopItself[kind]} is not known.`]
        : []),
      ...(inGroups > 0
        ? [
            `${sayCount(inGroups, "act")} went to a group in which nothing shows that ${marks.you} still ${marks.were}; whether it reached ${marks.you} is not known, and it is not counted.`,
          ]
        : []),
      ...(ended === undefined
        ? []
        : [
            `The end of a block is known only where the app notes it in a chat with ${marks.them}; a block by another app or number can have held on.`,
          ]),
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
      ...(servedThen > 0
        ? [
            `${sayCount(servedThen, "act")} came while ${isAlone ? "it" : "one of them"} held and after an order was served; ${servedThen === 1 ? "it is" : "they are"} counted there and not here.`,
          ]
        : []),
      ...(perhapsAfter > 0
        ? [
            `${sayCount(perhapsAfter, "act")} may have come ${isEnding ? heldHere : "after it"}; the record leaves more than one ${isDay ? "day" : "time"} open.`,
          ]
        : []),
      ...sayTooLate(tooLate, zone),
      ...(isInForce ? [`Whether ${marks.they} knew of the order at the time is not in these files.`] : []),
      ...sayAbsences(timeline, statement, after),
    ],
    table: tableOf(all, {
      after,
      held: heldBy,
      isFresh,
      zone,
      perhaps,
      hers,
      toPerhaps,
      blockedThen: ended && new Set(idsOf(blockedThen)),
    }),
  };
}

/** What came first after she told them to stop, with its minute, where the minute of the stop is known. */
function firstAnswer({ kind, first: stop }: Stops, after: readonly PlacedAct[], { timeline, statement }: Case): readonly MarkedFinding[] {
  const [first] = after;
  if (kind !== "told to stop" || stop.exact === "day" || first === undefined) return [];
  const { zone } = statement;
  const earlier = mayComeBefore(first, stop, actsByWhose(timeline, statement).theirs);
  const to = createSayTo(timeline, statement)(first);
  const toThem = to === "" ? "" : `, to ${to}`;
  const isStopClock = stop.latest - stop.earliest < msPerMinute;
  const minutes = Math.floor((first.earliest - stop.earliest) / msPerMinute);
  const isClock = first.latest - first.earliest < answerMinutes * msPerMinute;
  const at = isClock ? `${sayDay(first.day)} at ${sayClock(first.earliest, zone)}` : sayDay(first.day);
  const isSoon = isClock && isStopClock && minutes <= answerMinutes;
  const agreed = agreedBetween(timeline, statement, { stop, first }).length;
  const head = `${earlier > 0 ? "First for certain after the stop" : "First after the stop"}${agreed > 0 ? ", beside what was agreed" : ""}`;
  const when = `${head}, ${isSoon ? `at ${sayClock(first.earliest, zone)}` : `on ${at}`}${toThem}`;
  const before = earlier > 0 ? ` ${sayNumber(earlier)} may have come before.` : "";
  const what = sayKind(first.kind).toLowerCase();
  const step = sayStep(first.whose, first.act);
  return [
    {
      pattern: contactAfterStop.id,
      standing: standingOf(kind),
      line: quotingLine(first.act, {
        around: [
          (words) => `${when}: ${words}.${step.full}${before}`,
          (words) => `${when}: ${words}.${step.brief}${before}`,
          ...(earlier > 0 ? [(words: string) => `${when}: ${words}.${before}`] : []),
        ],
        without: lineOf(`${when}: ${what}.${step.full}${before}`, `${when}: ${what}.${step.brief}${before}`),
      }),
      says: withOneStop(
        `After ${marks.you} told ${marks.them} to stop on ${sayWhen(stop, zone)}, the first that ${earlier > 0 ? "certainly " : ""}came${agreed > 0 ? " beside what was agreed" : ""} was on ${at}${toThem}` +
          `${isSoon ? `, ${minutes === 0 ? "within a minute" : `${sayCount(minutes, "minute")} later`}` : ""}: ${quoteOrKind(first.act)}.${earlier > 0 ? ` ${sayCount(earlier, "act")} may have come before it.` : ""}`,
      ),
      acts: idsOf([first]),
      how: "The first act of which every time it can mean lies after the stop is named.",
      couldChange: [
        ...(agreed > 0
          ? [
              `${sayCount(agreed, "act")} that ${marks.you} said ${agreed === 1 ? "was" : "were"} agreed came between the stop and this one.`,
            ]
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

/** What of theirs she said was agreed and may have come after a stop, before what is called the first where there is one. */
function agreedBetween(
  timeline: Timeline,
  statement: Statement,
  { stop, first }: { readonly stop: PlacedStop; readonly first?: PlacedAct },
): readonly PlacedAct[] {
  const end = first === undefined ? Infinity : lastInstantOf(first);
  return besideTheirs(timeline, statement).agreed.filter(
    (one) => one.whose !== "hers" && lastInstantOf(one) > stop.earliest && firstInstantOf(one) < end,
  );
}

/** How many of theirs may have come between the stop and what certainly came first. The order of one file is known within a minute. */
function mayComeBefore(first: PlacedAct, stop: PlacedStop, theirs: readonly PlacedAct[]): number {
  const end = lastInstantOf(first);
  const isAlongside = ({ act, earliest, latest }: PlacedAct): boolean =>
    act.source.sha256 === first.act.source.sha256 && earliest === first.earliest && latest === first.latest;
  return theirs.filter((one) => one !== first && lastInstantOf(one) > stop.earliest && firstInstantOf(one) < end && !isAlongside(one))
    .length;
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
  readonly held: readonly PlacedStop[];
  readonly isFresh: (one: PlacedAct) => boolean;
  readonly zone: Zone;
  readonly perhaps: number;
  readonly hers: readonly PlacedAct[] | undefined;
  readonly toPerhaps: number;
  /** What came while a block held; undefined where none is known to have ended. */
  readonly blockedThen: ReadonlySet<PlacedAct["id"]> | undefined;
}

/** What came by one way, from one number or account. */
interface WayRow {
  readonly one: PlacedAct;
  last: PlacedAct;
  readonly acts: PlacedAct[];
}

/** One row a stop and a way: how many came while it held, up to the next of its kind. */
function tableOf(
  stops: readonly PlacedStop[],
  { after, held, isFresh, zone, perhaps, hers, toPerhaps, blockedThen }: CameAfter,
): Finding["table"] {
  const sayOwn = (count: number): number | string => (hers === undefined ? sayNotKnown() : count);
  const hersToGroups = hers?.filter(isToGroup).length ?? 0;
  // Columns that most cases would have empty.
  const apart = [
    { title: "To other people", isOf: ({ isToOthers }: PlacedAct) => isToOthers },
    { title: "To groups", isOf: isToGroup },
  ].filter(({ isOf }) => after.some(isOf));
  const isBlocked = ({ id }: PlacedAct): boolean => blockedThen?.has(id) ?? false;
  const more = blockedThen === undefined ? apart : [...apart, { title: "While blocked", isOf: isBlocked }];
  const cameIn = new Map<PlacedStop, PlacedAct[]>();
  for (const [i, one] of after.entries()) {
    const stop = held[i];
    const list = stop && cameIn.get(stop);
    if (list) list.push(one);
    else if (stop) cameIn.set(stop, [one]);
  }
  const rows = stops.flatMap((stop) => {
    const rowByWay = new Map<LaneId, Map<string, WayRow>>();
    for (const one of cameIn.get(stop) ?? []) {
      let rowByNormal = rowByWay.get(one.lane);
      if (!rowByNormal) rowByWay.set(one.lane, (rowByNormal = new Map()));
      const row = rowByNormal.get(one.from.normal);
      if (!row) rowByNormal.set(one.from.normal, { one, last: one, acts: [one] });
      else {
        row.acts.push(one);
        row.last = one;
      }
    }
    return [...rowByWay.values()].flatMap((rowByNormal) =>
      [...rowByNormal.values()].map(({ one, last, acts }) => [
        sayWhen(beginningOf(stop), zone),
        sayLaneLabel(one.lane),
        sayFrom(one.act),
        acts.length,
        isFresh(one) ? acts.length : 0,
        sayDay(one.day),
        sayDay(last.day),
        0,
        sayOwn(0),
        sayOwn(0),
        ...(hersToGroups > 0 ? [0] : []),
        ...more.map(({ isOf }) => acts.filter(isOf).length),
      ]),
    );
  });
  const [first] = stops;
  const beside =
    first !== undefined && (perhaps > 0 || toPerhaps > 0 || (hers?.length ?? 0) > 0)
      ? [
          [
            sayWhen(beginningOf(first), zone),
            "All ways",
            "",
            0,
            0,
            "",
            "",
            perhaps,
            sayOwn((hers?.length ?? 0) - hersToGroups),
            sayOwn(toPerhaps),
            ...(hersToGroups > 0 ? [hersToGroups] : []),
            ...more.map(() => 0),
          ],
        ]
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
      ...(hersToGroups > 0 ? [`${marks.You} sent to groups`] : []),
      ...more.map(({ title }) => title),
    ],
    rows: [...rows, ...beside],
  };
}
