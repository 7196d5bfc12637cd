import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { eventToJson, kindsOf, parseEvent } from "./event.ts";

const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs/formats/vectors/case-event.json"), "utf8")) as {
  readonly events: readonly { readonly kind: string }[];
  readonly refused: readonly { readonly why: string; readonly event: unknown; readonly error: string }[];
};

/** The text in the tables of the document, one kind a row. */
const document = readFileSync(join(import.meta.dirname, "../../../docs/formats/case-event.md"), "utf8");

test.each(vectors.events.map((event) => [event.kind, event] as const))("%s is read and written with the same bytes", (_, event) => {
  const read = parseEvent(event);
  if (!read.ok) throw new Error(read.error);
  expect(eventToJson(read.value)).toBe(JSON.stringify(event));
});

test("every kind has a vector and a row in the document, and the document names no other", () => {
  const kinds = [...new Set([...kindsOf("report"), ...kindsOf("case")])].sort();
  expect([...new Set(vectors.events.map(({ kind }) => kind))].sort()).toEqual(kinds);
  const rows = [...document.matchAll(/^\| `(searched|[a-z]+(?:-[a-z]+)+)` \| (?:none|`\w)/gm)].map(([, kind]) => kind);
  expect(new Set(rows)).toEqual(new Set(kinds));
  expect(rows).toHaveLength(kinds.length);
});

test.each(vectors.refused.map((one) => [one.why, one] as const))("%s is refused, and where is said", (_, { event, error }) => {
  expect(parseEvent(event)).toEqual({ ok: false, error });
});

describe("a fault never repeats what stands there", () => {
  test.each(["kind", "by", "number", "happened", "body", "stream"])("under %s", (key) => {
    const [first] = vectors.events;
    const read = parseEvent({ ...first, [key]: "Leila Ashworth, 07700 900215" });
    if (key !== "by") expect(read).toMatchObject({ ok: false });
    if (!read.ok) expect(read.error).not.toMatch(/Leila|07700/);
  });
});
