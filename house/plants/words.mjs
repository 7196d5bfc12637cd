import { rules as texts } from "../words.mjs";

/** The names of the rules. */
export const rules = Object.keys(texts);

let number = 0;
const plant = (rule, line, folder = "packages/law/src", ending = ".ts") => ({
  rule,
  file: `${folder}/planted-${++number}${ending}`,
  text: `${line}\n`,
});

/** One or more for each rule. The words are put together here, so that this file does not hold what it plants. */
export const plants = [
  ...["utils.ts", "helper.ts", "common.tsx", "types.ts", "reader-v2.ts"].map((name) => ({
    rule: "no-drawer",
    file: `packages/law/src/planted/${name}`,
    text: "\n",
  })),
  ...["TODO", "FIXME", "XXX", "HACK"].map((word) => plant("no-unfinished-work", `// ${word}: later`)),
  plant("no-silenced-tool", `// @ts-${"ignore"}`),
  plant("no-silenced-tool", `// oxlint-${"disable"}-next-line`, "apps/cli/bin", ".js"),
  plant("every-test-runs", `it.${"skip"}("is left out", () => undefined);`, "test", ".test.ts"),
  ...[
    "apps/person/src/screens",
    "apps/cli/src/commands",
    "packages/words/src",
    "packages/patterns/src",
    "packages/pack/src",
    "fittings/screen/src",
  ].map((folder) => plant("no-label-for-a-person", `export const planted = "The ${"stalker"} wrote.";`, folder)),
  {
    rule: "words-looks-at-files",
    file: "house/words.mjs",
    change: (text) => text.replace('"ls-files"', '"ls-nothing"'),
    at: ".: git named no file",
    isAlone: true,
  },
];
export { isRefused } from "./of-ours.mjs";
