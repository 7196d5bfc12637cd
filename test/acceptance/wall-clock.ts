import { Temporal } from "temporal-polyfill";

/**
 * What a clock on a wall can mean, by Temporal, which the project's own zone table is not made from. Milliseconds, first and last included.
 * `2019-07-24T19:05` is a minute long, `2019-07-24T19:05:15` a second.
 */
export function meant(wall: string, zone = "Europe/London"): { earliest: number; latest: number } {
  const plain = Temporal.PlainDateTime.from(wall);
  const precision = wall.length > 16 ? 1000 : 60_000;
  const [first, second] = (["earlier", "later"] as const).map(
    (disambiguation) => plain.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
  );
  if (first === undefined || second === undefined) throw new Error("two readings were asked for");
  return { earliest: first, latest: second + precision - 1 };
}
