import { sealAnswer } from "@unmask/corridor";
import { nativeAead, pause, workOut } from "@unmask/fittings-node";
import { argon2id } from "@unmask/seal";
import type { LetterFields, Mailbox } from "@unmask/submission";
import { refuse, refuseUsage } from "../commands/refuse.ts";
import type { ExitCode } from "../exit-code.ts";
import { handInAgain } from "./hand-in-again.ts";
import { sayInDanger } from "./in-danger.ts";
import { type Sending, sendPacksOf } from "./named-packs.ts";

/** Sends a letter of kind `answer` to the mailbox that the words opened, and its packs behind it (docs/formats/submission.md, "An answer"). */
export async function writeBack(said: LetterFields, mailbox: Mailbox, sending: Sending): Promise<ExitCode> {
  const { packs, force, ask, world } = sending;
  sayInDanger(world.terminal);
  const { set, intake } = force;
  const frame = { set, mailbox, packs };
  const made = await sealAnswer(said, frame, { now: world.now, random: world.random, argon2id, aead: nativeAead });
  if (!made.ok && made.error.kind === "letter") return refuseUsage(world, `${made.error.says}. Nothing was sent.`);
  if (!made.ok) return refuse(world, `${made.error.says} Nothing was sent.`);
  const { letter, sealed } = made.value;
  const port = { origin: intake, ask, workOut: (challenge: unknown) => workOut(challenge, world.signal) };
  const again = { pause: (ms: number) => pause(ms, world.signal), say: world.terminal.say };
  const taken = await handInAgain(port, { id: letter.letter, sealed, buckets: letter.packs.map(({ bucket }) => bucket) }, again);
  if (!taken.ok)
    return refuse(
      world,
      taken.error.mayBeThere
        ? "no answer came whether what you wrote was taken. Run the same command again: the force may then read it twice, with the same seven words."
        : `nothing was sent: the intake was asked, and ${taken.error.says}. Try again later.`,
    );
  world.terminal.say(`${set.name} has your answer. The same seven words read what comes back.`);
  return sendPacksOf(letter, taken.value, sending);
}
