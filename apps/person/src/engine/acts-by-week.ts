import { type Act, type Zone, msPerDay, wallMsAt } from "@unmask/core";
import { isNight } from "@unmask/patterns";
import type { WeekOfActs } from "./protocol.ts";

const msPerWeek = 7 * msPerDay;
/** The first of January 1970 was a Thursday; her weeks begin on Monday. */
const mondayToThursday = 3 * msPerDay;

/** Counts acts by week while they arrive, so that she sees them come. */
export interface ActsByWeek {
  add(act: Act): void;
  weeks(): readonly WeekOfActs[];
}

/** Starts counting on her wall. A date that cannot be right, or is not known, would stretch the line to nothing, and is left out. */
export function countActsByWeek(zone: Zone): ActsByWeek {
  const countByWeek = new Map<number, { count: number; night: number }>();
  return {
    add({ when, flags }) {
      if (flags.includes("far-date") || flags.includes("time-not-known")) return;
      const wall = wallMsAt(zone, when.earliest);
      const week = Math.floor((wall + mondayToThursday) / msPerWeek);
      let counted = countByWeek.get(week);
      if (!counted) countByWeek.set(week, (counted = { count: 0, night: 0 }));
      counted.count++;
      if (isNight(wall, wallMsAt(zone, when.latest)) === "yes") counted.night++;
    },
    weeks: () => [...countByWeek].sort(([a], [b]) => a - b).map(([week, counted]) => ({ week, ...counted })),
  };
}
