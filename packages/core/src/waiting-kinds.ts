/** What can wait for a second person, the most dangerous to leave first: the law of a force names how long, the case what it is. */
export const waitingKinds = [
  "reading", // a decision about a report against the force's rule
  "opening", // a case that was opened without need to know
  "service", // the service of an order
  "breach", // a decision on a possible breach
  "settling", // a duty that an officer settles by hand
  "result", // what a court did, against its copy
  "subject", // another name or birth of whom an order binds than the court had
  "authorise", // an application for an order
  "change", // a change of an order that is asked for
  "link", // that two are one person
  "not-pursued", // that no order is pursued
  "not-stalking", // that something is not stalking
  "cut", // a copy with words cut out
  "schedule", // the list of what is held and not relied on
  "closing", // that a case closes
  "erasure", // that a case is erased
] as const;
/** One of `waitingKinds`. */
export type WaitingKind = (typeof waitingKinds)[number];
