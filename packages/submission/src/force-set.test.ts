import { readFileSync } from "node:fs";
import { type Instant, parseInstant, readStrictly } from "@unmask/core";
import { textToBytes } from "@unmask/seal";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ForceSet, parseForceSet, recipientNow, writeForceSet } from "./force-set.ts";
import { isoWeek } from "./iso-week.ts";
import { type ForcePin, forcePinFromJson, pinOf, verifyForceSet } from "./verify-force-set.ts";

interface Vectors {
  readonly cases: readonly {
    readonly name: string;
    readonly set: string;
    readonly minisig: string;
    readonly pin: ForcePin | null;
    readonly answer: string;
  }[];
  readonly recipients: readonly { readonly week: string; readonly recipient: string | null }[];
  readonly weeks: readonly { readonly instant: string; readonly week: string }[];
}
const vectors: Vectors = JSON.parse(readFileSync(new URL("../../../docs/formats/vectors/force-set.json", import.meta.url), "utf8"));
const [first] = vectors.cases;
const bytes = textToBytes(first?.set ?? "");
const minisig = textToBytes(first?.minisig ?? "");

function mustParse(file: Uint8Array): ForceSet {
  const read = parseForceSet(file);
  return read.ok ? read.value : expect.fail(read.error);
}
const set = mustParse(bytes);

function instantOf(iso: string): Instant {
  return parseInstant(Date.parse(iso)) ?? expect.fail(iso);
}

describe("the set of a force", () => {
  test.each(vectors.cases)("$name: $answer", ({ set: file, minisig: signature, pin, answer }) => {
    const verified = verifyForceSet(textToBytes(file), textToBytes(signature), pin ?? undefined);
    expect(verified.ok ? "ok" : verified.error.kind).toBe(answer);
    if (!verified.ok && answer !== "not-a-set") expect(verified.error.says).toMatch(/Nothing was sent|Try again/);
  });

  test("is written as it was read, byte for byte", () => {
    expect(writeForceSet(set)).toEqual(bytes);
  });

  test("says whom a letter is sealed to in each week, the newest of those that hold", () => {
    for (const { week, recipient } of vectors.recipients) expect(recipientNow(set, week) ?? null).toBe(recipient);
  });

  test("of which one byte was flipped is never taken, nor one of its signature", () => {
    const pin = pinOf(set);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(minisig.length - 1), fc.integer({ min: 1, max: 255 }), (at, there, xor) => {
        expect(verifyForceSet(bytes.with(at, (bytes[at] ?? 0) ^ xor), minisig, pin).ok).toBe(false);
        expect(verifyForceSet(bytes, minisig.with(there, (minisig[there] ?? 0) ^ xor), undefined).ok).toBe(false);
      }),
      { seed: 20261127, numRuns: 300 },
    );
  });

  test("is refused with what it may not say", () => {
    const refused: readonly (readonly [Partial<ForceSet>, string])[] = [
      [{ recipients: [] }, "recipients has not 1"],
      [{ recipients: [...set.recipients, ...set.recipients] }, "begin in one week"],
      [{ limits: { ...set.limits, pack: 2 ** 31 + 1 } }, "limits.pack"],
      [{ intake: "https://intake.example.org/path" }, "intake"],
      [{ intake: "javascript:alert(1)" }, "intake"],
      [{ pull: "AAAA" }, "pull"],
      [{ signer: "RWQ" }, "signer"],
      [{ nextSigner: set.signer }, "nextSigner"],
      [{ made: "2026-W54" }, "made"],
      [{ number: 0 }, "number"],
    ];
    for (const [change, says] of refused) expect(() => writeForceSet({ ...set, ...change })).toThrow(says);
    expect(parseForceSet(new Uint8Array(300_000)).ok).toBe(false);
    expect(parseForceSet(Uint8Array.of(0xff)).ok).toBe(false);
  });

  test("is kept as a pin that is read back", () => {
    const pin = pinOf(set);
    expect(readStrictly(JSON.parse(JSON.stringify(pin)), "pin", forcePinFromJson)).toEqual({ ok: true, value: pin });
    expect(readStrictly({ ...pin, signer: "RW" }, "pin", forcePinFromJson).ok).toBe(false);
  });
});

test("a week is that of ISO 8601, also around the turn of a year", () => {
  for (const { instant, week } of vectors.weeks) expect(isoWeek(instantOf(instant))).toBe(week);
});
