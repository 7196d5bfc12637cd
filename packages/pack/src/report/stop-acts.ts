import { type Act, type Report, createSide, isWithinStop, placeStops } from "@unmask/core";

/** Makes a question: is an act a stop of hers? One that she named, or what she sent to them in the minute that she gave. */
export function createIsStop({ timeline, statement }: Pick<Report, "timeline" | "statement">): (act: Act) => boolean {
  const stops = placeStops(timeline, statement);
  if (stops.length === 0) return () => false;
  const named = new Set(stops.flatMap(({ act }) => act?.id ?? []));
  const minutes = stops.filter(({ act, exact }) => act === undefined && exact === "minute");
  const sideOf = createSide(timeline, statement);
  return (act) => named.has(act.id) || (minutes.some((stop) => isWithinStop(act.when, stop)) && sideOf(act) === "hers to them");
}
