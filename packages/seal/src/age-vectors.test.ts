import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { redact } from "@unmask/core";
import * as cctvAge from "cctv-age";
import { describe, expect, test, vi } from "vitest";
import { envelopeFailureOf, openStream, removeArmor } from "./envelope.ts";
import { nativeAead } from "../../../test/native-aead.ts";
import { type Aead, plainAead } from "./payload.ts";

// The published vectors of the age format (C2SP CCTV), each opened whole, in pieces and byte by byte, with both ciphers.

// Sixteen million single bytes take some seconds, and many times that on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

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
    expect(await outcomeOf(vector, { aead, pieceSize: Number.MAX_SAFE_INTEGER })).toEqual(statedOutcome(vector));
  });
  test.each(vectors.map((vector) => [vector.name, vector] as const))("%s, in pieces", async (_, vector) => {
    expect(await outcomeOf(vector, { aead, pieceSize: 4099 })).toEqual(statedOutcome(vector));
  });
  test.each(vectors.map((vector) => [vector.name, vector] as const))("%s, byte by byte", async (_, vector) => {
    expect(await outcomeOf(vector, { aead, pieceSize: 1 })).toEqual(statedOutcome(vector));
  });
});

test("a cipher that accepts what it should refuse is caught by the vectors", async () => {
  const credulous: Aead = { ...plainAead, open: (key, nonce, sealed) => plainAead.open(key, nonce, sealed) ?? new Uint8Array(1) };
  const wrong = [];
  for (const vector of vectors.filter((each) => each.expect === "payload failure")) {
    const outcome = await outcomeOf(vector, { aead: credulous, pieceSize: 4099 });
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

async function outcomeOf(vector: Vector, how: { aead: Aead; pieceSize: number }): Promise<Outcome> {
  const hash = createHash("sha256");
  let file = vector.body;
  if (vector.armored) {
    const bare = removeArmor(vector.body);
    if (!bare.ok) return { expect: "armor failure", payload: undefined };
    file = bare.value;
  }
  try {
    const opened = openStream(inPieces(file, how.pieceSize), {
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

/** No generator: three vectors are 16 MB, and byte by byte each generator costs some seconds. */
function inPieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  let at = 0;
  const next = (): Promise<IteratorResult<Uint8Array>> => {
    if (at >= bytes.length) return Promise.resolve({ done: true, value: undefined });
    const value = bytes.subarray(at, Math.min(bytes.length, at + size));
    at += size;
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
