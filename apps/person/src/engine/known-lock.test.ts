import { parseInstant } from "@unmask/core";
import type { Ask } from "@unmask/corridor";
import {
  type SignerKey,
  blake2b512Of,
  bytesToBase64,
  createIdentity,
  createSignerKey,
  formatVkey,
  logKeyOf,
  publicKeyText,
  recipientOf,
  signDetached,
  textToBytes,
} from "@unmask/seal";
import { type ForceSet, writeForceSet } from "@unmask/submission";
import { expect, test } from "vitest";
import { type KnownLock, type VerifiedForce, verifyForce } from "./known-lock.ts";

const [signer, stranger] = [7, 8].map((fill) => createSignerKey((size) => new Uint8Array(size).fill(fill)));
if (!signer || !stranger) throw new Error("no signers");
const now = parseInstant(Date.UTC(2026, 10, 27));
const set: ForceSet = {
  force: "0f".repeat(16),
  name: "Northshire Police",
  number: 2,
  made: "2026-W48",
  intake: null,
  recipients: [{ recipient: await recipientOf(await createIdentity()), from: "2020-W01", until: null }],
  limits: { letter: 262_144, pack: 2 ** 31, packs: 20 },
  work: { floor: 2_000 },
  retention: { taken: 37, replies: 26 },
  log: formatVkey(logKeyOf(signer, "log.northshire.example.org")),
  pull: bytesToBase64(signer.publicKey),
  signer: publicKeyText(signer),
  nextSigner: null,
};

function filesOf(change: Partial<ForceSet> = {}, key: SignerKey = signer ?? expect.fail()) {
  const bytes = writeForceSet({ ...set, signer: publicKeyText(key), ...change });
  return { set: bytes, signature: textToBytes(signDetached(blake2b512Of(bytes), key, "unmask force set")) };
}

/** A browser that knows a lock or none, and an address that offers a set or none. */
async function open(
  known: KnownLock | undefined,
  offered: ReturnType<typeof filesOf> | undefined,
  isConnected = true,
): Promise<VerifiedForce & { readonly kept: readonly KnownLock[] }> {
  const kept: KnownLock[] = [];
  const ask: Ask = async (url) =>
    offered && { status: 200, header: () => undefined, bytes: url.endsWith(".minisig") ? offered.signature : offered.set };
  const world = {
    origin: "https://intake.example.org",
    now: () => now ?? expect.fail(),
    isConnected: () => isConnected,
    knownLock: async () => known,
    keepLock: async (lock: KnownLock) => void kept.push(lock),
  };
  return { ...(await verifyForce(world, ask)), kept };
}

const since = { year: 2026, month: 10, day: 1 };

test("a lock that is seen for the first time is kept, and nothing says that it was known before", async () => {
  const first = await open(undefined, filesOf());
  expect(first.force).toEqual({ name: "Northshire Police", weeks: 26 });
  expect(first.kept).toMatchObject([{ since: { year: 2026, month: 11, day: 27 } }]);
  expect((await open({ ...filesOf(), since }, filesOf())).force).toMatchObject({ since });
});

test("a newer set of the same signer is kept in place of the older, with the day from which the lock was known", async () => {
  const newer = filesOf({ number: 3 });
  expect((await open({ ...filesOf(), since }, newer)).kept).toEqual([{ ...newer, since }]);
  expect((await open({ ...filesOf(), since }, filesOf())).kept).toEqual([]);
});

test("another signer, an older set and one that nobody signed are refused, and nothing of them is kept", async () => {
  const known = { ...filesOf(), since };
  const other = await open(known, filesOf({ number: 3 }, stranger));
  expect(other).toMatchObject({
    refused: { locks: { known: set.signer, offered: publicKeyText(stranger), since } },
    kept: [],
  });
  for (const offered of [filesOf({ number: 1 }), { ...filesOf(), signature: new Uint8Array() }]) {
    const refused = await open(known, offered);
    expect(refused.set).toBeUndefined();
    expect(refused.refused).not.toHaveProperty("locks");
    expect(refused.kept).toEqual([]);
  }
});

test("where nobody answers a known force is named, and where none was ever known there is none", async () => {
  const [silent, alone] = await Promise.all([true, false].map((isConnected) => open({ ...filesOf(), since }, undefined, isConnected)));
  // She can write to it all the same, and what she makes is sealed to it.
  expect(silent).toMatchObject({
    set: { number: 2 },
    force: { name: "Northshire Police", weeks: 26, since },
    unanswered: expect.stringContaining("your network or theirs"),
  });
  expect(alone?.unanswered).toContain("This phone has no network now");
  expect(silent).not.toHaveProperty("refused");
  expect(await open(undefined, undefined)).toEqual({ kept: [] });
});
