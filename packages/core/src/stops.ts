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
   * order that it belongs to, because an order that has run out binds nobody.
   */
  readonly lastDay?: Interval;
  /** Of a service before the first day of its order: that first day. Nothing before it is after this stop. */
  readonly begins?: Beginning;
  /** The act that it is. */
  readonly act?: TimelineAct;
  /** Her word for it. */
  readonly says?: string;
}

/** When a stop began to hold. */
export type Beginning = Pick<PlacedStop, "earliest" | "latest" | "exact" | "day">;

/** Her stops in order of the time from which they hold, each once. One that is an act which stands nowhere in the timeline is left out: `strayOf` tells of it. */
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
    .sort(inOrderOfBeginning);
  return placed.map((stop) => withDaysOfOrders(stop, placed)).sort(inOrderOfBeginning);
}

function inOrderOfBeginning(a: PlacedStop, b: PlacedStop): number {
  const [one, other] = [beginningOf(a), beginningOf(b)];
  return one.latest - other.latest || one.earliest - other.earliest || a.latest - b.latest || a.earliest - b.earliest;
}

/** When a stop began to hold: itself, or the first day of an order that was served before it. */
export function beginningOf(stop: PlacedStop): Beginning {
  return stop.begins ?? stop;
}

/** A service from the first to the last day of the order that it belongs to; any other stop as it is. */
function withDaysOfOrders(stop: PlacedStop, placed: readonly PlacedStop[]): PlacedStop {
  const orders = ordersServed(stop, placed);
  const [first] = orders;
  const { earliest, latest, exact, day } = first ?? stop;
  const lastDay = stop.lastDay ?? (stop.kind === "order served" ? lastDayOf(orders.length > 0 ? orders : ordersIn(placed)) : undefined);
  return {
    ...stop,
    ...(lastDay && { lastDay }),
    ...(first && earliest > stop.earliest && { begins: { earliest, latest, exact, day } }),
  };
}

/** The orders that a service belongs to: those in force then; else the next that begins after it. A service with a later last day of its own is of another order. */
function ordersServed(service: PlacedStop, placed: readonly PlacedStop[]): readonly PlacedStop[] {
  if (service.kind !== "order served") return [];
  const orders = ordersIn(placed);
  const inForce = orders.filter((order) => isInForceAt(service, order));
  if (inForce.length > 0) return inForce;
  const next = orders.find(({ earliest }) => earliest > service.earliest);
  return next === undefined ? [] : orders.filter((order) => order.earliest === next.earliest && isWithinOrder(service, order));
}

function isWithinOrder({ lastDay }: PlacedStop, order: PlacedStop): boolean {
  return (
    lastDay === undefined || (order.lastDay !== undefined && lastDay.latest >= order.earliest && lastDay.latest <= order.lastDay.latest)
  );
}

function ordersIn(placed: readonly PlacedStop[]): readonly PlacedStop[] {
  return placed.filter(({ kind }) => kind === "order in force");
}

function isInForceAt({ earliest }: PlacedStop, order: PlacedStop): boolean {
  return earliest >= order.earliest && (order.lastDay === undefined || earliest <= order.lastDay.latest);
}

/** The last day of these, of several the last; undefined where one of them is open. */
function lastDayOf(orders: readonly PlacedStop[]): Interval | undefined {
  let last: Interval | undefined;
  for (const { lastDay } of orders) {
    if (lastDay === undefined) return undefined;
    if (last === undefined || lastDay.latest > last.latest) last = lastDay;
  }
  return last;
}

/** Whether a stop, placed by `placeStops`, is the service of this order: while it was in force, or as the next before its first day. */
export function isServedIn(service: PlacedStop, order: PlacedStop): boolean {
  if (service.kind !== "order served" || order.kind !== "order in force") return false;
  return service.begins !== undefined ? service.begins.earliest === order.earliest : isInForceAt(service, order);
}

/** Whether it was served when every order that she stated had ended: nothing that came later is told as after it. */
export function isServedTooLate({ earliest, lastDay }: PlacedStop): boolean {
  return lastDay !== undefined && lastDay.latest < earliest;
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

/** What tells when a stop began, and from when it held. */
type Held = Pick<PlacedStop, "earliest" | "latest" | "begins">;

/** Whether something certainly came later than a stop, and than the first day of its order: under every reading of both. */
export function isAfterStop(when: Meanings, stop: Pick<Held, "latest" | "begins">): boolean {
  return firstInstantOf(when) > (stop.begins ?? stop).latest;
}

/** Whether something certainly came while a stop held: later than it, and, where it has a last day, before that day. */
export function isWhileHeld(when: Meanings, stop: Pick<PlacedStop, "latest" | "begins" | "lastDay">): boolean {
  return isAfterStop(when, stop) && (stop.lastDay === undefined || lastInstantOf(when) < stop.lastDay.earliest);
}

/** Whether a stop certainly did not hold when something came: it was not there yet, or its last day had passed. */
export function isNotHeld(when: Meanings, stop: Held & Pick<PlacedStop, "lastDay">): boolean {
  return lastInstantOf(when) < (stop.begins ?? stop).earliest || (stop.lastDay !== undefined && firstInstantOf(when) > stop.lastDay.latest);
}

/** Whether something had certainly come when the stop was over: when its day or its minute had passed. */
export function isBeforeStop(when: Meanings, stop: Pick<Held, "latest" | "begins">): boolean {
  return lastInstantOf(when) <= (stop.begins ?? stop).latest;
}

/** Whether something came while the stop can have been: on its day, or in its minute; of an order that was served before, on its first day. */
export function isWithinStop(when: Meanings, stop: Held): boolean {
  const { earliest, latest } = stop.begins ?? stop;
  return firstInstantOf(when) >= earliest && lastInstantOf(when) <= latest;
}
