/**
 * The force's door over HTTP, in a process of its own, on PostgreSQL and on PGlite: first one upload of 2 GiB by tus, beside what the process
 * holds when it is idle; then durable letters of 64 KiB and packs of 1 MiB, 64 senders at once. Beside the letters the same bodies as files
 * alone, each synced, which is what the disk could do at that moment. Proofs of work are made before the clock runs. Aims: letters 500/s on
 * PostgreSQL and 150/s on PGlite, packs 10/s, an upload within 60 MB above idle. The same letters to the store alone say what HTTP costs.
 *
 *     npx tsx bench/intake.ts
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, type OutgoingHttpHeaders, request } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { sealedLetterSizes } from "@unmask/submission";
import { openBlobs } from "../apps/server/src/ports/blobs-folder.ts";
import type { Database } from "../apps/server/src/ports/database.ts";
import { openPglite } from "../apps/server/src/ports/database-pglite.ts";
import { openPostgres } from "../apps/server/src/ports/database-postgres.ts";
import { readMigrations } from "../apps/server/src/ports/migrate.ts";
import type { IntakeTables } from "../apps/server/src/sql/intake/tables.ts";
import { solve } from "../test/server/intake-door.ts";
import { intakeStoreOn, letterOf } from "../test/server/intake-world.ts";
import { startPostgres } from "../test/server/postgres-server.ts";

/** As many as one transaction takes: a flood, which is when this counts. */
const senders = 64;
/** Threads that wait for the disk, as apps/cli/bin/unmask.js has them. */
const threads = "16";
const letterSize = sealedLetterSizes[1] ?? 0;
const packSize = 1_048_576;
const uploadSize = 2 * 1024 ** 3;
const pieceSize = 262_144;
const letters = 2_000;
const packs = 200;
/** Packs of one letter: the most that a force takes. */
const packsOfLetter = 20;

/** Durable answers a second, and what the process of the intake held. */
interface Figures {
  readonly files: number;
  /** To the store of this process, without HTTP and without a proof. */
  readonly stored: number;
  readonly letters: number;
  readonly packs: number;
  /** Of the process of the intake, for one letter: what a busy machine does not change. */
  readonly cpuMsOfLetter: number;
  readonly uploadMbPerSecond: number;
  readonly idleMb: number;
  readonly aboveIdleMb: number;
  readonly peakMb: number;
}

const aims = { postgres: { letters: 500, packs: 10, aboveIdleMb: 60 }, pglite: { letters: 150, packs: 10, aboveIdleMb: 60 } } as const;

let isMissed = false;
for (const name of ["postgres", "pglite"] as const) {
  const figures = await measureOn(name);
  for (const line of rowsOf(name, figures)) console.log(line);
}
if (isMissed) process.exitCode = 1;

function rowsOf(name: keyof typeof aims, figures: Figures): readonly string[] {
  const aim = aims[name];
  const atLeast = (ours: number, least: number): string => `${Math.round(ours)}/s (aim ${least}${miss(ours < least)})`;
  const ratio = `the store alone ${Math.round(figures.stored)}/s; ${(figures.letters / figures.files).toFixed(2)} of files alone at ${Math.round(figures.files)}/s, ${figures.cpuMsOfLetter.toFixed(1)} ms of processor each`;
  const above = `${figures.aboveIdleMb} MB above ${figures.idleMb} MB idle (aim ${aim.aboveIdleMb}${miss(figures.aboveIdleMb > aim.aboveIdleMb)})`;
  return [
    `  ${name.padEnd(9)} load ${loadavg()[0]?.toFixed(1)}: letters ${atLeast(figures.letters, aim.letters)}, ${ratio}; packs ${atLeast(figures.packs, aim.packs)}`,
    `  ${"".padEnd(9)} 2 GiB at ${Math.round(figures.uploadMbPerSecond)} MB/s, ${above}; peak ${figures.peakMb} MB`,
  ];
}

function miss(isMiss: boolean): string {
  isMissed ||= isMiss;
  return isMiss ? ", MISSED" : "";
}

async function measureOn(name: keyof typeof aims): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), "intake-bench-"));
  const server = name === "postgres" ? await startPostgres() : undefined;
  try {
    const files = await filesAlone(join(folder, "alone"));
    const stored = await storeAlone(join(folder, "stored"), server?.url);
    const door = await startDoor(join(folder, "intake"), server?.url);
    try {
      return { files, stored, ...(await measure(door)) };
    } finally {
      await door.end();
    }
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true });
  }
}

async function filesAlone(folder: string): Promise<number> {
  const alone = await openBlobs(folder);
  const body = randomBytes(letterSize);
  return rate(letters, async () => {
    await alone.put(randomBytes(32).toString("hex"), [body]);
  });
}

/** The store over a database of its own. */
async function storeAlone(folder: string, server: string | undefined): Promise<number> {
  const database = await openRows(folder, server);
  const store = await intakeStoreOn(database, join(folder, "items"));
  const sealed = new Uint8Array(randomBytes(letterSize));
  const perSecond = await rate(letters, async () => {
    await store.putLetter(letterOf(sealed));
  });
  await database.close();
  return perSecond;
}

async function openRows(folder: string, server: string | undefined): Promise<Database<IntakeTables>> {
  const migrations = await readMigrations("intake");
  const opened = await (server === undefined
    ? openPglite<IntakeTables>(join(folder, "database"), migrations)
    : openPostgres<IntakeTables>(await newDatabase(server), migrations));
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

async function newDatabase(server: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query("create database stored");
  await client.end();
  return Object.assign(new URL(server), { pathname: "/stored" }).href;
}

interface Door {
  readonly port: number;
  readonly pid: number;
  readonly agent: Agent;
  end(): Promise<void>;
}

async function startDoor(folder: string, database: string | undefined): Promise<Door> {
  const program = fileURLToPath(new URL("child-door.ts", import.meta.url));
  const args = [...process.execArgv, program, folder, ...(database === undefined ? [] : [database])];
  const child = spawn(process.execPath, args, { env: { ...process.env, UV_THREADPOOL_SIZE: threads }, stdio: ["pipe", "pipe", "inherit"] });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once("data", (line: Buffer) => resolve(Number(line.toString())));
    child.once("exit", () => reject(new Error("the intake ended")));
  });
  const agent = new Agent({ keepAlive: true, maxSockets: senders });
  return { port, pid: child.pid ?? 0, agent, end: () => ended(child, agent) };
}

async function ended(child: ChildProcess, agent: Agent): Promise<void> {
  agent.destroy();
  const isOver = new Promise((resolve) => child.once("exit", resolve));
  child.stdin?.end();
  await isOver;
}

async function measure(door: Door): Promise<Omit<Figures, "files" | "stored">> {
  const upload = await largeUpload(door);
  const proofs: string[] = [];
  await rate(letters + packs / packsOfLetter, async () => {
    proofs.push(await prove(door));
  });
  const letter = randomBytes(letterSize).toString("base64");
  const cpuBefore = cpuMs(door);
  const perSecond = await rate(letters, async () => {
    await putLetter(door, { proof: proofs.pop() ?? "", letter, packs: [] });
  });
  const cpuMsOfLetter = (cpuMs(door) - cpuBefore) / letters;
  const tokens: string[] = [];
  for (let i = 0; i < packs / packsOfLetter; i += 1) {
    const announced = Array.from({ length: packsOfLetter }, () => packSize);
    const { uploads } = await putLetter(door, { proof: proofs.pop() ?? "", letter, packs: announced });
    for (const token of uploads) tokens.push(token);
  }
  const pack = randomBytes(packSize);
  const large = await rate(packs, () => sendPack(door, tokens.pop() ?? "", { size: packSize, body: pack }));
  return { letters: perSecond, cpuMsOfLetter, packs: large, ...upload, peakMb: memoryMb(door, "VmHWM") };
}

/** One upload as large as a pack can be, whose bytes are made as they are sent; what the process held before and at most meanwhile. */
async function largeUpload(door: Door): Promise<Pick<Figures, "uploadMbPerSecond" | "idleMb" | "aboveIdleMb">> {
  const letter = randomBytes(letterSize).toString("base64");
  const small = await putLetter(door, { proof: await prove(door), letter, packs: [packSize] });
  await sendPack(door, small.uploads[0] ?? "", { size: packSize, body: randomBytes(packSize) });
  const { uploads } = await putLetter(door, { proof: await prove(door), letter, packs: [uploadSize] });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const idleMb = memoryMb(door, "VmRSS");
  // The peak is counted anew from here (proc(5), clear_refs).
  writeFileSync(`/proc/${door.pid}/clear_refs`, "5");
  const started = performance.now();
  await sendPack(door, uploads[0] ?? "", { size: uploadSize, body: Readable.from(pieces(), { objectMode: false }) });
  const seconds = (performance.now() - started) / 1000;
  return { uploadMbPerSecond: uploadSize / 1e6 / seconds, idleMb, aboveIdleMb: memoryMb(door, "VmHWM") - idleMb };
}

function* pieces(): Generator<Uint8Array> {
  const piece = randomBytes(pieceSize);
  for (let at = 0; at < uploadSize; at += pieceSize) {
    const numbered = Buffer.from(piece);
    numbered.writeDoubleBE(at);
    yield numbered;
  }
}

function memoryMb({ pid }: Door, line: "VmRSS" | "VmHWM"): number {
  const kb = Number(new RegExp(`${line}:\\s*(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  return Math.round(kb / 1024);
}

/** Time on a processor since the process began, in every thread (proc(5), stat: hundredths of a second). */
function cpuMs({ pid }: Door): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function prove(door: Door): Promise<string> {
  const { text } = await ask(door, { method: "POST", path: "/intake/challenge", body: JSON.stringify({ for: "letter" }), status: 200 });
  const asked: { readonly challenge: Parameters<typeof solve>[0] } = JSON.parse(text);
  return solve(asked.challenge);
}

async function putLetter(
  door: Door,
  letter: { readonly proof: string; readonly letter: string; readonly packs: readonly number[] },
): Promise<{ readonly uploads: readonly string[] }> {
  const body = JSON.stringify({ id: randomBytes(16).toString("hex"), ...letter });
  return JSON.parse((await ask(door, { method: "POST", path: "/intake/letters", body, status: 200 })).text);
}

async function sendPack(
  door: Door,
  token: string,
  { size, body }: { readonly size: number; readonly body: Buffer | Readable },
): Promise<void> {
  const tus = { authorization: `Bearer ${token}`, "tus-resumable": "1.0.0" };
  const made = await ask(door, { method: "POST", path: "/intake/packs", headers: { ...tus, "upload-length": size }, status: 201 });
  const headers = { ...tus, "upload-offset": 0, "content-type": "application/offset+octet-stream", "content-length": size };
  await ask(door, { method: "PATCH", path: made.location, headers, body, status: 204 });
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer | Readable;
  readonly status: number;
}

function ask(
  { port, agent }: Door,
  { method, path, headers = {}, body, status }: Asked,
): Promise<{ readonly text: string; readonly location: string }> {
  const json = typeof body === "string" ? { "content-type": "application/json", "content-length": Buffer.byteLength(body) } : {};
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname: "127.0.0.1", port, agent, method, path, headers: { host: "localhost", ...json, ...headers } },
      (answer) => {
        let text = "";
        answer.on("data", (piece: Buffer) => (text += piece.toString()));
        answer.on("error", reject);
        answer.on("end", () => {
          if (answer.statusCode === status) resolve({ text, location: answer.headers.location ?? "" });
          else reject(new Error(`${method} ${path} was answered ${answer.statusCode}: ${text}`));
        });
      },
    );
    sent.on("error", reject);
    if (body instanceof Readable) body.pipe(sent);
    else sent.end(body);
  });
}

/** How many a second, `senders` at once. */
async function rate(many: number, work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  let left = many;
  const send = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: senders }, send));
  return (many * 1000) / (performance.now() - started);
}
