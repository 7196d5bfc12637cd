/**
 * A sealed pack of 100,000 acts and 1 GB of originals, from files on the disk to an age file on the disk: read, hashed with SHA-256 and SHA-512,
 * logged, written as CASE and as tar, sealed. Beside it `sha256sum` and then `age` on the same originals. Bars: 80 MB/s, 600 MB at the peak;
 * aim: 60 % of the peer. Each runs in a process of its own; a tenth of the size shows what grows.
 *
 * Then whole commands, from a chat of 10 k and 100 k short messages (53 bytes each) to its sealed pack, with the PDF, and back. Bars: 25 MB and
 * 600 MB at the peak for 100,000, 3 MB for the sample case.
 *
 *     npx tsx bench/pack.ts
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ActId, type Exhibit, type Instant, type Report, type Sha256, type Source, type TimelineAct, reveal } from "@unmask/core";
import { type Identity, createIdentity, createSignerKey, openStream, parseIdentity, recipientOf, sealStream } from "@unmask/seal";
import { type CommandFigures, builtCommand, hold, row, runCommand } from "./child-command.ts";
import { bundleProgram } from "./child-program.ts";
import { createHashByName, createSha256, nativeAead } from "../fittings/node/src/hashes.ts";
import { writeStream } from "../fittings/node/src/pack-folder.ts";
import { buildPack } from "../packages/pack/src/build-pack.ts";
import { openTar } from "../packages/pack/src/open-tar.ts";
import { tarOf } from "../packages/formats/src/tar/write.ts";
import { verifyPack } from "../packages/pack/src/verify/verify-pack.ts";

interface Figures {
  readonly seconds: number;
  /** Of all processors: what a busy machine leaves comparable. */
  readonly processorSeconds: number;
  readonly peakMb: number;
  readonly outMb: number;
}

const originals = 4;
const [, , job, folderOfJob, acts] = process.argv;
if (job === "pack" && folderOfJob) console.log(JSON.stringify(await packAll(folderOfJob, Number(acts))));
else if (job === "verify" && folderOfJob) console.log(JSON.stringify(await verifyAll(folderOfJob)));
else {
  await compare();
  await packChats();
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pack-bench-"));
  try {
    const program = await bundleProgram(fileURLToPath(import.meta.url), folder);
    const run = (...args: string[]): Figures =>
      JSON.parse(execFileSync(process.execPath, [program, ...args], { encoding: "utf8", maxBuffer: 1 << 26 })) as Figures;
    for (const { count, bytes } of [
      { count: 10_000, bytes: 100e6 },
      // Hardly an act: what streaming, hashing and sealing the originals costs by itself.
      { count: 10, bytes: 1e9 },
      { count: 100_000, bytes: 1e9 },
    ]) {
      for (let i = 0; i < originals; i++) writeOriginal(join(folder, `${i}.bin`), bytes / originals);
      writeFileSync(join(folder, "key.txt"), reveal(await createIdentity()));
      writeFileSync(join(folder, "recipient.txt"), await recipientOf(parseKey(folder)));
      const peer = timePeer(folder);
      const ours = run("pack", folder, String(count));
      const check = run("verify", folder);
      const speed = bytes / 1e6 / ours.seconds;
      console.log(`${count.toLocaleString("en")} acts, ${bytes / 1e6} MB of originals; the pack has ${Math.round(ours.outMb)} MB`);
      console.log(
        `  ours               ${ours.seconds.toFixed(1)} s (${ours.processorSeconds.toFixed(1)} of a processor, start-up included)   ${speed.toFixed(0)} MB/s   ${ours.peakMb.toFixed(0)} MB at the peak`,
      );
      console.log(`  sha256sum + age    ${peer.toFixed(1)} s   ${(bytes / 1e6 / peer).toFixed(0)} MB/s`);
      console.log(
        `  ratio              ${(peer / ours.seconds).toFixed(2)} of the peer; of all bytes written ${(ours.outMb / ours.seconds / (bytes / 1e6 / peer)).toFixed(2)}`,
      );
      console.log(
        `  verified again     ${check.seconds.toFixed(1)} s (${check.processorSeconds.toFixed(1)})   ${check.peakMb.toFixed(0)} MB at the peak`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From exports to a sealed pack by the built command: what a person gets, and what it costs. */
async function packChats(): Promise<void> {
  const command = await builtCommand();
  const folder = mkdtempSync(join(tmpdir(), "pack-chats-"));
  process.env["UNMASK_HOME"] = join(folder, "home");
  const key = join(folder, "key.txt");
  writeFileSync(key, reveal(await createIdentity()));
  const recipient = await recipientOf(parseKey(folder));
  const pack = (files: string, people: readonly string[]): { readonly made: CommandFigures; readonly file: string } => {
    const out = join(folder, "out");
    rmSync(out, { recursive: true, force: true });
    const made = runCommand(folder, [command, "report", "--zone", "Europe/London", ...people, "--to", recipient, "--out", out, files]);
    const file = readdirSync(out).find((name) => name.endsWith(".age"));
    if (file === undefined) throw new Error("no pack was made");
    return { made, file: join(out, file) };
  };
  try {
    const sample = pack(fileURLToPath(new URL("../fixtures/sample-case/exports", import.meta.url)), [
      "--me",
      "Hannah Reyes",
      "--them",
      "Owen Pike",
    ]);
    const sampleMb = megabytes(sample.file);
    console.log(`the sample case: a pack of ${sampleMb.toFixed(2)} MB\n${row("unmask report", sample.made)}`);
    hold(`the sample case: ${sampleMb.toFixed(2)} MB`, sampleMb <= 3);
    const growth: string[] = [];
    for (const count of [10_000, 100_000]) {
      const chat = join(folder, "WhatsApp Chat with Sam Okafor.txt");
      writeChat(chat, count);
      const { made, file } = pack(chat, ["--me", "Maya Lind", "--them", "Sam Okafor"]);
      const mb = megabytes(file);
      console.log(`${count.toLocaleString("en")} short messages, ${megabytes(chat).toFixed(1)} MB; the pack has ${mb.toFixed(1)} MB`);
      console.log(row("unmask report", made));
      console.log(row("unmask verify", runCommand(folder, [command, "verify", "-i", key, file])));
      growth.push(`${Math.round((mb * 1e6) / count)} bytes and ${((made.processorSeconds * 1e6) / count).toFixed(0)} µs`);
      if (count !== 100_000) continue;
      hold(`a chat of 100,000 messages: a pack of ${mb.toFixed(1)} MB`, mb <= 25);
      hold(`a chat of 100,000 messages: ${made.peakMb} MB at the peak`, made.peakMb <= 600);
    }
    console.log(`a message costs ${growth.join(", ")} at 10 k, 100 k`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function megabytes(file: string): number {
  return statSync(file).size / 1e6;
}

/** A chat as a phone exports it, of short messages in no order that packs too well; the same for the same count. */
function writeChat(file: string, count: number): void {
  const words = "are you where home light kitchen saw please answer why not come now work late see me again".split(" ");
  let state = 1;
  const draw = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  const handle = openSync(file, "w");
  let lines = "";
  let at = 1_600_000_000_000;
  for (let i = 0; i < count; i++) {
    at += 1_000 * (30 + draw(1_000));
    const [date = "", time = ""] = new Date(at).toISOString().split("T");
    const text = Array.from({ length: 2 + draw(6) }, () => words[draw(words.length)]).join(" ");
    lines += `${date.split("-").toReversed().join("/")}, ${time.slice(0, 5)} - ${draw(3) === 0 ? "Maya Lind" : "Sam Okafor"}: ${text}\n`;
    if (lines.length < 1_000_000 && i < count - 1) continue;
    writeSync(handle, lines);
    lines = "";
  }
  closeSync(handle);
}

function writeOriginal(file: string, bytes: number): void {
  const block = randomBytes(1 << 20);
  const handle = openSync(file, "w");
  for (let left = bytes; left > 0; left -= block.length) {
    block.writeUInt32LE(left & 0xffff, 0);
    writeSync(handle, block.subarray(0, Math.min(left, block.length)));
  }
  closeSync(handle);
}

/** Seconds that stock tools take: every original hashed, then all of them sealed. */
function timePeer(folder: string): number {
  const recipient = readFileSync(join(folder, "recipient.txt"), "utf8");
  const started = performance.now();
  execFileSync("bash", ["-c", `sha256sum ?.bin > /dev/null && cat ?.bin | age -r ${recipient} > peer.age`], { cwd: folder });
  const seconds = (performance.now() - started) / 1000;
  rmSync(join(folder, "peer.age"));
  return seconds;
}

async function sourceOf(path: string): Promise<Source> {
  const handle = await open(path);
  return {
    name: path,
    size: (await handle.stat()).size,
    read: async (start, end) => {
      const bytes = new Uint8Array(end - start);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
      return bytes.subarray(0, bytesRead);
    },
  };
}

async function packAll(folder: string, count: number): Promise<Figures> {
  const sources = await Promise.all(Array.from({ length: originals }, (_, i) => sourceOf(join(folder, `${i}.bin`))));
  const exhibits = await Promise.all(
    sources.map(async (source, i): Promise<Exhibit> => ({
      number: `HR/${i + 1}`,
      path: `data/originals/000${i + 1}.bin`,
      name: `export ${i + 1}.zip`,
      sha256: await hashFile(source),
      size: source.size,
      withheld: false,
    })),
  );
  const report = reportOf(exhibits, count);
  const seed = randomBytes(1 << 16);
  let at = 0;
  const random = (size: number): Uint8Array => seed.subarray(at, (at += size));
  const recipient = readFileSync(join(folder, "recipient.txt"), "utf8");
  const started = performance.now();
  const built = buildPack(report, {
    originalOf(exhibit) {
      const source = sources[exhibits.findIndex(({ number }) => number === exhibit.number)];
      if (!source) throw new Error(`no original for ${exhibit.number}`);
      return source;
    },
    reportPdf: new Uint8Array(1_000_000),
    chronologyPdf: new Uint8Array(1_000_000),
    signer: createSignerKey(random),
    random,
    createHash: createHashByName,
  });
  rmSync(join(folder, "pack.age"), { force: true });
  await writeStream(join(folder, "pack.age"), sealStream(tarOf(built.entries), { recipients: [recipient], aead: nativeAead }));
  return { ...figuresSince(started), outMb: statSync(join(folder, "pack.age")).size / 1e6 };
}

/** Opens the sealed pack into a tar on the disk and verifies it; the time is that of verifying. */
async function verifyAll(folder: string): Promise<Figures> {
  const sealed = await sourceOf(join(folder, "pack.age"));
  await writeStream(join(folder, "pack.tar"), openStream(piecesOf(sealed), { identities: [parseKey(folder)], aead: nativeAead }));
  const started = performance.now();
  const files = await openTar(await sourceOf(join(folder, "pack.tar")));
  if (!files.ok) throw new Error(files.error.why);
  const check = await verifyPack(files.value, { createHash: createHashByName, trustedSigners: [], trustedTsa: [] });
  if (check.overall !== "not-known") throw new Error("the pack does not verify");
  const figures = figuresSince(started);
  rmSync(join(folder, "pack.tar"));
  return { ...figures, outMb: 0 };
}

async function hashFile(source: Source): Promise<Sha256> {
  const hash = createSha256();
  for await (const piece of piecesOf(source)) hash.update(piece);
  return hash.digest();
}

async function* piecesOf(source: Source): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < source.size; at += 1 << 20) yield source.read(at, at + (1 << 20));
}

function parseKey(folder: string): Identity {
  const identity = parseIdentity(readFileSync(join(folder, "key.txt"), "utf8"));
  if (!identity) throw new Error("no identity");
  return identity;
}

function figuresSince(started: number): Omit<Figures, "outMb"> {
  const { user, system } = process.cpuUsage();
  return {
    seconds: (performance.now() - started) / 1000,
    processorSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

function reportOf(exhibits: readonly Exhibit[], count: number): Report {
  const first = exhibits[0];
  if (!first) throw new Error("no exhibit");
  const words = "you never answer where are you I saw the light in the kitchen why do you not answer me".split(" ");
  const acts = Array.from({ length: count }, (_, i): TimelineAct => {
    const earliest = (1_700_000_000_000 + i * 60_000) as Instant;
    const source = { sha256: first.sha256, name: first.name, start: i * 100, end: i * 100 + 100 };
    return {
      id: `whatsapp-${i.toString(16).padStart(32, "0")}-1` as ActId,
      kind: "message",
      channel: "whatsapp",
      when: { wrote: "31/10/2026, 22:14", zone: "Europe/London", earliest, latest: (earliest + 59_999) as Instant },
      from: { kind: "phone", wrote: "07700 900123", normal: "+447700900123" },
      to: [{ kind: "owner", wrote: "", normal: "owner" }],
      text: `${words.slice(i % 7, 5 + (i % 13)).join(" ")} ${i}`,
      attachments: [],
      flags: [],
      grade: "text-export",
      source,
      sources: [source],
    };
  });
  const fact = { says: "", section: "", source: "", checkedOn: "2026-11-25", verification: "design" } as const;
  return {
    id: "UM-0123456789AB",
    madeAt: 1_795_000_000_000 as Instant,
    terms: { zone: { name: "Europe/London", starts: [], offsets: [] }, zoneStated: true, country: "GB", at: 1_795_000_000_000 as Instant },
    statement: {
      me: { label: "me", normals: new Set(["owner"]) },
      them: { label: "them", normals: new Set(["+447700900123"]) },
      zone: { name: "Europe/London", starts: [], offsets: [] },
      country: "GB",
      stops: [],
      anniversaries: [],
      places: [],
      jurisdiction: {
        code: "EW",
        name: "England and Wales",
        examples: [],
        examplesRule: fact,
        examplesByKind: [],
        examplesByEntryKind: [],
        courseOfConduct: { occasions: 2, rule: fact, aided: fact, speech: fact, alsoShown: [] },
        offences: [],
        orders: [],
        breaches: [],
        explanations: [],
      },
    },
    timeline: { acts, coverage: [] },
    findings: [],
    exhibits,
    unread: [],
    kept: [],
    selection: { rule: "All acts.", moreExists: [] },
    assumptions: [],
    tool: { name: "Unmask", version: "0.1.0", importers: { whatsapp: "1" }, zones: "2025b", engine: "Node" },
  };
}
