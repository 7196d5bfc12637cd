import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consistencyByTheBook, inclusionByTheBook, rootByTheBook } from "../../../fixtures/merkle-by-the-book.ts";
import { bytesToText, textToBytes } from "./bytes.ts";
import { logKeyOf, logOrigin, parseCheckpoint, signCheckpoint, verifyCheckpoint } from "./checkpoint.ts";
import { commitment, saltsOf } from "./commitment.ts";
import { appendLeaf, emptyFrontier, leafHash, proofOfNextLeaf, rootOf } from "./merkle.ts";
import { formatVkey, isSignedBy, parseNote, parseVkey, signNote } from "./note.ts";
import { createSignerKey } from "./signer.ts";
import { formatTlogConsistency, parseTlogConsistency, verifyTlogConsistency } from "./tlog-consistency.ts";
import { formatTlogProof, parseTlogProof, verifyTlogProof } from "./tlog-proof.ts";

const seed = 20260107;
const signer = createSignerKey((size) => randomBytes(size));
const stranger = createSignerKey((size) => randomBytes(size));
const origin = logOrigin(signer, "pack-7");
const key = logKeyOf(signer, origin);
const entries = Array.from({ length: 11 }, (_, index) => textToBytes(`entry ${index}\n`));
const leaves = entries.map(leafHash);
const checkpoint = { origin, size: leaves.length, root: rootByTheBook(leaves) };
const note = signCheckpoint(checkpoint, signer);

describe("a checkpoint", () => {
  test("says what was signed, to whoever holds the log's key", () => {
    expect(verifyCheckpoint(note, key)).toEqual({ ok: true, value: checkpoint });
    expect(parseCheckpoint(note)).toEqual(checkpoint);
    expect(note.split("\n")).toHaveLength(6);
  });

  test("with any byte changed, removed or repeated is refused", () => {
    const bytes = textToBytes(note);
    for (let at = 0; at < bytes.length; at++) {
      const variants = [
        ...[0x01, 0x20, 0x80, 0xff].map((change) => bytes.with(at, (bytes[at] ?? 0) ^ change)),
        Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)]),
        Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at, at + 1), ...bytes.subarray(at)]),
        bytes.subarray(0, at),
      ];
      for (const variant of variants) {
        const text = bytesToText(variant);
        expect(text !== undefined && verifyCheckpoint(text, key).ok).toBe(false);
      }
    }
  });

  test("of another signer, of another log or of nobody is not the log's", () => {
    expect(verifyCheckpoint(signCheckpoint(checkpoint, stranger), key)).toEqual({ ok: false, error: "altered" });
    expect(verifyCheckpoint(note, logKeyOf(stranger, origin))).toEqual({ ok: false, error: "altered" });
    const elsewhere = { ...checkpoint, origin: logOrigin(signer, "pack-8") };
    expect(verifyCheckpoint(signCheckpoint(elsewhere, signer), key)).toEqual({ ok: false, error: "unknown-signer" });
    // The text of one log, signed under the name of the other.
    const text = note.slice(0, note.indexOf("\n\n") + 1);
    expect(verifyCheckpoint(signNote(text, signer, elsewhere.origin), key)).toEqual({ ok: false, error: "unknown-signer" });
    const otherText = signCheckpoint(elsewhere, signer).split("\n\n")[0];
    expect(verifyCheckpoint(signNote(`${otherText}\n`, signer, origin), key)).toEqual({ ok: false, error: "unknown-signer" });
    expect(verifyCheckpoint("", key)).toEqual({ ok: false, error: "missing" });
    expect(verifyCheckpoint(text, key)).toEqual({ ok: false, error: "altered" });
  });

  test.each([
    ["a size with a leading nought", (text: string) => text.replace("\n11\n", "\n011\n")],
    ["a size with a sign", (text: string) => text.replace("\n11\n", "\n+11\n")],
    ["a size that no number holds", (text: string) => text.replace("\n11\n", "\n9007199254740993\n")],
    ["no size", (text: string) => text.replace("\n11\n", "\n\n")],
    ["an extension line", (text: string) => `${text}more\n`],
    ["a root of 31 bytes", (text: string) => text.replace(/\n[^\n]{44}\n$/, `\n${Buffer.alloc(31).toString("base64")}\n`)],
    ["a carriage return", (text: string) => text.replace("\n11\n", "\n11\r\n")],
  ])("with %s is refused even when it is signed", (_, change) => {
    const text = change(note.slice(0, note.indexOf("\n\n") + 1));
    const signed = /\r/.test(text) ? note.replace("\n11\n", "\n11\r\n") : signNote(text, signer, origin);
    expect(verifyCheckpoint(signed, key).ok).toBe(false);
  });

  test("with a second line of signature is refused: nobody vouches for that line", () => {
    const line = signNote(note.slice(0, note.indexOf("\n\n") + 1), stranger, "witness.example").split("\n\n")[1];
    expect(parseNote(`${note}${line}`)?.signatures).toHaveLength(2);
    expect(verifyCheckpoint(`${note}${line}`, key)).toEqual({ ok: false, error: "altered" });
  });
});

describe("a signed note", () => {
  test("of the specification verifies with the vkey of the specification", () => {
    const vkey = parseVkey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    const parsed = parseNote(
      "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
    );
    const [signature] = parsed?.signatures ?? [];
    if (vkey === undefined || parsed === undefined || signature === undefined) throw new Error("the sample must be read");
    expect(isSignedBy(parsed, signature, vkey)).toBe(true);
    expect(isSignedBy({ ...parsed, text: "This is another message.\n" }, signature, vkey)).toBe(false);
    expect(formatVkey(vkey)).toBe("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
  });

  test("with many signatures is read, with an unreasonable number it is not", () => {
    const [text, line = ""] = note.split("\n\n");
    expect(parseNote(`${text}\n\n${line.repeat(16)}`)?.signatures).toHaveLength(16);
    expect(parseNote(`${text}\n\n${line.repeat(65)}`)).toBeUndefined();
  });

  test("divides at its last blank line, so that a text may hold one", () => {
    const parsed = parseNote(signNote("one\n\ntwo\n", signer, origin));
    expect(parsed?.text).toBe("one\n\ntwo\n");
  });

  test.each(["", "no line feed", "\n", "tab\there\n", "nul\u0000\n", "\ud800\n"])("is not made of %j", (text) => {
    expect(() => signNote(text, signer, origin)).toThrow("not the text of a note");
  });

  test.each(["", "two words", "plus+sign", "line\nfeed", "\u00a0"])("is not signed under the name %j", (name) => {
    expect(() => signNote("text\n", signer, name)).toThrow("not the name");
  });
});

describe("a vkey", () => {
  test("survives its text", () => {
    expect(parseVkey(formatVkey(key))).toEqual(key);
  });

  test.each([
    ["with the id of another key", (vkey: string) => vkey.replace(/\+[0-9a-f]{8}\+/, "+00000000+")],
    ["with another name", (vkey: string) => vkey.replace("pack-7", "pack-8")],
    ["in capitals", (vkey: string) => vkey.replace(/\+[0-9a-f]{8}\+/, (id) => id.toUpperCase().replace(/^\+[0-9]*\+$/, "+ABCDEF00+"))],
    ["of another kind of key", () => `${origin}+00000000+${Buffer.concat([Buffer.of(4), signer.publicKey]).toString("base64")}`],
    ["cut short", (vkey: string) => vkey.slice(0, -4)],
    ["with a blank", (vkey: string) => `${vkey} `],
    ["of a point of small order", () => `a+${"0".repeat(8)}+${Buffer.concat([Buffer.of(1, 1), Buffer.alloc(31)]).toString("base64")}`],
  ])("%s is refused", (_, change) => {
    expect(parseVkey(change(formatVkey(key)))).toBeUndefined();
  });
});

describe("a proof in one file", () => {
  const index = 6;
  const proof = formatTlogProof({ index, hashes: inclusionByTheBook(index, leaves), checkpoint: note });
  const leafData = entries[index] ?? new Uint8Array(0);

  test("proves that an entry stands in the log, and where", () => {
    expect(verifyTlogProof(proof, { leafData, key })).toEqual({ ok: true, value: { index, checkpoint } });
    expect(parseTlogProof(proof)).toEqual({ index, hashes: inclusionByTheBook(index, leaves), checkpoint: note });
  });

  test("proves nothing of another entry, of an altered one, or at another place", () => {
    expect(verifyTlogProof(proof, { leafData: entries[5] ?? leafData, key })).toEqual({ ok: false, error: "not-in-the-log" });
    expect(verifyTlogProof(proof, { leafData: textToBytes("entry 6"), key })).toEqual({ ok: false, error: "not-in-the-log" });
    expect(verifyTlogProof(proof.replace("index 6", "index 7"), { leafData, key })).toEqual({ ok: false, error: "not-in-the-log" });
    expect(verifyTlogProof(proof.replace("index 6", "index 11"), { leafData, key })).toEqual({ ok: false, error: "not-in-the-log" });
    expect(verifyTlogProof("", { leafData, key })).toEqual({ ok: false, error: "missing" });
  });

  test("with any byte changed, removed or repeated is refused", () => {
    const bytes = textToBytes(proof);
    for (let at = 0; at < bytes.length; at++) {
      const variants = [
        ...[0x01, 0x20, 0x80, 0xff].map((change) => bytes.with(at, (bytes[at] ?? 0) ^ change)),
        Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)]),
        Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at, at + 1), ...bytes.subarray(at)]),
        bytes.subarray(0, at),
      ];
      for (const variant of variants) {
        const text = bytesToText(variant);
        expect(text !== undefined && verifyTlogProof(text, { leafData, key }).ok).toBe(false);
      }
    }
  });

  test.each([
    ["an extra line, which nothing signs", proof.replace("\nindex", "\nextra AAAA\nindex")],
    ["the older first line missing", proof.split("\n").slice(1).join("\n")],
    ["a leading nought in the index", proof.replace("index 6", "index 06")],
    ["too many hashes", proof.replace("index 6\n", `index 6\n${`${Buffer.alloc(32).toString("base64")}\n`.repeat(54)}`)],
    ["no checkpoint", proof.slice(0, proof.indexOf("\n\n") + 2)],
  ])("with %s is refused", (_, text) => {
    expect(verifyTlogProof(text, { leafData, key })).toEqual({ ok: false, error: "altered" });
  });

  test("the stock transparency tool accepts it, and refuses the file when it is altered", () => {
    const folder = mkdtempSync(join(tmpdir(), "unmask-tlog-"));
    const verify = (name: string) => spawnSync("spicy-litetlog", ["-verify", formatVkey(key), name], { cwd: folder });
    for (const [place, entry] of entries.entries()) {
      const made = formatTlogProof({ index: place, hashes: inclusionByTheBook(place, leaves), checkpoint: note });
      writeFileSync(join(folder, "entry"), entry);
      // The tool reads the form before the first line was added (evidence of the format's page).
      writeFileSync(join(folder, "entry.spicy"), made.slice(made.indexOf("\n") + 1));
      expect(verify("entry").status).toBe(0);
      writeFileSync(join(folder, "entry"), textToBytes(`entry ${place}!\n`));
      expect(verify("entry").status).not.toBe(0);
    }
    const wrongKey = spawnSync("spicy-litetlog", ["-verify", formatVkey(logKeyOf(stranger, origin)), "entry"], { cwd: folder });
    expect(wrongKey.status).not.toBe(0);
  });
});

describe("a proof that a log goes on, in one file", () => {
  const earlier = { size: 6, root: rootByTheBook(leaves.slice(0, 6)) };
  const hashes = consistencyByTheBook(6, leaves);
  const proof = formatTlogConsistency({ oldSize: 6, hashes, checkpoint: note });
  const oneHash = `${Buffer.alloc(32).toString("base64")}\n`;

  test("needs the earlier size and root and the key of the log beside it, and nothing else", () => {
    expect(verifyTlogConsistency(proof, { earlier, key })).toEqual({ ok: true, value: checkpoint });
    expect(parseTlogConsistency(proof)).toEqual({ oldSize: 6, hashes, checkpoint: note });
    expect(parseTlogConsistency(proof.replace("old 6\n", `old 6\n${oneHash.repeat(63 - hashes.length)}`))?.hashes.length).toBe(63);
  });

  test.each([
    ["of another size", { size: 5, root: rootByTheBook(leaves.slice(0, 5)) }],
    ["with another root", { size: 6, root: rootByTheBook(leaves.slice(1, 7)) }],
    ["that is longer", { size: 12, root: rootByTheBook([...leaves, leafHash(textToBytes("one more"))]) }],
    ["without leaves", { size: 0, root: rootByTheBook([]) }],
  ])("proves nothing of a log %s", (_, other) => {
    expect(verifyTlogConsistency(proof, { earlier: other, key })).toEqual({ ok: false, error: "not-continued" });
    const claiming = proof.replace("old 6", `old ${other.size}`);
    expect(verifyTlogConsistency(claiming, { earlier: other, key })).toEqual({ ok: false, error: "not-continued" });
  });

  test("with any byte changed, removed or repeated is refused", () => {
    const bytes = textToBytes(proof);
    for (let at = 0; at < bytes.length; at++) {
      const variants = [
        ...[0x01, 0x20, 0x80, 0xff].map((change) => bytes.with(at, (bytes[at] ?? 0) ^ change)),
        Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)]),
        Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at, at + 1), ...bytes.subarray(at)]),
        bytes.subarray(0, at),
      ];
      for (const variant of variants) {
        const text = bytesToText(variant);
        expect(text !== undefined && verifyTlogConsistency(text, { earlier, key }).ok).toBe(false);
      }
    }
  });

  test.each([
    ["a leading nought in the size", proof.replace("old 6", "old 06")],
    ["too many hashes", proof.replace("old 6\n", `old 6\n${oneHash.repeat(64)}`)],
    ["a hash of 31 bytes", proof.replace("old 6\n", `old 6\n${Buffer.alloc(31).toString("base64")}\n`)],
    ["no checkpoint", proof.slice(0, proof.indexOf("\n\n") + 2)],
    ["no empty line", proof.replace("\n\n", "\n")],
  ])("with %s is refused", (_, text) => {
    expect(verifyTlogConsistency(text, { earlier, key })).toEqual({ ok: false, error: "altered" });
  });

  test("with its hashes in another order, or with one too many or too few, is refused", () => {
    for (const wrong of [hashes.toReversed(), hashes.slice(1), hashes.slice(0, -1), [...hashes, earlier.root], []]) {
      const text = formatTlogConsistency({ oldSize: 6, hashes: wrong, checkpoint: note });
      expect(verifyTlogConsistency(text, { earlier, key })).toEqual({ ok: false, error: "not-continued" });
    }
    expect(verifyTlogConsistency("", { earlier, key })).toEqual({ ok: false, error: "missing" });
  });
});

test("a closing leaf has its proof from the frontier alone, with no other leaf in memory", () => {
  const before = entries.map(leafHash).reduce(appendLeaf, emptyFrontier);
  const closing = textToBytes("tagmanifest");
  const after = appendLeaf(before, leafHash(closing));
  const signed = signCheckpoint({ origin, size: after.size, root: rootOf(after) }, signer);
  const proof = formatTlogProof({ index: before.size, hashes: proofOfNextLeaf(before), checkpoint: signed });
  expect(verifyTlogProof(proof, { leafData: closing, key }).ok).toBe(true);
});

describe("a salted commitment", () => {
  const logValue = randomBytes(16);
  const saltAt = saltsOf(signer, logValue);

  test("opens with its salt and entry alone, and two equal messages look different", () => {
    const entry = textToBytes("I can see you");
    expect(commitment(saltAt(0), entry)).toEqual(commitment(saltAt(0), entry));
    expect(commitment(saltAt(0), entry)).not.toEqual(commitment(saltAt(1), entry));
    expect(commitment(saltAt(0), entry)).not.toEqual(commitment(saltAt(0), textToBytes("I can see me")));
  });

  test("salts differ by index, log and signer, and come back from the same three", () => {
    const salts = [
      ...Array.from({ length: 300 }, (_, index) => saltAt(index)),
      saltAt(2 ** 32),
      saltAt(2 ** 40),
      saltsOf(signer, randomBytes(16))(0),
      saltsOf(stranger, logValue)(0),
    ];
    expect(new Set(salts.map((salt) => Buffer.from(salt).toString("hex"))).size).toBe(salts.length);
    expect(saltsOf(signer, logValue)(2 ** 40)).toEqual(saltAt(2 ** 40));
  });

  test("salt and entry cannot be divided elsewhere", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 31 }), (salt) => {
        expect(() => commitment(salt, new Uint8Array(1))).toThrow("32 bytes");
      }),
      { seed },
    );
    expect(() => saltsOf(signer, new Uint8Array(15))).toThrow("16 bytes");
    expect(() => saltAt(-1)).toThrow();
    expect(() => saltAt(0.5)).toThrow();
  });
});

test("a log's name says whose it is and which one", () => {
  expect(origin).toMatch(/^unmask\.example\/[0-9A-F]{16}\/pack-7$/);
  for (const bad of ["", "a b", "a/b", "a+b", "é", "x".repeat(65)]) expect(() => logOrigin(signer, bad)).toThrow();
});
