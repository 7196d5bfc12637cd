/**
 * Files made to hurt, each read by the built `unmask read --summary` as a process of its own, from its start to its end: mails and a mailbox as
 * large as one can send, zips that unpack to gigabytes, hold too many files or lie over themselves, giant lines, damaged samples. Bars for each:
 * 20 s and 500 MB at the peak, and an end that tells what was read. There is no peer: others read such files without a bound or break off.
 * What `hostile*.test.ts` in the importers read is here, but for a file whose size is a lie, which no disk holds.
 *
 *     npx tsx bench/hostile.ts
 */
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import type { Source } from "@unmask/core";
import { damage, damagedBy } from "../fixtures/importers/damage.ts";
import { listFixtures, sourceOf, sourcesOf } from "../fixtures/importers/fixture.ts";
import {
  bombInMembers,
  chatOfLongNames,
  endless,
  giantCell,
  giants,
  lyingBomb,
  mebibyte,
  zipBomb,
  zipOfEmptyFiles,
  zipOfFolders,
  zipOfHardNames,
} from "../fixtures/importers/hostile-files.ts";
import { overlappingZip, rawZip } from "../fixtures/importers/raw-zip.ts";
import { builtCommand, hold, row, runCommand } from "./child-command.ts";

const secondsBar = 20;
const memoryBar = 500;
/** After so long an input is given up: it missed the bar, and the next one has its turn. */
const mostSeconds = 6 * secondsBar;
/** Something was read; something unread; nothing recognised. */
const mayEndWith = [0, 3, 4];
const seed = 20261126;
/** Damaged samples in one folder. */
const samples = 300;

/** What somebody hands in: a folder of files, made when their turn comes. */
interface Hostile {
  readonly title: string;
  files(): readonly Source[] | Promise<readonly Source[]>;
}

/** Of a summary. */
interface Told {
  readonly acts: number;
  readonly notices: number;
  readonly unread: number;
  readonly kept: readonly unknown[];
}

/** Samples small enough to be broken a few hundred times, as in the test. */
const sources = listFixtures()
  .map(sourcesOf)
  .filter((files) => files.reduce((sum, { size }) => sum + size, 0) < 100_000);

const inputs: readonly Hostile[] = [
  ...["text/plain", "text/html", "text/plain; charset=utf-7"].map((type) => ({
    title: `a mail of 47 MiB, lines like base64 in a 7bit part, ${type}`,
    files: () => [mailOf("mail.eml", type, 47 * mebibyte)],
  })),
  { title: "a mailbox of 1 GiB that is one mail", files: () => [mailOf("inbox.mbox", "text/plain", 1024 * mebibyte)] },
  ...[0, 8].map((method) => ({
    title: `a zip of 200,000 empty files, method ${method}`,
    files: () => [zip(zipOfEmptyFiles(200_000, method))],
  })),
  ...[25_000, 30_000, 50_000].map((members) => ({
    title: `a zip of ${members.toLocaleString("en")} files over each other`,
    files: () => [zip(overlappingZip(members))],
  })),
  { title: "a zip that unpacks to 2 GiB", files: () => [zip(zipBomb())] },
  { title: "a zip bomb that claims ten bytes", files: () => [zip(lyingBomb())] },
  { title: "a zip bomb in thirty files", files: () => [zip(bombInMembers())] },
  { title: "a zip of 5,000 files in folders", files: () => [zip(zipOfFolders(5000))] },
  { title: "a chat of 5,000 long names", files: () => [sourceOf("_chat.txt", chatOfLongNames())] },
  { title: "a zip of hard names", files: () => [zip(zipOfHardNames().bytes)] },
  ...giants.map((giant) => ({
    title: `one line of 256 MiB in ${giant.name}`,
    files: () => [endless(giant, 256 * mebibyte), ...(giant.beside ?? [])],
  })),
  { title: "one cell of 1 GiB in list.csv", files: () => [endless(giantCell(), 1024 * mebibyte), ...(giantCell().beside ?? [])] },
  { title: `${samples} damaged samples`, files: damagedSamples },
  { title: `${samples} heads of samples and noise`, files: headsWithNoise },
  { title: `${samples} damaged zips of samples`, files: damagedZips },
];

const command = await builtCommand();
for (const input of inputs) await measure(input);

async function measure({ title, files }: Hostile): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hostile-bench-"));
  try {
    const handedIn = join(folder, "handed-in");
    let size = 0;
    for (const source of await files()) size += await write(join(handedIn, source.name), source);
    console.log(`${title}, ${(size / 1e6).toFixed(1)} MB`);
    const figures = runCommand(folder, [command, "read", "--summary", "--zone", "Europe/London", handedIn], { mayEndWith, mostSeconds });
    const { acts, notices, unread, kept } = JSON.parse(figures.output) as Told;
    console.log(`${row("unmask read --summary", figures)}: ${acts} acts, ${notices} notices, ${unread} unread, ${kept.length} kept`);
    hold(`${title}: nothing is told`, acts + notices + unread + kept.length > 0);
    hold(`${title}: ${figures.seconds.toFixed(1)} s of ${secondsBar} s`, figures.seconds <= secondsBar);
    hold(`${title}: ${figures.peakMb} MB of ${memoryBar} MB`, figures.peakMb <= memoryBar);
  } catch (error) {
    hold(`${title}: ${error instanceof Error ? error.message.slice(0, 2000) : "broke off"}`, false);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes a source piece by piece. Returns its size. */
async function write(file: string, source: Source): Promise<number> {
  mkdirSync(dirname(file), { recursive: true });
  const out = openSync(file, "w");
  for (let at = 0; at < source.size; at += mebibyte) writeSync(out, await source.read(at, at + mebibyte));
  closeSync(out);
  return statSync(file).size;
}

function zip(bytes: Uint8Array): Source {
  return sourceOf("export.zip", bytes);
}

/** One mail whose only part says 7bit and looks like base64 from its first line to its last; a mebibyte of seeded lines, again and again. */
function mailOf(name: string, type: string, size: number): Source {
  const head = Buffer.from(
    `${name.endsWith(".mbox") ? "From sam@example.org Sat Feb 14 21:15:09 2026\n" : ""}From: Sam <sam@example.org>\nTo: me@example.com\n` +
      `Date: Sat, 14 Feb 2026 21:15:09 +0000\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n` +
      `--b\nContent-Type: ${type}\nContent-Transfer-Encoding: 7bit\n\n`,
  );
  const tail = Buffer.from("\n--b--\n");
  const lines = linesLikeBase64(mebibyte);
  return {
    name,
    size,
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      for (let i = 0; i < bytes.length; i++) {
        const at = start + i;
        const fromTail = at - (size - tail.length);
        bytes[i] = (at < head.length ? head[at] : fromTail >= 0 ? tail[fromTail] : lines[(at - head.length) % lines.length]) ?? 0;
      }
      return bytes;
    },
  };
}

function linesLikeBase64(size: number): Uint8Array {
  const alphabet = Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
  const bytes = new Uint8Array(size);
  let state = seed;
  for (let i = 0; i < size; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[i] = i % 77 === 76 ? 0x0a : (alphabet[state & 63] ?? 0);
  }
  return bytes;
}

/** Each in a folder of its own, so that its name still says what it is. */
function inFolders(damaged: readonly Source[]): readonly Source[] {
  return damaged.map((source, i) => ({ ...source, name: `${i}/${source.name}` }));
}

async function damagedSamples(): Promise<readonly Source[]> {
  const plans = fc.sample(fc.tuple(fc.constantFrom(...sources.flat()), fc.array(damage, { minLength: 1, maxLength: 6 })), {
    seed,
    numRuns: samples,
  });
  return inFolders(await Promise.all(plans.map(([source, damages]) => damagedBy(source, damages))));
}

async function headsWithNoise(): Promise<readonly Source[]> {
  const plans = fc.sample(fc.tuple(fc.constantFrom(...sources.flat()), fc.nat(600), fc.uint8Array({ maxLength: 2000 })), {
    seed,
    numRuns: samples,
  });
  const made = plans.map(async ([{ name, read }, keep, noise]) => sourceOf(name, Buffer.concat([await read(0, keep), noise])));
  return inFolders(await Promise.all(made));
}

async function damagedZips(): Promise<readonly Source[]> {
  const files = sources.slice(0, 6).flat();
  const members = await Promise.all(files.map(async ({ name, size, read }) => ({ name, data: await read(0, size) })));
  const inner = rawZip([{ name: "deep.txt", data: "deep" }]);
  const whole = zip(
    rawZip([...members, { name: "stored.txt", data: "stored ".repeat(50), method: 0 }, { name: "in/inner.zip", data: inner }]),
  );
  const plans = fc.sample(fc.array(damage, { minLength: 1, maxLength: 4 }), { seed, numRuns: samples });
  return inFolders(await Promise.all(plans.map((damages) => damagedBy(whole, damages))));
}
