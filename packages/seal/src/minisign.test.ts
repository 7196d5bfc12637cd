import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reveal } from "@unmask/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { base64ToBytes, bytesToBase64, concatBytes, textToBytes } from "./bytes.ts";
import { blake2b512Of } from "./hashes.ts";
import { signDetached, verifyDetached } from "./minisign.ts";
import {
  type SignerKey,
  createSignerKey,
  formatPublicKey,
  formatSignerKey,
  keyIdText,
  parsePublicKey,
  parseSignerKey,
  publicKeyText,
  signBytes,
} from "./signer.ts";

const seed = 20260105;
const folder = mkdtempSync(join(tmpdir(), "unmask-minisign-"));
/** A Buffer on purpose: its `slice` shares memory, and a key must not change with it. */
const signer = createSignerKey((size) => randomBytes(size));
const data = textToBytes("tagmanifest\n");
const blake2b512 = blake2b512Of(data);
writeFileSync(join(folder, "data"), data);
writeFileSync(join(folder, "signer.key"), reveal(formatSignerKey(signer)));
writeFileSync(join(folder, "signer.pub"), formatPublicKey(signer));

function minisign(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync("minisign", args, { cwd: folder, encoding: "utf8", input: "" });
  return { status, says: stdout + stderr };
}

function check(file: Uint8Array | string, signers = [signer] as readonly SignerKey[]) {
  return verifyDetached(typeof file === "string" ? textToBytes(file) : file, { blake2b512, signers });
}

test("the stock tool accepts what we sign, and shows the trusted comment", () => {
  writeFileSync(join(folder, "ours.minisig"), signDetached(blake2b512, signer, "pack 7 · signed by the person"));
  const answer = minisign("-V", "-p", "signer.pub", "-m", "data", "-x", "ours.minisig");
  expect(answer.says).toContain("Trusted comment: pack 7 · signed by the person");
  expect(answer.status).toBe(0);
  writeFileSync(join(folder, "other"), "tagmanifesT\n");
  expect(minisign("-V", "-p", "signer.pub", "-m", "other", "-x", "ours.minisig").status).not.toBe(0);
  expect(minisign("-V", "-P", publicKeyText(signer), "-m", "data", "-x", "ours.minisig").status).toBe(0);
});

test("we accept what the stock tool signs, with a key that we made", () => {
  expect(minisign("-S", "-s", "signer.key", "-m", "data", "-x", "theirs.minisig", "-t", "made by the tool").status).toBe(0);
  const verdict = check(readFileSync(join(folder, "theirs.minisig")));
  expect(verdict).toMatchObject({ verdict: "valid", trustedComment: "made by the tool" });
});

test("we sign with a key that the stock tool made, and read back its own files unchanged", () => {
  execFileSync("minisign", ["-G", "-W", "-f", "-p", "tool.pub", "-s", "tool.key"], { cwd: folder, stdio: "ignore" });
  const [secretText, publicText] = ["tool.key", "tool.pub"].map((name) => readFileSync(join(folder, name), "utf8"));
  const key = parseSignerKey(secretText ?? "");
  if (!key.ok) throw new Error(key.error);
  expect(reveal(formatSignerKey(key.value))).toBe(secretText);
  expect(formatPublicKey(key.value)).toBe(publicText);
  writeFileSync(join(folder, "tool.minisig"), signDetached(blake2b512, key.value, ""));
  expect(minisign("-V", "-p", "tool.pub", "-m", "data", "-x", "tool.minisig").status).toBe(0);
});

test("every changed byte of a signature file is refused, whatever it is changed to", () => {
  const file = textToBytes(signDetached(blake2b512, signer, "x"));
  expect(check(file).verdict).toBe("valid");
  let passedByTool = 0;
  for (let at = 0; at < file.length; at++) {
    for (const change of [0x01, 0x20, 0x80, 0xff, 1 + (at % 255)]) {
      const changed = Uint8Array.from(file);
      changed[at] = (changed[at] ?? 0) ^ change;
      expect(check(changed).verdict).not.toBe("valid");
    }
    if (at % 4 !== 0) continue;
    const flipped = Uint8Array.from(file);
    flipped[at] = (flipped[at] ?? 0) ^ 0x01;
    writeFileSync(join(folder, "flipped.minisig"), flipped);
    if (minisign("-V", "-q", "-p", "signer.pub", "-m", "data", "-x", "flipped.minisig").status === 0) passedByTool++;
  }
  // The stock tool lets some of them pass (the untrusted comment, unused bits): the reason why ours is stricter.
  expect(passedByTool).toBeGreaterThan(3);
});

test("every removed or repeated byte of a signature file is refused", () => {
  const file = textToBytes(signDetached(blake2b512, signer, "comment"));
  for (let at = 0; at < file.length; at++) {
    expect(check(concatBytes(file.subarray(0, at), file.subarray(at + 1))).verdict).not.toBe("valid");
    expect(check(concatBytes(file.subarray(0, at + 1), file.subarray(at))).verdict).not.toBe("valid");
    expect(check(file.subarray(0, at)).verdict).not.toBe("valid");
    expect(check(concatBytes(file, file.subarray(at, at + 1))).verdict).not.toBe("valid");
  }
});

test("a file without a signature is missing, one by a stranger is unknown, and neither is valid", () => {
  expect(check("")).toEqual({ verdict: "missing" });
  const stranger = createSignerKey((size) => randomBytes(size));
  const file = signDetached(blake2b512, stranger, "");
  expect(check(file)).toEqual({ verdict: "unknown-signer", keyId: keyIdText(stranger.keyId) });
  expect(check(file, [])).toEqual({ verdict: "unknown-signer", keyId: keyIdText(stranger.keyId) });
  expect(check(file, [signer, stranger]).verdict).toBe("valid");
});

test("a stranger's key that carries the signer's id does not sign in her name", () => {
  const impostor = { ...createSignerKey((size) => randomBytes(size)), keyId: signer.keyId };
  const file = signDetached(blake2b512, impostor, "");
  expect(check(file).verdict).toBe("altered");
  // When both are vouched for, the one that made it is named.
  const verdict = check(file, [signer, impostor]);
  expect(verdict.verdict === "valid" && verdict.signer.publicKey).toEqual(impostor.publicKey);
});

test("a trusted comment cannot be moved to another signature", () => {
  const [, first, , ,] = signDetached(blake2b512, signer, "a").split("\n");
  const [untrusted, , comment, second] = signDetached(blake2b512Of(textToBytes("other")), signer, "b").split("\n");
  expect(check(`${untrusted}\n${first}\n${comment}\n${second}\n`).verdict).toBe("altered");
});

test("the old form, over the raw file, is told to be unsupported", () => {
  minisign("-S", "-l", "-s", "signer.key", "-m", "data", "-x", "old.minisig", "-t", "x");
  expect(check(readFileSync(join(folder, "old.minisig")))).toEqual({ verdict: "unsupported" });
});

test("a raw signature over the digest alone cannot be dressed up as a file with a comment", () => {
  const signature = signBytes(blake2b512, signer);
  const first = bytesToBase64(concatBytes(textToBytes("ED"), signer.keyId, signature));
  const file = `untrusted comment: signature from minisign secret key\n${first}\ntrusted comment: \n${bytesToBase64(signature)}\n`;
  expect(check(file).verdict).toBe("altered");
});

test("comments with line breaks or control characters are not signed, other text is", () => {
  for (const bad of ["two\nlines", "a\r", "\u0000", "\u001b[31m", "\ud800", "x".repeat(4097)]) {
    expect(() => signDetached(blake2b512, signer, bad)).toThrow("not a trusted comment");
  }
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from("aé ✓مח:=\"'")) }), (comment) => {
      const verdict = check(signDetached(blake2b512, signer, comment));
      expect(verdict.verdict === "valid" && verdict.trustedComment).toBe(comment);
    }),
    { seed, numRuns: 50 },
  );
});

test("keys survive their files, and damaged or locked ones are told apart", () => {
  const back = parseSignerKey(reveal(formatSignerKey(signer)));
  expect(back.ok && reveal(back.value.seed)).toEqual(reveal(signer.seed));
  expect(parsePublicKey(formatPublicKey(signer))).toEqual({ ok: true, value: { keyId: signer.keyId, publicKey: signer.publicKey } });
  expect(parsePublicKey(publicKeyText(signer)).ok).toBe(true);

  const text = reveal(formatSignerKey(signer));
  const bytes = base64ToBytes(text.split("\n")[1] ?? "") ?? new Uint8Array(0);
  for (const at of [60, 70, 100]) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const read = parseSignerKey(`untrusted comment: x\n${bytesToBase64(changed)}\n`);
    // The key id (60) is a name and no half of the key: only the halves can contradict each other.
    expect(read.ok).toBe(at === 60);
  }
  const locked = Uint8Array.from(bytes);
  locked.set(textToBytes("Sc"), 2);
  const read = parseSignerKey(`untrusted comment: x\n${bytesToBase64(locked)}\n`);
  expect(!read.ok && read.error).toContain("passphrase");
});

test("a public key that is no sound point is refused", () => {
  const identityPoint = concatBytes(textToBytes("Ed"), signer.keyId, Uint8Array.of(1), new Uint8Array(31));
  expect(parsePublicKey(bytesToBase64(identityPoint)).ok).toBe(false);
  for (const text of ["", "RWQ", `${publicKeyText(signer)} `, `x\n${publicKeyText(signer)}\n`, publicKeyText(signer).slice(1)]) {
    expect(parsePublicKey(text).ok).toBe(false);
  }
});

test("what is hashed is BLAKE2b-512 of the file", () => {
  expect(Buffer.from(blake2b512).toString("hex")).toBe(createHash("blake2b512").update(data).digest("hex"));
  expect(() => signDetached(data, signer, "")).toThrow("BLAKE2b-512");
});
