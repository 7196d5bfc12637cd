import type { ActId, SourceSpan } from "./act.ts";
import { type Instant, later } from "./instant.ts";
import type { Statement, Stop, StopKind } from "./statement.ts";
import { createPlaceInFile } from "./order-of-time.ts";
import type { Timeline } from "./timeline.ts";
import type { TimelineAct } from "./timeline-act.ts";
import { type Meanings, firstInstantOf, lastInstantOf, spanOf, whenFromDay, whenFromWall } from "./when.ts";
import { type Side, createSide } from "./whose.ts";
import { type Interval, type Zone, dayIn } from "./zone.ts";

/** Seconds of a call that are taken: stops a record of a call of years from leaving nothing after a stop that was said in it. */
const longestCall = 12 * 3600;
const msPerSecond = 1000;

/** A stop with its place in time. */
export interface PlacedStop {
  readonly kind: StopKind;
  /** First and last instant at which it can have been: the whole day where she gave a day alone, and of a call until it ended. */
  readonly earliest: Instant;
  readonly latest: Instant;
  /** "day": some time on that day. "minute": as she says. "act": as its record says. */
  readonly exact: "day" | "minute" | "act";
  /** Day on which it can have been last, of a call on which that began, counted from 1970-01-01 in the zone of the statement. */
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
  /** Of one that is an act, or the only words that she sent them in its minute: what came in that very minute, as far as the order is known. */
  readonly inItsMinute?: InItsMinute;
  /** Her word for it. */
  readonly says?: string;
}

/** Acts in the minute of a stop that certainly came before it and after it: by a finer clock, or as one file has them in order. */
export interface InItsMinute {
  readonly before: ReadonlySet<ActId>;
  readonly after: ReadonlySet<ActId>;
}

/** When a stop began to hold. */
export type Beginning = Pick<PlacedStop, "earliest" | "latest" | "exact" | "day">;

/** Her stops in order of the time from which they hold, each once. One that is an act which stands nowhere in the timeline is left out: `strayOf` tells of it. */
export function placeStops(timeline: Pick<Timeline, "acts">, statement: Statement): readonly PlacedStop[] {
  const { acts } = timeline;
  const { stops, zone } = statement;
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
          day: dayIn(zone, spanOf(place.act?.when ?? place).latest),
          ...(lastDay && { lastDay: { earliest: lastDay.earliest, latest: lastDay.latest } }),
          ...(stop.says === undefined ? {} : { says: stop.says }),
        },
      ];
    })
    .sort(inOrderOfBeginning);
  const held = placed.map((stop) => withDaysOfOrders(stop, placed)).sort(inOrderOfBeginning);
  return withTheirMinutes(held, timeline, statement);
}

/** Each with what stands in its own minute in a known order. */
function withTheirMinutes(stops: readonly PlacedStop[], timeline: Pick<Timeline, "acts">, statement: Statement): readonly PlacedStop[] {
  const exact = stops.filter((stop) => stop.act !== undefined || (stop.exact === "minute" && stop.kind === "told to stop"));
  if (exact.length === 0) return stops;
  const actsByStop = new Map<PlacedStop, TimelineAct[]>(exact.map((stop) => [stop, []]));
  for (const act of timeline.acts) for (const [stop, within] of actsByStop) if (isWithinStop(act.when, stop)) within.push(act);
  const sideOf = createSide(timeline, statement);
  const placeOf = createPlaceInFile(timeline.acts);
  return stops.map((stop) => {
    const within = actsByStop.get(stop);
    if (within === undefined) return stop;
    const hers = stop.act ? [stop.act] : within.filter((act) => isWordsOfHers(act, sideOf(act)));
    const [only] = hers;
    return only === undefined || hers.length > 1 ? stop : { ...stop, inItsMinute: inOneMinute(only, within, placeOf) };
  });
}

function isWordsOfHers({ text }: TimelineAct, side: Side): boolean {
  return text !== null && side === "hers to them";
}

/** What certainly came before and after an act, of these in order of time. */
function inOneMinute(stop: TimelineAct, within: readonly TimelineAct[], placeOf: (act: TimelineAct) => SourceSpan): InItsMinute {
  const [before, after] = [new Set<ActId>(), new Set<ActId>()];
  const place = within.indexOf(stop);
  const file = placeOf(stop).sha256;
  const length = lengthOf(stop);
  for (const [i, act] of within.entries()) {
    if (i === place || act.id === stop.id) {
      // A call had come when she said it there, whoever rang.
      if (act.kind === "call") before.add(act.id);
      continue;
    }
    const isOfOneOrder = place >= 0 && placeOf(act).sha256 === file && areSameReadings(act.when, stop.when);
    if (lastInstantOf(act.when) < firstInstantOf(stop.when) || (isOfOneOrder && i < place)) before.add(act.id);
    else if (length === 0 && (firstInstantOf(act.when) > lastInstantOf(stop.when) || (isOfOneOrder && i > place))) after.add(act.id);
  }
  return { before, after };
}

/** A file is read in one order of day and month: what its clock writes alike stays alike. */
function areSameReadings(a: Meanings, b: Meanings): boolean {
  const [ofA, ofB] = [
    [a, ...(a.or ?? [])],
    [b, ...(b.or ?? [])],
  ];
  return ofA.length === ofB.length && ofA.every((one, i) => one.earliest === ofB[i]?.earliest && one.latest === ofB[i]?.latest);
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
    if (act === undefined) return undefined;
    const { earliest, latest } = spanOf(act.when);
    return { earliest, latest: later(latest, lengthOf(act)), exact: "act", act };
  }
  const read = "day" in stop ? whenFromDay("", stop.day, zone) : whenFromWall("", stop.minute, zone);
  return read && { ...spanOf(read.when), exact: "day" in stop ? "day" : "minute" };
}

/** How long a call ran in which she said it: at which of its seconds nothing records, and what came meanwhile may have come before. */
function lengthOf({ kind, duration = 0 }: TimelineAct): number {
  return kind === "call" ? Math.ceil(Math.min(duration, longestCall)) * msPerSecond : 0;
}

/** What tells when a stop began, and from when it held. */
type Held = Pick<PlacedStop, "earliest" | "latest" | "begins" | "inItsMinute">;

/** The instants that an act can mean, and which act it is: by that its place in the minute of a stop is known. */
type Came = Meanings & { readonly id?: ActId };

/** Whether something certainly came later than a stop, and than the first day of its order: under every reading of both, or as its file has it in order. */
export function isAfterStop(when: Came, stop: Pick<Held, "latest" | "begins" | "inItsMinute">): boolean {
  return firstInstantOf(when) > (stop.begins ?? stop).latest || (stop.begins === undefined && isIn(stop.inItsMinute?.after, when));
}

function isIn(ids: ReadonlySet<ActId> | undefined, { id }: Came): boolean {
  return ids !== undefined && id !== undefined && ids.has(id);
}

/** Whether something certainly came while a stop held: later than it, and, where it has a last day, before that day. */
export function isWhileHeld(when: Came, stop: Pick<PlacedStop, "latest" | "begins" | "inItsMinute" | "lastDay">): boolean {
  return isAfterStop(when, stop) && (stop.lastDay === undefined || lastInstantOf(when) < stop.lastDay.earliest);
}

/** Whether a stop certainly did not hold when something came: it was not there yet, or its last day had passed. */
export function isNotHeld(when: Came, stop: Held & Pick<PlacedStop, "lastDay">): boolean {
  if (isIn(stop.inItsMinute?.before, when)) return true;
  return lastInstantOf(when) < (stop.begins ?? stop).earliest || (stop.lastDay !== undefined && firstInstantOf(when) > stop.lastDay.latest);
}

/** Whether something had certainly come when the stop was over: when its day or its minute had passed. */
export function isBeforeStop(when: Came, stop: Pick<Held, "latest" | "begins" | "inItsMinute">): boolean {
  return lastInstantOf(when) <= (stop.begins ?? stop).latest && !isIn(stop.inItsMinute?.after, when);
}

/** Whether something came while the stop can have been: on its day, or in its minute and in no known order; of an order that was served before, on its first day. */
export function isWithinStop(when: Came, stop: Held): boolean {
  const { earliest, latest } = stop.begins ?? stop;
  if (isIn(stop.inItsMinute?.before, when) || isIn(stop.inItsMinute?.after, when)) return false;
  return firstInstantOf(when) >= earliest && lastInstantOf(when) <= latest;
}
