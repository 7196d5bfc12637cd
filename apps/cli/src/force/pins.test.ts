import type { ForcePin } from "@unmask/submission";
import { expect, test } from "vitest";
import { pinFor } from "./pins.ts";

const pin = (force: string): ForcePin => ({ force, signer: "RW", nextSigner: null, number: 1 });
const north = { origin: "https://north.example.org", pin: pin("0a".repeat(16)) };
const south = { origin: null, pin: pin("0b".repeat(16)) };
const known = [north, south];

test("an address that served one force is held to it, whatever force its set names now", () => {
  expect(pinFor(known, north.origin, south.pin.force ?? "")).toBe(north.pin);
  expect(pinFor(known, north.origin, "0c".repeat(16))).toBe(north.pin);
});

test("a force is known by its id wherever its set lies, and one that was never written to is not known", () => {
  expect(pinFor(known, null, "0b".repeat(16))).toBe(south.pin);
  expect(pinFor(known, "https://mirror.example.org", "0a".repeat(16))).toBe(north.pin);
  expect(pinFor(known, "https://other.example.org", "0c".repeat(16))).toBeUndefined();
});
