import {
  type CivilDay,
  type Cover,
  type Statement,
  type StopKind,
  type Timeline,
  type TimelineAct,
  type WallTime,
  type Zone,
  civilFromDays,
  dayIn,
  daysFromCivil,
  msPerMinute,
  placeStops,
  spanOf,
  utcMsToWall,
  wallMsAt,
} from "@unmask/core";
import type { Chosen } from "./choose.ts";

/** A stop that she named by an act which stays behind, so that no paper of the pack tells of it. */
export interface StopLeftOut {
  readonly kind: StopKind;
  /** How she can state it without the act: by the minute, or by the day where the act's time is no nearer. */
  readonly at: { readonly minute: WallTime } | { readonly day: CivilDay };
}

/**
 * Finds the stops that leave the papers with an act that she leaves out: she is told of each, because what came after one is the strongest that a
 * paper can say. One that she stated by its day or minute as well stands, as her word.
 */
export function stopsLeftOut({ timeline }: { readonly timeline: Timeline }, chosen: Chosen, statement: Statement): readonly StopLeftOut[] {
  const going = new Set(chosen.goes.timeline.acts.map(({ id }) => id));
  const stands = placeStops(chosen.goes.timeline, chosen.statement);
  const { zone } = statement;
  return statement.stops.flatMap((stop): readonly StopLeftOut[] => {
    if (!("act" in stop) || going.has(chosen.idNow(stop.act))) return [];
    const act = placeStops(timeline, { ...statement, stops: [stop] })[0]?.act;
    if (act === undefined) return [];
    const { earliest, latest } = spanOf(act.when);
    if (stands.some((one) => one.kind === stop.kind && one.earliest <= earliest && latest <= one.latest)) return [];
    const at =
      latest - earliest <= msPerMinute ? { minute: utcMsToWall(wallMsAt(zone, earliest)) } : { day: civilFromDays(dayIn(zone, latest)) };
    return [{ kind: stop.kind, at }];
  });
}

/** Places in `feared` of her answers about days on which there were acts and of which none goes: day and words stand, because she states them herself. */
export function fearedDaysLeftOut(
  cover: Cover,
  { timeline }: { readonly timeline: Timeline },
  { goes, staysBehind }: Chosen,
  zone: Zone,
): readonly number[] {
  const { feared } = cover;
  if (feared === undefined || typeof feared === "string" || staysBehind.length === 0) return [];
  const read = daysWith(timeline.acts, zone);
  const left = daysWith(goes.timeline.acts, zone);
  return feared.flatMap((one, i) => ("day" in one && read.has(daysFromCivil(one.day)) && !left.has(daysFromCivil(one.day)) ? [i] : []));
}

function daysWith(acts: readonly TimelineAct[], zone: Zone): ReadonlySet<number> {
  return new Set(acts.map(({ when }) => dayIn(zone, when.earliest)));
}
