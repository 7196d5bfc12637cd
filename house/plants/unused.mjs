import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.mjs";

/** The kinds of issue that knip looks for. */
export const rules = JSON.parse(readFileSync(join(root, "house/knip.json"), "utf8")).include;

/** Makes knip name the kind of each issue. */
export const args = ["--reporter", "json"];

/** One or more for each kind. `named` is what knip calls the thing. */
export const plants = [
  { rule: "files", file: "packages/law/src/planted.ts", named: "packages/law/src/planted.ts", text: "export const planted = 1;\n" },
  {
    rule: "files",
    file: "apps/person/src/parts/planted.tsx",
    named: "apps/person/src/parts/planted.tsx",
    text: "export const planted = 1;\n",
  },
  {
    rule: "dependencies",
    file: "packages/law/package.json",
    named: "@noble/hashes",
    change: (text) => text.replace('"@unmask/core"', '"@noble/hashes": "2.4.0", "@unmask/core"'),
  },
  appended("unlisted", "packages/pack/src/build-pack.ts", "@noble/curves", 'import "@noble/curves/ed25519.js";'),
  appended("unresolved", "packages/law/src/england-and-wales/index.ts", "./nowhere.ts", 'import "./nowhere.ts";'),
  {
    rule: "binaries",
    file: "package.json",
    named: "planted-binary",
    change: (text) => text.replace('"scripts": {', '"scripts": { "planted": "planted-binary --all",'),
  },
  appended("exports", "packages/patterns/src/bursts.ts", "plantedValue", "export const plantedValue = 1;"),
  // Behind a front door too, where it looks public.
  appended("exports", "packages/law/src/index.ts", "plantedDoor", 'export { plantedDoor } from "./jurisdiction.ts";'),
  appended("types", "packages/law/src/index.ts", "PlantedType", "export interface PlantedType {\n  readonly one: 1;\n}"),
  appended("duplicates", "packages/core/src/result.ts", "plantedOnce", "export const plantedOnce = 1;\nexport default plantedOnce;"),
];

function appended(rule, file, named, line) {
  return { rule, file, named, change: (text) => `${text}\n${line}\n` };
}

/** knip's report, by file and kind. */
export const isRefused = (output, { rule, file, named }) => {
  const { issues } = JSON.parse(output);
  return issues.some((issue) => issue.file === file && issue[rule]?.flat().some(({ name }) => name === named));
};
