import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "@unmask/core";
import { expect, test } from "vitest";
import { optionsOf, sourceOf, stepsOf } from "../../../fixtures/importers/fixture.ts";
import { importers } from "./index.ts";
import type { ImportStep } from "./read-sources.ts";
import { summarise } from "./summarise.ts";
import { watchCaveats } from "./import-all.ts";

/** docs/formats/act.md, section 7, against its vectors. */
const path = join(import.meta.dirname, "../../../docs/formats/vectors/act.json");
const vectors = JSON.parse(readFileSync(path, "utf8")) as {
  readonly knownKinds: readonly { readonly name: string; readonly hex: string; readonly id: string | null }[];
};

function read(...sources: Source[]): Promise<ImportStep[]> {
  return stepsOf(sources, optionsOf({ folder: "/nowhere", importer: "", name: "", also: [] }, importers));
}

test.each(vectors.knownKinds)("$name that nobody reads is told as $id", async ({ name, hex, id }) => {
  const steps = await read(sourceOf(name, Buffer.from(hex, "hex")));
  const kept = steps.flatMap((step) => ("readings" in step ? step.readings : [])).flatMap((one) => ("kept" in one ? [one.kept] : []));
  expect(kept.map(({ known }) => known?.id ?? null)).toEqual([id]);
  expect(kept.every(({ known }) => known === undefined || /^[A-Z].*\.$/.test(known.ask))).toBe(true);
});

test("a download of thousands of pages and a backup of thousands of files are two lines, with what to ask for", async () => {
  const page = Buffer.from('<html><body><div class="_a706">');
  const pages = Array.from({ length: 3000 }, (_, i) => sourceOf(`messages/inbox/chat_${i}/message_1.html`, page));
  const digits = (i: number) => i.toString(16).padStart(2, "0");
  const backup = Array.from({ length: 250 }, (_, i) => sourceOf(`${digits(i)}/${digits(i)}${"0".repeat(38)}`, Uint8Array.of(1)));
  const steps = await read(...pages, ...backup);
  const watch = watchCaveats();
  const summing = summarise();
  for (const step of steps) {
    watch.add(step);
    summing.add(step);
  }
  const { known } = watch.caveats();
  expect(known.map(({ kind, files, name }) => [kind.id, files, name])).toEqual([
    ["meta-html", 3000, "messages/inbox/chat_0/message_1.html"],
    ["iphone-backup", 250, `00/${"0".repeat(40)}`],
  ]);
  expect(known[0]?.kind.ask).toContain("as JSON, not HTML");
  expect(summing.summary().known).toEqual(known);
});
