import {
  type PlacedStop,
  type Statement,
  type StopKind,
  type Timeline,
  type TimelineAct,
  dayIn,
  isAfterStop,
  msPerDay,
} from "@unmask/core";
import { marks, sayCount, sayIdentity } from "@unmask/words";
import { herStops } from "../reading/her-stops.ts";
import type { SeenIdentities } from "../reading/seen-identities.ts";
import type { SignsOf } from "./sign.ts";

/** A beginning within this many days after a stop is a sign. */
export const followDays = 14;
/** Or within this many days after one of theirs stopped. */
export const handOverDays = 7;
/** An identity with fewer acts than this neither stops nor starts. */
export const actsLeast = 3;

/** After a stop, or after one of theirs went quiet. */
export function createBeginning(timeline: Timeline, statement: Statement, { theirs }: SeenIdentities): SignsOf {
  const { zone } = statement;
  const stops = herStops(timeline, statement);
  const coverageBySource = new Map<string, number | null>(timeline.coverage.map(({ source, first }) => [source.sha256, first]));
  const ends = [...theirs.values()].filter(({ places }) => places.length >= actsLeast);
  return (one) => {
    const { first, places } = one;
    const stop = lastStopBefore(first, stops);
    const days = stop ? dayIn(zone, first.when.earliest) - stop.day : Infinity;
    if (stop && days <= followDays && isBeginning(first, stop)) {
      return [{ what: "beginning", says: `began ${sayAfter(days, stop.kind)}`, count: 1, acts: [first.id] }];
    }
    if (places.length < actsLeast) return [];
    const ended = ends.findLast(({ last }) => {
      const wait = first.when.earliest - last.when.latest;
      return wait >= 0 && wait <= handOverDays * msPerDay;
    });
    const says = ended && `began within a week after ${sayIdentity(ended.identity)} stopped`;
    return ended && says ? [{ what: "beginning", says, count: 1, acts: [ended.last.id, first.id] }] : [];
  };

  /** A file that begins after the stop with somebody else's words shows no beginning: it may be cut. */
  function isBeginning(first: TimelineAct, stop: PlacedStop): boolean {
    return first.sources.some(({ sha256 }) => {
      const from = coverageBySource.get(sha256) ?? null;
      return from === null || from <= stop.latest || from === first.when.earliest;
    });
  }
}

/** The last stop that certainly came before an act. */
export function lastStopBefore(first: TimelineAct, stops: readonly PlacedStop[]): PlacedStop | undefined {
  return stops.findLast((stop) => isAfterStop(first.when, stop));
}

/** "3 days after the block". */
export function sayAfter(days: number, kind: StopKind): string {
  return days <= 0 ? `later on the same day as ${afterByKind[kind]}` : `${sayCount(days, "day")} after ${afterByKind[kind]}`;
}

const afterByKind: Readonly<Record<StopKind, string>> = {
  "told to stop": `${marks.you} told ${marks.them} to stop`,
  blocked: "the block",
  "order in force": "the first day of the order",
  "order served": "the order was served",
  "bail condition": "the bail condition",
};
