import {
  type Finding,
  type PlacedStop,
  type Statement,
  type StopKind,
  type Timeline,
  isServedIn,
  isServedTooLate,
  isWhileHeld,
} from "@unmask/core";
import { herStops } from "../reading/her-stops.ts";
import type { PlacedAct } from "../reading/placed-act.ts";
import type { MarkedFinding } from "../spoken.ts";

/** Stops of one kind, the first one leading: what came after it is counted. */
export interface Stops {
  readonly kind: StopKind;
  readonly first: HeldStop;
  readonly all: readonly HeldStop[];
  /** What came while one of these held is counted with them. */
  readonly elsewhere: readonly PlacedStop[];
  /** Of orders in force: what was served when all of them had ended. Nothing is counted as after it. */
  readonly tooLate: readonly PlacedStop[];
}

/** A stop. An order that was served later holds here up to its service: what came after that is counted there. */
export interface HeldStop extends PlacedStop {
  readonly served?: PlacedStop;
}

/** The acts, and what she states of them. */
export interface Case {
  readonly timeline: Timeline;
  readonly statement: Statement;
}

/** An order or a bail condition first, then her own words, then her block. */
const orderOfStops: readonly StopKind[] = ["order served", "order in force", "bail condition", "told to stop", "blocked"];

/** Her stops of each kind that she states, in the order in which they are told. */
export function stopsOf(timeline: Timeline, statement: Statement): readonly Stops[] {
  const placed = herStops(timeline, statement);
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
/** The stop of these that held when something certainly came; undefined where none did, or where it is counted with another kind. */
export function heldIn({ all, elsewhere }: Stops, one: PlacedAct): PlacedStop | undefined {
  return heldAt(elsewhere, one) === undefined ? heldAt(all, one) : undefined;
}

/** Whether one of these held when something certainly came, and it is counted here. */
export function isHeld(stops: Stops, one: PlacedAct): boolean {
  return heldIn(stops, one) !== undefined;
}

/** The stop that held when something certainly came, of several the last; undefined where none did for certain. */
export function heldAt(stops: readonly PlacedStop[], one: PlacedAct): PlacedStop | undefined {
  return stops.findLast((stop) => isWhileHeld(one, stop));
}

/** How a finding of what came after such a stop stands among the others. */
export function standingOf(kind: StopKind): Finding["standing"] {
  return kind === "told to stop" || kind === "blocked" ? "after a stop" : "order or bail";
}

/** A finding of this pattern, before it is told how it stands. */
export type Told = Omit<MarkedFinding, "pattern" | "standing">;

/** How long stops of one kind held, for the words of it: one or several, with a last day, up to a service. */
export interface SpanOfStops {
  readonly isAlone: boolean;
  readonly isEnding: boolean;
  readonly isServed: boolean;
}

/** Works out how long they held. */
export function spanOfStops({ all }: Pick<Stops, "all">): SpanOfStops {
  return {
    isAlone: all.length === 1,
    isEnding: all.some(({ lastDay }) => lastDay !== undefined),
    isServed: all.some(({ served }) => served !== undefined),
  };
}
