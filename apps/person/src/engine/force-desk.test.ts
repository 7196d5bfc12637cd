import { parseInstant } from "@unmask/core";
import type { Ask } from "@unmask/corridor";
import {
  blake2b512Of,
  bytesToBase64,
  createIdentity,
  createSignerKey,
  formatVkey,
  logKeyOf,
  publicKeyText,
  recipientOf,
  sha256Of,
  signDetached,
  textToBytes,
} from "@unmask/seal";
import { type ForceSet, writeForceSet } from "@unmask/submission";
import { expect, test } from "vitest";
import { openForceDesk } from "./force-desk.ts";

const signer = createSignerKey((size) => new Uint8Array(size).fill(7));
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
const setBytes = writeForceSet(set);
const signature = textToBytes(signDetached(blake2b512Of(setBytes), signer, "unmask force set"));
const asAnswer = (bytes: Uint8Array) => ({ status: 200, header: () => undefined, bytes });

/** A force that takes every letter, and a network that loses its answers as long as `losing` says. */
function openDesk(losing: () => boolean, stop?: AbortController) {
  const came: string[] = [];
  const ask: Ask = async (url, { body }) => {
    if (url.endsWith(".minisig")) return asAnswer(signature);
    if (url.endsWith("/intake/challenge")) return asAnswer(textToBytes('{"cost":1,"challenge":{}}'));
    if (!url.endsWith("/intake/letters")) return asAnswer(setBytes);
    came.push(String(body));
    stop?.abort();
    stop?.signal.throwIfAborted();
    const [, id = ""] = /"id":"([0-9a-f]+)"/.exec(String(body)) ?? [];
    return losing() ? undefined : asAnswer(textToBytes(`{"letter":"${id}","week":"2026-W48","uploads":[]}`));
  };
  let drawn = 0;
  const desk = openForceDesk({
    origin: "https://intake.example.org",
    ask: () => ask,
    workOut: async () => "proof",
    pause: async () => undefined,
    random: (size) => sha256Of(Uint8Array.of(++drawn)).slice(0, size),
    now: () => parseInstant(Date.UTC(2026, 10, 27)) ?? expect.fail(),
    isConnected: () => true,
    prepareSha256: () => expect.fail("no pack"),
    knownLock: async () => undefined,
    keepLock: async () => undefined,
  });
  const words: string[] = [];
  const told = { letterThere: (those: string) => void words.push(those), progress: () => undefined };
  return { desk, came, words, told };
}

test("a letter whose answer was lost goes again as the same bytes, and its own words are shown, whatever stands in the fields by then", async () => {
  let isLosing = true;
  const { desk, came, words, told } = openDesk(() => isLosing);
  const { signal } = new AbortController();
  const lost = await desk.send({ account: "He waits outside." }, undefined, told, signal);
  expect(lost).toMatchObject({ answer: "not sent", mayBeThere: true });
  expect(JSON.stringify(lost)).not.toContain("twice");
  expect(words).toEqual([]);
  isLosing = false;
  expect(await desk.send({ account: "He has gone." }, undefined, told, signal)).toEqual({ answer: "sent", isWhole: true });
  expect(came.length).toBe(4);
  expect(new Set(came).size).toBe(1);
  // The one after it is another letter, with other words.
  await desk.send({ account: "He has gone." }, undefined, told, signal);
  expect(new Set(came).size).toBe(2);
  expect(new Set(words).size).toBe(2);
});

test("a letter that she stopped once it had left may be there, and is the one that goes again", async () => {
  const stop = new AbortController();
  const { desk, came, told } = openDesk(() => false, stop);
  expect(await desk.send({ danger: "no" }, undefined, told, stop.signal)).toMatchObject({ answer: "not sent", mayBeThere: true });
  expect(came.length).toBe(1);
});
