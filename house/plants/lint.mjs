import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.mjs";

const { categories, rules: wanted, overrides } = JSON.parse(readFileSync(join(root, ".oxlintrc.json"), "utf8"));
const isOn = (setting) => (Array.isArray(setting) ? setting[0] : setting) === "error";
const namesOn = (settings) => Object.keys(settings).filter((name) => isOn(settings[name]));

/** What an override forbids by name: each name is a rule of its own. */
const forbiddenNames = overrides.flatMap(({ rules }) =>
  namesOn(rules).flatMap((name) =>
    rules[name].slice(1).map((one) => (typeof one === "string" ? { name, of: one } : { name, of: `${one.object}.${one.property}` })),
  ),
);

/** Each category, each rule that is on, each name that an override forbids. */
export const rules = [...namesOn(categories), ...namesOn(wanted), ...forbiddenNames.map(({ name, of }) => `${name}: ${of}`)];

/** One line for each fault, with its rule. */
export const args = ["--format", "unix"];

let number = 0;
const plant = (rule, text, { folder = "packages/law/src", named = rule } = {}) => ({
  rule,
  named,
  file: `${folder}/planted-${++number}.ts`,
  text: `${text}\n`,
});

/** Where a person, an officer and a test run it: rules hold in every folder. */
const everywhere = [
  "apps/cli/src",
  "apps/person/src",
  "test",
  "bench",
  "fixtures",
  "docs/pictures",
  "house",
  "fittings/screen/src",
  "packages/formats/src/scan",
];

/** One or more for each rule. The program with them compiles, because the type-aware linter needs one that does. */
export const plants = [
  plant("correctness", "debugger;\nexport const planted = 1;", { named: "eslint/no-debugger" }),
  ...everywhere.map((folder) => plant("typescript/no-explicit-any", "export const planted = (one: any): unknown => one;", { folder })),
  plant("typescript/no-non-null-assertion", "export const planted = (one?: string): string => one!;"),
  plant("typescript/no-floating-promises", "export function planted(work: Promise<void>): void {\n  work;\n}"),
  plant(
    "typescript/no-misused-promises",
    "export const planted = async (all: readonly number[]): Promise<void> => all.forEach(async () => undefined);",
  ),
  plant("typescript/await-thenable", "export const planted = async (one: number): Promise<number> => await one;"),
  plant(
    "typescript/switch-exhaustiveness-check",
    'export function planted(one: "a" | "b"): number {\n  switch (one) {\n    case "a":\n      return 1;\n  }\n  return 2;\n}',
  ),
  plant("typescript/consistent-type-imports", 'export const planted = (one: import("@unmask/core").Instant): unknown => one;'),
  plant("typescript/ban-ts-comment", "// @ts-nocheck\nexport const planted = 1;", { folder: "test" }),
  {
    rule: "import/no-cycle",
    named: "import/no-cycle",
    file: "packages/law/src/planted-one.ts",
    text: 'import { other } from "./planted-other.ts";\nexport const one: unknown = other;\n',
    with: { "packages/law/src/planted-other.ts": 'import { one } from "./planted-one.ts";\nexport const other: unknown = one;\n' },
  },
  plant("import/no-default-export", "export default 1;"),
  plant("eslint/eqeqeq", "export const planted = (one: number): boolean => one == 1;"),
  plant("eslint/no-var", "export var planted = 1;"),
  plant("eslint/prefer-const", "let one = 1;\nexport const planted = one;"),
  plant("eslint/no-console", 'console.log("planted");\nexport const planted = 1;', { folder: "apps/cli/src/commands" }),
  plant("eslint/no-eval", 'export const planted: unknown = eval("1");'),
  plant("eslint/max-params", "export const planted = (a: 1, b: 2, c: 3, d: 4, e: 5): unknown => [a, b, c, d, e];"),
  plant("eslint/no-unused-vars", "const left = 1;\nexport const planted = 1;"),
  ...forbiddenNames.map(({ name, of }) => plant(`${name}: ${of}`, `export const planted: unknown = ${of};`, { named: name })),
];

/** `file:line:column: what [Error/plugin(rule)]`. */
export const isRefused = (output, { file, named }) => {
  const [plugin, name] = named.split("/");
  return output.split("\n").some((line) => line.startsWith(`${file}:`) && line.endsWith(`[Error/${plugin}(${name})]`));
};
