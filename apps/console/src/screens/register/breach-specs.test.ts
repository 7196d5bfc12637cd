import { expect, test } from "vitest";
import { parseInstant } from "@unmask/core";
import { bodyOf } from "../../parts/written-fields.ts";
import { evidenceSpec } from "./breach-specs.ts";
import type { Breach } from "./breach-words.ts";

const at = parseInstant(Date.UTC(2026, 10, 28, 9)) ?? expect.unreachable();

const breach: Breach = {
  ...{ number: 7, happened: at, by: "o-1", breach: "b-1", order: "full", of: { condition: 1 }, day: "2026-11-27", says: "Her door." },
  ...{ evidence: [], knew: [], asked: [], assessed: [], keptOpen: [], decisions: [] },
};

const copy = { nth: 5, exhibit: "SPO-26-025/P5", about: "Photograph of her door", sha256: "ab".repeat(32) };
const copies = [{ ...copy, form: "jpeg", size: 9_000, pages: null, template: null, made: at, by: "DC 2093 Harriet Bell" }];

const typed = { says: "Her door.", doesNotShow: "When it was broken.", knowing: "record" };
const sent = (spec: ReturnType<typeof evidenceSpec>, values: Readonly<Record<string, string>>): object => {
  const body = bodyOf(spec.fields, values);
  return body.ok ? (spec.sends?.(body.value) ?? body.value) : expect.fail(body.error);
};

test("a photograph that is kept with the order is named as evidence with its own number and hash, and nobody types them", () => {
  const spec = evidenceSpec(breach, { copies });
  expect(sent(spec, { ...typed, kept: copy.exhibit })).toEqual({ ...typed, breach: "b-1", exhibit: copy.exhibit, sha256: copy.sha256 });
  expect(sent(spec, { ...typed, exhibit: "NK/9" })).toEqual({ ...typed, breach: "b-1", exhibit: "NK/9" });
  expect(sent(spec, typed)).toEqual({ ...typed, breach: "b-1" });
});

test("while nothing is kept, no file is asked for", () => {
  expect(evidenceSpec(breach, { copies: [] }).fields.map(({ key }) => key)).not.toContain("kept");
});
