import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { orderEventKinds, orderEventToJson, orderIntentFromJson, parseOrderEvent } from "./order-event.ts";

const formats = join(import.meta.dirname, "../../../docs/formats");
const vectors = JSON.parse(readFileSync(join(formats, "vectors/order-event.json"), "utf8")) as {
  readonly events: readonly { readonly kind: string; readonly body: object }[];
  readonly refused: readonly { readonly why: string; readonly event: unknown; readonly error: string }[];
};

/** The text in the tables of the document, one kind a row. */
const document = readFileSync(join(formats, "order.md"), "utf8");

test.each(vectors.events.map((event) => [event.kind, event] as const))("%s is read and written with the same bytes", (_, event) => {
  const read = parseOrderEvent(event);
  if (!read.ok) throw new Error(read.error);
  expect(orderEventToJson(read.value)).toBe(JSON.stringify(event));
  expect(orderIntentFromJson({ kind: event.kind, body: event.body }, "command")).toEqual({ kind: event.kind, body: event.body });
});

test("every kind has a vector and a row in the document, and the document names no other", () => {
  expect(new Set(vectors.events.map(({ kind }) => kind))).toEqual(new Set(orderEventKinds));
  const kinds = document.slice(document.indexOf("## Kinds of an application"), document.indexOf("## What is worked out"));
  const rows = [...kinds.matchAll(/^\| `([a-z]+(?:-[a-z]+)*)` \|/gm)].map(([, kind]) => kind);
  expect(rows).toEqual(orderEventKinds);
});

test.each(vectors.refused.map((one) => [one.why, one] as const))("%s is refused, and where is said", (_, { event, error }) => {
  expect(parseOrderEvent(event)).toEqual({ ok: false, error });
});

describe("a fault never repeats what stands there", () => {
  test.each(["kind", "number", "happened", "body", "stream"])("under %s", (key) => {
    const read = parseOrderEvent({ ...vectors.events[0], [key]: "Gary Slade, 12 Tanner Row" });
    expect(read).toMatchObject({ ok: false });
    if (!read.ok) expect(read.error).not.toMatch(/Slade|Tanner/);
  });
});
