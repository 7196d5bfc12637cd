import { type Instant, later, msPerDay } from "@unmask/core";
import { type ForceSet, isoWeek } from "@unmask/submission";

/** So many weeks the old recipient still holds beside the new: letters that were being written are still sealed to it. */
const overlapWeeks = 4;

/** What a force may change of its set without a new key. */
export interface SetChange {
  readonly name?: string | undefined;
  readonly intake?: string | undefined;
  readonly pack?: number | undefined;
  readonly packs?: number | undefined;
}

/** The next edition, with what was changed. */
export function changedSet(set: ForceSet, change: SetChange, now: Instant): ForceSet {
  return {
    ...set,
    number: set.number + 1,
    made: isoWeek(now),
    name: change.name ?? set.name,
    intake: change.intake ?? set.intake,
    limits: { ...set.limits, pack: change.pack ?? set.limits.pack, packs: change.packs ?? set.limits.packs },
  };
}

/**
 * The next edition, with a new recipient from this week on. One that was made this week already, or would begin later, is named no more: two of one
 * week could not be told apart, and whoever changes a key twice has lost the first. Its own identity still opens what was sealed to it. The others
 * end some weeks later, where they have no end yet.
 */
export function rotatedSet(set: ForceSet, recipient: string, now: Instant): ForceSet {
  const week = isoWeek(now);
  const end = isoWeek(later(now, overlapWeeks * 7 * msPerDay));
  const before = set.recipients.filter(({ from }) => from < week).map((one) => ({ ...one, until: one.until ?? end }));
  return { ...set, number: set.number + 1, made: week, recipients: [{ recipient, from: week, until: null }, ...before] };
}
