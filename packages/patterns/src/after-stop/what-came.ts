import { type Zone, beginningOf } from "@unmask/core";
import { marks, sayCount, sayDay, sayFewOf, sayKinds, sayList, sayNumber } from "@unmask/words";
import { isToGroup, sayGroups } from "../reading/groups.ts";
import { quoteOf, withOneStop } from "../reading/line.ts";
import { type PlacedAct, idsOf } from "../reading/placed-act.ts";
import { isByAccount, seenBefore } from "../reading/seen-before.ts";
import { findThreats } from "../reading/threats.ts";
import { type BlockEnded, type Elsewhere, type WhatCame, type WhatCameSaid, sayAside, sayThreats, sayWhileBlocked } from "./came.ts";
import { doubtsOf } from "./doubts-of-what-came.ts";
import { lineOfWhatCame } from "./line-of-what-came.ts";
import { sayHers } from "./say-hers.ts";
import {
  isCallThatRan,
  sayBegins,
  sayByWhat,
  sayEnded,
  sayHeldHere,
  sayService,
  sayStop,
  sayTimeOfStop,
  sayUntil,
  sayWhen,
  sayWrittenDown,
} from "./say-stops.ts";
import { type Case, type Stops, type Told, spanOfStops, standingOf } from "./stops-held.ts";
import { type CameAfter, tableOf } from "./table-of-what-came.ts";

/** What came while stops of one kind held: at least one act. Their first line, their sentences and their table. */
export function whatCame(stops: Stops, came: WhatCame, inCase: Case): Told {
  const { after, held, perhaps, hers, hersToPerhaps, notNamed } = came;
  const { timeline, statement } = inCase;
  const seen = came.isAnyBefore ? seenBefore(timeline, statement, stops.first) : undefined;
  const isFresh = (one: PlacedAct): boolean => seen !== undefined && isByAccount(one) && !seen.has(one.from.normal);
  const elsewhere: Elsewhere = {
    toOthers: after.filter(({ isToOthers }) => isToOthers).length,
    toGroups: after.filter(isToGroup).length,
  };
  const block = blockEnded(came, statement.zone);
  const sent = sayHers(came);
  const told = standingOf(stops.kind) === "order or bail" ? new Set(findThreats(timeline, statement).told) : undefined;
  const isThreat = (one: PlacedAct): boolean => told?.has(one) ?? false;
  const said = { ...came, elsewhere, block, sent, threats: after.filter(isThreat).length };
  return {
    line: lineOfWhatCame(stops, said, inCase),
    says: sayWhatCame(stops, { ...said, isFresh }, inCase),
    acts: idsOf(after),
    how: sayHow(stops, statement.zone),
    couldChange: doubtsOf(stops, { ...came, isEndKnown: block !== undefined }, inCase),
    table: tableOf(stops.all, {
      after,
      held,
      isFresh,
      zone: statement.zone,
      perhaps,
      hers,
      toPerhaps: hersToPerhaps,
      notNamed,
      isThreat,
      blockedThen: block && new Set(idsOf(block.blockedThen)),
    }),
  };
}

/** Undefined where the app notes no end of a block, and for every other stop. */
function blockEnded({ unblocked, after }: WhatCame, zone: Zone): BlockEnded | undefined {
  return unblocked === undefined || unblocked.at.length === 0
    ? undefined
    : { ended: sayEnded(unblocked.at, zone), blockedThen: after.filter((one) => unblocked.isWhileBlocked(one)) };
}

/** The stop with its words, how much came and how, what she sent meanwhile, and from when to when it came. */
function sayWhatCame(
  stops: Stops,
  { after, act, elsewhere, block, perhaps, notNamed, sent, threats, isFresh, isTheirsAgreed }: WhatCameSaid & Pick<CameAfter, "isFresh">,
  { timeline, statement }: Case,
): string {
  const { kind, all } = stops;
  const { zone } = statement;
  const isInForce = kind === "order in force";
  const service = isInForce ? sayService(stops, statement) : undefined;
  const quoted = act && quoteOf(act, { isStop: true });
  const byWhat = all.length === 1 ? all.map(sayByWhat).join("") : "";
  const days = `${sayStop[kind]}${byWhat}${isInForce ? "" : " on"} ${sayList(all.map((stop) => `${sayWhen(stop, zone)}${all.length === 1 ? "" : sayByWhat(stop)}${sayUntil(stop, zone)}`))}`;
  const theStop =
    `${days}${isInForce ? `, as ${marks.youSay}` : ""}${service === undefined ? "" : `; ${service.full}`}` +
    `${block === undefined ? "" : `; the app notes that it was ended on ${block.ended.full}`}${quoted === undefined ? "" : `${sayWrittenDown(act)}: ${quoted}`}.`;
  const { isEnding } = spanOfStops(stops);
  const where = [
    ...(elsewhere.toOthers > 0 ? [`${sayNumber(elsewhere.toOthers)} to other people`] : []),
    ...(elsewhere.toGroups > 0 ? [`${sayNumber(elsewhere.toGroups)} to ${sayGroups(timeline, after)}`] : []),
  ];
  const came =
    `${sayCount(after.length, "act")} came${sayAside({ isTheirsAgreed })} ${isEnding ? sayHeldHere(stops) : `after ${saySince(stops, zone)}`}: ${sayKinds(after)}` +
    `${where.length > 0 ? `, of these ${sayList(where)}` : ""}` +
    `${block === undefined ? "" : `, ${sayWhileBlocked(block)} of them while it or a later one held`}` +
    `${sayThreats({ threats })}` +
    `${perhaps > 0 ? `, and ${sayNumber(perhaps)} that ${perhaps === 1 ? "is" : "are"} perhaps by ${marks.them}` : ""}` +
    `${notNamed > 0 ? `; besides, ${sayNumber(notNamed)} by accounts not named, in no number of ${marks.theirs}` : ""}${sent.full}.`;
  return withOneStop(`${theStop} ${came} ${sayDaysOf(after, isFresh)}`);
}

/** "that", "3 March 2026": after which what came is told. */
function saySince({ first, all }: Stops, zone: Zone): string {
  const begin = beginningOf(first);
  if (all.length === 1) return begin.exact === "day" ? "that day" : "that";
  return begin.exact === "day" ? sayDay(begin.day) : sayWhen(begin, zone);
}

function sayDaysOf(after: readonly PlacedAct[], isFresh: (one: PlacedAct) => boolean): string {
  const first = after.reduce((least, { day }) => Math.min(least, day), Infinity);
  const last = after.reduce((most, { day }) => Math.max(most, day), -Infinity);
  return first === last
    ? `${after.length === 1 ? "It" : "All"} came on ${sayDay(first)}.`
    : `The first came on ${sayDay(first)}, the last on ${sayDay(last)}.${sayFresh(after, isFresh)}`;
}

/** Acts by a number or account that stands in no act up to the first stop; none when nothing of theirs had come. */
function sayFresh(after: readonly PlacedAct[], isFresh: (one: PlacedAct) => boolean): string {
  const fresh = after.filter(isFresh);
  if (fresh.length === 0) return "";
  const normals = new Set(fresh.map(({ from }) => from.normal));
  return ` ${sayNumber(fresh.length)} came by ${sayFewOf(normals.size, "number or account", "numbers or accounts")} that these files do not show before, from or to anybody.`;
}

/** By which rule an act is counted here. */
function sayHow(stops: Stops, zone: Zone): string {
  const begin = beginningOf(stops.first);
  const { isAlone, isEnding, isServed } = spanOfStops(stops);
  if (isEnding)
    return `An act is counted when every time it can mean lies after ${isAlone ? sayWhen(begin, zone) : "the beginning of one of them"} and before its last day${isServed ? ", or before the day on which it was served: what came later is counted as after service" : ""}. What came on a last day, or on a first day without its hour, is not counted, because whether it held at that hour is not known.`;
  if (begin.exact === "day")
    return `An act is counted when every day it can mean lies after ${sayDay(begin.day)}, the ${sayBegins(stops, zone) ? "first day of the order" : "day"} that ${marks.you} gave. What came on the day itself is not counted, because the hour is not known.`;
  const call = stops.first.begins === undefined && isCallThatRan(stops.first.act);
  return `An act is counted when every time it can mean lies after ${call ? "the end of a call, which began on " : ""}${sayWhen(begin, zone)}, ${sayTimeOfStop(begin, stops.first.act)}${call ? "; what came while it ran may have come before" : stops.first.inItsMinute === undefined ? "" : "; within that minute, what the same file has below it came after it"}.`;
}
