/** What a mailbox says by itself, the same words on every page and in every program. */

/**
 * That a force has her letter: its machine acknowledges it before anybody has read it, and whoever is in danger must not take the one for the
 * other. `isAnswered`: somebody has written to her since.
 */
export function sayHasLetter(force: string, isAnswered: boolean): string {
  return isAnswered ? `${force} has your letter` : `${force} has your letter; nobody has said yet that they read it`;
}

/** What to do about a pack that a force could not open, by why (docs/formats/mailbox.md). No word of them blames her: a line or a disk does this. */
const byReason: Readonly<Record<string, string>> = {
  "no-key":
    "It is locked for somebody else, so nobody there has a key to it. Make the report again for this force, and add it with your seven words.",
  altered: "It did not arrive as you sent it: something changed it on the way. Add the same file again with your seven words.",
  "cut-short": "Only its beginning is there. Add the same file again with your seven words.",
  "not-a-pack": "The file is no sealed report. Look whether it was the right one, and add the pack that you saved: its name ends in .age.",
  page: "It is a page that was sealed by itself, and their screens show whole reports only. Write what stands on it, with your seven words.",
  "too-large": "It is larger than they can open. Hold files back and make it again, or take it along on a stick.",
};

/** What she is told of a pack that came and does not open: what is there, what to keep, what to do. A reason that is not known is told all the same. */
export function sayUnopened(reason: string): string {
  const todo = byReason[reason] ?? "It could not be read there. Add it again with your seven words, or ring 101 and say so.";
  return `What you sent arrived, and they cannot open it as it is. Keep yours, change nothing in it. ${todo} Your letter is not touched by this, and whoever opens your report sees that this did not open.`;
}

/** A message in the order in which it was written. */
interface Kind {
  readonly kind: string;
}

/** Whether somebody of the force wrote after the acknowledgement at `place`; messages oldest first. */
export function isAnsweredAfter(messages: readonly Kind[], place: number): boolean {
  return messages.slice(place + 1).some(({ kind }) => kind === "update" || kind === "question");
}
