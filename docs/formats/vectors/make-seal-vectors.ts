/**
 * Makes envelope.json, log.json, signature.json and timestamp.json beside this file. Those of log and signature come out the same each time;
 * envelope and time-stamp hold randomness (keys, nonces, the hour), so that a new run makes new ones. `packages/seal` checks them all.
 *
 *     npx tsx docs/formats/vectors/make-seal-vectors.ts
 */
import { writeFileSync } from "node:fs";
import { reveal, instantToIso } from "@unmask/core";
import {
  appendLeaf,
  blake2b512Of,
  bytesToBase64,
  bytesToHex,
  canonicalReply,
  certificatesFromPem,
  commitment,
  createIdentity,
  createSignerKey,
  emptyFrontier,
  formatPublicKey,
  formatSignerKey,
  formatTlogProof,
  formatVkey,
  leafHash,
  logKeyOf,
  logOrigin,
  publicKeyText,
  recipientOf,
  rootOf,
  saltsOf,
  sealWhole,
  sha256HexOf,
  sha256Of,
  signCheckpoint,
  signDetached,
  textToBytes,
  timestampQuery,
  verifyTimestamp,
} from "@unmask/seal";

import { consistencyByTheBook, inclusionByTheBook, rootByTheBook } from "../../../fixtures/merkle-by-the-book.ts";
import { makeAuthority } from "../../../test/local-authority.ts";

/** Bytes that count up: what the signer of the vectors is made of. */
const counting = (start: number) => (size: number) => Uint8Array.from({ length: size }, (_, at) => (start + at) & 0xff);
const signer = createSignerKey(counting(0));
const stranger = createSignerKey(counting(100));

write("envelope", await envelopeVectors());
write("log", logVectors());
write("signature", signatureVectors());
write("timestamp", await timestampVectors());

async function envelopeVectors(): Promise<unknown> {
  const identities = [await createIdentity(), await createIdentity()];
  const stranger = await createIdentity();
  const recipients = await Promise.all(identities.map(recipientOf));
  const chunk = 64 * 1024;
  const plain = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, at) => at % 251);
  const sealed = await Promise.all([0, 5, chunk + 1].map(async (size) => ({ size, file: await sealWhole(plain(size), { recipients }) })));
  const bases = sealed.map(({ size, file }) => ({
    name: `${size} bytes`,
    plaintextSize: size,
    plaintextSha256: sha256HexOf(plain(size)),
    file: bytesToBase64(file),
  }));
  const long = sealed[2]?.file ?? new Uint8Array(0);
  const header = long.length - (chunk + 16) - (1 + 16);
  const released = { size: chunk, sha256: sha256HexOf(plain(chunk)) };
  const none = { size: 0, sha256: sha256HexOf(new Uint8Array(0)) };
  const of = `${chunk + 1} bytes`;
  return {
    about:
      "Envelopes (envelope.md). A plaintext of n bytes is the bytes 0, 1, … 250, 0, 1, … Files are base64. `xor` changes the byte `at`; `keep` cuts the file to its first bytes; `append` adds bytes, hexadecimal. `released` is all that may come out before the failure.",
    identities: identities.map(reveal),
    recipients,
    strangerIdentity: reveal(stranger),
    opens: bases,
    refuses: [
      { name: "first line changed", of, change: { at: 3, xor: 1 }, failure: "not-an-envelope", released: none },
      { name: "empty file", of, change: { keep: 0 }, failure: "not-an-envelope", released: none },
      { name: "cut inside the header", of, change: { keep: 60 }, failure: "header-damaged", released: none },
      { name: "cut inside the nonce", of, change: { keep: header - 1 }, failure: "header-damaged", released: none },
      {
        name: "last character of the header's code changed",
        of,
        change: { at: header - 19, xor: 4 },
        failure: "header-altered",
        released: none,
      },
      { name: "nonce changed", of, change: { at: header - 1, xor: 1 }, failure: "altered", released: none },
      { name: "no payload", of, change: { keep: header }, failure: "cut-short", released: none },
      { name: "first chunk changed", of, change: { at: header + 10, xor: 128 }, failure: "altered", released: none },
      { name: "cut inside the first chunk", of, change: { keep: header + 1000 }, failure: "altered", released: none },
      { name: "cut between the chunks", of, change: { keep: header + chunk + 16 }, failure: "cut-short", released },
      { name: "cut inside the last tag", of, change: { keep: long.length - 3 }, failure: "cut-short", released },
      { name: "last chunk changed", of, change: { at: long.length - 1, xor: 1 }, failure: "altered", released },
      { name: "a byte added", of, change: { append: "00" }, failure: "altered", released },
    ],
  };
}

function logVectors(): unknown {
  const entries = Array.from({ length: 9 }, (_, index) => textToBytes(`{"leaf":${index},"says":"entry ${index}"}`));
  const logValue = counting(200)(16);
  const saltAt = saltsOf(signer, logValue);
  const leafData = entries.map((entry, index) => commitment(saltAt(index), entry));
  const closing = textToBytes("the tag manifest\n");
  const leaves = [...leafData, closing].map(leafHash);
  const origin = logOrigin(signer, "vector-1");
  const key = logKeyOf(signer, origin);
  const checkpoint = signCheckpoint({ origin, size: leaves.length, root: rootByTheBook(leaves) }, signer);
  const hex = (all: readonly Uint8Array[]): readonly string[] => all.map(bytesToHex);
  const sizes = Array.from({ length: leaves.length + 1 }, (_, size) => size);
  const proof = formatTlogProof({ index: 9, hashes: inclusionByTheBook(9, leaves), checkpoint });
  let frontier = emptyFrontier;
  for (const data of [...leafData, closing]) frontier = appendLeaf(frontier, leafHash(data));
  return {
    about: "Log (log.md). Bytes are hexadecimal, texts are UTF-8.",
    signer: { seed: bytesToHex(reveal(signer.seed)), keyId: bytesToHex(signer.keyId), publicKey: bytesToHex(signer.publicKey) },
    logValue: bytesToHex(logValue),
    entries: entries.map((entry, index) => ({
      index,
      entry: new TextDecoder().decode(entry),
      salt: bytesToHex(saltAt(index)),
      commitment: bytesToHex(leafData[index] ?? closing),
      leafHash: bytesToHex(leaves[index] ?? closing),
    })),
    closing: { data: new TextDecoder().decode(closing), leafHash: bytesToHex(leafHash(closing)) },
    frontier: { size: frontier.size, peaks: hex(frontier.peaks), root: bytesToHex(rootOf(frontier)) },
    roots: sizes.map((size) => ({ size, root: bytesToHex(rootByTheBook(leaves.slice(0, size))) })),
    inclusion: [
      [0, 1],
      [0, 10],
      [4, 5],
      [4, 9],
      [7, 8],
      [8, 9],
      [8, 10],
      [9, 10],
    ].map(([index = 0, size = 0]) => ({ index, size, proof: hex(inclusionByTheBook(index, leaves.slice(0, size))) })),
    consistency: [
      [1, 10],
      [4, 10],
      [5, 9],
      [6, 10],
      [8, 10],
      [9, 10],
      [10, 10],
    ].map(([oldSize = 0, size = 0]) => ({ oldSize, size, proof: hex(consistencyByTheBook(oldSize, leaves.slice(0, size))) })),
    checkpoint: { origin, vkey: formatVkey(key), note: checkpoint },
    proof,
    refusesCheckpoint: [
      { name: "empty", note: "", failure: "missing" },
      { name: "size changed", note: checkpoint.replace("\n10\n", "\n11\n"), failure: "altered" },
      { name: "leading nought", note: checkpoint.replace("\n10\n", "\n010\n"), failure: "altered" },
      { name: "no last line feed", note: checkpoint.slice(0, -1), failure: "altered" },
      { name: "signature line twice", note: checkpoint + (checkpoint.split("\n\n")[1] ?? ""), failure: "altered" },
      {
        name: "signed by a stranger under the name",
        note: signCheckpoint({ origin, size: 10, root: rootByTheBook(leaves) }, stranger),
        failure: "altered",
      },
      {
        name: "another log of the same signer",
        note: signCheckpoint({ origin: logOrigin(signer, "vector-2"), size: 10, root: rootByTheBook(leaves) }, signer),
        failure: "unknown-signer",
      },
    ],
    refusesProof: [
      { name: "empty", proof: "", failure: "missing" },
      { name: "another index", proof: proof.replace("index 9", "index 8"), failure: "not-in-the-log" },
      { name: "index outside the log", proof: proof.replace("index 9", "index 10"), failure: "not-in-the-log" },
      { name: "extra line", proof: proof.replace("\nindex", "\nextra AAAA\nindex"), failure: "altered" },
      { name: "without its first line", proof: proof.slice(proof.indexOf("\n") + 1), failure: "altered" },
      { name: "a hash taken out", proof: proof.split("\n").toSpliced(2, 1).join("\n"), failure: "not-in-the-log" },
      { name: "two hashes swapped", proof: swapLines(proof, 2, 3), failure: "not-in-the-log" },
    ],
  };
}

function signatureVectors(): unknown {
  const data = "tagmanifest\n";
  const blake2b512 = blake2b512Of(textToBytes(data));
  const file = signDetached(blake2b512, signer, "pack vector-1");
  const lines = file.split("\n");
  const other = signDetached(blake2b512Of(textToBytes("other\n")), signer, "pack vector-1").split("\n");
  const line = (at: number, text: string): string => lines.with(at, text).join("\n");
  return {
    about: "Signatures (signature.md). Texts are UTF-8, bytes hexadecimal.",
    signer: {
      random: bytesToHex(Uint8Array.from([...counting(0)(32), ...counting(0)(8)])),
      secretFile: reveal(formatSignerKey(signer)),
      publicFile: formatPublicKey(signer),
      publicText: publicKeyText(signer),
    },
    data,
    blake2b512: bytesToHex(blake2b512),
    trustedComment: "pack vector-1",
    file,
    refuses: [
      { name: "empty", file: "", verdict: "missing" },
      { name: "another untrusted comment", file: line(0, "untrusted comment: signed"), verdict: "altered" },
      { name: "no last line feed", file: file.slice(0, -1), verdict: "altered" },
      { name: "a line too many", file: `${file}\n`, verdict: "altered" },
      { name: "carriage returns", file: file.replaceAll("\n", "\r\n"), verdict: "altered" },
      { name: "unused bits of base64 set", file: line(1, (lines[1] ?? "").replace(/.=$/, "F=")), verdict: "altered" },
      { name: "another trusted comment", file: line(2, "trusted comment: pack vector-2"), verdict: "altered" },
      { name: "signature of other data", file: line(1, other[1] ?? ""), verdict: "altered" },
      { name: "comment's signature of another file", file: line(3, other[3] ?? ""), verdict: "altered" },
      { name: "made by a stranger", file: signDetached(blake2b512, stranger, "pack vector-1"), verdict: "unknown-signer" },
      {
        name: "made by a stranger under the same key id",
        file: signDetached(blake2b512, { ...stranger, keyId: signer.keyId }, "x"),
        verdict: "altered",
      },
    ],
    refusesPublicKeys: [
      { name: "neutral point", text: bytesToBase64(Uint8Array.from([0x45, 0x64, ...signer.keyId, 1, ...new Uint8Array(31)])) },
      {
        name: "coordinate above the prime",
        text: bytesToBase64(Uint8Array.from([0x45, 0x64, ...signer.keyId, 0xee, ...new Uint8Array(30).fill(0xff), 0x7f])),
      },
      { name: "cut short", text: publicKeyText(signer).slice(0, -4) },
    ],
  };
}

async function timestampVectors(): Promise<unknown> {
  const data = "tagmanifest\n";
  const sha256 = sha256Of(textToBytes(data));
  const nonce = counting(128)(8);
  const query = timestampQuery({ sha256, nonce });
  const authority = makeAuthority({ intermediate: true });
  const reply = Uint8Array.from(authority.stamp(query));
  const canonical = canonicalReply(reply);
  const trusted = certificatesFromPem(authority.anchorPem);
  if (canonical === undefined || trusted === undefined) throw new Error("the authority did not answer");
  const result = await verifyTimestamp({ reply: canonical, sha256, nonce, trusted });
  if (!result.ok) throw new Error(result.error);
  return {
    about:
      "Time-stamps (timestamp.md). `reply` is base64 in the canonical form, everything else hexadecimal or text. `xor` changes the byte `at`; `keep` cuts; `append` adds bytes.",
    data,
    sha256: bytesToHex(sha256),
    nonce: bytesToHex(nonce),
    query: bytesToHex(query),
    anchor: authority.anchorPem,
    strangerAnchor: makeAuthority().anchorPem,
    reply: bytesToBase64(canonical),
    says: { ...result.value, time: instantToIso(result.value.time) },
    refuses: [
      { name: "empty", change: { keep: 0 }, failure: "missing" },
      { name: "cut short", change: { keep: canonical.length - 1 }, failure: "altered" },
      { name: "a byte added", change: { append: "00" }, failure: "altered" },
      { name: "status waiting (3)", change: { at: 8, xor: 3 }, failure: "not-granted" },
      { name: "signature changed", change: { at: canonical.length - 1, xor: 1 }, failure: "altered" },
      { name: "about other data", with: { sha256: "00".repeat(32) }, failure: "wrong-data" },
      { name: "another query", with: { nonce: "11".repeat(8) }, failure: "wrong-nonce" },
      { name: "another anchor", with: { anchor: "stranger" }, failure: "untrusted" },
    ],
  };
}

function swapLines(text: string, a: number, b: number): string {
  const lines = text.split("\n");
  return lines
    .with(a, lines[b] ?? "")
    .with(b, lines[a] ?? "")
    .join("\n");
}

function write(name: string, vectors: unknown): void {
  writeFileSync(new URL(`${name}.json`, import.meta.url), `${JSON.stringify(vectors, null, 2)}\n`);
}
