import { spawnSync } from "node:child_process";
import { createPrivateKey, sign } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type LocalAuthority, makeAuthority } from "../local-authority.ts";
import { textToBytes } from "../../packages/seal/src/bytes.ts";
import { certificatesFromPem } from "../../packages/seal/src/certificate.ts";
import { derTag, insideOf, parseDer } from "../../packages/seal/src/der.ts";
import { sha256Of } from "../../packages/seal/src/hashes.ts";
import { type TimestampParts, buildReply, canonicalReply, readReply } from "../../packages/seal/src/timestamp-token.ts";
import { type TimestampQuestion, timestampQuery, verifyTimestamp } from "../../packages/seal/src/timestamp.ts";

const sha256 = sha256Of(textToBytes("tagmanifest\n"));
const nonce = textToBytes("eight by");
const query = timestampQuery({ sha256, nonce });

test("a token with any byte changed never verifies; the stock tool lets many pass", { timeout: 240_000 }, async () => {
  const rsa = makeAuthority();
  const question = questionTo(rsa, Uint8Array.from(rsa.stamp(query)));
  const { reply } = question;
  expect((await verifyTimestamp(question)).ok).toBe(true);
  expect(await changesThatVerify(question, (at) => [0x01, at % 2 === 0 ? 0xff : 1 + (at % 255)])).toEqual([]);
  expect((await verifyTimestamp(question)).ok).toBe(true);
  let passedByOpenssl = 0;
  for (let at = 0; at < reply.length && passedByOpenssl <= 10; at += 16) {
    if (acceptedByOpenssl(rsa, reply.with(at, (reply[at] ?? 0) ^ 0x01))) passedByOpenssl++;
  }
  expect(passedByOpenssl).toBeGreaterThan(10);
});

test("a canonical token with ECDSA and an intermediate, with any byte changed, never verifies", { timeout: 120_000 }, async () => {
  const authority = makeAuthority({ key: "ec", intermediate: true });
  const question = questionTo(authority, canonicalReply(Uint8Array.from(authority.stamp(query))));
  expect((await verifyTimestamp(question)).ok).toBe(true);
  expect(await changesThatVerify(question, (at) => [0x01, 1 + (at % 255)])).toEqual([]);
});

test("a token with the sign byte of its second ECDSA number changed into the last byte of the first never verifies", async () => {
  const authority = makeAuthority({ key: "ec" });
  const key = createPrivateKey(readFileSync(join(authority.folder, "tsa.key")));
  const { parts, place, last } = stretchable(partsOf(canonicalReply(Uint8Array.from(authority.stamp(query)))), (attributes) =>
    Uint8Array.from(sign("sha256", attributes, key)),
  );
  const question = questionTo(authority, buildReply(parts));
  const changed = buildReply({ ...parts, signature: parts.signature.with(place, last) });
  expect((await verifyTimestamp(question)).ok).toBe(true);
  expect(await verifyTimestamp({ ...question, reply: changed })).toEqual({ ok: false, error: "altered" });
});

/** Where a changed byte verified, and how it was changed; each place is tried with each mask. */
async function changesThatVerify(question: TimestampQuestion, masksAt: (at: number) => readonly number[]): Promise<readonly string[]> {
  const { reply } = question;
  const passed: string[] = [];
  for (const [at, byte] of reply.entries()) {
    const tries = [...new Set(masksAt(at))].map(async (mask) => {
      const { ok } = await verifyTimestamp({ ...question, reply: reply.with(at, byte ^ mask) });
      if (ok) passed.push(`byte ${at} of ${reply.length}, ${byte} made ${byte ^ mask}`);
    });
    await Promise.all(tries);
  }
  return passed;
}

/** Signs until the second number has a sign byte, a nought, and the first ends in a byte that could stand there: one signature in four. */
function stretchable(parts: TimestampParts, signed: (attributes: Uint8Array) => Uint8Array) {
  for (;;) {
    const signature = signed(parts.attributes);
    const [r, s] = insideOf(parseDer(signature), derTag.sequence);
    const last = r?.content.at(-1) ?? 0;
    if (s?.content.length !== 33 || last === 0 || last >= 0x80) continue;
    return { parts: { ...parts, signature }, place: signature.length - s.content.length, last };
  }
}

function questionTo(authority: LocalAuthority, reply: Uint8Array = new Uint8Array(0)): TimestampQuestion {
  return { reply, sha256, nonce, trusted: certificatesFromPem(authority.anchorPem) ?? [] };
}

function partsOf(reply: Uint8Array = new Uint8Array(0)): TimestampParts {
  const reading = readReply(reply);
  if (!("parts" in reading)) throw new Error(reading.fault);
  return reading.parts;
}

function acceptedByOpenssl({ folder }: LocalAuthority, reply: Uint8Array): boolean {
  writeFileSync(join(folder, "data"), "tagmanifest\n");
  writeFileSync(join(folder, "looked.tsr"), reply);
  const verify = ["ts", "-verify", "-data", "data", "-in", "looked.tsr", "-CAfile", "ca.pem"];
  return spawnSync("openssl", verify, { cwd: folder }).status === 0;
}
