import { type Instant, later, msPerHour } from "@unmask/core";

/** What waits for a second person, in the order of what is most dangerous to leave. No figure here is national: each is a force's own, as shipped. */

/** What can wait, the most dangerous to leave first. */
export const waitingKinds = [
  "reading", // a decision about a report against the force's rule
  "opening", // a case that was opened without need to know
  "service", // the service of an order
  "breach", // a decision on a possible breach
  "settling", // a duty that an officer settles by hand
  "result", // what a court did, against its copy
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

/** Hours within which another person reads it, and what is lost by waiting. */
export const waitingRules: Readonly<Record<WaitingKind, { readonly hours: number; readonly says: string; readonly lost: string }>> = {
  reading: { hours: 1, says: "Decision against the rule", lost: "what the rule proposes is not done" },
  opening: { hours: 48, says: "Opened anyway", lost: "nobody has said whether the reason covers each look" },
  service: { hours: 24, says: "Service", lost: "no clock runs before it is confirmed" },
  breach: { hours: 24, says: "Breach decision", lost: "it does not count before another has read it" },
  settling: { hours: 24, says: "Settled duty", lost: "it does not count before another has read it" },
  result: { hours: 24, says: "Court result", lost: "nobody has read the copy against it" },
  authorise: { hours: 72, says: "Application", lost: "it goes to no court before" },
  change: { hours: 72, says: "Change of an order", lost: "it goes to no court before" },
  link: { hours: 72, says: "Link", lost: "neither side knows of the other before" },
  "not-pursued": { hours: 72, says: "No order", lost: "that no order is pursued does not hold before" },
  "not-stalking": { hours: 48, says: "Not stalking", lost: "it does not hold before" },
  cut: { hours: 72, says: "Cut copy", lost: "disclosure waits for it" },
  schedule: { hours: 72, says: "Schedule", lost: "disclosure waits for it" },
  closing: { hours: 168, says: "Closing", lost: "the case stays open" },
  erasure: { hours: 336, says: "Erasing", lost: "nothing is erased before" },
};

/** What orders the list. */
export interface Waiting {
  readonly kind: WaitingKind;
  readonly since: Instant;
  /** Whether somebody in it is in danger now. */
  readonly isDanger: boolean;
}

/** Until when another should have read it. */
export function readBy({ kind, since }: Pick<Waiting, "kind" | "since">): Instant {
  return later(since, waitingRules[kind].hours * msPerHour);
}

/** What is past its time first; then where somebody is in danger, then by what is most dangerous to leave, then the longest waiting. */
export function inOrderOfDanger<One extends Waiting>(rows: readonly One[], now: Instant): readonly One[] {
  const isPast = (one: One): number => Number(readBy(one) <= now);
  return rows.toSorted(
    (one, other) =>
      isPast(other) - isPast(one) ||
      Number(other.isDanger) - Number(one.isDanger) ||
      waitingKinds.indexOf(one.kind) - waitingKinds.indexOf(other.kind) ||
      one.since - other.since,
  );
}
