/** Her computer, with the built program on it: it makes packs of her exports, writes to a force and looks into her mailbox. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "vitest";
import { type Ended, unmask } from "./program.ts";

/** A line of `unmask mailbox`. */
export interface MailboxLine {
  readonly kind: string;
  readonly reference: string;
  readonly says: string;
  readonly sha256: string;
  readonly entry: string;
  readonly proof: string;
}

/** What lies in her mailbox, and what the command said beside it. */
export interface Mailbox {
  readonly lines: readonly MailboxLine[];
  readonly told: string;
}

export interface HerComputer {
  /** Runs a command on it. */
  unmask(args: readonly string[], input?: string): Promise<Ended>;
  /** Makes a pack of the exports in a folder; the path of its file. `codes`: what the command may end with. */
  makePack(
    exports: string,
    of: { readonly me: string; readonly them: string; readonly force: string; readonly codes?: readonly number[] },
  ): Promise<string>;
  /** Sends a letter, and a pack with it; the line with her seven words. */
  send(force: string, letter: object, pack?: string): Promise<string>;
  /** What lies in her mailbox, once there are so many answers. */
  mailbox(force: string, words: string, enough: number): Promise<Mailbox>;
}

/** How often she looks before it is said that no answer came, and how long she waits between. Milliseconds. */
const mostLooks = 80;
const lookEvery = 1_500;

/** A computer of hers that keeps everything in one folder. */
export function herComputer(home: string): HerComputer {
  const run = (args: readonly string[], input = ""): Promise<Ended> => unmask(args, { env: { UNMASK_HOME: home }, input });
  let number = 0;
  mkdirSync(home, { recursive: true });
  return {
    unmask: run,
    async makePack(exports, { me, them, force, codes = [0] }) {
      const out = join(home, `pack-${(number += 1)}`);
      const said = ["--me", me, "--them", them, "--told-to-stop", "none", "--zone", "Europe/London", "--date-order", "dmy"];
      const made = await run(["report", exports, ...said, "--to", await recipientOf(force), "--out", out]);
      expect(codes, made.err).toContain(made.code);
      return join(out, readdirSync(out).find((name) => name.endsWith(".age")) ?? "");
    },
    async send(force, letter, pack) {
      const file = join(home, `letter-${(number += 1)}.json`);
      writeFileSync(file, JSON.stringify(letter));
      const sent = await run(["send", ...(pack === undefined ? [] : [pack]), "--force", force, "--letter", file]);
      expect(sent.code, sent.err).toBe(0);
      return sent.out;
    },
    async mailbox(force, words, enough) {
      for (let look = 0; ; look += 1) {
        const { code, out, err } = await run(["mailbox", "--force", force], words);
        const lines = out.split("\n").filter((line) => line !== "");
        if (lines.length >= enough) return { lines: lines.map((line) => JSON.parse(line)), told: err };
        if (look === mostLooks) throw new Error(`${lines.length} of ${enough} answers came (${code}): ${err}`);
        await wait(lookEvery);
      }
    },
  };
}

/** To whom letters and packs for a force are sealed, as its set says it. */
async function recipientOf(force: string): Promise<string> {
  const set: { readonly recipients: readonly { readonly recipient: string }[] } = await (
    await fetch(new URL("/.well-known/unmask-force.json", force))
  ).json();
  return set.recipients[0]?.recipient ?? expect.unreachable();
}
