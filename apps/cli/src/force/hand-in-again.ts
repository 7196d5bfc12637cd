import { type Result, failed } from "@unmask/core";
import { type Intake, type NotTaken, handIn } from "@unmask/corridor";

/** Waits before the same letter goes again, ms. After them its words are shown, and a later run sends it again only when it is asked to. */
const waits: readonly number[] = [2_000, 8_000];

/** What handing in again takes of the world. */
export interface Again {
  /** Ends it: a letter that has left by then may be there, and is told so. */
  readonly stop: AbortSignal;
  pause(ms: number): Promise<void>;
  say(text: string): void;
}

/** Hands a letter in, whose words must not be lost once it has left, whatever ends the command. */
export async function handInAgain(
  intake: Intake,
  letter: Parameters<typeof handIn>[1],
  again: Again,
): Promise<Result<readonly string[], NotTaken>> {
  let hasLeft = false;
  const ask: Intake["ask"] = (url, asked) => {
    hasLeft ||= url === `${intake.origin}/intake/letters`;
    return intake.ask(url, asked);
  };
  try {
    return await handInRepeatedly({ ...intake, ask }, letter, again);
  } catch (error) {
    if (!hasLeft || !again.stop.aborted) throw error;
    return failed({ says: "it was stopped", mayBeThere: true });
  }
}

/** Hands a letter in; where an answer was lost, the same letter goes again, so that the force has it once and its words are shown. */
async function handInRepeatedly(
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
