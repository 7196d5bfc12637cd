import type { Result } from "@unmask/core";
import { type Intake, type NotTaken, type SealedLetter, handIn } from "@unmask/corridor";

/** A letter that left and was not answered for: in this page's memory alone. */
export interface Unanswered<T> {
  left(): T | undefined;
  leave(letter: T | undefined): void;
}

/** None yet. */
export function noneUnanswered<T>(): Unanswered<T> {
  let kept: T | undefined;
  return { left: () => kept, leave: (letter) => void (kept = letter) };
}

/**
 * Hands a letter in, and keeps it from the moment that it leaves until somebody says that it is there or, of one that never left before, that it
 * is not. Whoever sends it again then sends the same bytes: a force has them once. Another letter would have another mailbox, and of the
 * first, which may lie there, nobody would ever see the words.
 */
export async function handInOnce<T extends SealedLetter>(
  unanswered: Unanswered<T>,
  one: T,
  intake: Intake,
): Promise<Result<readonly string[], NotTaken>> {
  const { letter, sealed } = one;
  const hasLeft = unanswered.left() !== undefined;
  const ask: Intake["ask"] = (url, asked) => {
    if (url === `${intake.origin}/intake/letters`) unanswered.leave(one);
    return intake.ask(url, asked);
  };
  const taken = await handIn({ ...intake, ask }, { id: letter.letter, sealed, buckets: letter.packs.map(({ bucket }) => bucket) });
  if (taken.ok || (!taken.error.mayBeThere && !hasLeft)) unanswered.leave(undefined);
  return taken;
}
