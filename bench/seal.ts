/**
 * Sealing and opening an age envelope with the cipher of Node and with the plain one, beside the library's own stream, at 64 and 512 MiB.
 * Aim: 400 MB/s with Node's cipher, in memory that does not grow. Each job runs in a process of its own.
 *
 *     npx tsx bench/seal.ts
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { reveal } from "@unmask/core";
import {
  type Identity,
  appendLeaf,
  commitment,
  createIdentity,
  createSignerKey,
  emptyFrontier,
  leafHash,
  openStream,
  plainAead,
  recipientOf,
  saltsOf,
  sealStream,
} from "@unmask/seal";
import { Decrypter, Encrypter } from "age-encryption";
import { nativeAead } from "../test/native-aead.ts";
import { bundleProgram } from "./child-program.ts";

const mebibyte = 1024 * 1024;
const jobs = ["library", "ours, plain", "ours, native"] as const;
type Job = (typeof jobs)[number];

interface Figures {
  /** Node's cipher alone over the same bytes, in the same process: what the machine could do at that moment. */
  readonly cipherSeconds: number;
  readonly sealSeconds: number;
  readonly openSeconds: number;
  readonly peakMb: number;
}

const [, , job, size] = process.argv;
if (job === "log") measureLog(Number(size));
else if (job !== undefined) console.log(JSON.stringify(await measure(jobs.find((each) => each === job) ?? "library", Number(size))));
else await compare();

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "seal-bench-"));
  try {
    const program = await bundleProgram(fileURLToPath(import.meta.url), folder);
    for (const mebibytes of [64, 512]) {
      console.log(`${mebibytes} MiB`);
      const figures = jobs.map((each) => run(program, each, mebibytes));
      const [peer] = figures;
      for (const [at, each] of figures.entries()) console.log(row(jobs[at] ?? "library", mebibytes, each, peer ?? each));
    }
    console.log(execFileSync(process.execPath, [program, "log", "100000"], { encoding: "utf8" }).trim());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(program: string, name: Job, mebibytes: number): Figures {
  return JSON.parse(execFileSync(process.execPath, [program, name, String(mebibytes)], { encoding: "utf8" })) as Figures;
}

function row(name: Job, mebibytes: number, figures: Figures, peer: Figures): string {
  const speed = (seconds: number): string => `${Math.round((mebibytes * mebibyte) / 1e6 / seconds)} MB/s`.padStart(9);
  const ratio = (ours: number, theirs: number): string => `${(theirs / ours).toFixed(1)} x`;
  const seal = `seal ${speed(figures.sealSeconds)} (${ratio(figures.sealSeconds, peer.sealSeconds)})`;
  const open = `open ${speed(figures.openSeconds)} (${ratio(figures.openSeconds, peer.openSeconds)})`;
  const cipher = `Node's cipher alone ${speed(figures.cipherSeconds)}`;
  return `  ${name.padEnd(13)} ${seal}  ${open}  peak ${figures.peakMb} MB  (${cipher})`;
}

/** Seals blocks of the same random mebibyte, so that no disk counts; opens from a file, read before (the file cache is warm). */
async function measure(name: Job, mebibytes: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), "seal-bench-"));
  const file = join(folder, "sealed.age");
  const identity = await createIdentity();
  const recipient = await recipientOf(identity);
  const block = Uint8Array.from(randomBytes(mebibyte));
  const cipherSeconds = secondsOfCipher(block, mebibytes);
  const sealSeconds = await secondsOf(() => drain(sealed(name, recipient, blocks(block, mebibytes))));
  await pipeline(sealed("ours, native", recipient, blocks(block, mebibytes)), createWriteStream(file));
  const openSeconds = await secondsOf(() => drain(opened(name, identity, createReadStream(file, { highWaterMark: mebibyte }))));
  rmSync(folder, { recursive: true });
  return { cipherSeconds, sealSeconds, openSeconds, peakMb: Math.round(process.resourceUsage().maxRSS / 1000) };
}

function secondsOfCipher(block: Uint8Array, mebibytes: number): number {
  const chunkSize = 64 * 1024;
  const start = process.hrtime.bigint();
  for (let made = 0; made < mebibytes; made++) {
    for (let at = 0; at < block.length; at += chunkSize)
      nativeAead.seal(new Uint8Array(32), new Uint8Array(12), block.subarray(at, at + chunkSize));
  }
  return Number(process.hrtime.bigint() - start) / 1e9;
}

async function* blocks(block: Uint8Array, count: number): AsyncGenerator<Uint8Array> {
  for (let made = 0; made < count; made++) yield block;
}

async function* sealed(name: Job, recipient: string, plaintext: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (name !== "library") {
    yield* sealStream(plaintext, { recipients: [recipient], aead: name === "ours, native" ? nativeAead : plainAead });
    return;
  }
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  yield* piecesOf(await encrypter.encrypt(streamOf(plaintext)));
}

async function* opened(name: Job, identity: Identity, ciphertext: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (name !== "library") {
    yield* openStream(ciphertext, { identities: [identity], aead: name === "ours, native" ? nativeAead : plainAead });
    return;
  }
  const decrypter = new Decrypter();
  decrypter.addIdentity(reveal(identity));
  yield* piecesOf(await decrypter.decrypt(streamOf(ciphertext)));
}

function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

async function drain(stream: AsyncIterable<Uint8Array>): Promise<void> {
  let size = 0;
  for await (const piece of stream) size += piece.length;
  if (size < mebibyte) throw new Error("nothing came out");
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** The log of a pack: salt, commitment, leaf and frontier for each entry of 300 bytes. */
function measureLog(entries: number): void {
  const saltAt = saltsOf(
    createSignerKey((size) => randomBytes(size)),
    randomBytes(16),
  );
  const entry = randomBytes(300);
  const start = process.hrtime.bigint();
  let frontier = emptyFrontier;
  for (let index = 0; index < entries; index++) frontier = appendLeaf(frontier, leafHash(commitment(saltAt(index), entry)));
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log(
    `log of ${frontier.size.toLocaleString("en")} entries: ${seconds.toFixed(2)} s, ${Math.round(entries / seconds).toLocaleString("en")} entries/s`,
  );
}
