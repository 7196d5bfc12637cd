import { type Result, failed } from "@unmask/core";
import { type Intake, type NotTaken, handIn } from "@unmask/corridor";

/** Waits before the same letter goes again, ms. After them its words are shown, and a later run sends it again only when it is asked to. */
const waits: readonly number[] = [2_000, 8_000];

/** What handing in again takes of the world. */
export interface Again {
  pause(ms: number): Promise<void>;
  say(text: string): void;
  /** Whether the person stopped; whatever is asked then throws. */
  isStopped(): boolean;
  /** Whether an earlier run handed the same letter in, and heard no answer. */
  readonly wasLost: boolean;
}

/** Hands a letter in; where an answer was lost, the same letter goes again, so that the force has it once and its words are shown. */
export async function handInAgain(
  intake: Intake,
  letter: Parameters<typeof handIn>[1],
  { pause, say, isStopped, wasLost }: Again,
): Promise<Result<readonly string[], NotTaken>> {
  let mayBeThere = wasLost;
  const ask: Intake["ask"] = async (url, asked) => {
    if (!url.endsWith("/intake/letters")) return intake.ask(url, asked);
    const before = mayBeThere;
    // From here on it may be there, until an answer says otherwise: a person who stops now hears of none.
    mayBeThere = true;
    const answer = await intake.ask(url, asked);
    if (answer !== undefined) mayBeThere = before;
    return answer;
  };
  try {
    const taken = await handInRounds({ ...intake, ask }, letter, { pause, say, mayBeThere: () => mayBeThere });
    return taken.ok ? taken : failed({ ...taken.error, mayBeThere });
  } catch (error) {
    if (!isStopped() || !mayBeThere) throw error;
    return failed({ says: "you stopped before it answered", mayBeThere });
  }
}

async function handInRounds(
  intake: Intake,
  letter: Parameters<typeof handIn>[1],
  { pause, say, mayBeThere }: Pick<Again, "pause" | "say"> & { mayBeThere(): boolean },
): Promise<Result<readonly string[], NotTaken>> {
  let taken = await handIn(intake, letter);
  for (const wait of waits) {
    if (taken.ok || !mayBeThere()) break;
    say(`No answer came whether it was taken. The same letter goes again in ${wait / 1_000} s; the force has it once.`);
    await pause(wait);
    taken = await handIn(intake, letter);
  }
  return taken;
}
