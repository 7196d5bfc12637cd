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

/** What an order of the cover is among the stops. */
const kindOf: Readonly<Record<"order" | "bail", StopKind>> = { order: "order served", bail: "bail condition" };

/**
 * What she stated with each order and bail that she told for the first page as a stop of its day, with its last day, so that what came while it
 * held is found and nobody has to say it twice. One that has no day adds nothing. One that is a stop of that kind and day already adds only the
 * last day that was not stated there: what came later is never told as after an order that was over.
 */
export function withOrders(statement: Statement, cover: Cover | undefined, timeline: Pick<Timeline, "acts">): Statement {
  const toldByKey = new Map<string, Stop[]>();
  for (const { kind, from, until } of typeof cover?.orders === "object" ? cover.orders : []) {
    if (typeof from !== "object") continue;
    const key = `${kindOf[kind]} ${daysFromCivil(from)}`;
    const stop: Stop = { kind: kindOf[kind], day: from, ...(typeof until === "object" ? { until } : {}) };
    toldByKey.set(key, [...(toldByKey.get(key) ?? []), stop]);
  }
  if (toldByKey.size === 0) return statement;
  const known = new Set<string>();
  const stated = statement.stops.map((stop): Stop => {
    const [placed] = placeStops(timeline, { ...statement, stops: [stop] });
    const key = placed && `${placed.kind} ${placed.day}`;
    const same = key === undefined ? undefined : toldByKey.get(key);
    if (key === undefined || same === undefined) return stop;
    known.add(key);
    const until = stop.until ?? lastOf(same);
    return until === undefined ? stop : { ...stop, until };
  });
  const added = [...toldByKey].flatMap(([key, stops]) => (known.has(key) ? [] : stops));
  const { answers, ...rest } = statement;
  // "None" of a topic and a stop of it contradict each other; she named one.
  const told = new Set<string>(added.map(({ kind }) => kind));
  const kept = Object.fromEntries(Object.entries(answers ?? {}).filter(([topic]) => !told.has(topic)));
  return { ...rest, stops: [...stated, ...added], ...(Object.keys(kept).length > 0 ? { answers: kept } : {}) };
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
