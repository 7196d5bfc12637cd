import { type Act, type Report, createNamedTo, createSide, isWithinStop, placeStops } from "@unmask/core";

/** Makes a question: is an act a stop of hers? One that she named, or what she sent to them, or to what is perhaps theirs, in the minute that she gave. */
export function createIsStop({ timeline, statement }: Pick<Report, "timeline" | "statement">): (act: Act) => boolean {
  const stops = placeStops(timeline, statement);
  if (stops.length === 0) return () => false;
  const named = new Set(stops.flatMap(({ act }) => act?.id ?? []));
  const minutes = stops.filter(({ act, exact }) => act === undefined && exact === "minute");
  const sideOf = createSide(timeline, statement);
  const namedTo = createNamedTo(statement);
  const isToThem = (act: Act): boolean => {
    const side = sideOf(act);
    return side === "hers to them" || (side === "hers to others" && act.to.some((one) => namedTo(one) === "perhaps theirs"));
  };
  return (act) => named.has(act.id) || (minutes.some((stop) => isWithinStop(act.when, stop)) && isToThem(act));
}
