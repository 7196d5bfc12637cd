import { type Result, type Source, failed } from "@unmask/core";
import { type Ask, type Uploading, continueUpload, makeUpload } from "@unmask/corridor";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { pause } from "@unmask/fittings-node";
import type { World } from "../world.ts";
import { type SentPack, type UnfinishedSend, keepUnfinished } from "./unfinished.ts";

/** Sends the packs of a letter that was taken, one after the other, and keeps how far each has come. */
export async function sendPacks(send: UnfinishedSend, files: ReadonlyMap<string, Source>, ask: Ask, world: World): Promise<ExitCode> {
  let state = send;
  let notKept = await keepUnfinished(state);
  for (const [index, pack] of send.packs.entries()) {
    const file = files.get(pack.sha256);
    if (pack.isDone || file === undefined) continue;
    const stopped = (error: unknown): Result<never, string> => {
      if (!world.signal.aborted) throw error;
      return failed("you stopped it");
    };
    const uploading: Uploading = {
      ask,
      origin: send.intake,
      token: pack.token,
      random: world.random,
      pause: (ms) => pause(ms, world.signal),
      tellProgress: (sent) =>
        world.terminal.showProgress(`Pack ${index + 1} of ${send.packs.length}: ${Math.floor((100 * sent) / pack.bucket)} % sent`),
    };
    const keep = async (now: SentPack): Promise<void> => {
      state = { ...state, packs: state.packs.with(index, now) };
      notKept = await keepUnfinished(state);
    };
    const made = pack.upload === null ? await makeUpload(uploading, pack.bucket).catch(stopped) : { ok: true as const, value: pack.upload };
    if (!made.ok) return sayUnfinished(world, index, made.error, notKept);
    await keep({ ...pack, upload: made.value });
    const plan = { size: pack.size, bucket: pack.bucket, padding: pack.bucket - pack.size };
    const sent = await continueUpload(uploading, made.value, file, plan).catch(stopped);
    if (!sent.ok) return sayUnfinished(world, index, sent.error, notKept);
    await keep({ ...pack, upload: made.value, isDone: true });
    world.terminal.say(`Pack ${index + 1} of ${send.packs.length} is there.`);
  }
  return exitCode.done;
}

function sayUnfinished({ terminal }: World, index: number, why: string, notKept: string | undefined): ExitCode {
  const todo =
    notKept === undefined
      ? "Run the same command with --resume within 48 hours"
      : `How far it came is not kept here (${notKept}): add it with \`unmask mailbox --add\` and your seven words`;
  terminal.say(`unmask: the letter is there; pack ${index + 1} is not yet: ${why}. ${todo}.`);
  return exitCode.caveats;
}
