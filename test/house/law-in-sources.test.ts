import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lawNumbersIn } from "./law-in-sources.ts";
import { textsOfSource } from "./unsaid.ts";

/** Law stands in the room of law, with its source and its mark: no other source names a section of an Act, or says how long a law gives. */

const root = join(import.meta.dirname, "../..");
const read = /^(?:apps|packages)\/[^/]+\/src\//;

/** Numbers that look like law and are none, by file, each with what it is. */
const ours: Readonly<Record<string, readonly string[]>> = {
  // How long an upload that was cut can go on, which is a setting of the intake.
  "apps/cli/src/force/send-packs.ts": ["48 hours"],
  "apps/person/src/screens/force/sending.tsx": ["48 hours"],
  // How long a mailbox keeps a reply.
  "apps/person/src/screens/force/read-replies.tsx": ["26 weeks"],
  "apps/person/src/screens/force/replies.tsx": ["26 weeks"],
  // How far from an act a pattern looks.
  "apps/cli/src/look-at-rules.ts": ["24 hours"],
  "packages/patterns/src/agreed-contact.ts": ["24 hours"],
  "packages/patterns/src/last-act.ts": ["24 hours"],
  // How long the intake keeps a copy.
  "apps/server/src/commands/keep.ts": ["30 days"],
  // Bins of a statistic.
  "packages/case/src/learn/value-words.ts": ["2 years", "5 years", "5 years"],
  // What a force does by its own rule of risk.
  "packages/case/src/risk/risk-rule.ts": ["24 hours", "7 days"],
  // A paragraph of a standard of files.
  "packages/pack/src/verify-guide.ts": ["section 2"],
};

/** What a source holds that can hold such a number at all, its words in bold and its comments with it: only those are read as sources. */
const mayHold = /\bss?\d|[Ss]ections?\s|\d[^\n]{0,40}\b(?:hours?|days?|weeks?|months?|years?)\b/;

const files = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .stdout.split("\n")
  .filter((file) => read.test(file) && /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith("packages/law/"));

test("no source outside the room of law names a section of an Act or says how many hours, days, months or years a law gives", () => {
  const found = files.flatMap((file) => {
    const source = readFileSync(join(root, file), "utf8");
    if (!mayHold.test(source)) return [];
    const numbers = new Set(textsOfSource(file, source).flatMap(lawNumbersIn));
    return [...numbers].filter((one) => ours[file]?.includes(one) !== true).map((one) => `${file}: ${one}`);
  });
  expect(files.length).toBeGreaterThan(800);
  expect(found).toEqual([]);
});

test("what is let stand is still there", () => {
  for (const [file, numbers] of Object.entries(ours)) {
    const there = textsOfSource(file, readFileSync(join(root, file), "utf8")).flatMap(lawNumbersIn);
    expect([file, numbers.filter((one) => !there.includes(one))]).toEqual([file, []]);
  }
});

test.each([
  ["a literal", 'const a = "By s62(4) of the Act.";'],
  ["a template", "const a = (day: string) => `It ends ${day}, after 72 hours`;"],
  ["an element", "const a = <p>Data Protection Act 2018 s67.</p>;"],
  ["an attribute", 'const a = <td data-says="72 hours">x</td>;'],
  ["a section in words", 'const a = "section 62: one of four";'],
  ["sections", 'const a = "ss44–48";'],
  ["working days", 'const a = "within 5 working days";'],
  ["a subsection with a letter", 'const a = "conflicts with s4(4)(b)";'],
  ["a section with a letter", 'const a = "s2A";'],
])("a planted number of law is found in %s", (_, source) => {
  expect(textsOfSource("planted.tsx", source).flatMap(lawNumbersIn)).not.toEqual([]);
});

test.each([
  ["a comment", "// s62(4): 72 hours\nconst a = 1;"],
  ["a value of law", "const a = `${hours} hours, ${fact.section}`;"],
  ["an id", 'const a = "s1-application";'],
])("%s is no number of law that stands fixed", (_, source) => {
  expect(textsOfSource("harmless.ts", source).flatMap(lawNumbersIn)).toEqual([]);
});
