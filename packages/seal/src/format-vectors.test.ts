import { readFileSync } from "node:fs";
import { type Redacted, instantToIso, redact, reveal } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { consistencyByTheBook, inclusionByTheBook, rootByTheBook } from "../../../fixtures/merkle-by-the-book.ts";
import { base64ToBytes, bytesToHex, hexToBytes, textToBytes } from "./bytes.ts";
import { certificatesFromPem } from "./certificate.ts";
import { parseCheckpoint, verifyCheckpoint } from "./checkpoint.ts";
import { commitment, saltsOf } from "./commitment.ts";
import { createIdentity, envelopeFailureOf, openStream, recipientOf } from "./envelope.ts";
import { blake2b512Of, sha256HexOf, sha256Of } from "./hashes.ts";
import { appendLeaf, emptyFrontier, leafHash, rootOf, verifyConsistency, verifyInclusion } from "./merkle.ts";
import { signDetached, verifyDetached } from "./minisign.ts";
import { parseVkey } from "./note.ts";
import { createSignerKey, formatPublicKey, formatSignerKey, parsePublicKey, parseSignerKey, publicKeyText } from "./signer.ts";
import { parseTimestampQuery, timestampQuery, verifyTimestamp } from "./timestamp.ts";
import { verifyTlogProof } from "./tlog-proof.ts";

// The vectors beside the format documents: what another implementation is checked against must hold for ours.

interface Change {
  readonly at?: number;
  readonly xor?: number;
  readonly keep?: number;
  readonly append?: string;
}

describe("envelope.json", () => {
  interface Vectors {
    readonly identities: readonly string[];
    readonly recipients: readonly string[];
    readonly strangerIdentity: string;
    readonly opens: readonly {
      readonly name: string;
      readonly plaintextSize: number;
      readonly plaintextSha256: string;
      readonly file: string;
    }[];
    readonly refuses: readonly {
      readonly name: string;
      readonly of: string;
      readonly change: Change;
      readonly failure: string;
      readonly released: { readonly size: number; readonly sha256: string };
    }[];
  }
  const vectors = read<Vectors>("envelope");
  const identities = vectors.identities.map((identity) => redact(identity));
  const fileOf = (name: string): Uint8Array => base64(vectors.opens.find((each) => each.name === name)?.file ?? "?");

  test("each file opens with each key, and not with a stranger's", async () => {
    for (const { name, plaintextSize, plaintextSha256 } of vectors.opens) {
      for (const identity of identities) {
        const opened = await openAll(fileOf(name), [identity]);
        expect(opened).toEqual({ released: { size: plaintextSize, sha256: plaintextSha256 }, failure: undefined });
      }
      expect((await openAll(fileOf(name), [redact(vectors.strangerIdentity)])).failure).toBe("no-key-fits");
      expect((await openAll(fileOf(name), [await createIdentity()])).failure).toBe("no-key-fits");
    }
    expect(await Promise.all(identities.map(recipientOf))).toEqual(vectors.recipients);
  });

  test.each(vectors.refuses)("is refused: $name", async ({ of, change, failure, released }) => {
    expect(await openAll(changed(fileOf(of), change), identities)).toEqual({ released, failure });
  });

  async function openAll(file: Uint8Array, keys: readonly Redacted<string>[]) {
    const parts: Uint8Array[] = [];
    let failure: string | undefined;
    async function* source(): AsyncGenerator<Uint8Array> {
      yield file;
    }
    try {
      for await (const part of openStream(source(), { identities: keys })) parts.push(part);
    } catch (error) {
      failure = envelopeFailureOf(error)?.kind ?? "not a failure of the envelope";
    }
    const whole = Uint8Array.from(Buffer.concat(parts));
    return { released: { size: whole.length, sha256: sha256HexOf(whole) }, failure };
  }
});

describe("log.json", () => {
  interface Vectors {
    readonly signer: { readonly seed: string; readonly keyId: string; readonly publicKey: string };
    readonly logValue: string;
    readonly entries: readonly {
      readonly index: number;
      readonly entry: string;
      readonly salt: string;
      readonly commitment: string;
      readonly leafHash: string;
    }[];
    readonly closing: { readonly data: string; readonly leafHash: string };
    readonly frontier: { readonly size: number; readonly peaks: readonly string[]; readonly root: string };
    readonly roots: readonly { readonly size: number; readonly root: string }[];
    readonly inclusion: readonly { readonly index: number; readonly size: number; readonly proof: readonly string[] }[];
    readonly consistency: readonly { readonly oldSize: number; readonly size: number; readonly proof: readonly string[] }[];
    readonly checkpoint: { readonly origin: string; readonly vkey: string; readonly note: string };
    readonly proof: string;
    readonly refusesCheckpoint: readonly { readonly name: string; readonly note: string; readonly failure: string }[];
    readonly refusesProof: readonly { readonly name: string; readonly proof: string; readonly failure: string }[];
  }
  const vectors = read<Vectors>("log");
  const key = parseVkey(vectors.checkpoint.vkey);
  if (key === undefined) throw new Error("the vectors' vkey must be read");
  const leaves = [...vectors.entries.map((entry) => hex(entry.leafHash)), hex(vectors.closing.leafHash)];

  test("salts, commitments and leaves are the ones written there", () => {
    const signer = signerOf(vectors.signer.seed, vectors.signer.keyId);
    const saltAt = saltsOf(signer, hex(vectors.logValue));
    expect(bytesToHex(signer.publicKey)).toBe(vectors.signer.publicKey);
    for (const { index, entry, salt, commitment: expected, leafHash: leaf } of vectors.entries) {
      const data = commitment(saltAt(index), textToBytes(entry));
      expect([bytesToHex(saltAt(index)), bytesToHex(data), bytesToHex(leafHash(data))]).toEqual([salt, expected, leaf]);
    }
    expect(bytesToHex(leafHash(textToBytes(vectors.closing.data)))).toBe(vectors.closing.leafHash);
  });

  test("roots, frontier and proofs are the ones written there, and verify", () => {
    for (const { size, root } of vectors.roots) expect(bytesToHex(rootByTheBook(leaves.slice(0, size)))).toBe(root);
    const frontier = leaves.reduce(appendLeaf, emptyFrontier);
    expect({ size: frontier.size, peaks: frontier.peaks.map(bytesToHex), root: bytesToHex(rootOf(frontier)) }).toEqual(vectors.frontier);
    const rootOfSize = (size: number): Uint8Array => hex(vectors.roots.find((each) => each.size === size)?.root ?? "?");
    for (const { index, size, proof } of vectors.inclusion) {
      expect(inclusionByTheBook(index, leaves.slice(0, size)).map(bytesToHex)).toEqual(proof);
      expect(verifyInclusion({ index, size, leaf: leaves[index] ?? hex("?"), root: rootOfSize(size) }, proof.map(hex))).toBe(true);
    }
    for (const { oldSize, size, proof } of vectors.consistency) {
      expect(consistencyByTheBook(oldSize, leaves.slice(0, size)).map(bytesToHex)).toEqual(proof);
      expect(verifyConsistency({ oldSize, oldRoot: rootOfSize(oldSize), size, root: rootOfSize(size) }, proof.map(hex))).toBe(true);
    }
  });

  test("checkpoint and proof verify", () => {
    const checkpoint = { origin: vectors.checkpoint.origin, size: leaves.length, root: rootByTheBook(leaves) };
    expect(verifyCheckpoint(vectors.checkpoint.note, key)).toEqual({ ok: true, value: checkpoint });
    expect(parseCheckpoint(vectors.checkpoint.note)).toEqual(checkpoint);
    const proven = verifyTlogProof(vectors.proof, { leafData: textToBytes(vectors.closing.data), key });
    expect(proven).toEqual({ ok: true, value: { index: 9, checkpoint } });
  });

  test.each(vectors.refusesCheckpoint)("a checkpoint is refused: $name", ({ note, failure }) => {
    expect(verifyCheckpoint(note, key)).toEqual({ ok: false, error: failure });
  });

  test.each(vectors.refusesProof)("a proof is refused: $name", ({ proof, failure }) => {
    expect(verifyTlogProof(proof, { leafData: textToBytes(vectors.closing.data), key })).toEqual({ ok: false, error: failure });
  });
});

describe("signature.json", () => {
  interface Vectors {
    readonly signer: { readonly random: string; readonly secretFile: string; readonly publicFile: string; readonly publicText: string };
    readonly data: string;
    readonly blake2b512: string;
    readonly trustedComment: string;
    readonly file: string;
    readonly refuses: readonly { readonly name: string; readonly file: string; readonly verdict: string }[];
    readonly refusesPublicKeys: readonly { readonly name: string; readonly text: string }[];
  }
  const vectors = read<Vectors>("signature");
  const signer = signerOf(vectors.signer.random.slice(0, 64), vectors.signer.random.slice(64));
  const blake2b512 = blake2b512Of(textToBytes(vectors.data));

  test("keys and signature are the ones written there, and verify", () => {
    const { secretFile, publicFile, publicText } = vectors.signer;
    expect([reveal(formatSignerKey(signer)), formatPublicKey(signer), publicKeyText(signer)]).toEqual([secretFile, publicFile, publicText]);
    expect(parseSignerKey(secretFile).ok && parsePublicKey(publicFile).ok && parsePublicKey(publicText).ok).toBe(true);
    expect(bytesToHex(blake2b512)).toBe(vectors.blake2b512);
    expect(signDetached(blake2b512, signer, vectors.trustedComment)).toBe(vectors.file);
    expect(verifyDetached(textToBytes(vectors.file), { blake2b512, signers: [signer] }).verdict).toBe("valid");
  });

  test.each(vectors.refuses)("a signature is refused: $name", ({ file, verdict }) => {
    expect(verifyDetached(textToBytes(file), { blake2b512, signers: [signer] }).verdict).toBe(verdict);
  });

  test.each(vectors.refusesPublicKeys)("a public key is refused: $name", ({ text }) => {
    expect(parsePublicKey(text).ok).toBe(false);
  });
});

describe("timestamp.json", () => {
  interface Vectors {
    readonly data: string;
    readonly sha256: string;
    readonly nonce: string;
    readonly query: string;
    readonly anchor: string;
    readonly strangerAnchor: string;
    readonly reply: string;
    readonly says: {
      readonly time: string;
      readonly accuracyMs: number;
      readonly authority: string;
      readonly serial: string;
      readonly policy: string;
    };
    readonly refuses: readonly {
      readonly name: string;
      readonly change?: Change;
      readonly with?: { readonly sha256?: string; readonly nonce?: string; readonly anchor?: string };
      readonly failure: string;
    }[];
  }
  const vectors = read<Vectors>("timestamp");
  const sha256 = sha256Of(textToBytes(vectors.data));
  const nonce = hex(vectors.nonce);
  const anchors = (pem: string) => certificatesFromPem(pem) ?? [];
  const reply = base64(vectors.reply);

  test("the query and what the reply says are the ones written there", async () => {
    expect(bytesToHex(sha256)).toBe(vectors.sha256);
    expect(bytesToHex(timestampQuery({ sha256, nonce }))).toBe(vectors.query);
    expect(parseTimestampQuery(hex(vectors.query))).toEqual({ sha256, nonce });
    const result = await verifyTimestamp({ reply, sha256, nonce, trusted: anchors(vectors.anchor) });
    expect(result.ok && { ...result.value, time: instantToIso(result.value.time) }).toEqual(vectors.says);
  });

  test.each(vectors.refuses)("a reply is refused: $name", async ({ change = {}, with: other = {}, failure }) => {
    const result = await verifyTimestamp({
      reply: changed(reply, change),
      sha256: other.sha256 === undefined ? sha256 : hex(other.sha256),
      nonce: other.nonce === undefined ? nonce : hex(other.nonce),
      trusted: anchors(other.anchor === undefined ? vectors.anchor : vectors.strangerAnchor),
    });
    expect(result).toEqual({ ok: false, error: failure });
  });
});

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../docs/formats/vectors/${name}.json`, import.meta.url), "utf8")) as T;
}

function changed(file: Uint8Array, { at, xor = 0, keep, append = "" }: Change): Uint8Array {
  const flipped = at === undefined ? file : file.with(at, (file[at] ?? 0) ^ xor);
  return Uint8Array.from([...flipped.subarray(0, keep), ...hex(append)]);
}

function signerOf(seed: string, keyId: string) {
  return createSignerKey((size) => (size === 32 ? hex(seed) : hex(keyId)));
}

function hex(text: string): Uint8Array {
  const bytes = hexToBytes(text);
  if (bytes === undefined) throw new Error("a vector must be hexadecimal");
  return bytes;
}

function base64(text: string): Uint8Array {
  const bytes = base64ToBytes(text);
  if (bytes === undefined) throw new Error("a vector must be base64");
  return bytes;
}
