import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Finding, type Instant, type Persona, type TimelineAct, normalName, parseZone } from "@unmask/core";
import { importExports } from "@unmask/corridor";
import { findAll } from "@unmask/patterns";
import { expect, it } from "vitest";
import { cases } from "../../fixtures/cases.ts";
import type { Said } from "../../fixtures/cases/invented-case.ts";
import { createHasher, sourceOf } from "../../fixtures/importers/fixture.ts";
import { makeStatement } from "../../fixtures/timelines/make-statement.ts";

/** What the findings say of an ordinary couple, and of fourteen acts that frighten. */

const persona = (label: string, names: readonly string[]): Persona => ({
  label,
  normals: new Set(names.map((name) => (name.startsWith("+") ? name : normalName(name)))),
});

async function findIn(name: string): Promise<{ readonly acts: readonly TimelineAct[]; readonly found: readonly Finding[] }> {
  const folder = cases.find((one) => one.name === name)?.folder ?? expect.fail();
  const zone = parseZone("Europe/London") ?? expect.fail();
  const root = join(folder, "exports");
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  const sources = paths.map((path) => sourceOf(path.slice(root.length + 1), readFileSync(path)));
  const at = Date.UTC(2026, 10, 26, 12) as Instant;
  const { timeline } = await importExports(sources, { zone, zoneStated: true, country: "GB", at }, { createHasher });
  const { me, them, perhaps, places }: Said = JSON.parse(readFileSync(join(folder, "said.json"), "utf8"));
  const people = { me: persona("me", me), them: persona(them.label, them.names), perhaps: persona("perhaps", perhaps) };
  return { acts: timeline.acts, found: findAll(timeline, makeStatement({ ...people, places })) };
}

it("in the talk of an ordinary couple nothing is whereabouts, and both sides are about even", async () => {
  const { found } = await findIn("couple");
  expect(found.filter(({ pattern }) => pattern === "whereabouts")).toEqual([]);
  const saysOf = (id: string): string => found.find(({ pattern }) => pattern === id)?.says ?? "";
  expect(saysOf("one-sidedness")).toMatch(/^They sent or called 913 times; you, 911: about even\. After 8 quiet hours .*: about even\./);
  expect(saysOf("night-time")).toContain("6 of 914 acts");
  expect(saysOf("night-time")).toContain("of 911 that you sent, 5: about even");
});

it("the closed curtains and the train are found in the case of few acts, and counted as perhaps theirs", async () => {
  const { acts, found } = await findIn("few");
  const finding = found.find(({ pattern }) => pattern === "whereabouts");
  const texts = acts.filter(({ id }) => finding?.acts.includes(id)).map(({ text }) => text ?? "");
  expect(texts.some((text) => text.includes("close your curtains"))).toBe(true);
  expect(texts.some((text) => text.includes("which train is yours"))).toBe(true);
  expect(finding?.says).toContain("2 perhaps theirs");
});
