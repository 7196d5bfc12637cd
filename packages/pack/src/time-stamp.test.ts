import { base64ToBytes, bytesToHex, hexToBytes } from "@unmask/seal";
import { expect, test } from "vitest";
import vector from "../../../docs/formats/vectors/timestamp.json" with { type: "json" };
import { type TimestampReply, timeStampBy } from "./time-stamp.ts";

const bytesOf = (bytes: Uint8Array | undefined): Uint8Array => bytes ?? expect.fail("the vector cannot be read");
const question = { sha256: bytesOf(hexToBytes(vector.sha256)), nonce: bytesOf(hexToBytes(vector.nonce)) };
const answer: TimestampReply = { reply: bytesOf(base64ToBytes(vector.reply)), chain: vector.anchor };

test("an authority's answer is kept with the question and with what it says", async () => {
  let asked = "";
  const stamp = await timeStampBy(async (query) => ((asked = bytesToHex(query)), answer))(question);
  expect(asked).toBe(vector.query);
  expect(stamp).toMatchObject({ chain: vector.anchor, says: { authority: vector.says.authority, accuracyMs: vector.says.accuracyMs } });
});

test("where its chain leads nowhere the answer is kept, and nothing is said of its time", async () => {
  const stamp = await timeStampBy(async () => ({ ...answer, chain: vector.strangerAnchor }))(question);
  expect(stamp).toMatchObject({ says: undefined });
});

test.each<[string, TimestampReply | undefined]>([
  ["no answer", undefined],
  ["an answer that is none", { ...answer, reply: new Uint8Array(3) }],
  ["a chain that is none", { ...answer, chain: "x" }],
])("%s is no time-stamp", async (_, given) => {
  expect(await timeStampBy(async () => given)(question)).toBeUndefined();
});

test("an answer to another question is no time-stamp", async () => {
  expect(await timeStampBy(async () => answer)({ ...question, nonce: new Uint8Array(8).fill(1) })).toBeUndefined();
  expect(await timeStampBy(async () => answer)({ ...question, sha256: new Uint8Array(32) })).toBeUndefined();
});
