import type { ActId } from "./act.ts";
import type { Instant } from "./instant.ts";
import type { Statement, Stop, StopKind } from "./statement.ts";
import type { Timeline } from "./timeline.ts";
import type { TimelineAct } from "./timeline-act.ts";
import { type Meanings, firstInstantOf, lastInstantOf, spanOf, whenFromDay, whenFromWall } from "./when.ts";
import { type Interval, type Zone, dayIn } from "./zone.ts";

/** A stop with its place in time. */
export interface PlacedStop {
  readonly kind: StopKind;
  /** First and last instant at which it can have been: the whole day where she gave a day alone. */
  readonly earliest: Instant;
  readonly latest: Instant;
  /** "day": some time on that day. "minute": as she says. "act": as its record says. */
  readonly exact: "day" | "minute" | "act";
  /** Day on which it can have been last, counted from 1970-01-01 in the zone of the statement. */
  readonly day: number;
  /**
   * Its last day, where it has one: whether it still held at an hour of that day is not known. Service without one of its own has that of the
   * order that was in force then, because an order that has run out binds nobody.
   */
  readonly lastDay?: Interval;
  /** The act that it is. */
  readonly act?: TimelineAct;
  /** Her word for it. */
  readonly says?: string;
}

/** Her stops in order of time, each once. One that is an act which stands nowhere in the timeline is left out: `strayOf` tells of it. */
export function placeStops({ acts }: Pick<Timeline, "acts">, { stops, zone }: Pick<Statement, "stops" | "zone">): readonly PlacedStop[] {
  const wanted = new Set<ActId>(stops.flatMap((stop) => ("act" in stop ? [stop.act] : [])));
  const actById = new Map<ActId, TimelineAct>();
  if (wanted.size > 0) for (const act of acts) if (wanted.has(act.id) && !actById.has(act.id)) actById.set(act.id, act);
  const seen = new Set<string>();
  const placed = stops
    .flatMap((stop): PlacedStop[] => {
      const place = placeOf(stop, zone, actById);
      if (place === undefined) return [];
      const lastDay = stop.until && whenFromDay("", stop.until, zone)?.when;
      const key = `${stop.kind} ${place.earliest} ${place.latest} ${place.exact} ${lastDay?.earliest ?? ""}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        {
          ...place,
          kind: stop.kind,
          day: dayIn(zone, place.latest),
          ...(lastDay && { lastDay: { earliest: lastDay.earliest, latest: lastDay.latest } }),
          ...(stop.says === undefined ? {} : { says: stop.says }),
        },
      ];
    })
    .sort((a, b) => a.latest - b.latest || a.earliest - b.earliest);
  return placed.map((stop) => {
    const lastDay = stop.kind === "order served" && stop.lastDay === undefined ? lastDayOfServed(stop, placed) : undefined;
    return lastDay ? { ...stop, lastDay } : stop;
  });
}

/** The last day of the order that was in force when it was served, of several the last; undefined where one of them is open. */
function lastDayOfServed(service: PlacedStop, placed: readonly PlacedStop[]): Interval | undefined {
  let last: Interval | undefined;
  for (const order of placed) {
    if (!isServedIn(service, order)) continue;
    if (order.lastDay === undefined) return undefined;
    if (last === undefined || order.lastDay.latest > last.latest) last = order.lastDay;
  }
  return last;
}

/** Whether a stop is the service of an order while that one was in force. */
export function isServedIn({ kind, earliest }: PlacedStop, order: PlacedStop): boolean {
  return (
    kind === "order served" &&
    order.kind === "order in force" &&
    earliest >= order.earliest &&
    (order.lastDay === undefined || earliest <= order.lastDay.latest)
  );
}

function placeOf(
  stop: Stop,
  zone: Zone,
  actById: ReadonlyMap<ActId, TimelineAct>,
): Pick<PlacedStop, "earliest" | "latest" | "exact" | "act"> | undefined {
  if ("act" in stop) {
    const act = actById.get(stop.act);
    return act && { ...spanOf(act.when), exact: "act", act };
  }
  const read = "day" in stop ? whenFromDay("", stop.day, zone) : whenFromWall("", stop.minute, zone);
  return read && { ...spanOf(read.when), exact: "day" in stop ? "day" : "minute" };
}

/** Whether something certainly came later than a stop: under every reading of both. */
export function isAfterStop(when: Meanings, stop: Pick<PlacedStop, "latest">): boolean {
  return firstInstantOf(when) > stop.latest;
}

/** Whether something certainly came while a stop held: later than it, and, where it has a last day, before that day. */
export function isWhileHeld(when: Meanings, stop: Pick<PlacedStop, "latest" | "lastDay">): boolean {
  return isAfterStop(when, stop) && (stop.lastDay === undefined || lastInstantOf(when) < stop.lastDay.earliest);
}

/** Whether a stop certainly did not hold when something came: it was not there yet, or its last day had passed. */
export function isNotHeld(when: Meanings, { earliest, lastDay }: Pick<PlacedStop, "earliest" | "lastDay">): boolean {
  return lastInstantOf(when) < earliest || (lastDay !== undefined && firstInstantOf(when) > lastDay.latest);
}

/** Whether something had certainly come when the stop was over: when its day or its minute had passed. */
export function isBeforeStop(when: Meanings, stop: Pick<PlacedStop, "latest">): boolean {
  return lastInstantOf(when) <= stop.latest;
}

/** Whether something came while the stop can have been: on its day, or in its minute. */
export function isWithinStop(when: Meanings, stop: Pick<PlacedStop, "earliest" | "latest">): boolean {
  return firstInstantOf(when) >= stop.earliest && lastInstantOf(when) <= stop.latest;
}
