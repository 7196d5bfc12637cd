import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { redact } from "@unmask/core";
import * as cctvAge from "cctv-age";
import { describe, expect, test, vi } from "vitest";
import { envelopeFailureOf, openStream, removeArmor } from "./envelope.ts";
import { nativeAead } from "../../../test/native-aead.ts";
import { type Aead, plainAead } from "./payload.ts";

// The published vectors of the age format (C2SP CCTV), each opened whole, in pieces and byte by byte, with both ciphers. Three of them are 16 MB:
// with either cipher these come byte by byte in the header and around every border of two chunks, where something can go wrong, and one of them
// comes so from its first byte to its last.

// Sixteen million single bytes take some seconds, and many times that on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

/** Bytes of a file that comes byte by byte as a whole. */
const mostSingleBytes = 1024 * 1024;
/** Single bytes on either side of a border. */
const aroundBorder = 64;
/** Bytes of a sealed chunk, and of the nonce before the first (age-encryption.org/v1). */
const sealedChunk = 65_536 + 16;
const nonceSize = 16;

interface Vector {
  readonly name: string;
  readonly expect: string;
  readonly payload: string | undefined;
  readonly identities: readonly string[];
  readonly passphrases: readonly string[];
  readonly armored: boolean;
  readonly body: Uint8Array;
}

const vectors: readonly Vector[] = Object.entries(cctvAge)
  .filter(([name]) => name !== "default")
  .map(([name, file]) => parseVector(name, file));

test("all 143 published vectors are here", () => {
  expect(vectors).toHaveLength(143);
});

describe.each([
  { cipher: "native", aead: nativeAead },
  { cipher: "plain JavaScript", aead: plainAead },
])("with the $cipher cipher", ({ aead }) => {
  test.each(vectors.map((vector) => [vector.name, vector] as const))("%s, whole", async (_, vector) => {
    expect(await outcomeOf(vector, { aead, cut: (bytes) => inPieces(bytes, () => bytes.length) })).toEqual(statedOutcome(vector));
  });
  test.each(vectors.map((vector) => [vector.name, vector] as const))("%s, in pieces", async (_, vector) => {
    expect(await outcomeOf(vector, { aead, cut: inSmallPieces })).toEqual(statedOutcome(vector));
  });
  test.each(vectors.map((vector) => [vector.name, vector] as const))("%s, byte by byte", async (_, vector) => {
    const cut = vector.body.length > mostSingleBytes ? inBytesAroundBorders : inBytes;
    expect(await outcomeOf(vector, { aead, cut })).toEqual(statedOutcome(vector));
  });
});

test("a vector of 16 MB opens byte by byte from its first to its last", async () => {
  const large = vectors.filter(({ body }) => body.length > mostSingleBytes);
  expect(large.map(({ name }) => name)).toEqual(["stream_257_chunks", "stream_257_chunks_full", "stream_258_chunks"]);
  for (const vector of large.slice(-1)) expect(await outcomeOf(vector, { aead: nativeAead, cut: inBytes })).toEqual(statedOutcome(vector));
});

test("a cipher that accepts what it should refuse is caught by the vectors", async () => {
  const credulous: Aead = { ...plainAead, open: (key, nonce, sealed) => plainAead.open(key, nonce, sealed) ?? new Uint8Array(1) };
  const wrong = [];
  for (const vector of vectors.filter((each) => each.expect === "payload failure")) {
    const outcome = await outcomeOf(vector, { aead: credulous, cut: inSmallPieces });
    if (outcome.expect !== "payload failure") wrong.push(vector.name);
  }
  expect(wrong.length).toBeGreaterThan(5);
});

interface Outcome {
  readonly expect: string;
  /** SHA-256 of every byte that came out, also before a failure. */
  readonly payload: string | undefined;
}

function statedOutcome(vector: Vector): Outcome {
  return { expect: vector.expect, payload: vector.payload };
}

async function outcomeOf(vector: Vector, how: { aead: Aead; cut: (file: Uint8Array) => AsyncIterable<Uint8Array> }): Promise<Outcome> {
  const hash = createHash("sha256");
  let file = vector.body;
  if (vector.armored) {
    const bare = removeArmor(vector.body);
    if (!bare.ok) return { expect: "armor failure", payload: undefined };
    file = bare.value;
  }
  try {
    const opened = openStream(how.cut(file), {
      identities: vector.identities.map((identity) => redact(identity)),
      passphrases: vector.passphrases.map((passphrase) => redact(passphrase)),
      aead: how.aead,
    });
    for await (const chunk of opened) hash.update(chunk);
    return { expect: "success", payload: hash.digest("hex") };
  } catch (error) {
    const failure = envelopeFailureOf(error);
    if (failure === undefined) throw error;
    const isPayload = failure.kind === "altered" || failure.kind === "cut-short";
    return { expect: publishedClass[failure.kind], payload: isPayload ? hash.digest("hex") : undefined };
  }
}

const publishedClass = {
  "not-an-envelope": "header failure",
  "header-damaged": "header failure",
  "header-altered": "HMAC failure",
  "no-key-fits": "no match",
  altered: "payload failure",
  "cut-short": "payload failure",
};

const inBytes = (bytes: Uint8Array): AsyncIterable<Uint8Array> => inPieces(bytes, () => 1);
const inSmallPieces = (bytes: Uint8Array): AsyncIterable<Uint8Array> => inPieces(bytes, () => 4099);

/** Byte by byte to behind the nonce and around every border of two chunks; the inside of a chunk in one piece. */
function inBytesAroundBorders(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const payload = whole.indexOf("\n", whole.indexOf("\n--- ") + 1) + 1 + nonceSize;
  return inPieces(bytes, (at) => {
    const into = (at - payload) % sealedChunk;
    const left = sealedChunk - into;
    return at < payload || into < aroundBorder || left <= aroundBorder ? 1 : left - aroundBorder;
  });
}

/** No generator: three vectors are 16 MB, and byte by byte each generator costs some seconds. `sizeAt` says how long the piece at a place is. */
function inPieces(bytes: Uint8Array, sizeAt: (at: number) => number): AsyncIterable<Uint8Array> {
  let at = 0;
  const next = (): Promise<IteratorResult<Uint8Array>> => {
    if (at >= bytes.length) return Promise.resolve({ done: true, value: undefined });
    const value = bytes.subarray(at, Math.min(bytes.length, at + sizeAt(at)));
    at += value.length;
    return Promise.resolve({ done: false, value });
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

function parseVector(name: string, file: Uint8Array): Vector {
  const whole = Buffer.from(file);
  const headEnd = whole.indexOf("\n\n");
  const fields = whole
    .subarray(0, headEnd)
    .toString()
    .split("\n")
    .map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)] as const);
  const all = (key: string): string[] => fields.filter(([field]) => field === key).map(([, value]) => value);
  const body = whole.subarray(headEnd + 2);
  return {
    name,
    expect: all("expect")[0] ?? "",
    payload: all("payload")[0],
    identities: all("identity"),
    passphrases: all("passphrase"),
    armored: all("armored")[0] === "yes",
    body: all("compressed")[0] === "zlib" ? inflateSync(body) : body,
  };
}
