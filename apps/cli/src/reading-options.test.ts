import { type ReadingTerms, type Result, parseInstant } from "@unmask/core";
import { createSha256 } from "@unmask/fittings-node";
import { expect, it } from "vitest";
import { parseArguments } from "./arguments.ts";
import { parseReadingTerms, readingShape, readingWorld } from "./reading-options.ts";
import type { World } from "./world.ts";

const now = parseInstant(Date.parse("2026-11-25T12:00:00Z")) ?? expect.fail();
const shown: string[] = [];
const world: World = {
  terminal: {
    write: async () => true,
    unwritten: () => undefined,
    proveOutput: () => undefined,
    say: () => {},
    showProgress: (line) => void shown.push(line),
    endProgress: () => {},
  },
  createSha256,
  now: () => now,
  random: (length) => new Uint8Array(length),
  engine: { name: "invented", zones: "invented" },
  signal: new AbortController().signal,
};

function termsOf(...args: readonly string[]): Result<ReadingTerms, string> {
  const given = parseArguments(args, readingShape);
  return given.ok ? parseReadingTerms(given.value, world) : expect.fail(given.error);
}

it("reads on the terms that are stated, and on the clock of the moment", () => {
  expect(termsOf("phone.zip", "--zone", "Europe/Paris", "--date-order", "mdy")).toMatchObject({
    ok: true,
    value: { zone: { name: "Europe/Paris" }, zoneStated: true, dateOrder: "mdy", country: "GB", at: now },
  });
});

it("states no order of dates that nobody stated: the files themselves are asked first", () => {
  const terms = termsOf("phone.zip");
  expect(terms).toMatchObject({ ok: true, value: { zoneStated: false } });
  expect(terms.ok && "dateOrder" in terms.value).toBe(false);
});

it.each([
  [["--zone", "Nowhere", "phone.zip"], /^--zone Nowhere:/],
  [["--date-order", "day first", "phone.zip"], /^--date-order day first:/],
  [[], /^Name at least one file or folder/],
])("refuses %j and says what to write", (args, says) => {
  expect(termsOf(...args)).toMatchObject({ ok: false, error: expect.stringMatching(says) });
});

it("shows how far it is in whole hundredths, and an empty file as read", () => {
  const { onProgress } = readingWorld(world);
  onProgress?.(1, 3, "phone.zip");
  onProgress?.(0, 0, "empty.txt");
  expect(shown.map((line) => line.replace(/ \(.*/, ""))).toEqual(["Reading phone.zip: 33 of 100", "Reading empty.txt: 100 of 100"]);
});
