import { type Instant, type WaitingKind, later, msPerHour, waitingKinds } from "@unmask/core";

/** What waits for a second person, in the order of what is most dangerous to leave. No figure here is national: each is proposed, and holds until the force sets its own. */

/** Hours within which another person reads it where the force set none, and what stays open until then. */
export const waitingRules: Readonly<Record<WaitingKind, { readonly hours: number; readonly says: string; readonly open: string }>> = {
  reading: { hours: 1, says: "Decision against the rule", open: "what the rule proposes is not done" },
  opening: { hours: 48, says: "Opened anyway", open: "nobody has said whether the reason covers each look" },
  service: { hours: 24, says: "Service", open: "no clock runs before it is confirmed" },
  breach: { hours: 24, says: "Breach decision", open: "it does not count before another has read it" },
  settling: { hours: 24, says: "Settled duty", open: "it does not count before another has read it" },
  result: { hours: 24, says: "Court result", open: "nobody has read the copy against it" },
  subject: { hours: 24, says: "Another name or birth", open: "it stays marked, and who the court had stands beside it" },
  authorise: { hours: 72, says: "Application", open: "it goes to no court before" },
  change: { hours: 72, says: "Change of an order", open: "it goes to no court before" },
  link: { hours: 72, says: "Link", open: "neither side knows of the other before" },
  "not-pursued": { hours: 72, says: "No order", open: "that no order is pursued does not hold before" },
  "not-stalking": { hours: 48, says: "Not stalking", open: "it does not hold before" },
  cut: { hours: 72, says: "Cut copy", open: "disclosure waits for it" },
  schedule: { hours: 72, says: "Schedule", open: "disclosure waits for it" },
  closing: { hours: 168, says: "Closing", open: "the case stays open" },
  erasure: { hours: 336, says: "Erasing", open: "nothing is erased before" },
};

/** A time that the force set: for one team, or, without a team, for all that have none of their own. */
export interface ReadingTime {
  readonly kind: WaitingKind;
  readonly team: string | null;
  readonly hours: number;
}

/** Within how many hours another reads it, and whether the force set that: for the team of whoever asked, else for all, else as it is proposed. */
export function hoursToRead(
  { kind, team }: { readonly kind: WaitingKind; readonly team: string | null },
  set: readonly ReadingTime[],
): { readonly hours: number; readonly setFor: "team" | "force" | null } {
  const ofKind = set.filter((one) => one.kind === kind);
  const ofTeam = team === null ? undefined : ofKind.find((one) => one.team === team);
  if (ofTeam !== undefined) return { hours: ofTeam.hours, setFor: "team" };
  const ofForce = ofKind.find((one) => one.team === null);
  return ofForce === undefined ? { hours: waitingRules[kind].hours, setFor: null } : { hours: ofForce.hours, setFor: "force" };
}

/** What orders the list. */
export interface Waiting {
  readonly kind: WaitingKind;
  readonly since: Instant;
  /** Until when another should have read it. */
  readonly until: Instant;
  /** Whether somebody in it is in danger now. */
  readonly isDanger: boolean;
}

/** Until when another should have read it, of so many hours. */
export function readBy(since: Instant, hours: number): Instant {
  return later(since, hours * msPerHour);
}

/** What is past its time first; then where somebody is in danger, then by what is most dangerous to leave, then the longest waiting. */
export function inOrderOfDanger<One extends Waiting>(rows: readonly One[], now: Instant): readonly One[] {
  const isPast = (one: One): number => Number(one.until <= now);
  return rows.toSorted(
    (one, other) =>
      isPast(other) - isPast(one) ||
      Number(other.isDanger) - Number(one.isDanger) ||
      waitingKinds.indexOf(one.kind) - waitingKinds.indexOf(other.kind) ||
      one.since - other.since,
  );
}
