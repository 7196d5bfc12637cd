import { type Statement, type StopKind, type Timeline } from "@unmask/core";
import { memoize } from "../reading/memoize.ts";
import { actsNotNamed } from "../reading/not-named.ts";
import { actsByWhose } from "../reading/their-acts.ts";
import { isHeld, stopsOf } from "./stops-held.ts";

/** How many acts by accounts that were not named came while stops of each kind held; of kinds after which something of theirs came, so that a line says so. */
export const notNamedThen: (timeline: Timeline, statement: Statement) => ReadonlyMap<StopKind, number> = memoize((timeline, statement) => {
  const open = actsNotNamed(timeline, statement);
  if (open.length === 0) return new Map();
  const { theirs } = actsByWhose(timeline, statement);
  return new Map(
    stopsOf(timeline, statement)
      .filter((stops) => theirs.some((one) => isHeld(stops, one)))
      .map((stops) => [stops.kind, open.filter((one) => isHeld(stops, one)).length]),
  );
});

/** "24", or "others" where a line above has the number: none stands twice on the first page. */
export function sayNotNamedThen(count: number, sayNumber: (count: number) => string, above: Iterable<number>): string {
  return [...above].includes(count) ? "others" : sayNumber(count);
}
