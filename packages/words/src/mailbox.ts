/** What a mailbox says by itself, the same words on every page and in every program. */

/**
 * That a force has her letter: its machine acknowledges it before anybody has read it, and whoever is in danger must not take the one for the
 * other. `isAnswered`: somebody has written to her since.
 */
export function sayHasLetter(force: string, isAnswered: boolean): string {
  return isAnswered ? `${force} has your letter` : `${force} has your letter; nobody has said yet that they read it`;
}

/** A message in the order in which it was written. */
interface Kind {
  readonly kind: string;
}

/** Whether somebody of the force wrote after the acknowledgement at `place`; messages oldest first. */
export function isAnsweredAfter(messages: readonly Kind[], place: number): boolean {
  return messages.slice(place + 1).some(({ kind }) => kind === "update" || kind === "question");
}
