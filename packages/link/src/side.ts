import type { Instant, Interval } from "@unmask/core";

/** One side of a link, as far as it bears on the shared identifier: nothing else of a report is looked at, and nothing else is shown. */
export interface LinkSide {
  /** As people say it: "Case 0412", "Report R-2088". */
  readonly reference: string;
  /** What it shows done with the identifier, in order of time. */
  readonly uses: readonly Use[];
  /** What this side calls whoever holds it, as it is written there; none where nobody is named. */
  readonly calledBy: readonly string[];
  /** Whether somebody stated on whose clock its times are. */
  readonly isZoneStated: boolean;
  /** What was asked about the holder, in words: "Asked 19 Nov, enquiry E-3". Absent: nobody asked. */
  readonly askedForHolder?: string;
}

/** One thing that was done with the identifier. */
export interface Use {
  readonly when: Interval;
  readonly text?: string;
  /** Read from bytes, or somebody's word. */
  readonly known: "record" | "account";
}

/** What a company or a network said of an identifier. Facts are theirs; this room works none out. */
export interface HolderFact {
  /** While it had no holder. */
  readonly outOfUse: Interval;
  /** Who said so and when, in words: "operator, 19 Nov". */
  readonly source: string;
}

/** The first and the last moment of use; undefined where there is none. */
export function spanOfUses(uses: readonly Use[]): Interval | undefined {
  let earliest: Instant | undefined;
  let latest: Instant | undefined;
  for (const { when } of uses) {
    if (earliest === undefined || when.earliest < earliest) earliest = when.earliest;
    if (latest === undefined || when.latest > latest) latest = when.latest;
  }
  return earliest === undefined || latest === undefined ? undefined : { earliest, latest };
}
