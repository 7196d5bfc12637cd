import {
  createSignerKey,
  formatTlogProof,
  formatVkey,
  leafHash,
  logKeyOf,
  logOrigin,
  sha256HexOf,
  signCheckpoint,
  textToBytes,
} from "@unmask/seal";
import { expect, test } from "vitest";
import { isProvedReceipt } from "./check-proof.ts";

const signer = createSignerKey((size) => new Uint8Array(size).fill(7));
const origin = logOrigin(signer, "0f".repeat(16));
const log = formatVkey(logKeyOf(signer, origin));
const sha256 = sha256HexOf(textToBytes("a pack"));

function proofOf(entry: string): string {
  const checkpoint = signCheckpoint({ origin, size: 1, root: leafHash(textToBytes(entry)) }, signer);
  return formatTlogProof({ index: 0, hashes: [], checkpoint });
}

test("a force's proof that it has a pack holds for that pack, in that force's log, and for nothing else", () => {
  const entry = `{"number":1,"op":"collect","sha256":"${sha256}"}`;
  const proof = proofOf(entry);
  expect(isProvedReceipt({ sha256, entry, proof }, log)).toBe(true);
  // Another pack; an entry that was never in the log; the log of another signer; no proof at all.
  const other = sha256HexOf(textToBytes("another pack"));
  expect(isProvedReceipt({ sha256: other, entry, proof }, log)).toBe(false);
  expect(isProvedReceipt({ sha256: other, entry: entry.replace(sha256, other), proof }, log)).toBe(false);
  const stranger = createSignerKey((size) => new Uint8Array(size).fill(8));
  expect(isProvedReceipt({ sha256, entry, proof }, formatVkey(logKeyOf(stranger, origin)))).toBe(false);
  expect(isProvedReceipt({ sha256, entry, proof: "" }, log)).toBe(false);
  expect(isProvedReceipt({ sha256, entry, proof }, "no key")).toBe(false);
});
