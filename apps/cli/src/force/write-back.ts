import { sealAnswer } from "@unmask/corridor";
import { nativeAead } from "@unmask/fittings-node";
import { argon2id } from "@unmask/seal";
import type { Mailbox } from "@unmask/submission";
import { refuse, refuseUsage } from "../commands/refuse.ts";
import type { ExitCode } from "../exit-code.ts";
import { sayInDanger } from "./in-danger.ts";
import { markOf } from "./letter-mark.ts";
import { handSealedIn, keepLost } from "./lost-letter.ts";
import { type Sending, sendPacksOf } from "./named-packs.ts";

/** Sends a letter of kind `answer` to the mailbox that the words opened, and its packs behind it (docs/formats/submission.md, "An answer"). */
export async function writeBack(mailbox: Mailbox, sending: Sending): Promise<ExitCode> {
  const { said, packs, force, ask, world } = sending;
  sayInDanger(world.terminal);
  const { set } = force;
  const frame = { set, mailbox, packs };
  const made = await sealAnswer(said, frame, { now: world.now, random: world.random, argon2id, aead: nativeAead });
  if (!made.ok && made.error.kind === "letter") return refuseUsage(world, `${made.error.says}. Nothing was sent.`);
  if (!made.ok) return refuse(world, `${made.error.says} Nothing was sent.`);
  const leaving = { ...made.value.letter, sealed: made.value.sealed, mark: await markOf(made.value.letter, said, argon2id) };
  const taken = await handSealedIn(leaving, { force, ask, world });
  if (!taken.ok) {
    const { says, mayBeThere } = taken.error;
    if (!mayBeThere) return refuse(world, `nothing was sent: the intake was asked, and ${says}. Try again later.`);
    const notKept = await keepLost(leaving, world.now());
    return refuse(
      world,
      `no answer came whether what you wrote was taken. ${
        notKept === undefined
          ? "Run the same command again with --resume: the same goes, and the force has it once."
          : `It could not be kept here for --resume (${notKept}): write it anew, and they may have it twice.`
      }`,
    );
  }
  world.terminal.say(`${set.name} has your answer. The same seven words read what comes back.`);
  return sendPacksOf(leaving, taken.value, sending);
}
