import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../root.mjs";

const file = "house/tsconfig.tests.json";
const { include } = ts.parseConfigFileTextToJson(file, readFileSync(join(root, file), "utf8")).config;

/** Each pattern of files that the configuration names is a rule: "what stands here compiles". Declarations only tell of other files. */
export const rules = include.filter((pattern) => !pattern.endsWith(".d.ts"));

const text = 'export const planted: number = "no number";\n';

/** A file that the pattern must find: each star is a name. */
export const plants = rules
  .filter((pattern) => pattern.includes("*"))
  .map((pattern) => {
    const path = pattern
      .replace("../", "")
      .replace("packages/*", "packages/law")
      .replace("fittings/*", "fittings/screen")
      .replace("apps/*", "apps/cli");
    return { rule: pattern, file: path.replace("**/", "planted/").replace("*", "planted"), text };
  })
  .concat(
    rules
      .filter((pattern) => !pattern.includes("*"))
      .map((pattern) => ({ rule: pattern, file: pattern.replace("../", ""), change: (before) => `${before}\n${text}` })),
  );

/** The compiler names the file and the code of a type that does not fit. */
export const isRefused = (output, { file: planted }) =>
  output.split("\n").some((line) => line.startsWith(`${planted}(`) && line.includes("TS2322"));
