import { parseInstant } from "@unmask/core";
import { createIdentity, recipientOf } from "@unmask/seal";
import { parseForceSet, recipientNow, verifyForceSet, pinOf } from "@unmask/submission";
import { parseSignerKey } from "@unmask/seal";
import { expect, it } from "vitest";
import { makeForce } from "./new-force.ts";
import { changedSet, rotatedSet } from "./next-set.ts";
import { signSet } from "./sign-set.ts";

const now = parseInstant(Date.UTC(2026, 10, 27)) ?? fail();
function fail(): never {
  throw new Error("no such time");
}

async function begun() {
  let byte = 0;
  const random = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => (byte = (byte * 5 + 3) % 251));
  const identity = await createIdentity();
  const made = await makeForce({ name: "Example Constabulary", intake: null, identity }, now, random);
  const signer = parseSignerKey(made.secrets.signer);
  if (!signer.ok) throw new Error(signer.error);
  return { made, identity, signer: signer.value };
}

it("a new force has a set that its signer has signed, and whoever saw it takes the next edition and not the last", async () => {
  const { made, signer } = await begun();
  const first = verifyForceSet(made.signed.json, made.signed.signature, undefined);
  expect(first).toMatchObject({ ok: true, value: { name: "Example Constabulary", number: 1, made: "2026-W48" } });
  const next = signSet(changedSet(made.set, { name: "Example Police", packs: 5 }, now), signer);
  const second = verifyForceSet(next.json, next.signature, pinOf(made.set));
  expect(second).toMatchObject({ ok: true, value: { name: "Example Police", number: 2, limits: { packs: 5 } } });
  if (second.ok) expect(verifyForceSet(made.signed.json, made.signed.signature, pinOf(second.value)).ok).toBe(false);
});

it("a new key holds from the week it was made in, the old one beside it for some weeks, and a second change takes its place at once", async () => {
  const { made, identity, signer } = await begun();
  const [two, three] = [await recipientOf(await createIdentity()), await recipientOf(await createIdentity())];
  const rotated = rotatedSet(made.set, two, now);
  expect(recipientNow(rotated, "2026-W48")).toBe(two);
  expect(rotated.recipients[1]).toEqual({ recipient: await recipientOf(identity), from: "2026-W47", until: "2026-W52" });
  const again = rotatedSet(rotated, three, now);
  expect(["2026-W48", "2026-W49", "2026-W53"].map((week) => recipientNow(again, week))).toEqual([three, three, three]);
  expect(again.recipients.map((one) => one.recipient)).toEqual([three, await recipientOf(identity)]);
  // One that an earlier edition let begin next week does not come back over it.
  const waits = { ...rotated, recipients: [{ recipient: two, from: "2026-W49", until: null }, ...rotated.recipients.slice(1)] };
  expect(recipientNow(rotatedSet(waits, three, now), "2026-W50")).toBe(three);
  expect(parseForceSet(signSet(again, signer).json).ok).toBe(true);
});
