import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readingFromJson } from "./act-from-json.ts";
import type { Act, Reading } from "./act.ts";
import { later } from "./instant.ts";
import { readingsFromColumns, readingsToColumns } from "./reading-columns.ts";
import { timelineActToJson } from "./reading-json.ts";
import { mergeActs } from "./timeline.ts";

/** The readings of the vectors, which have every field that a reading can have. */
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs/formats/vectors/act.json"), "utf8")) as {
  readonly lines: readonly { readonly line: string }[];
};
const readings: readonly Reading[] = vectors.lines.map(({ line }) => {
  const read = readingFromJson(line);
  return read.ok ? read.value : expect.fail(read.error);
});
/** As they stand on the line of time, where nothing else has them too. */
const alone = (all: readonly Reading[]): readonly unknown[] =>
  all.map((one) => ("act" in one ? { act: { ...one.act, sources: [one.act.source] } } : one));
const throughText = (all: readonly Reading[]): unknown => JSON.parse(JSON.stringify(readingsToColumns(all)));

/** What the page says of columns, as one small chat. */
const chat = JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs/formats/vectors/acts.json"), "utf8")) as {
  readonly lines: readonly string[];
  readonly columns: unknown;
};

describe("readings in columns", () => {
  it("are those of the vectors, both ways", () => {
    const lines = chat.lines.map((line) => {
      const read = readingFromJson(line);
      return read.ok ? read.value : expect.fail(read.error);
    });
    expect(throughText(lines)).toEqual(chat.columns);
    expect(readingsFromColumns(chat.columns)).toEqual({ ok: true, value: alone(lines) });
  });

  it("come back as they were, whatever each has or lacks, in their order", () => {
    expect(readings.length).toBeGreaterThan(2);
    const many = [...readings, ...readings.toReversed(), ...readings];
    expect(readingsFromColumns(throughText(many))).toEqual({ ok: true, value: alone(many) });
    expect(readingsFromColumns(throughText([]))).toEqual({ ok: true, value: [] });
  });

  it("write once what messages of a chat have in common", () => {
    const act = readings.find((one) => "act" in one);
    const thousand = Array.from({ length: 1_000 }, () => act ?? expect.fail("the vectors have an act"));
    expect(readingsToColumns(thousand).alike).toHaveLength(1);
  });

  it("stand on the line of time as what the files gave stands there, and are not copied again", () => {
    const read = readingsFromColumns(throughText(readings));
    const actsOf = (all: readonly Reading[]): readonly Act[] => all.flatMap((one) => ("act" in one ? [one.act] : []));
    const kept = read.ok ? actsOf(read.value) : expect.fail(read.error);
    const { acts } = mergeActs(kept, []);
    expect(acts.map(timelineActToJson)).toEqual(mergeActs(actsOf(readings), []).acts.map(timelineActToJson));
    expect(acts.length).toBeGreaterThan(0);
    expect(acts.filter((act) => act.records === undefined && !kept.includes(act))).toEqual([]);
  });

  it("write of a chat's times and places what they are after those of the message before", () => {
    const [act = expect.fail("the vectors have an act")] = readings.flatMap((one) => ("act" in one ? [one.act] : []));
    const minuteLater = (nth: number): Reading => {
      const [earliest, latest] = [later(act.when.earliest, nth * 60_000), later(act.when.earliest, nth * 60_000 + 59_999)];
      const source = { ...act.source, start: 80 * nth, end: 80 * nth + 79 };
      return { act: { ...act, when: { wrote: "18:40", zone: act.when.zone, earliest, latest }, source } };
    };
    const four = [minuteLater(0), minuteLater(1), minuteLater(0), minuteLater(2)];
    const { earliest, latest, start, end } = readingsToColumns(four);
    expect([earliest.slice(1), latest, start, end]).toEqual([
      [60_000, -60_000, 120_000],
      [59_999, 59_999, 59_999, 59_999],
      [0, 1, -159, 81],
      [79, 79, 79, 79],
    ]);
    expect(readingsFromColumns(throughText(four))).toEqual({ ok: true, value: alone(four) });
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
      ["start", (places) => places.with(0, -1)],
      ["start", (places) => places.with(0, Number.MAX_SAFE_INTEGER)],
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
