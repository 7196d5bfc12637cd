import { type Flag, type Instant, msPerDay } from "@unmask/core";

/** 1990-01-01T00:00:00Z: nothing that we read existed before. */
const earliestLikely = 631_152_000_000;

/** `far-date` for an instant before 1990 or more than a day after the import, else nothing. */
export function farDate(instant: Instant, now: Instant): readonly Flag[] {
  return instant < earliestLikely || instant > now + msPerDay ? farDateAlone : none;
}

const farDateAlone: readonly Flag[] = ["far-date"];
const none: readonly Flag[] = [];
