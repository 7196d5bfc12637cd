/**
 * Attacks 1 and 2 against everything that whoever holds the intake can look into: its database, its folder, what it wrote, the memory of its
 * process, and both wires that lead to it. The built program; two processes, and a recorder on each wire.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type Server, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bucketOfPack, sealedLetterSizes } from "@unmask/submission";
import { herComputer } from "./her-computer.ts";
import { type Served, serve, unmask } from "./program.ts";

const home = mkdtempSync(join(tmpdir(), "unmask-leaks-"));
const data = join(home, "data");
const her = herComputer(join(home, "hers"));
/** What must be found nowhere outside: what she says, who she is, how she is reached, what her files are called and say. */
const canaries = {
  account: "zephyrquill at the gate",
  name: "Orsolya Zephyrquill",
  number: "07700 900913",
  mail: "orsolya@zephyrquill.example.org",
  code: "marmaladecode",
  chat: "zephyrquill I see your light",
  file: "WhatsApp Chat with Zephyrquill",
};
/** Bytes of an envelope, and what may stand in JSON around what is sealed. */
const envelopeSize = 16_384;
const namesAround = 4_096;

/** A wire that is written down, both ways. */
interface Recorder {
  readonly origin: string;
  readonly bytes: () => Buffer;
  close(): void;
}

function record(to: () => string): Promise<Recorder> {
  const pieces: Buffer[] = [];
  const server: Server = createServer((near) => {
    const far = connect(Number(new URL(to()).port), "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on("data", (piece: Buffer) => {
        pieces.push(piece);
        other.write(piece);
      });
      one.on("end", () => other.end());
      one.on("error", () => other.destroy());
    }
  });
  return new Promise((resolve, reject) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") return reject(new Error("no port"));
      resolve({ origin: `http://localhost:${address.port}`, bytes: () => Buffer.concat(pieces), close: () => server.close() });
    });
  });
}

let intake: Served;
let inside: Served;
let outer: Recorder;
let inner: Recorder;
let words = "";
let packSize = 0;
let textSize = 0;

beforeAll(async () => {
  await unmask(["force", "init", "--data", data, "--name", "Example Police"]);
  mkdirSync(join(home, "memory"));
  const heap = { NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${join(home, "memory")}` };
  intake = await serve("intake", ["--data", join(data, "intake")], heap);
  outer = await record(() => intake.intake);
  inner = await record(() => intake.intake);
  inside = await serve("case", ["--data", join(data, "case"), "--intake", inner.origin]);
});
afterAll(async () => {
  await inside.end();
  await intake.end();
  outer.close();
  inner.close();
  rmSync(home, { recursive: true, force: true });
});

test("she sends a letter and a pack over a recorded wire, and reads her answers over it", async () => {
  const exports = join(home, "exports");
  mkdirSync(exports);
  const lines = [1, 2, 3].map((day) => `0${day}/11/2026, 23:4${day} - Piers Nettle: ${canaries.chat}`);
  const chat = `${lines.join("\n")}\n`;
  textSize = chat.length;
  writeFileSync(join(exports, `${canaries.file}.txt`), chat);
  const pack = await her.makePack(exports, { me: canaries.name, them: "Piers Nettle", force: intake.intake });
  packSize = statSync(pack).size;
  const contact = { channel: "call", address: `${canaries.number}, ${canaries.mail}`, hours: "after 18:00", codeWord: canaries.code };
  words = (await her.send(outer.origin, { account: canaries.account, name: canaries.name, danger: "now", contact }, pack)).trim();
  await her.mailbox(outer.origin, `${words}\n`, 2);
});

test("attacks 1 and 2: no word of hers is in the intake's memory, on its disk, in what it wrote or on either wire, however it is spelt", async () => {
  process.kill(intake.pid, "SIGUSR2");
  const snapshot = await snapshotIn(join(home, "memory"));
  // Before its texts it counts its own places, and among millions of numbers every number is found.
  const memory = snapshot.subarray(snapshot.indexOf('"strings":['));
  const places: [name: string, bytes: Buffer][] = [
    ["the memory of the intake", memory],
    ["the wire to the intake", outer.bytes()],
    ["the wire to the inside", inner.bytes()],
    ["what was written", Buffer.from(intake.written() + inside.written())],
  ];
  await inside.end();
  await intake.end();
  for (const file of filesUnder(join(data, "intake"))) places.push([file, readFileSync(file)]);
  expect(memory.includes("intake_letter"), "the snapshot is of a process that kept letters").toBe(true);
  expect(outer.bytes().includes("/intake/letters"), "the wire was recorded").toBe(true);
  const twoWords = words.split(" ").slice(2, 4).join(" ");
  // Each of hers has one of these in it: a part is found wherever the whole is, and where the whole was cut.
  const parts = ["zephyrquill", "Zephyrquill", "Orsolya", "marmaladecode", "900913"];
  for (const canary of Object.values(canaries)) expect(parts.some((part) => canary.includes(part))).toBe(true);
  const texts = [...parts, "Nettle", words, twoWords, `:${packSize}`, ` ${packSize}`];
  for (const [place, bytes] of places)
    for (const text of texts)
      for (const [spelt, one] of spellings(text)) expect(bytes.includes(one), `${text.length} letters, ${spelt}, in ${place}`).toBe(false);
  // The search finds what is there: the same spellings in a place that holds them.
  const found = Buffer.from(canaries.name);
  for (const held of [
    found,
    Buffer.from(found.toString("base64")),
    Buffer.from(found.toString("hex")),
    Buffer.from(canaries.name, "utf16le"),
  ])
    expect(spellings(canaries.name).some(([, one]) => Buffer.concat([Buffer.from("x"), held]).includes(one))).toBe(true);
});

test("no length on either wire is another than a bucket's, a letter's, or of a question that is as long for everybody", () => {
  for (const wire of [outer, inner]) {
    const heads = wire.bytes().toString("latin1");
    const named = [...heads.matchAll(/^(?:upload-length|upload-offset|content-range|content-length): *(?:bytes )?([\d/-]+)/gim)].flatMap(
      ([, numbers = ""]) => numbers.split(/[/-]/).map(Number),
    );
    expect(named.length).toBeGreaterThan(5);
    for (const truth of [packSize, textSize]) expect(named).not.toContain(truth);
    const large = named.filter((length) => length > 20_000 && !sealedLetterSizes.includes(length));
    // In base64, with a proof and names around them: a letter of one of its sizes, an envelope, a page of four.
    const inJson = [...sealedLetterSizes, envelopeSize, 4 * envelopeSize].map((size) => Math.ceil(size / 3) * 4);
    const isKnown = (length: number): boolean =>
      bucketOfPack(length) === length || inJson.some((size) => length > size && length < size + namesAround);
    expect(large.filter((length) => !isKnown(length))).toEqual([]);
  }
});

/** Text as it may stand somewhere: as it is, in hexadecimal, in UTF-16, and in base64 wherever it begins in its group of three. */
function spellings(text: string): readonly (readonly [name: string, bytes: Buffer])[] {
  const plain = Buffer.from(text);
  // Numbers alone are looked for as they are: three characters of base64 are in everything.
  if (plain.length < 6) return [["plain", plain]];
  const base64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), plain])
      .toString("base64")
      .replace(/=+$/, "");
    // What the neighbours on either side change is left off.
    return ["base64", Buffer.from(whole.slice(shift === 0 ? 0 : shift + 1, -2))] as const;
  });
  return [["plain", plain], ["hexadecimal", Buffer.from(plain.toString("hex"))], ["UTF-16", Buffer.from(text, "utf16le")], ...base64];
}

/** The snapshot once it is written whole: it ends as JSON does. */
async function snapshotIn(folder: string): Promise<Buffer> {
  for (let look = 0; look < 240; look += 1) {
    await wait(500);
    const [name] = readdirSync(folder).filter((one) => one.endsWith(".heapsnapshot"));
    const bytes = name === undefined ? Buffer.alloc(0) : readFileSync(join(folder, name));
    if (/\}\s*$/.test(bytes.subarray(-10).toString())) return bytes;
  }
  throw new Error("no snapshot of the memory was written");
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
