import { type Statement, type Timeline, type TimelineAct, msPerHour, wallMsAt } from "@unmask/core";
import { hourOfWall } from "../reading/night.ts";
import type { SeenIdentities } from "../reading/seen-identities.ts";
import type { SignsOf } from "./sign.ts";

/** Hours are compared over so many hours in a row, a quarter of the day… */
export const hoursInARow = 6;
/** …of identities with at least this many acts that have an hour. */
export const hoursActsLeast = 10;
/** Of theirs and of the other's acts at least this part lies in them, and of third people's at most a quarter. */
const hoursShare = 1 / 2;
const hoursShareOfOthers = 1 / 4;

/** Acts by hour of her wall, those with one certain hour. */
interface Hours {
  readonly counts: number[];
  total: number;
}

/** It was active at the same hours of the day, which are not everybody's. */
export function createHours({ acts }: Timeline, { zone }: Statement, seen: SeenIdentities): SignsOf {
  let known: { readonly from: number } | undefined;
  let isAsked = false;
  return (one) => {
    if (one.places.length < hoursActsLeast) return [];
    if (!isAsked) {
      isAsked = true;
      known = busiest();
    }
    const its = hoursOf(one.places.flatMap((place) => acts[place] ?? []));
    if (!known || its.total < hoursActsLeast || within(its, known.from) < its.total * hoursShare) return [];
    const says = `was active at the same hours (${sayHour(known.from)} to ${sayHour(known.from + hoursInARow)})`;
    return [{ what: "hours", says, count: 1, acts: [one.first.id] }];
  };

  /** Hours in a row that hold half of theirs and are not everybody's. */
  function busiest(): { readonly from: number } | undefined {
    const theirs = hoursOf(seen.theirActs);
    if (theirs.total < hoursActsLeast) return undefined;
    let from = 0;
    for (let hour = 1; hour < 24; hour++) if (within(theirs, hour) > within(theirs, from)) from = hour;
    if (within(theirs, from) < theirs.total * hoursShare) return undefined;
    const others = hoursOf(
      [...seen.notNamed.values()].flatMap((one) => (seen.isKnownBefore(one) ? one.places.flatMap((place) => acts[place] ?? []) : [])),
    );
    return others.total < hoursActsLeast || within(others, from) > others.total * hoursShareOfOthers ? undefined : { from };
  }

  function hoursOf(some: readonly TimelineAct[]): Hours {
    const hours: Hours = { counts: Array.from({ length: 24 }, () => 0), total: 0 };
    for (const { when } of some) {
      if (when.or !== undefined || when.latest - when.earliest >= msPerHour) continue;
      const hour = hourOfWall(wallMsAt(zone, when.earliest));
      hours.counts[hour] = (hours.counts[hour] ?? 0) + 1;
      hours.total++;
    }
    return hours;
  }
}

function within({ counts }: Hours, from: number): number {
  let sum = 0;
  for (let i = 0; i < hoursInARow; i++) sum += counts[(from + i) % 24] ?? 0;
  return sum;
}

function sayHour(hour: number): string {
  return `${String(hour % 24).padStart(2, "0")}:00`;
}
