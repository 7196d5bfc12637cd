import type { BodyOf } from "@unmask/case";
import {
  type Act,
  type Instant,
  type Whose,
  type Zone,
  civilFromDays,
  civilToIso,
  dayIn,
  msPerDay,
  msPerHour,
  parseInstant,
  wallMsAt,
} from "@unmask/core";
import { isoWeek } from "@unmask/submission";

/** Acts of a pack counted by week, on her clock: what the strip of the queue draws. Her own are counted, and stand in no week. */
export interface WeekCounter {
  /** `whose`: by her statement; absent where there is none. */
  add(act: Pick<Act, "when">, whose?: Whose): void;
  result(): NonNullable<BodyOf<"pack-opened">["acts"]>;
}

/** The night ends at this hour; it begins at midnight. */
const nightEnds = 5;
/** Weeks that an event takes (case/event/shapes.ts); a pack with more holds stamps that nobody lived through. */
const mostWeeks = 2_000;

/** Begins to count. */
export function countByWeek(zone: Zone): WeekCounter {
  const weeks = new Map<string, { acts: number; night: number }>();
  let total = 0;
  let hers: number | undefined;
  let first: Instant | undefined;
  let last: Instant | undefined;
  return {
    add({ when: { earliest } }, whose) {
      total++;
      if (whose !== undefined) hers ??= 0;
      if (first === undefined || earliest < first) first = earliest;
      if (last === undefined || earliest > last) last = earliest;
      if (whose === "hers") {
        hers = (hers ?? 0) + 1;
        return;
      }
      const wall = parseInstant(wallMsAt(zone, earliest));
      if (wall === undefined) return;
      const week = isoWeek(wall);
      const known = weeks.get(week) ?? { acts: 0, night: 0 };
      known.acts++;
      if (((wall % msPerDay) + msPerDay) % msPerDay < nightEnds * msPerHour) known.night++;
      weeks.set(week, known);
    },
    result() {
      const dayOf = (instant: Instant): string => civilToIso(civilFromDays(dayIn(zone, instant)));
      const inOrder = [...weeks].filter(([week]) => /^\d{4}-/.test(week)).sort(([a], [b]) => (a < b ? -1 : 1));
      return {
        total,
        ...(hers !== undefined && { hers }),
        weeks: inOrder.slice(-mostWeeks).map(([week, counts]) => ({ week, ...counts })),
        ...(first !== undefined && { first: dayOf(first) }),
        ...(last !== undefined && { last: dayOf(last) }),
      };
    },
  };
}
