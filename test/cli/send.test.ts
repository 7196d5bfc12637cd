import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseInstant, redact, reveal } from "@unmask/core";
import { listen } from "@unmask/fittings-node";
import {
  argon2id,
  blake2b512Of,
  bytesToBase64,
  createIdentity,
  createSignerKey,
  formatVkey,
  logKeyOf,
  openWhole,
  publicKeyText,
  recipientOf,
  sha256HexOf,
  signDetached,
} from "@unmask/seal";
import {
  type ForceSet,
  type Letter,
  type MailboxMessage,
  bucketOfPack,
  deriveMailbox,
  isoWeek,
  parseReceiptWords,
  readLetter,
  sealMailboxMessage,
  sealedLetterSizes,
  writeForceSet,
} from "@unmask/submission";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerOrigin } from "../../apps/server/src/ports/intake-origin.ts";
import { openDoor } from "../../apps/server/src/ports/open-door.ts";
import { createIntake } from "../../apps/server/src/roles/intake.ts";
import { type KeptStore, openKept } from "../server/intake-door.ts";
import { gather } from "../server/intake-world.ts";
import { type Ran, launcher, runUnmask } from "./run-unmask.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-send-"));
const signer = createSignerKey((size) => new Uint8Array(randomBytes(size)));
const stranger = createSignerKey((size) => new Uint8Array(randomBytes(size)));
const forceKey = await createIdentity();
const packFile = join(folder, "case.age");
/** What nobody opens here, as a sealed file begins. */
const sealedOf = (size: number): Buffer => {
  const bytes = randomBytes(size);
  bytes.write("age-encryption.org/v1\n");
  return bytes;
};
const pack = sealedOf(300_000);
let url = "";
let kept: KeptStore;
let close: () => Promise<void> = async () => undefined;
/** Bytes of uploads after which the intake answers no more; undefined: it always does. */
let cutAfter: number | undefined;
/** Whether no answer to a letter comes through. */
let isCut = false;
/** Called in place of the answer to a letter, which then never comes; undefined: it is answered. */
let held: (() => void) | undefined;

const set: ForceSet = {
  force: randomBytes(16).toString("hex"),
  name: "Northshire Police",
  number: 2,
  made: "2026-W48",
  intake: null,
  recipients: [{ recipient: await recipientOf(forceKey), from: "2020-W01", until: null }],
  limits: { letter: 262_144, pack: 2 ** 31, packs: 20 },
  work: { floor: 2_000 },
  retention: { taken: 37, replies: 26 },
  log: formatVkey(logKeyOf(signer, "log.northshire.example.org")),
  pull: bytesToBase64(signer.publicKey),
  signer: publicKeyText(signer),
  nextSigner: null,
};
const json = Buffer.from(writeForceSet(set));
const served = { json, signature: signatureOf(json, signer) };

function signatureOf(bytes: Uint8Array, key: typeof signer): Buffer {
  return Buffer.from(signDetached(blake2b512Of(bytes), key, "unmask force set"));
}

beforeAll(async () => {
  writeFileSync(packFile, pack);
  kept = await openKept();
  const door = openDoor({
    store: {
      ...kept.store,
      async appendUpload(id, offset, chunks) {
        if (cutAfter !== undefined && offset >= cutAfter) return "gone";
        return kept.store.appendUpload(id, offset, chunks);
      },
    },
    set: served,
    force: set.force,
    pull: set.pull,
    floor: set.work.floor,
    limits: { letterSizes: sealedLetterSizes, packs: 20, isBucket: (size) => bucketOfPack(size) === size },
    workFrom: 200,
    secret: new Uint8Array(randomBytes(32)),
    now: Date.now,
    week: () => isoWeek(parseInstant(Date.now()) ?? expect.fail()),
  });
  const intake = await createIntake(door, () => undefined);
  const site = { name: "localhost", folder: "/nowhere", contentPolicy: "", isNeverCached: () => false };
  const answer = answerOrigin(site, intake, () => undefined);
  const listening = await listen(
    (request, response) => {
      // The intake takes what came, and the line is cut before it can say so.
      if (isCut && request.url === "/intake/letters") Object.assign(response, { end: () => request.socket.destroy() });
      if (held && request.url === "/intake/letters") Object.assign(response, { end: held });
      answer(request, response);
    },
    { port: 0, tryPort: String },
  );
  const serving = listening.ok ? listening.value : expect.fail(listening.error);
  url = `http://localhost:${serving.port}`;
  close = async () => {
    await serving.close();
    await kept.close();
  };
});

afterAll(() => close());

function homeOf(name: string): string {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  return home;
}

function run(home: string, args: readonly string[], words = ""): Promise<Ran> {
  return runUnmask(args, { home, cwd: folder, input: Buffer.from(words) });
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The letter that came in last. */
async function lastLetter(): Promise<Letter> {
  const opened = await openWhole((await handedIn("letter")).at(-1) ?? expect.fail("no letter"), { identities: [forceKey] });
  const read = opened.ok ? readLetter(opened.value) : expect.fail(opened.error.kind);
  return read.ok ? read.value : expect.fail(read.error);
}

/** What the intake has kept of a kind, in the order in which the force takes it. */
async function handedIn(wanted: "letter" | "pack"): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = [];
  for (const { id, kind } of await kept.store.take(0, 100))
    if (kind === wanted) all.push(await gather((await kept.store.readItem(id, 0))?.bytes ?? expect.fail("no bytes")));
  return all;
}

test("a letter and a pack are handed in, the words come once, and what the force answers is read with them", async () => {
  const home = homeOf("first");
  const letter = file("letter.json", '{ "reporter": "self", "danger": "no", "account": "He was there again.", "referral": true }');
  const sent = await run(home, ["send", packFile, "--force", url, "--letter", letter]);
  expect(sent.said).toContain(set.signer);
  expect(sent.said).toMatch(/Call 999\. What you send may wait for hours[^]*has your letter[^]*as if it were you/);
  expect(sent).toMatchObject({ code: 0, out: expect.stringMatching(/^[a-z]+( [a-z]+){6}\n$/) });
  const whole = await lastLetter();
  expect(whole).toMatchObject({ reporter: "self", danger: "no", account: "He was there again.", referral: true, force: set.force });
  expect(whole.packs).toEqual([{ size: pack.length, sha256: sha256HexOf(pack), bucket: bucketOfPack(pack.length) }]);
  const [there] = await handedIn("pack");
  expect(there?.length).toBe(bucketOfPack(pack.length));
  expect(sha256HexOf(there?.subarray(0, pack.length) ?? new Uint8Array())).toBe(sha256HexOf(pack));
  for (const name of readdirSync(home))
    for (const word of sent.out.trim().split(" ")) expect(readFileSync(join(home, name), "utf8")).not.toMatch(new RegExp(`\\b${word}\\b`));

  const empty = await run(home, ["mailbox", "--force", url], sent.out);
  expect(empty).toMatchObject({ code: 3, out: "" });
  const words = parseReceiptWords(sent.out);
  const box = await deriveMailbox(words.ok ? words.value : redact(""), set.force, argon2id);
  expect(await recipientOf(box.identity)).toBe(whole.mailbox.recipient);
  for (let number = 1; number <= 5; number++) {
    const message: MailboxMessage = { id: randomBytes(16).toString("hex"), number, kind: "update", says: `News ${number}` };
    const envelope = await sealMailboxMessage(message, whole.mailbox.recipient);
    if (envelope.ok) await kept.store.putReply({ id: message.id, lookup: whole.mailbox.lookup, envelope: envelope.value, weeks: 26 });
  }
  const lines = [1, 2, 3, 4, 5].map((number) => `{"kind":"update","says":"News ${number}"}\n`).join("");
  expect(await run(home, ["mailbox", "--force", url], ` ${reveal(words.ok ? words.value : redact("")).toUpperCase()}`)).toMatchObject({
    code: 0,
    out: lines,
  });
  expect(await run(home, ["mailbox", "--force", url], sent.out)).toMatchObject({ code: 0, out: lines });
  // A folder that takes no notes keeps neither a letter back nor an answer.
  const noFolder = file("no-folder", "");
  const all = await run(noFolder, ["send", "--force", url, "--letter", letter]);
  expect(all).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^[a-z]+( [a-z]+){6}\n$/),
    said: expect.stringContaining("nothing can be kept"),
  });
  expect(await run(noFolder, ["mailbox", "--force", url], sent.out)).toMatchObject({ code: 0, out: lines });
  isCut = true;
  const lost = await run(noFolder, ["mailbox", "--force", url, "--letter", letter], sent.out);
  isCut = false;
  expect(lost).toMatchObject({ code: 1, said: expect.stringMatching(/no answer came[^]*could not be kept here for --resume/) });
});

test("a chat or a key that was named in place of its pack goes nowhere, and no letter goes without it", async () => {
  const home = homeOf("unsealed");
  const letters = (await handedIn("letter")).length;
  for (const [name, bytes] of [
    ["WhatsApp Chat with Terry.txt", Buffer.from("14/11/2026, 21:02 - Terry: I see your light is on\n".repeat(40))],
    ["holiday.age", randomBytes(5_000)],
  ] as const) {
    const named = file(name, bytes);
    const sent = await run(home, ["send", named, "--force", url]);
    expect(sent).toMatchObject({ code: 1, out: "", said: expect.stringMatching(/is not sealed: .*Nothing was sent\./s) });
  }
  expect((await handedIn("letter")).length).toBe(letters);
});

test("an upload that is cut ends with 3, and goes on with --resume, without new words", async () => {
  const home = homeOf("cut");
  cutAfter = 8_000_000;
  const other = file("other.age", sealedOf(8_500_000));
  const before = (await handedIn("pack")).length;
  const cut = await run(home, ["send", other, "--force", url]);
  expect(cut).toMatchObject({ code: 3, out: expect.stringMatching(/^[a-z]+( [a-z]+){6}\n$/) });
  expect((await handedIn("pack")).length).toBe(before);
  cutAfter = undefined;
  const letters = (await handedIn("letter")).length;
  const resumed = await run(home, ["send", other, "--force", url, "--resume"]);
  expect(resumed).toMatchObject({ code: 0, out: "" });
  expect((await handedIn("letter")).length).toBe(letters);
  expect((await handedIn("pack")).length).toBe(before + 1);
  expect(await run(home, ["send", other, "--force", url, "--resume"])).toMatchObject({ code: 1, out: "" });
});

test("a letter whose answer is lost goes again with --resume as the same letter, and its words are told once", async () => {
  const home = homeOf("lost");
  const letters = (await handedIn("letter")).length;
  const letter = file("lost.json", '{ "danger": "now", "account": "He is at the gate." }');
  isCut = true;
  const sent = await run(home, ["send", "--force", url, "--letter", letter]);
  isCut = false;
  expect(sent).toMatchObject({ code: 1, out: expect.stringMatching(/^[a-z]+( [a-z]+){6}\n$/), said: expect.stringContaining("--resume") });
  const kept = readdirSync(home).map((name) => readFileSync(join(home, name), "utf8"));
  for (const word of ["at the gate", ...sent.out.trim().split(" ")])
    for (const text of kept) expect(text).not.toMatch(new RegExp(`\\b${word}\\b`));
  const resumed = await run(home, ["send", "--force", url, "--letter", letter, "--resume"]);
  expect(resumed).toMatchObject({ code: 0, out: "", said: expect.stringContaining("The same letter goes again") });
  expect((await handedIn("letter")).length).toBe(letters + 1);
  const words = parseReceiptWords(sent.out);
  const box = await deriveMailbox(words.ok ? words.value : redact(""), set.force, argon2id);
  expect(await lastLetter()).toMatchObject({ danger: "now", mailbox: { recipient: await recipientOf(box.identity) } });
  expect(await run(home, ["send", "--force", url, "--resume"])).toMatchObject({ code: 1, out: "" });
});

/** A run whose standard output is what is given; what it says on standard error, and its end. */
function runInto(
  home: string,
  args: readonly string[],
  output: number | "pipe",
): { child: ChildProcess; ended: Promise<Omit<Ran, "out">> } {
  const env = { ...process.env, UNMASK_HOME: home };
  const child = spawn(process.execPath, [launcher, ...args], { cwd: folder, env, stdio: ["ignore", output, "pipe"] });
  let said = "";
  child.stderr?.on("data", (piece: Buffer) => (said += piece.toString()));
  return { child, ended: once(child, "close").then(([code]) => ({ code, said })) };
}

test("where the seven words can be written nowhere nothing goes; where their reader is gone they are said, and the pack goes all the same", async () => {
  const home = homeOf("output");
  const [letters, packs] = [(await handedIn("letter")).length, (await handedIn("pack")).length];
  const other = file("output.age", sealedOf(50_000));
  const args = ["send", other, "--force", url];
  for (const [place, why] of [
    ["/dev/full", "the disk is full"],
    ["/dev/null", "it leads nowhere"],
  ] as const) {
    const output = openSync(place, "w");
    const full = await runInto(home, args, output).ended;
    closeSync(output);
    expect(full).toMatchObject({ code: 1, said: expect.stringMatching(`nothing was sent: [^]*${why}`) });
  }
  expect((await handedIn("letter")).length).toBe(letters);
  // A pipe of the shell, whose reader is gone once the letter is on its way.
  const gone = spawn("bash", ["-c", 'set -o pipefail; "$@" | true', "send", process.execPath, launcher, ...args], {
    cwd: folder,
    env: { ...process.env, UNMASK_HOME: home },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  gone.stderr.on("data", (piece: Buffer) => (said += piece.toString()));
  expect(await once(gone, "close")).toEqual([3, null]);
  expect(said).toMatch(/The letter is there\. Its seven words could not be written[^]*this once: [a-z]+( [a-z]+){6}\n/);
  expect(said).not.toContain("    at ");
  expect([(await handedIn("letter")).length, (await handedIn("pack")).length]).toEqual([letters + 1, packs + 1]);
});

test("letters that she stops while their answers are awaited may be there: their words are told, and each is kept for the --resume of its own file", async () => {
  const home = homeOf("interrupted");
  const letters = (await handedIn("letter")).length;
  const argsOf = (name: string, says: string): readonly string[] => ["send", "--force", url, "--letter", file(name, says)];
  const interrupt = async (args: readonly string[]): Promise<string> => {
    const isThere = new Promise<void>((resolve) => (held = resolve));
    const { child, ended } = runInto(home, args, "pipe");
    let out = "";
    child.stdout?.on("data", (piece: Buffer) => (out += piece.toString()));
    await isThere;
    child.kill("SIGINT");
    const { code, said } = await ended;
    held = undefined;
    expect({ code, out }).toEqual({ code: 130, out: expect.stringMatching(/^[a-z]+( [a-z]+){6}\n$/) });
    expect(said).toMatch(/no answer came whether your letter was taken[^]*--resume/);
    expect(said).not.toContain("Nothing was left half made");
    return out;
  };
  const [first, other] = [argsOf("interrupted.json", '{ "danger": "no" }'), argsOf("other.json", '{ "account": "Hers, not mine." }')];
  const words = await interrupt(first);
  await interrupt(other);
  const waits = expect.stringContaining("The letter of these words waits here");
  expect(await run(home, ["mailbox", "--force", url], words)).toMatchObject({ code: 3, said: waits });
  // What she changed meanwhile is in no letter that waits: she is not told that they have it.
  argsOf("interrupted.json", '{ "danger": "now" }');
  expect(await run(home, [...first, "--resume"])).toMatchObject({
    code: 1,
    said: expect.stringMatching(/Call 999[^]*changed since[^]*Nothing of it was sent\. 2 letters wait/),
  });
  argsOf("interrupted.json", ' { "danger" : "no" } ');
  expect(await run(home, [...first, "--resume"])).toMatchObject({ code: 0, out: "" });
  expect(await run(home, ["mailbox", "--force", url], words)).toMatchObject({ code: 3, said: expect.not.stringContaining("waits here") });
  expect(await run(home, ["send", "--force", url, "--resume"])).toMatchObject({ code: 0, said: expect.stringContaining("has it.") });
  expect(await run(home, [...other, "--resume"])).toMatchObject({
    code: 1,
    said: expect.stringContaining("no letter whose answer was lost"),
  });
  expect((await handedIn("letter")).length).toBe(letters + 2);
});

test("she answers and adds a pack with her seven words, into the mailbox that they open, and reads it in the same breath", async () => {
  const home = homeOf("answer");
  const first = await run(home, ["send", "--force", url, "--letter", file("first.json", '{ "account": "He was there again." }')]);
  const { mailbox: box } = await lastLetter();
  const says = "Is the number ending 388 his?";
  const question = await sealMailboxMessage({ id: "9".repeat(32), number: 1, kind: "question", says }, box.recipient);
  if (question.ok) await kept.store.putReply({ id: "9".repeat(32), lookup: box.lookup, envelope: question.value, weeks: 26 });
  const line = `{"kind":"question","says":"${says}"}\n`;
  const answer = file("answer.txt", "\uFEFFYes, since May.\r\nHe wrote it on a card.\n\n");
  const more = file("more.age", sealedOf(70_000));
  const packs = (await handedIn("pack")).length;
  const answered = await run(home, ["mailbox", "--force", url, "--answer", answer, "--add", more], first.out);
  expect(answered).toMatchObject({ code: 0, out: line });
  expect(await lastLetter()).toMatchObject({
    kind: "answer",
    account: "Yes, since May.\r\nHe wrote it on a card.",
    mailbox: box,
    packs: [{ size: 70_000, sha256: sha256HexOf(readFileSync(more)) }],
  });
  expect((await handedIn("pack")).length).toBe(packs + 1);

  cutAfter = 0;
  const silent = file("silent.age", sealedOf(60_000));
  const add = ["mailbox", "--force", url, "--add", silent];
  expect(await run(home, add, first.out)).toMatchObject({ code: 3, out: line, said: expect.stringContaining("--resume") });
  cutAfter = undefined;
  const whole = await lastLetter();
  expect(whole).toMatchObject({ kind: "answer", mailbox: box });
  expect(whole.account).toBeUndefined();
  expect(await run(home, [...add, "--resume"], first.out)).toMatchObject({ code: 0, out: line });
  expect((await handedIn("pack")).length).toBe(packs + 2);
  for (const name of readdirSync(home))
    for (const word of first.out.trim().split(" ")) expect(readFileSync(join(home, name), "utf8")).not.toMatch(new RegExp(`\\b${word}\\b`));

  const letters = (await handedIn("letter")).length;
  const blank = file("blank.txt", " \n\u200b");
  expect(await run(home, ["mailbox", "--force", url, "--answer", blank], first.out)).toMatchObject({ code: 2, out: "" });
  const latin = file("latin.txt", Buffer.from("At the caf\xe9.", "latin1"));
  expect(await run(home, ["mailbox", "--force", url, "--answer", latin], first.out)).toMatchObject({
    code: 2,
    said: expect.stringMatching(/--answer is not in UTF-8.*Nothing was sent/),
  });
  expect(await run(home, ["mailbox", "--force", url, "--answer", join(folder, "no.txt")], first.out)).toMatchObject({ code: 2, out: "" });
  expect(await run(home, ["mailbox", "--force", url, "--resume"], first.out)).toMatchObject({ code: 1, out: "" });
  expect(await run(home, ["mailbox", "--force", url, ...first.out.trim().split(" ")])).toMatchObject({ code: 2, out: "" });
  expect(await run(home, ["mailbox", "--force", url, "--add", join(folder, "no.age")], first.out)).toMatchObject({ code: 1, out: "" });
  expect((await handedIn("letter")).length).toBe(letters);
  const now = file("now.json", '{ "danger": "now", "contact": { "channel": "text", "address": "07700 900124" } }');
  expect(await run(home, ["mailbox", "--force", url, "--letter", now], first.out)).toMatchObject({ code: 0, out: line });
  const contactBrief = { channel: "text", address: "07700 900124" };
  expect(await lastLetter()).toMatchObject({ kind: "answer", danger: "now", mailbox: box, contactBrief });
});

test("nothing is sent by a set that is not signed, older, or signed by another than before", async () => {
  const home = homeOf("pins");
  const letters = (await handedIn("letter")).length;
  const letter = file("short.json", '{ "danger": "no" }');
  const signed = (name: string, change: Partial<ForceSet>, key = signer): string => {
    const bytes = writeForceSet({ ...set, ...change });
    const path = file(name, bytes);
    file(`${name}.minisig`, signatureOf(bytes, key));
    return path;
  };
  const send = (path: string, ...more: readonly string[]) =>
    run(home, ["send", "--force", path, "--intake", url, "--letter", letter, ...more]);
  const unsigned = file("unsigned.json", json);
  expect(await send(unsigned)).toMatchObject({ code: 1, out: "", said: expect.stringContaining("not signed") });
  expect(await send(signed("right.json", {}))).toMatchObject({ code: 0 });
  expect(await send(signed("older.json", { number: 1 }))).toMatchObject({ code: 1, out: "", said: expect.stringContaining("older") });
  const byStranger = signed("stranger.json", { number: 3, signer: publicKeyText(stranger) }, stranger);
  expect(await send(byStranger)).toMatchObject({ code: 1, out: "", said: expect.stringContaining("somebody else") });
  expect(await send(signed("mine.json", {}), "--signer", publicKeyText(stranger))).toMatchObject({ code: 1, out: "" });
  expect((await handedIn("letter")).length).toBe(letters + 1);
});

test("what is not understood ends with 2, and nothing is sent or asked", async () => {
  const home = homeOf("usage");
  const letters = (await handedIn("letter")).length;
  const wrong = file("wrong.json", '{ "colour": "red" }');
  expect(await run(home, ["send", packFile, "--force", url, "--letter", wrong])).toMatchObject({
    code: 2,
    out: "",
    said: expect.stringContaining("letter.colour"),
  });
  // As an editor of another encoding writes it: its é would be lost for good.
  const latin = file("latin.json", Buffer.from('{ "account": "caf\xe9" }', "latin1"));
  expect(await run(home, ["send", "--force", url, "--letter", latin])).toMatchObject({
    code: 2,
    out: "",
    said: expect.stringMatching(/not in UTF-8.*Nothing was sent/),
  });
  expect(await run(home, ["send", packFile])).toMatchObject({ code: 2, out: "" });
  expect(await run(home, ["send", "--force", url])).toMatchObject({ code: 2, out: "" });
  expect(await run(home, ["send", join(folder, "none.age"), "--force", url])).toMatchObject({ code: 1, out: "" });
  const slip = await run(home, ["mailbox", "--force", "http://localhost:9"], "accuracy chutex trouble numbness unnamed uncombed bovine");
  expect(slip).toMatchObject({ code: 2, out: "", said: expect.stringContaining("Word 2") });
  expect((await handedIn("letter")).length).toBe(letters);
});
