import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { textsOfSource, unsaidIn } from "./unsaid.ts";

/** Every text of the desk's sources, in every state that no fixture reaches too. */

const root = join(import.meta.dirname, "../..");
const read =
  /^(?:apps\/(?:console|server)\/src|packages\/(?:law|case|words|link|submission|patterns|pack|seal)\/src|fittings\/screen\/src)\//;

/** Files of texts that are no sentences of ours: widths of a printed page, which is read as it is printed elsewhere, and the list from which words for paper are drawn. */
const measured = /^packages\/pack\/src\/report\/\w+-template\.ts$/;
const listed = "packages/seal/src/word-list.ts";

const files = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .stdout.split("\n")
  .filter((file) => read.test(file) && /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));

test("no text of console, server, law, case or words says that an offence was committed, calls somebody a name or gives a likelihood", () => {
  let many = 0;
  const found = files.flatMap((file) => {
    const texts = textsOfSource(file, readFileSync(join(root, file), "utf8"));
    many += texts.length;
    if (file === listed) return [];
    return texts.flatMap((text) => unsaidIn(measured.test(file) ? text.replaceAll(/\d%/g, "") : text).map((one) => `${file}: ${one}`));
  });
  expect(files.length).toBeGreaterThan(500);
  expect(many).toBeGreaterThan(10_000);
  expect(found).toEqual([]);
});

test.each([
  ["a literal", 'const a = "The offence was committed on Monday.";'],
  ["a template with a value in the middle", "const a = (name: string) => `An offence ${name} committed`;"],
  ["an element", "const a = <p>They are a stalker.</p>;"],
  ["an element whose word stands in bold", "const a = <p>An offence was <b>committed</b> here.</p>;"],
  ["an attribute", 'const a = <p title="The likelihood is high">x</p>;'],
  ["a key that is shown", 'const a = { "risk score": 1 };'],
  ["a number of a hundred", 'const a = "80 % of them";'],
  ["who is called so", 'const a = "the perpetrator’s telephone";'],
])("a planted word is found in %s", (_, source) => {
  expect(textsOfSource("planted.tsx", source).flatMap(unsaidIn)).not.toEqual([]);
});

test.each([
  ["a comment", "// an offence was committed by a stalker\nconst a = 1;"],
  ["the label that every missed duty has", 'const a = "overdue — possible s11 offence, reasonable excuse not assessed";'],
  ["a door of a module", 'import { likelihood } from "./stalker.ts";'],
])("%s is no text that says it", (_, source) => {
  expect(textsOfSource("harmless.ts", source).flatMap(unsaidIn)).toEqual([]);
});
