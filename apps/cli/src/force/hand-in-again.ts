import type { Result } from "@unmask/core";
import { type Intake, type NotTaken, handIn } from "@unmask/corridor";

/** Waits before the same letter goes again, ms. After them its words are shown, and a later run sends it again only when it is asked to. */
const waits: readonly number[] = [2_000, 8_000];

/** What handing in again takes of the world. */
export interface Again {
  pause(ms: number): Promise<void>;
  say(text: string): void;
}

/** Hands a letter in; where an answer was lost, the same letter goes again, so that the force has it once and its words are shown. */
export async function handInAgain(
  intake: Intake,
  letter: Parameters<typeof handIn>[1],
  { pause, say }: Again,
): Promise<Result<readonly string[], NotTaken>> {
  let taken = await handIn(intake, letter);
  let mayBeThere = !taken.ok && taken.error.mayBeThere;
  for (const wait of waits) {
    if (taken.ok || !mayBeThere) break;
    say(`No answer came whether it was taken. The same letter goes again in ${wait / 1_000} s; the force has it once.`);
    await pause(wait);
    taken = await handIn(intake, letter);
    mayBeThere ||= !taken.ok && taken.error.mayBeThere;
  }
  return taken.ok ? taken : { ok: false, error: { ...taken.error, mayBeThere } };
}
