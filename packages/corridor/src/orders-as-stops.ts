import {
  type CivilDay,
  type Cover,
  type Statement,
  type Stop,
  type StopKind,
  type Timeline,
  daysFromCivil,
  placeStops,
} from "@unmask/core";

/** What an order of the cover is among the stops. That it was served nobody was asked: only she can state it. */
const kindOf: Readonly<Record<"order" | "bail", StopKind>> = { order: "order in force", bail: "bail condition" };

/** An order or bail of the cover with its first day, counted from 1970-01-01. */
interface Told {
  readonly stop: Stop;
  readonly firstDay: number;
}

/**
 * What she stated with each order and bail that she told for the first page as a stop of its first day, with its last day, so that what came
 * while it held is found and nobody has to say it twice. One that has no day adds nothing. One that is stated already, of that kind and day or as
 * served on that day, adds only the last day that was not stated there. One that was served later, while it was in force, ends with it wherever it
 * was stated: `placeStops`.
 */
export function withOrders(statement: Statement, cover: Cover | undefined, timeline: Pick<Timeline, "acts">): Statement {
  const orders = (typeof cover?.orders === "object" ? cover.orders : []).flatMap(({ kind, from, until }): Told[] =>
    typeof from === "object"
      ? [
          {
            stop: { kind: kindOf[kind], day: from, ...(typeof until === "object" ? { until } : {}) },
            firstDay: daysFromCivil(from),
          },
        ]
      : [],
  );
  if (orders.length === 0) return statement;
  const known = new Set<Told>();
  const stated = statement.stops.map((stop): Stop => {
    const [placed] = placeStops(timeline, { ...statement, stops: [stop] });
    if (placed === undefined) return stop;
    const same = orders.filter((one) => isStatedBy(placed.kind, placed.day, one));
    if (same.length === 0) return stop;
    for (const one of same) known.add(one);
    const until = stop.until ?? lastOf(same.map((one) => one.stop));
    return until === undefined ? stop : { ...stop, until };
  });
  const added = orders.filter((one) => !known.has(one)).map(({ stop }) => stop);
  const { answers, ...rest } = statement;
  // "None" of a topic and a stop of it contradict each other; she named one.
  const told = new Set<string>(added.map(({ kind }) => kind));
  const kept = Object.fromEntries(Object.entries(answers ?? {}).filter(([topic]) => !told.has(topic)));
  return { ...rest, stops: [...stated, ...added], ...(Object.keys(kept).length > 0 ? { answers: kept } : {}) };
}

/** Whether a stop of a kind and day tells of an order: the same again, or its service on its first day. */
function isStatedBy(kind: StopKind, day: number, { stop, firstDay }: Told): boolean {
  return day === firstDay && (kind === stop.kind || (kind === "order served" && stop.kind === "order in force"));
}

/** The last of their last days; undefined where one of them is open. */
function lastOf(stops: readonly Stop[]): CivilDay | undefined {
  let last: CivilDay | undefined;
  for (const { until } of stops) {
    if (until === undefined) return undefined;
    if (last === undefined || daysFromCivil(until) > daysFromCivil(last)) last = until;
  }
  return last;
}
