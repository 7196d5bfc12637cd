import type { Letter } from "@unmask/submission";
import { refuse } from "../commands/refuse.ts";
import type { ExitCode } from "../exit-code.ts";
import { findLost, forgetLost, handSealedIn } from "./lost-letter.ts";
import { type Sending, filesOf, sendPacksOf } from "./named-packs.ts";
import { sendPacks } from "./send-packs.ts";
import { readUnfinished } from "./unfinished.ts";

/**
 * `--resume`: goes on with packs whose letter is there; else sends the letter again whose answer was lost, the same one, so that the force has it
 * once. Its words were shown when it was written, and are not known here.
 */
export async function resume(kind: Letter["kind"], sending: Sending): Promise<ExitCode> {
  const { packs, force, ask, world } = sending;
  const known = await readUnfinished();
  if (!known.ok) return refuse(world, known.error);
  const hashes = new Set<string>(packs.map(({ sha256 }) => sha256));
  const isSame = (send: (typeof known.value)[number]): boolean =>
    send.force === force.set.force && send.packs.length === hashes.size && send.packs.every(({ sha256 }) => hashes.has(sha256));
  const found = known.value.findLast(isSame);
  if (found !== undefined) return sendPacks({ ...found, intake: force.intake }, filesOf(packs), ask, world);
  const lost = await findLost({ force: force.set.force, kind, hashes }, world.now());
  if (!lost.ok) return refuse(world, lost.error);
  if (lost.value === undefined)
    return refuse(
      world,
      `${packs.length === 0 ? "no letter whose answer was lost is" : "no unfinished upload of these packs, and no letter whose answer was lost, is"} known here for this force. Send anew, without --resume.`,
    );
  const { letter, packs: announced } = lost.value;
  world.terminal.say("No answer came the last time. The same letter goes again; the force has it once.");
  const taken = await handSealedIn(lost.value, sending, true);
  if (!taken.ok)
    return refuse(
      world,
      `it is not known yet whether it is there: the intake was asked, and ${taken.error.says}. Try again later, with --resume.`,
    );
  await forgetLost(letter, world.now());
  world.terminal.say(`${force.set.name} has it. The seven words that you were shown when you wrote it open what comes back.`);
  return sendPacksOf({ letter, packs: announced }, taken.value, sending);
}
