import { expect, it } from "vitest";
import { parseOrdinaryNotes, writeOrdinaryNotes } from "./ordinary-notes.ts";

const at = "2026-10-04T21:14:05.123Z";

it("is as long with a shopping list as with nothing in it", () => {
  const notes = [{ at, words: "Milk, bread, a birthday card for Mum \u{1F382}" }];
  for (const some of [[], notes]) {
    const written = writeOrdinaryNotes(some) ?? expect.fail("it fits");
    expect(written.length).toBe(65_536);
    expect(parseOrdinaryNotes(written)).toEqual(some);
  }
});

it("writes nothing where the notes do not fit, and reads nothing that it would not have written", () => {
  const whole = writeOrdinaryNotes([]) ?? expect.fail("it fits");
  expect(writeOrdinaryNotes([{ at, words: "a".repeat(65_536) }])).toBeUndefined();
  expect(parseOrdinaryNotes(whole.subarray(1))).toBeUndefined();
  expect(parseOrdinaryNotes(whole.map((byte, i) => (i === 2 ? byte ^ 1 : byte)))).toBeUndefined();
});
