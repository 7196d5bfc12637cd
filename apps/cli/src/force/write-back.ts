import { type Result, failed, isBlank, ok } from "@unmask/core";
import { handIn, sealAnswer } from "@unmask/corridor";
import { nativeAead, workOut } from "@unmask/fittings-node";
import { argon2id } from "@unmask/seal";
import type { Mailbox } from "@unmask/submission";
import { refuse, refuseUsage } from "../commands/refuse.ts";
import type { ExitCode } from "../exit-code.ts";
import { readTextFile } from "../ports/home.ts";
import { sayInDanger } from "./in-danger.ts";
import { type Sending, sendPacksOf } from "./named-packs.ts";

/** The words of `--answer FILE`; undefined where there is none. What is blank is no answer. */
export async function readAnswer(path: string | undefined): Promise<Result<string | undefined, string>> {
  if (path === undefined) return ok(undefined);
  const text = await readTextFile(path);
  if (text === undefined) return failed("there is no file of text at --answer. Look at how the path is written. Nothing was sent.");
  const account = text.replace(/^\uFEFF/, "").trimEnd();
  return isBlank(account) ? failed("the file at --answer holds no words. Nothing was sent.") : ok(account);
}

/** Sends a letter of kind `answer` to the mailbox that the words opened, and its packs behind it (docs/formats/submission.md, "An answer"). */
export async function writeBack(account: string | undefined, mailbox: Mailbox, sending: Sending): Promise<ExitCode> {
  const { packs, force, ask, world } = sending;
  sayInDanger(world.terminal);
  const { set, intake } = force;
  const said = account === undefined ? {} : { account };
  const frame = { set, mailbox, packs };
  const made = await sealAnswer(said, frame, { now: world.now, random: world.random, argon2id, aead: nativeAead });
  if (!made.ok && made.error.kind === "letter") return refuseUsage(world, `${made.error.says}. Nothing was sent.`);
  if (!made.ok) return refuse(world, `${made.error.says} Nothing was sent.`);
  const { letter, sealed } = made.value;
  const port = { origin: intake, ask, workOut: (challenge: unknown) => workOut(challenge, world.signal) };
  const taken = await handIn(port, { id: letter.letter, sealed, buckets: letter.packs.map(({ bucket }) => bucket) });
  if (!taken.ok)
    return refuse(
      world,
      taken.error.mayBeThere
        ? "no answer came whether what you wrote was taken. Send it again: the force may then have it twice, and that does no harm."
        : `nothing was sent: the intake was asked, and ${taken.error.says}. Try again later.`,
    );
  world.terminal.say(`${set.name} has your answer. The same seven words read what comes back.`);
  return sendPacksOf(letter, taken.value, sending);
}
