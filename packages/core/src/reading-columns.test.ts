import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readingFromJson } from "./act-from-json.ts";
import type { Reading } from "./act.ts";
import { readingsFromColumns, readingsToColumns } from "./reading-columns.ts";

/** The readings of the vectors, which have every field that a reading can have. */
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs/formats/vectors/act.json"), "utf8")) as {
  readonly lines: readonly { readonly line: string }[];
};
const readings: readonly Reading[] = vectors.lines.map(({ line }) => {
  const read = readingFromJson(line);
  return read.ok ? read.value : expect.fail(read.error);
});
const throughText = (all: readonly Reading[]): unknown => JSON.parse(JSON.stringify(readingsToColumns(all)));

describe("readings in columns", () => {
  it("come back as they were, whatever each has or lacks, in their order", () => {
    expect(readings.length).toBeGreaterThan(2);
    const many = [...readings, ...readings.toReversed(), ...readings];
    expect(readingsFromColumns(throughText(many))).toEqual({ ok: true, value: many });
    expect(readingsFromColumns(throughText([]))).toEqual({ ok: true, value: [] });
  });

  it("write once what messages of a chat have in common", () => {
    const act = readings.find((one) => "act" in one);
    const thousand = Array.from({ length: 1_000 }, () => act ?? expect.fail("the vectors have an act"));
    expect(readingsToColumns(thousand).alike).toHaveLength(1);
  });

  it("are refused where anything in them is no reading, and what stands there is not told", () => {
    const whole = throughText(readings) as Record<string, unknown[]>;
    const spoiled: readonly (readonly [string, (column: unknown[]) => unknown])[] = [
      ["id", (ids) => ids.with(0, "from Owen")],
      ["id", (ids) => ids.slice(1)],
      ["earliest", (times) => times.with(0, 1e300)],
      ["latest", (times) => times.with(0, -62_000_000_000_000)],
      ["text", (texts) => texts.with(0, 7)],
      ["end", (places) => places.with(0, -1)],
      ["of", (places) => places.with(0, 99)],
      ["of", (places) => [...places, -1]],
      ["rest", (rest) => [...rest, rest[0]]],
      ["rest", () => []],
      ["alike", (acts) => acts.with(0, { words: "I see you" })],
      ["more", () => []],
    ];
    for (const [key, spoil] of spoiled) {
      const read = readingsFromColumns({ ...whole, [key]: spoil(whole[key] ?? []) });
      expect(read.ok, key).toBe(false);
      expect(JSON.stringify(read)).not.toMatch(/Owen|I see you/);
    }
  });
});
