import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paperLaw } from "../../../../test/report/sample-bundle.ts";
import { type PaperTemplate, readPaperTemplate, shippedTemplate, templateOn } from "./paper-template.ts";
import { createSayWords } from "./say-words.ts";
import { standingWords } from "./standing-words.ts";

const formats = new URL("../../../../docs/formats/", import.meta.url);
const { templates } = JSON.parse(readFileSync(new URL("vectors/bundle.json", formats), "utf8")) as {
  templates: { template: object; error?: string }[];
};

test("a force’s template is read, or refused with the key and never with what stands there", () => {
  for (const { template, error } of templates) {
    const read = readPaperTemplate(JSON.stringify(template));
    if (error === undefined) expect(read).toMatchObject({ ok: true });
    else {
      expect(read.ok ? "read" : read.error.slice(0, error.length)).toBe(error);
      expect(read.ok ? "" : read.error).not.toMatch(/stalker|catch|Version/);
    }
  }
});

test("every sentence that is shipped would be taken in a force’s template", () => {
  const words = JSON.stringify({ version: 1, name: "ours", from: "2026-11-28", confirmed: null, words: standingWords });
  expect(readPaperTemplate(words)).toMatchObject({ ok: true, value: { words: standingWords } });
});

test("the schema holds every key with the sentence as shipped", () => {
  const schema = JSON.parse(readFileSync(new URL("bundle-template.schema.json", formats), "utf8")) as {
    properties: { words: { properties: Record<string, { default: string }> } };
  };
  const shipped = Object.fromEntries(Object.entries(schema.properties.words.properties).map(([key, one]) => [key, one.default]));
  expect(shipped).toEqual(standingWords);
});

test("the template that holds on a day is the latest that began", () => {
  const row = (name: string, from: string): PaperTemplate => ({ ...shippedTemplate, name, from });
  const rows = [row("b", "2026-09-01"), row("a", "2026-01-01"), row("c", "2027-01-01"), row("again", "2026-09-01")];
  const names = ["2025-12-31", "2026-01-01", "2026-08-31", "2026-09-01", "2027-06-01"].map((day) => templateOn(rows, day).name);
  expect(names).toEqual(["as shipped", "a", "a", "again", "c"]);
});

test("a value is never read for marks, an empty one takes its blank along, and a section that nobody knows is said not to be known", () => {
  const { say, plain } = createSayWords(shippedTemplate, { ...paperLaw, sections: {} });
  expect(say("against", { says: "*{s:area}* {says}" })).toEqual([{ says: "Against.", look: "strong" }, " *{s:area}* {says}"]);
  expect(plain("protected-other", { name: "F", says: "" })).toBe("F. No act is said to have been done to this person.");
  expect(plain("link-none")).toBe("Not written yet: section not known here.");
});
