import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../root.mjs";

const file = "house/tsconfig.room.json";
const { compilerOptions } = ts.parseConfigFileTextToJson(file, readFileSync(join(root, file), "utf8")).config;

/** Options that say what is written where, and refuse nothing. */
const outputOnly = ["target", "declaration", "emitDeclarationOnly", "rewriteRelativeImportExtensions", "skipLibCheck"];

/** Every other option of a room's compiler is a rule, and so is what each app is told of its world. */
export const rules = [
  ...Object.keys(compilerOptions).filter((option) => !outputOnly.includes(option)),
  "a page has no Node",
  "a command has no page",
];

const inRoom = (rule, code, text, name = rule) => ({ rule, code, file: `packages/law/src/planted-${name}.ts`, text: `${text}\n` });

/** One or more for each rule, with the compiler's code for the fault. */
export const plants = [
  ...["window", "document", "fetch", "localStorage", "setTimeout", "crypto"].map((name) =>
    inRoom("lib", name === "document" ? "TS2584" : "TS2304", `export const planted: unknown = ${name};`, `lib-${name}`),
  ),
  inRoom("types", "TS2591", "export const planted: unknown = process;", "types-process"),
  inRoom("types", "TS2591", 'import { readFileSync } from "node:fs";\nexport const planted: unknown = readFileSync;', "types-fs"),
  inRoom("module", "TS2835", 'import { jurisdictions } from "./index";\nexport const planted: unknown = jurisdictions;'),
  inRoom("strict", "TS7006", "export const planted = (value): unknown => value;"),
  inRoom("exactOptionalPropertyTypes", "TS2375", "export const planted: { readonly one?: number } = { one: undefined };"),
  inRoom("noUncheckedIndexedAccess", "TS2322", "export const planted = (all: readonly string[]): string => all[0];"),
  inRoom("noImplicitOverride", "TS4114", "class One {\n  one(): void {}\n}\nexport class Planted extends One {\n  one(): void {}\n}"),
  inRoom("noPropertyAccessFromIndexSignature", "TS4111", "export const planted = (all: Record<string, string>): unknown => all.one;"),
  inRoom(
    "noFallthroughCasesInSwitch",
    "TS7029",
    "export function planted(one: number): number {\n  let sum = 0;\n  switch (one) {\n    case 1:\n      sum += 1;\n    case 2:\n      sum += 2;\n  }\n  return sum;\n}",
  ),
  inRoom("verbatimModuleSyntax", "TS1484", 'import { Jurisdiction } from "@unmask/core";\nexport type Planted = Jurisdiction;'),
  inRoom("erasableSyntaxOnly", "TS1294", "export enum Planted {\n  One,\n}"),
  inRoom(
    "isolatedDeclarations",
    "TS9007",
    "export const planted = () => jurisdictions();\nfunction jurisdictions(): number {\n  return 1;\n}",
  ),
  // What stands outside the folder of the room is outside its program.
  inRoom("composite", "TS6307", 'import { seeded } from "../../../fixtures/timelines/seeded.ts";\nexport const planted: unknown = seeded;'),
  {
    rule: "a page has no Node",
    code: "TS2591",
    file: "apps/person/src/screens/planted.ts",
    text: "export const planted: unknown = process;\n",
  },
  {
    rule: "a command has no page",
    code: "TS2584",
    file: "apps/cli/src/commands/planted.ts",
    text: "export const planted: unknown = document;\n",
  },
];

/** The compiler names the file and the code. */
export const isRefused = (output, { file: planted, code }) =>
  output.split("\n").some((line) => line.startsWith(`${planted}(`) && line.includes(code));
