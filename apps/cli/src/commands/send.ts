import { reveal } from "@unmask/core";
import { type NotTaken, sealLetter } from "@unmask/corridor";
import { createAsk, nativeAead } from "@unmask/fittings-node";
import { argon2id } from "@unmask/seal";
import type { ReceiptWords } from "@unmask/submission";
import { parseArguments } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { handSealedIn, keepLost } from "../force/lost-letter.ts";
import { markOf } from "../force/letter-mark.ts";
import { type Sending, openPacks, sendPacksOf } from "../force/named-packs.ts";
import { resume } from "../force/resume.ts";
import { sayInDanger } from "../force/in-danger.ts";
import { readLetterFile } from "../force/letter-file.ts";
import { forceShape, openForce } from "../force/open-force.ts";
import { sayNotWritten } from "../say-not-written.ts";
import type { World } from "../world.ts";
import { refuse, refuseUsage } from "./refuse.ts";

/**
 * `unmask send`: a letter to a force, and packs behind it. Standard output is the seven words of the receipt, once, when the letter is on the
 * force's disk; they are written to no file. A pack goes as it lies: nothing looks inside.
 */
export async function send(args: readonly string[], world: World): Promise<ExitCode> {
  const given = parseArguments(args, { ...forceShape, letter: "text", resume: "yes" });
  if (!given.ok) return refuseUsage(world, given.error);
  const { words: paths } = given.value;
  const isResumed = given.value.isSet("resume");
  if (paths.length === 0 && !isResumed && given.value.text("letter") === undefined)
    return refuseUsage(world, "name a pack to send, or a letter: --letter FILE.");
  const said = await readLetterFile(given.value.text("letter"), world.signal);
  if (!said.ok) return refuseUsage(world, said.error);
  const ask = createAsk(world.signal);
  const force = await openForce(given.value, ask, world);
  if (!force.ok) return force.error.isUsage ? refuseUsage(world, force.error.says) : refuse(world, force.error.says);
  const packs = await openPacks(paths, force.value.set, world);
  if (!packs.ok) return refuse(world, packs.error);
  try {
    const sending = { said: said.value, packs: packs.value, force: force.value, ask, world };
    return isResumed ? await resume("report", sending) : await sendNew(sending);
  } finally {
    for (const pack of packs.value) await pack.close();
  }
}

async function sendNew(sending: Sending): Promise<ExitCode> {
  const { said, packs, force, ask, world } = sending;
  sayInDanger(world.terminal);
  const { set } = force;
  // Nobody could ever read what comes back to a letter whose words are lost.
  const noOutput = world.terminal.proveOutput();
  if (noOutput !== undefined)
    return refuse(
      world,
      `nothing was sent: the seven words of your letter come on standard output, and ${sayNotWritten(noOutput)}. Run it again and let them come to the screen, or into a file on a disk with room.`,
    );
  const made = await sealLetter(said, { set, packs }, { now: world.now, random: world.random, argon2id, aead: nativeAead });
  if (!made.ok && made.error.kind === "letter") return refuseUsage(world, `${made.error.says}. Nothing was sent.`);
  if (!made.ok) return refuse(world, `${made.error.says} Nothing was sent.`);
  const { letter, sealed, words } = made.value;
  const leaving = { ...letter, sealed, mark: await markOf(letter, said, argon2id) };
  const taken = await handSealedIn(leaving, { force, ask, world });
  // A letter whose answer was lost may lie there: who has its words can read what comes back to it.
  const areTold = (!taken.ok && !taken.error.mayBeThere) || (await tellWords(words, taken.ok, world));
  if (!taken.ok) return refuse(world, sayNotTaken(taken.error, taken.error.mayBeThere ? await keepLost(leaving, world.now()) : undefined));
  world.terminal.say(
    `${set.name} has your letter. These seven words open its answers, and nothing else does: keep them where nobody looks.`,
  );
  world.terminal.say("Whoever has them can read the answers, and can write to the force as if it were you.");
  world.terminal.say(`Answers stay for ${set.retention.replies} weeks.`);
  const code = await sendPacksOf(leaving, taken.value, sending);
  return code === exitCode.done && !areTold ? exitCode.caveats : code;
}

/** Tells the seven words where they belong, else on standard error: they are never lost. False where standard output did not take them. */
async function tellWords(words: ReceiptWords, isThere: boolean, { terminal }: World): Promise<boolean> {
  if (await terminal.write(`${reveal(words)}\n`)) return true;
  const why = sayNotWritten(terminal.unwritten() ?? "EIO");
  const which = isThere ? "The letter is there. Its seven words" : "The seven words of your letter";
  terminal.say(`unmask: ${which} could not be written to standard output (${why}). They are, here and this once: ${reveal(words)}`);
  return false;
}

/** What is told of a letter that nobody said was taken; `notKept`: why it is not kept for `--resume`. */
function sayNotTaken({ says, mayBeThere }: NotTaken, notKept: string | undefined): string {
  if (notKept !== undefined)
    return `no answer came whether your letter was taken, and it could not be kept here for --resume (${notKept}). These seven words open its answers if it is there: keep them where nobody looks. Ring 101 to ask, or send it anew: they may then have it twice.`;
  return mayBeThere
    ? "no answer came whether your letter was taken. Run the same command again with --resume: it is the same letter, with these seven words, and the force has it once. They open its answers: keep them where nobody looks. 101 can tell you too whether it is there."
    : `nothing was sent: the intake was asked, and ${says}. Try again later.`;
}
