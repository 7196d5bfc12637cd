/**
 * What she keeps, in Chromium and in the worker of her app as it is built: 10 k, 100 k and 1 M messages of ten words. Opening is by the twelve words, which need
 * no dear work, so that no derivation of a key is in any figure: from the press that opens to everything that home tells, and on to the first page of acts. The peer keeps the
 * same acts as one JSON file sealed by age, opened in the same browser by the same library: unsealed and parsed, with nothing checked, sorted or shown. Then a zip of 2 GB is brought in,
 * and comes out of what is kept byte for byte. Memory is that of all processes of the browser, shared pages counted once (PSS); processor time is theirs too, and
 * says on a busy machine what the seconds do not.
 *
 *     npx tsx bench/vault.ts [MESSAGES…] [zip]
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, statfsSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { build } from "esbuild";
import { type BrowserContext, type Page, chromium } from "playwright-core";
import { crc32 } from "node:zlib";
import { startServing, startingOptions } from "../test/journeys/browser.ts";
import { type VaultWindow, openVaultWindow } from "../test/journeys/vault-worker.ts";
import { textOfChat } from "./make-chat.ts";

/** The aims hold for this many messages: seconds from the press that opens to the first page of acts, milliseconds until an entry is told as saved. */
const aimedAt = 100_000;
const openAim = 1;
const appendAim = 300;
const asked = process.argv.slice(2);
const isAll = asked.length === 0;
const sizes = isAll ? [10_000, aimedAt, 1_000_000] : asked.filter((one) => one !== "zip").map(Number);
const sizeOfZip = 2 * 1024 ** 3;
/** The one file in the zip. */
const film = "films/door.mp4";
/** Runs of each figure; the best is told, beside how busy the machine was. One more is for the memory. */
const times = 3;

let isMissed = false;
const folder = mkdtempSync(join(tmpdir(), "vault-bench-"));
const serving = await startServing();
try {
  const peer = await bundlePeer();
  const all: Figures[] = [];
  for (const messages of sizes) {
    const figures = await inBrowser((context) => measure(context, messages, peer));
    show(figures);
    all.push(figures);
  }
  showGrowth(all);
  if (isAll || asked.includes("zip")) await bringInZip();
} finally {
  await serving.close();
  rmSync(folder, { recursive: true, force: true });
}
if (isMissed) process.exitCode = 1;

interface Figures {
  readonly messages: number;
  readonly megabytes: number;
  /** Seconds. */
  readonly broughtIn: number;
  readonly readFirst: number;
  readonly home: number;
  readonly firstPage: number;
  /** Seconds of processor time from the press to the first page, of all processes of the browser. */
  readonly processor: number;
  /** Undefined where it cannot keep so many. */
  readonly peer: Peer | undefined;
  /** Milliseconds, of twenty. */
  readonly append: number;
  readonly slowestAppend: number;
  /** PSS of the browser's processes. */
  readonly idleMb: number;
  readonly openMb: number;
}

/** One opening. */
interface Opened {
  readonly seconds: number;
  /** To all that home tells. */
  readonly home?: number;
  /** Seconds of processor time. */
  readonly processor: number;
  /** PSS of the browser's processes at most; 0 in a run in which nobody looked. */
  readonly mb: number;
}

interface Peer extends Opened {
  /** Of its file. */
  readonly megabytes: number;
}

async function measure(context: BrowserContext, messages: number, peer: string): Promise<Figures> {
  const idleMb = pssMb();
  const first = await openVaultWindow(context, serving.address);
  const { words } = await first.ask({ ask: "begin", passphrase: "blue kettle on the stairs" }, "begun");
  const key = { by: "words", typed: words.join(" ") } as const;
  const file = join(folder, "chat.txt");
  writeFileSync(file, textOfChat(messages));
  const started = performance.now();
  await takeIn(first, file, "WhatsApp Chat with Owen Pike.txt");
  const broughtIn = seconds(started);
  const reading = performance.now();
  await first.ask({ ask: "read kept", zone: "Europe/London" }, "import-summary");
  const readFirst = seconds(reading);
  const sizeOfPeer = await sealPeer(first.page, peer, messages);
  await first.ask({ ask: "lock" }, "vault");
  await first.page.close();
  const opened: Opened[] = [];
  const peers: Opened[] = [];
  let last: VaultWindow | undefined;
  // Whoever looks at memory holds up those that use it: it is looked at in a run of its own, whose seconds are not told.
  for (let i = 0; i <= times; i++) {
    const isWatched = i === times;
    if (sizeOfPeer !== undefined) {
      const other = await openVaultWindow(context, serving.address);
      peers.push(await used(isWatched, () => openPeer(other.page, peer)));
      await other.page.close();
    }
    await last?.page.close();
    const hers = (last = await openVaultWindow(context, serving.address));
    await hers.ask({ ask: "vault" }, "vault");
    opened.push(await used(isWatched, () => openAgain(hers, messages, key)));
    if (!isWatched) await hers.ask({ ask: "lock" }, "vault");
  }
  const appends: number[] = [];
  for (let i = 0; i < 20; i++) {
    const saving = performance.now();
    await last?.ask({ ask: "add entry", words: "He stood at the gate when I came home." }, "kept");
    appends.push(performance.now() - saving);
  }
  appends.sort((a, b) => a - b);
  const { home = NaN, seconds: firstPage, processor, mb: openMb } = bestOf(opened);
  const megabytesOfPeer = Math.round((sizeOfPeer ?? 0) / 1e6);
  return {
    ...{ messages, megabytes: Math.round(statSync(file).size / 1e6), broughtIn, readFirst },
    ...{ home, firstPage, processor, peer: peers.length === 0 ? undefined : { ...bestOf(peers), megabytes: megabytesOfPeer } },
    ...{ append: appends[10] ?? NaN, slowestAppend: appends.at(-1) ?? NaN, idleMb, openMb },
  };
}

/** From the press that opens to the first page of acts. */
async function openAgain(hers: VaultWindow, messages: number, key: WordsTyped): Promise<Pick<Opened, "seconds" | "home">> {
  const pressed = performance.now();
  await hers.ask({ ask: "unlock", key }, "vault");
  await Promise.all([
    hers.ask({ ask: "entries", from: 0, count: 200 }, "entries"),
    hers.ask({ ask: "originals" }, "originals"),
    hers.ask({ ask: "openings" }, "openings"),
    hers.ask({ ask: "papers" }, "papers"),
  ]);
  const home = seconds(pressed);
  await hers.ask({ ask: "read kept", zone: "Europe/London" }, "import-summary");
  const stated = { jurisdiction: "EW", me: { label: "Hannah" }, them: { label: "Owen", names: ["Owen Pike"] } } as const;
  await hers.ask({ ask: "view", stated }, "view");
  const { total } = await hers.ask({ ask: "acts", from: 0, count: 50 }, "acts");
  if (total !== messages) throw new Error(`${total} of ${messages} messages came back`);
  return { seconds: seconds(pressed), home };
}

interface WordsTyped {
  readonly by: "words";
  readonly typed: string;
}

/** What one opening took of the machine. */
async function used(isWatched: boolean, open: () => Promise<Pick<Opened, "seconds" | "home">>): Promise<Opened> {
  const watch = isWatched ? watchMemory() : () => 0;
  const before = processorSecondsById();
  const took = await open();
  // Windows that were closed end some time later, and take what they used with them.
  const processor = [...processorSecondsById()].reduce((sum, [id, all]) => sum + all - (before.get(id) ?? 0), 0);
  return { ...took, processor, mb: watch() };
}

/** The quickest of those in which nobody looked at memory, and the memory of the one in which somebody did. */
function bestOf(all: readonly Opened[]): Opened {
  const [best] = all.filter(({ mb }) => mb === 0).sort((a, b) => a.seconds - b.seconds);
  if (best === undefined) throw new Error("it was not opened");
  return { ...best, mb: Math.max(...all.map(({ mb }) => mb)) };
}

function show({ messages, megabytes, broughtIn, readFirst, ...one }: Figures): void {
  const isAimed = messages === aimedAt;
  console.log(`  ${messages.toLocaleString("en")} messages, ${megabytes} MB, load ${loadavg()[0]?.toFixed(1)}:`);
  console.log(`    brought in ${broughtIn.toFixed(2)} s, read for the first time and kept ${readFirst.toFixed(2)} s`);
  console.log(`    opened again, all that home tells  ${one.home.toFixed(2)} s`);
  console.log(
    `    and the first page of acts shown   ${one.firstPage.toFixed(2)} s${isAimed ? aimed(one.firstPage, openAim) : ""}, processor ${one.processor.toFixed(2)} s`,
  );
  const { peer } = one;
  console.log(
    peer === undefined
      ? "    peer: one JSON file, age-encryption  cannot: its JSON is longer than a text of this browser can be"
      : `    peer: one JSON file, age-encryption  ${peer.seconds.toFixed(2)} s, processor ${peer.processor.toFixed(2)} s, ${peer.megabytes} MB; ratio ${(peer.seconds / one.firstPage).toFixed(2)} x`,
  );
  console.log(
    `    an entry told as saved  ${one.append.toFixed(0)} ms, slowest of 20 ${one.slowestAppend.toFixed(0)} ms${isAimed ? aimed(one.slowestAppend, appendAim) : ""}`,
  );
  const ofPeer = peer === undefined ? "" : `, of the peer ${peer.mb} MB`;
  console.log(`    memory of the browser (PSS): idle ${one.idleMb} MB, peak at opening ${one.openMb} MB${ofPeer}`);
}

function aimed(found: number, aim: number): string {
  const isLate = found > aim;
  isMissed ||= isLate;
  return ` (aim ${aim}${isLate ? ", MISSED" : ""})`;
}

function showGrowth(all: readonly Figures[]): void {
  for (const [i, most] of all.entries()) {
    const least = all[i - 1];
    if (least === undefined) continue;
    const by = (name: string, of: (one: Figures) => number): string => `${name} × ${(of(most) / of(least)).toFixed(1)}`;
    const grown = [
      by("home", ({ home }) => home),
      by("first page", ({ firstPage }) => firstPage),
      by("an entry", ({ append }) => append),
      by("memory", ({ openMb }) => openMb),
      by("memory beyond idle", ({ openMb, idleMb }) => openMb - idleMb),
    ];
    console.log(`  from ${least.messages} to ${most.messages} messages: ${grown.join("; ")}`);
  }
}

/** A zip with one stored file of noise, of the size that phones make of a film and a few thousand pictures. */
async function bringInZip(): Promise<void> {
  const file = join(folder, "export.zip");
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < 3 * sizeOfZip) {
    console.log(`  a zip of 2 GB: left out, there are ${Math.round((bavail * bsize) / 1e9)} GB free`);
    return;
  }
  const sha256 = await writeZip(file);
  await inBrowser(async (context) => {
    const idleMb = pssMb();
    const hers = await openVaultWindow(context, serving.address);
    const { words } = await hers.ask({ ask: "begin", passphrase: "blue kettle on the stairs" }, "begun");
    const watch = watchMemory();
    const started = performance.now();
    await takeIn(hers, file, "export.zip");
    const took = seconds(started);
    const peakMb = watch();
    const { originals } = await hers.ask({ ask: "originals" }, "originals");
    const [original] = originals;
    if (original?.sha256 !== sha256 || original.size !== statSync(file).size) throw new Error("the zip is not as it was handed in");
    console.log(
      `  a zip of ${(original.size / 1e9).toFixed(2)} GB brought in in ${took.toFixed(0)} s (${(original.size / 1e6 / took).toFixed(0)} MB/s), peak ${peakMb} MB (idle ${idleMb} MB)`,
    );
    rmSync(file);
    const watchReading = watchMemory();
    const reading = performance.now();
    const { importSummary } = await hers.ask({ ask: "read kept", zone: "Europe/London" }, "import-summary");
    if (!importSummary.kept.some((name) => name.endsWith(film))) throw new Error("the film in the zip is not kept");
    console.log(`  it is read in ${seconds(reading).toFixed(0)} s, peak ${watchReading()} MB`);
    const out = await comesOut(hers.page, words, original.file ?? "");
    if (out !== sha256) throw new Error("the zip does not come out as it went in");
    console.log(`  it comes out byte for byte: SHA-256 ${out}`);
  });
}

async function writeZip(file: string): Promise<string> {
  const name = Buffer.from(film);
  const size = sizeOfZip - 1024;
  const noise = createHash("sha512").update("noise").digest();
  const block = Buffer.alloc(1024 * 1024, noise);
  const out = createWriteStream(file);
  const hash = createHash("sha256");
  const put = async (bytes: Buffer): Promise<void> => {
    hash.update(bytes);
    if (!out.write(bytes)) await once(out, "drain");
  };
  let crc = 0;
  for (let at = 0; at < size; at += block.length) {
    block.writeUInt32LE(at / block.length, 0);
    crc = crc32(block.subarray(0, Math.min(block.length, size - at)), crc);
  }
  const fields = (signature: number, ...numbers: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer => {
    const bytes = Buffer.alloc(4 + numbers.reduce((sum, [, length]) => sum + length, 0));
    bytes.writeUInt32LE(signature, 0);
    let at = 4;
    for (const [value, length] of numbers) at = bytes.writeUIntLE(value, at, length);
    return bytes;
  };
  const common = [[20, 2], [0, 2], [0, 2], [0, 2], [0x21, 2], [crc, 4], [size, 4], [size, 4], [name.length, 2], [0, 2]] as const; // prettier-ignore
  const local = Buffer.concat([fields(0x04034b50, ...common), name]);
  await put(local);
  for (let at = 0; at < size; at += block.length) {
    block.writeUInt32LE(at / block.length, 0);
    await put(Buffer.from(block.subarray(0, Math.min(block.length, size - at))));
  }
  const list = Buffer.concat([fields(0x02014b50, [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [0, 4]), name]);
  await put(list);
  await put(fields(0x06054b50, [0, 2], [0, 2], [1, 2], [1, 2], [list.length, 4], [local.length + size, 4], [0, 2]));
  out.end();
  await finished(out);
  return hash.digest("hex");
}

/** Opens what lies in the browser's folder without her app: by the peer's age and the key that follows from the twelve words. */
async function comesOut(page: Page, words: readonly string[], path: string): Promise<string> {
  const program = await bundled("child-comes-out.ts");
  await page.addScriptTag({ content: program });
  return page.evaluate(
    ([typed, at]) => {
      const open: (words: string, path: string) => Promise<string> = Reflect.get(globalThis, "comesOut");
      return open(typed ?? "", at ?? "");
    },
    [words.join(" "), path] as const,
  );
}

function bundlePeer(): Promise<string> {
  return bundled("child-sealed-json.ts");
}

async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL(name, import.meta.url).pathname],
    bundle: true,
    format: "iife",
    platform: "browser",
    write: false,
    minify: true,
  });
  return outputFiles[0]?.text ?? "";
}

/** Makes the peer's file out of the acts that were read; gives its bytes, where it can be made. */
async function sealPeer(page: Page, program: string, messages: number): Promise<number | undefined> {
  await page.addScriptTag({ content: program });
  return page.evaluate((count) => {
    const seal: (acts: number) => Promise<number | undefined> = Reflect.get(globalThis, "sealJson");
    return seal(count);
  }, messages);
}

async function openPeer(page: Page, program: string): Promise<Pick<Opened, "seconds">> {
  await page.addScriptTag({ content: program });
  const took = await page.evaluate(() => {
    const open: () => Promise<number> = Reflect.get(globalThis, "openJson");
    return open();
  });
  return { seconds: took };
}

/** Hands a file of the disk over as she would, by its handle. */
async function takeIn({ page }: VaultWindow, file: string, name: string): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement("input");
    input.type = "file";
    document.body.replaceChildren(input);
  });
  await page.locator("input").setInputFiles(file);
  const answer = await page.evaluate((called) => {
    const [chosen] = document.querySelector("input")?.files ?? [];
    const answerById: Map<number, (answer: unknown) => void> = Reflect.get(globalThis, "answerById");
    const id = answerById.size + 1;
    return new Promise((resolve) => {
      answerById.set(id, resolve);
      const question = { ask: "take in", zone: "Europe/London", files: [{ name: called, file: chosen }] };
      Reflect.get(globalThis, "worker").postMessage({ id, question });
    });
  }, name);
  if (!JSON.stringify(answer).includes('"kept"')) throw new Error(`it was not taken in: ${JSON.stringify(answer)}`);
}

/** A browser of her own, whose profile lies on the disk as hers does: one in memory would hold all that is kept. */
async function inBrowser<T>(work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(folder, "profile-"));
  const context = await chromium.launchPersistentContext(profile, startingOptions);
  context.setDefaultTimeout(0);
  try {
    return await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Looks at memory until it is asked for the most there was. */
function watchMemory(): () => number {
  let most = pssMb();
  const timer = setInterval(() => (most = Math.max(most, pssMb())), 100);
  return () => {
    clearInterval(timer);
    return Math.max(most, pssMb());
  };
}

/** Of the processes that this one started, and of those that they did. */
function pssMb(): number {
  const kb = ownProcesses().reduce((sum, id) => sum + Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${id}/smaps_rollup`))?.[1] ?? 0), 0);
  return Math.round(kb / 1000);
}

/** Seconds of processor time that each of the same has used; the system counts in hundredths. */
function processorSecondsById(): ReadonlyMap<number, number> {
  return new Map(
    ownProcesses().map((id) => {
      const [, user = "0", system = "0"] = /\) \S(?: -?\d+){10} (\d+) (\d+)/.exec(readOr(`/proc/${id}/stat`)) ?? [];
      return [id, (Number(user) + Number(system)) / 100];
    }),
  );
}

function ownProcesses(): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(name));
  const isOurs = (id: number): boolean => {
    const parent = parents.get(id) ?? 0;
    return parent === process.pid || (parent > 1 && isOurs(parent));
  };
  return [...parents.keys()].filter(isOurs);
}

function parentOf(name: string): number {
  return Number(/\) \S (\d+)/.exec(readOr(`/proc/${name}/stat`))?.[1] ?? 0);
}

/** A process can end while it is looked at. */
function readOr(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}
