/** What a mailbox says by itself, the same words on every page and in every program. */

/**
 * That a force has her letter: its machine acknowledges it before anybody has read it, and whoever is in danger must not take the one for the
 * other. `isAnswered`: somebody has written to her since.
 */
export function sayHasLetter(force: string, isAnswered: boolean): string {
  return isAnswered ? `${force} has your letter` : `${force} has your letter; nobody has said yet that they read it`;
}

/** What to do about a pack that a force could not open, by why (docs/formats/mailbox.md). No word of them blames her: a line or a disk does this, and what a disk did to hers is not mended by the same file. */
const byReason: Readonly<Record<string, string>> = {
  "no-key": "Nobody there has a key to it: make the report again for this force, and add it.",
  altered: "It is damaged: add it once more, and if they say this again, make the report again.",
  "cut-short": "Only its beginning is there: add it once more, and if they say this again, make the report again.",
  "not-a-pack": "It is no sealed report: add the pack that you saved, NAME.age.",
  page: "It is a page sealed by itself: write what stands on it.",
  "too-large": "It is too large: hold files back and make it again.",
};

/** What she is told of a pack that came and does not open: what is there, what to keep, what to do. A reason that is not known is told all the same. */
export function sayUnopened(reason: string): string {
  const todo = byReason[reason] ?? "Add it again, or ring 101 and say so.";
  return `What you sent arrived, and they cannot open it as it is. Keep yours. ${todo} Whoever opens your report sees this; your letter can be read.`;
}

/** A message in the order in which it was written. */
interface Kind {
  readonly kind: string;
}

/** Whether somebody of the force wrote after the acknowledgement at `place`; messages oldest first. */
export function isAnsweredAfter(messages: readonly Kind[], place: number): boolean {
  return messages.slice(place + 1).some(({ kind }) => kind === "update" || kind === "question");
}
