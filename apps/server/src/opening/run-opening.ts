import { beginItems, beginReplies, openNext } from "./open-items.ts";
import { beginHandingOn, handOnNext } from "./hand-on.ts";
import { tryWhatHadNoKey } from "./open-again.ts";
import { keepRegister } from "../orders/keep-register.ts";
import { pullRound } from "./pull.ts";
import { sendNextReply } from "./send-replies.ts";
import type { OpeningWorld } from "./world.ts";

/** The loops of the inside: take in, open, answer, hand on; open what a key has come for; and bring the register up to now. They wait for nobody: what one of them cannot do holds the others up in nothing. */

/** Between two looks at the intake, ms. */
const pullEvery = 1_000;
/** Between two looks for what is due, ms. */
const lookEvery = 300;
/** Between two rounds of the register, ms: whoever looks in between brings it up first. */
const registerEvery = 60_000;
/** Between two looks whether another key is there, ms. */
const keysEvery = 5_000;

/** Runs until the signal comes, and resolves when everything that was begun has ended. `pause` waits, or ends early with the signal. */
export async function runOpening(
  world: OpeningWorld,
  { signal, pause }: { readonly signal: AbortSignal; readonly pause: (ms: number) => Promise<void> },
): Promise<void> {
  await beginReplies(world);
  await beginHandingOn(world);
  // Also before the first turn: what a run that ended has left is begun and not ended.
  let isLeftOpen = true;
  const openOne = async (): Promise<boolean> => {
    if (isLeftOpen) await beginItems(world);
    isLeftOpen = true;
    const isMore = await openNext(world);
    isLeftOpen = false;
    return isMore;
  };
  const openMarked = tryWhatHadNoKey();
  const fetches = new Map<string, number>();
  const said = new Set<string>();
  /** A sentence once, until the same thing has gone well. */
  const tellOnce = (from: string, says: string | undefined): void => {
    const key = `${from}: ${says ?? ""}`;
    if (says === undefined) for (const one of said) if (one.startsWith(from)) said.delete(one);
    if (says === undefined || said.has(key)) return;
    said.add(key);
    world.tell(says);
  };
  const loop = async (name: string, every: number, turn: () => Promise<boolean>): Promise<void> => {
    while (!signal.aborted) {
      const isMore = await turn().catch((error: unknown) => {
        if (!signal.aborted) tellOnce(name, `${name}: ${error instanceof Error ? error.name : "fault"}; it is tried again.`);
        return false;
      });
      if (!isMore) await pause(every);
    }
  };
  await Promise.all([
    loop("Taking in", pullEvery, async () => {
      const { fault } = await pullRound(world, fetches, signal);
      tellOnce("Taking in", fault);
      return false;
    }),
    loop("Opening", lookEvery, openOne),
    loop("Opening again", keysEvery, async () => {
      await openMarked(world);
      return false;
    }),
    loop("Register", registerEvery, async () => {
      await keepRegister(world.database, { force: world.force, now: world.now() });
      return false;
    }),
    loop("Answering", lookEvery, async () => {
      const sent = await sendNextReply(world);
      tellOnce("Answering", sent.ok ? undefined : sent.error);
      return sent.ok && sent.value;
    }),
    loop("Handing on", lookEvery, async () => {
      const sent = await handOnNext(world);
      tellOnce("Handing on", sent.ok ? undefined : sent.error);
      return sent.ok && sent.value;
    }),
  ]);
}
