import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readingFromJson, timelineActFromJson } from "./act-from-json.ts";
import type { Reading } from "./act.ts";
import { readingToJson, timelineActToJson } from "./reading-json.ts";
import type { TimelineAct } from "./timeline-act.ts";

const root = join(import.meta.dirname, "../../..");
const vectors = JSON.parse(readFileSync(join(root, "docs/formats/vectors/act.json"), "utf8")) as {
  readonly lines: readonly { readonly reading: Reading; readonly line: string }[];
  readonly refusedLines: readonly { readonly why: string; readonly change: string; readonly to: unknown }[];
};

/** The lines that the importers promise for every fixture. */
const promised = readdirSync(join(root, "fixtures/importers"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("expected.ndjson"))
  .flatMap((file) =>
    readFileSync(join(root, "fixtures/importers", file), "utf8")
      .split("\n")
      .filter((line) => line !== ""),
  );

function read(line: string): Reading {
  const reading = readingFromJson(line);
  if (!reading.ok) throw new Error(reading.error);
  return reading.value;
}

/** The vector's line with one value set, or taken out where `to` is undefined; `path` is `act.when.earliest`. */
function withChange(line: string, path: string, to: unknown): string {
  const whole: unknown = JSON.parse(line);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let at = whole as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (to === undefined) delete at[last];
  else at[last] = to;
  return JSON.stringify(whole);
}

describe("what was written down is read back the same", () => {
  test("the lines of the vectors, both ways", () => {
    for (const { reading, line } of vectors.lines) {
      expect(read(line)).toEqual(reading);
      expect(readingToJson(read(line))).toBe(line);
    }
  });

  test("every line that an importer promises", () => {
    expect(promised.length).toBeGreaterThan(400);
    for (const line of promised) expect(readingToJson(read(line))).toBe(line);
  });

  test("an act of a timeline, with every place where it stands", () => {
    const { act } = read(vectors.lines[0]?.line ?? "") as { act: TimelineAct };
    const lead = { ...act, sources: [act.source, { ...act.source, start: 200, end: 201 }], alsoIds: [act.id], versionOf: act.id };
    const again = timelineActFromJson(timelineActToJson(lead));
    expect(again).toEqual({ ok: true, value: lead });
  });
});

describe("what is not written as acts are is refused", () => {
  const line = vectors.lines[0]?.line ?? "";

  test.each(vectors.refusedLines)("$why", ({ change, to }) => {
    const changed = readingFromJson(withChange(line, change, to));
    expect(changed.ok).toBe(false);
  });

  test("an act without any one of its keys, and with one too many", () => {
    const optional = new Set(["duration", "thread", "subject", "sourceId"]);
    const { act } = JSON.parse(line) as { act: Record<string, unknown> };
    for (const key of Object.keys(act)) {
      expect([key, readingFromJson(withChange(line, `act.${key}`, undefined)).ok]).toEqual([key, optional.has(key)]);
    }
    expect(readingFromJson(withChange(line, "act.score", 7)).ok).toBe(false);
    expect(readingFromJson(withChange(line, "act.when.score", 7)).ok).toBe(false);
  });

  test("the error says where and never what", () => {
    const wrong = readingFromJson(withChange(line, "act.from.kind", "a secret of hers"));
    expect(wrong).toEqual({ ok: false, error: "line.act.from.kind is none of the values that belong there" });
  });

  test("an act whose places do not begin with its own", () => {
    const { act } = read(line) as { act: TimelineAct };
    expect(timelineActFromJson(JSON.stringify({ ...JSON.parse(timelineActToJson({ ...act, sources: [] })) })).ok).toBe(false);
    expect(timelineActFromJson(timelineActToJson({ ...act, sources: [{ ...act.source, start: 1 }] })).ok).toBe(false);
  });

  test("a notice that shows no time of its file's span, or what is no time", () => {
    const shown = vectors.lines.find((one) => one.line.includes('"covers"'))?.line ?? "";
    expect(readingFromJson(shown).ok).toBe(true);
    const unblocked =
      '{"until":"2026-03-22T09:00:00.000Z","unblocked":[{"earliest":"2026-03-22T09:00:00.000Z","latest":"2026-03-22T09:00:59.999Z"}]}';
    const line = shown.replace(/"covers":\{[^}]*\}/, `"covers":${unblocked}`);
    const read = readingFromJson(line);
    expect(read.ok && readingToJson(read.value)).toBe(line);
    expect(readingFromJson(line.replace(/"unblocked":\[.*?\]/, '"unblocked":[]')).ok).toBe(false);
    for (const covers of ["{}", "null", '{"from":"in March"}', '{"until":"2026-03-22T09:00:00.000Z","made":1}'])
      expect(readingFromJson(shown.replace(/"covers":\{[^}]*\}/, `"covers":${covers}`)).ok).toBe(false);
  });

  test("what is no JSON, and JSON that is no reading", () => {
    for (const text of ["", "{", "null", "[]", "{}", '{"acts":{}}', '{"act":{},"notice":{}}']) expect(readingFromJson(text).ok).toBe(false);
  });
});
