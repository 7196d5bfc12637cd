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
 * The next edition, with a new recipient: from this week, or from the week after the newest one's where that began this week, since two of one
 * week could not be told apart. Those that have no end yet end some weeks later.
 */
export function rotatedSet(set: ForceSet, recipient: string, now: Instant): ForceSet {
  const newest = set.recipients.reduce((last, { from }) => (from > last ? from : last), "");
  let begins = now;
  while (isoWeek(begins) <= newest) begins = later(begins, 7 * msPerDay);
  const end = isoWeek(later(begins, overlapWeeks * 7 * msPerDay));
  const before = set.recipients.map((one) => ({ ...one, until: one.until ?? end }));
  return {
    ...set,
    number: set.number + 1,
    made: isoWeek(now),
    recipients: [{ recipient, from: isoWeek(begins), until: null }, ...before],
  };
}
