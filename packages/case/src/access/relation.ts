/**
 * How an officer stands to what he asks for. Worked out by the app from the members of a case and from openings in force, never sent by a
 * browser.
 */

/** The closed list. */
export const relations = [
  "force", // the desk itself: nobody's report and nobody's case
  "queue", // a report that stands in no case yet
  "member", // a case that this officer is on, and the reports in it
  "other", // a case of this force that he is not on
  "opened", // the same, opened anyway with a reason, within its hour
  "register", // an order of this force, in no case or in one that he is not on; never where that case is closed to him
  "barred", // a case that is closed to him because he is in it himself
  "elsewhere", // of another force, or nothing at all: nobody is told which
] as const;

/** One of `relations`. */
export type Relation = (typeof relations)[number];
