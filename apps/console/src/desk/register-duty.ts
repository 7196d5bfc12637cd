import { oneOf } from "@unmask/core";

/** How a duty stands: as it is worked out or, where it was undecided, as an officer settled it. */
const standings = ["not-served", "due", "met", "met-late", "overdue", "suspended", "not-required", "ended", "undecided"] as const;
/** One of them. */
export type DutyStands = (typeof standings)[number];

/** Reads it. */
export const dutyStands = oneOf(standings);
