import { rules as texts } from "../docs-on-exports.mjs";
export { isRefused } from "./of-ours.mjs";

/** The names of the rules. */
export const rules = Object.keys(texts);

/** One for each rule and kind of place: a room, a folder in a room, a room to come, a fitting. */
export const plants = [
  ...["packages/core/src", "packages/pack/src/report", "packages/formats/src/scan", "fittings/screen/src"].map((folder) => ({
    rule: "every-export-has-a-docstring",
    file: `${folder}/planted.ts`,
    text: "export const planted = 1;\n",
  })),
  {
    rule: "every-front-door-says-what-it-is",
    file: "packages/law/src/index.ts",
    change: (text) => text.replace("@module", "the room"),
  },
  { rule: "every-front-door-says-what-it-is", file: "fittings/screen/src/index.ts", text: 'export { planted } from "./planted.ts";\n' },
];
