import { type Cover, type Statement, type Stop, type StopKind, type Timeline, daysFromCivil, placeStops } from "@unmask/core";

/** What an order of the cover is among the stops. */
const kindOf: Readonly<Record<"order" | "bail", StopKind>> = { order: "order served", bail: "bail condition" };

/**
 * What she stated with each order and bail that she told for the first page as a stop of its day, so that what came after it is found and nobody
 * has to say it twice. One that has no day, or that is a stop of that kind and day already, adds nothing.
 */
export function withOrders(statement: Statement, cover: Cover | undefined, timeline: Pick<Timeline, "acts">): Statement {
  const orders = typeof cover?.orders === "object" ? cover.orders : [];
  const known = new Set(placeStops(timeline, statement).map(({ kind, day }) => `${kind} ${day}`));
  const added = orders.flatMap(({ kind, from }): Stop[] => {
    if (typeof from !== "object") return [];
    const key = `${kindOf[kind]} ${daysFromCivil(from)}`;
    if (known.has(key)) return [];
    known.add(key);
    return [{ kind: kindOf[kind], day: from }];
  });
  if (added.length === 0) return statement;
  const { answers, ...rest } = statement;
  const told = new Set<string>(added.map(({ kind }) => kind));
  // "None" of a topic and a stop of it contradict each other; she named one.
  const kept = Object.fromEntries(Object.entries(answers ?? {}).filter(([topic]) => !told.has(topic)));
  return { ...rest, stops: [...statement.stops, ...added], ...(Object.keys(kept).length > 0 ? { answers: kept } : {}) };
}
