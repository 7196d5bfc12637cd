/**
 * Makes vault.json and backup.json beside this file. What is sealed holds randomness, so that a new run makes new files; all else comes out the same each
 * time. `packages/vault` checks them both.
 *
 *     npx tsx docs/formats/vectors/make-vault-vectors.ts
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { reveal } from "@unmask/core";
import { bytesToBase64, bytesToHex, bytesToText, recipientOf, textToBytes } from "@unmask/seal";
import { addLine, joinSegments, makeCopy, takeOriginal, writeDocumentOf, writePrivateNote, writeWhileLocked } from "@unmask/vault";
import { createMemoryFolder, gather, sourceOf } from "../../../fixtures/vault/memory-folder.ts";
import { createHers, keys, lineOf, worldOf } from "../../../fixtures/vault/vault-of-hers.ts";

const at = "2026-10-04T21:14:05.123Z";
const write = (name: string, value: unknown): void => writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(value, undefined, 1)}\n`);
const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const { folder, files } = createMemoryFolder();
const vault = await createHers(folder);
await addLine(vault, lineOf("He stood at the gate."));
await addLine(vault, lineOf("He rang twelve times."));
await joinSegments(vault);
await takeOriginal(vault, { source: sourceOf("chat.txt", textToBytes("04/10/2026, 18:40 - Owen: I see you")), terms: { zone: "Europe/London" } }, at);
await writeDocumentOf(vault, "statement", "{}");
const note = await writePrivateNote(vault, "The bag is at my sister's.");
const earlier = new Map(files);
await writePrivateNote(vault, "The bag is in the car.", note.ok ? note.value : "");
await writeWhileLocked(worldOf(folder), { at, words: "He is outside.", files: [sourceOf("door.jpg", textToBytes("the door"))] });

const log = files.get("log") ?? new Uint8Array();
const signedBefore = earlier.get("log")?.length ?? 0;

/** Changes of the log: bytes cut off its end, noughts from a place on, one byte changed. What reading it comes to, and how much of it is signed. */
const logs = [
  { cut: 0, verdict: "holds", length: log.length },
  { cut: 1, verdict: "holds", length: signedBefore },
  { cut: log.length - signedBefore, verdict: "holds", length: signedBefore },
  { cut: log.length, verdict: "altered", length: 0 },
  { noughtsFrom: signedBefore + 10, verdict: "holds", length: signedBefore },
  { flip: 3, verdict: "altered", length: 0 },
  { flip: signedBefore + 3, verdict: "altered", length: signedBefore },
  { flip: log.length - 1, verdict: "altered", length: signedBefore },
];

const noteFile = note.ok ? note.value : "";
const waiting = [...files.keys()].find((path) => /^waiting\/.*age$/.test(path)) ?? "";

const hers = [...files.keys()].filter((path) => /^(?:(?:journal|originals|private)\/.*|catalogue|statement)\.age$/.test(path));

/** Changes of the folder, and what a check tells of them. */
const checks = [
  { change: [], verdicts: [] },
  { change: [{ drop: "catalogue.age" }], verdicts: [{ path: "catalogue.age", verdict: "missing" }] },
  { change: [{ flip: "statement.age", at: 190 }], verdicts: [{ path: "statement.age", verdict: "altered" }] },
  { change: [{ put: noteFile, base64: bytesToBase64(earlier.get(noteFile) ?? new Uint8Array()) }], verdicts: [{ path: noteFile, verdict: "older" }] },
  { change: [{ put: "journal/000003.age", base64: "AAAA" }], verdicts: [{ path: "journal/000003.age", verdict: "planted" }] },
  { change: [{ put: "settings.age.part", base64: "AAAA" }], verdicts: [] },
  { change: [{ drop: waiting }], verdicts: [{ path: waiting, verdict: "missing" }] },
  { change: [{ drop: "log" }], verdicts: [{ path: "log", verdict: "missing" }, ...hers.map((path) => ({ path, verdict: "apart" }))].sort((a, b) => (a.path < b.path ? -1 : 1)) },
  { change: [{ put: "journal/000003.age", base64: bytesToBase64(files.get("statement.age") ?? new Uint8Array()) }], verdicts: [{ path: "journal/000003.age", verdict: "apart" }] },
];

write("vault.json", {
  identity: reveal(keys.identity),
  recipient: await recipientOf(keys.identity),
  signer: { seed: bytesToHex(reveal(keys.signer.seed)), keyId: bytesToHex(keys.signer.keyId), publicKey: bytesToHex(keys.signer.publicKey) },
  book: bytesToText(files.get("book.json") ?? new Uint8Array()),
  log: bytesToText(log),
  logs,
  files: Object.fromEntries([...files].map(([path, bytes]) => [path, bytesToBase64(bytes)])),
  opened: {
    journal: [1, 2].map((counter) => lineOf(counter === 1 ? "He stood at the gate." : "He rang twelve times.")(counter)),
    originals: [{ name: "chat.txt", base64: bytesToBase64(textToBytes("04/10/2026, 18:40 - Owen: I see you")) }],
    statement: "{}",
    private: ["The bag is in the car."],
    waiting: [{ at, words: "He is outside.", files: [{ name: "door.jpg", base64: bytesToBase64(textToBytes("the door")) }] }],
  },
  checks,
});

let copy: Uint8Array = new Uint8Array();
await makeCopy(vault, async (pieces) => {
  copy = await gather(pieces);
});
write("backup.json", {
  of: "the files of vault.json",
  name: { day: "2026-10-04", file: "notes-2026-10-04.tar" },
  size: copy.length,
  sha256: sha256Of(copy),
  /** One change of the tar each, and what it answers. */
  copies: [
    { answer: "whole" },
    { cut: 1000, answer: "cut-short" },
    { cut: 60_000, answer: "cut-short" },
    { cut: copy.length - 100, answer: "not-a-copy" },
    { flip: 3, answer: "rewrapped" },
    { flip: 1030, answer: "rewrapped" },
    { flip: 1160, answer: "rewrapped" },
    { flip: 520, answer: "altered" },
    { flip: 700, answer: "rewrapped" },
    { flip: 20_000, answer: "altered" },
    { flip: copy.length - 1, answer: "rewrapped" },
  ],
});
