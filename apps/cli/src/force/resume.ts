import { argon2id } from "@unmask/seal";
import type { Letter } from "@unmask/submission";
import { sayCount } from "@unmask/words";
import { refuse } from "../commands/refuse.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { type LetterMark, markOfMatter, ofThese } from "./letter-mark.ts";
import { type LostLetter, forgetLost, handSealedIn, readLost } from "./lost-letter.ts";
import { type Sending, filesOf, sendPacksOf } from "./named-packs.ts";
import { sayInDanger } from "./in-danger.ts";
import { sendPacks } from "./send-packs.ts";
import { type UnfinishedSend, readUnfinished } from "./unfinished.ts";

/** A letter that is not whole at the force, and how it goes on. */
interface Waiting {
  readonly letter: string;
  readonly mark: LetterMark;
  goOn(): Promise<ExitCode>;
}

/**
 * `--resume`: goes on with packs whose letter is there, and sends letters again whose answer was lost, the same ones, so that the force has each once.
 * Where the command names what was written, only what was sealed of those very words goes; else all that waits with these packs, oldest first.
 * `lookup`: the hash of the mailbox that her words open, where she answers into one.
 */
export async function resume(kind: Letter["kind"], sending: Sending, lookup?: string): Promise<ExitCode> {
  const { packs, force, world } = sending;
  sayInDanger(world.terminal);
  const [unfinished, lost] = [await readUnfinished(), await readLost(world.now())];
  if (!unfinished.ok) return refuse(world, unfinished.error);
  if (!lost.ok) return refuse(world, lost.error);
  const hashes = new Set<string>(packs.map(({ sha256 }) => sha256));
  const isOfThese = (one: LostLetter | UnfinishedSend): boolean =>
    one.force === force.set.force &&
    one.kind === kind &&
    one.packs.length === hashes.size &&
    one.packs.every(({ sha256 }) => hashes.has(sha256)) &&
    (lookup === undefined || one.mark.matter === markOfMatter(one.letter, lookup));
  const waiting: readonly Waiting[] = [
    ...unfinished.value.filter(isOfThese).map((one) => ({ ...one, goOn: () => goOnWithPacks(one, sending) })),
    ...lost.value.filter(isOfThese).map((one) => ({ ...one, goOn: () => sendAgain(one, sending) })),
  ];
  if (waiting.length === 0)
    return refuse(
      world,
      `${packs.length === 0 ? "no letter whose answer was lost is" : "no unfinished upload of these packs, and no letter whose answer was lost, is"} known here for this force. Send anew, without --resume.`,
    );
  const same = await ofThese(waiting, sending.said, argon2id);
  if (same.length === 0) return refuse(world, sayChanged(waiting.length, kind));
  let worst: ExitCode = exitCode.done;
  for (const [at, one] of same.entries()) {
    if (same.length > 1) world.terminal.say(`${at + 1} of ${same.length} that wait here, oldest first:`);
    const code = await one.goOn();
    if (worst !== exitCode.failed && code !== exitCode.done) worst = code;
    if (world.signal.aborted) break;
  }
  return worst;
}

/** Nothing of a file goes that was changed since: she would be told that they have what they have not. */
function sayChanged(waiting: number, kind: Letter["kind"]): string {
  const [all, as] = waiting === 1 ? ["it", "it was"] : ["each of them", "it was"];
  const into = kind === "report" ? ", or into the same matter with `unmask mailbox --letter`" : "";
  return `what you name now is not what was sealed then: it was changed since, or belongs to another letter. Nothing of it was sent. ${sayCount(waiting, "letter")} ${waiting === 1 ? "waits" : "wait"} here: --resume without --letter and --answer sends ${all} as ${as}. What you want to say now goes without --resume${into}.`;
}

function goOnWithPacks(send: UnfinishedSend, { packs, force, ask, world }: Sending): Promise<ExitCode> {
  return sendPacks({ ...send, intake: force.intake }, filesOf(packs), ask, world);
}

/** Its words were shown when it was written, and are not known here. */
async function sendAgain(lost: LostLetter, sending: Sending): Promise<ExitCode> {
  const { force, world } = sending;
  world.terminal.say("No answer came the last time. The same letter goes again; the force has it once.");
  const taken = await handSealedIn(lost, sending, true);
  if (!taken.ok)
    return refuse(
      world,
      `it is not known yet whether it is there: the intake was asked, and ${taken.error.says}. Try again later, with --resume.`,
    );
  await forgetLost(lost.letter, world.now());
  world.terminal.say(`${force.set.name} has it. The seven words that you were shown when you wrote it open what comes back.`);
  return sendPacksOf(lost, taken.value, sending);
}
