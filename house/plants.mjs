/**
 * Proves that no rule of `npm run check` is dead: in a copy of the project, one planted fault for each rule must be refused by the rule's
 * name at the planted place. The rules are read from the configuration itself, so a rule without a plant fails, and a plant for no rule.
 *
 * `node house/plants.mjs [step…]` runs all steps, or those named. The plants of a step are put into the copy together, the step's own command
 * runs once, and the copy is cleaned for the next.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isProgram } from "./report.mjs";
import { root } from "./root.mjs";
import { steps } from "./steps.mjs";
import * as boundaries from "./plants/boundaries.mjs";
import * as code from "./plants/rules-of-code.mjs";
import * as dependencies from "./plants/dependencies.mjs";
import * as docs from "./plants/docs-on-exports.mjs";
import * as layout from "./plants/layout.mjs";
import * as lint from "./plants/lint.mjs";
import * as rooms from "./plants/rooms.mjs";
import * as testTypes from "./plants/types-of-the-tests.mjs";
import * as types from "./plants/types.mjs";
import * as unused from "./plants/unused.mjs";
import * as words from "./plants/words.mjs";

/**
 * By step: `rules`, the names read from the configuration; `plants`, one or more for each rule; `isRefused(output, plant)`, whether the tool
 * names rule and place; `args`, words that make the tool name the rule at all; `places`, what stands in the command instead of its `.`.
 *
 * A plant is `{ rule, file, text }`, a new file; or `{ rule, file, change }`, which gets the text of a file and gives the faulty one. `at`
 * is what the tool prints as the place when that is not the file, `with` are files that it needs (text by path); one that would hide the
 * others (`isAlone`) has a run of its own.
 */
const plantsByStep = {
  "types and purity": types,
  "types of the tests": testTypes,
  lint,
  boundaries,
  unused,
  "rules of code": code,
  "docs on exports": docs,
  rooms,
  dependencies,
  words,
  layout,
};

/** The names and places are read as plain text, wherever this runs: a tool that sees `CI` or `FORCE_COLOR` colours what it prints. */
const withoutColours = { NO_COLOR: "1", FORCE_COLOR: undefined, CI: undefined };

if (isProgram(import.meta.url)) {
  const wanted = process.argv.slice(2);
  const broken =
    wanted.length === 0 ? steps.filter(({ name }) => !plantsByStep[name]).map(({ name }) => `no plants for the step ${name}`) : [];
  for (const name of Object.keys(plantsByStep)) if (!steps.some((step) => step.name === name)) broken.push(`plants for no step: ${name}`);
  const garden = copyOfTheProject();
  try {
    for (const step of steps.filter(({ name }) => plantsByStep[name] && (wanted.length === 0 || wanted.includes(name)))) {
      const started = Date.now();
      const found = [...countedFaults(plantsByStep[step.name]), ...survivors(garden, step, plantsByStep[step.name])];
      const { rules, plants } = plantsByStep[step.name];
      console.log(`${step.name}: ${rules.length} rules, ${plants.length} plants, ${((Date.now() - started) / 1000).toFixed(1)} s`);
      broken.push(...found.map((line) => `${step.name}: ${line}`));
    }
  } finally {
    rmSync(garden, { recursive: true, force: true });
  }
  for (const line of broken) console.error(line);
  process.exit(broken.length === 0 ? 0 : 1);
}

/** Rules without a plant, plants without a rule. */
function countedFaults({ rules, plants }) {
  return [
    ...rules.filter((rule) => !plants.some((plant) => plant.rule === rule)).map((rule) => `${rule} has no plant`),
    ...plants.filter(({ rule }) => !rules.includes(rule)).map(({ rule, file }) => `${file} is planted for ${rule}, which is no rule`),
  ];
}

function survivors(garden, step, { plants, ...how }) {
  const together = plants.filter(({ isAlone }) => !isAlone);
  const runs = [together, ...plants.filter(({ isAlone }) => isAlone).map((plant) => [plant])];
  return runs.flatMap((run) => survivorsOf(garden, step, { plants: run, ...how }));
}

/** Puts plants into the copy, runs the step there, takes them out, and names each that was let through. */
function survivorsOf(garden, { command: [command, ...args] }, { plants, isRefused, args: more = [], places = ["."] }) {
  const before = new Map();
  const put = (file, text) => {
    const path = join(garden, file);
    if (!before.has(path)) before.set(path, existsSync(path) ? readFileSync(path) : undefined);
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    writeFileSync(path, text);
  };
  for (const { file, text, change, with: others = {} } of plants) {
    for (const [other, its] of Object.entries(others)) put(other, its);
    put(file, change ? changed(file, readFileSync(join(garden, file), "utf8"), change) : text);
  }
  const program = command === "node" ? process.execPath : join(garden, "node_modules/.bin", command);
  const { stdout, stderr, status } = spawnSync(program, [...args.flatMap((word) => (word === "." ? places : [word])), ...more], {
    cwd: garden,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...withoutColours },
  });
  for (const [path, text] of before) {
    rmSync(path, { force: true });
    if (text !== undefined) writeFileSync(path, text);
  }
  if (status === 0) return ["the step is green with every fault planted"];
  const output = `${stdout}\n${stderr}`;
  return plants.filter((plant) => !isRefused(output, plant)).map(({ rule, file }) => `${rule} lets ${file} through`);
}

function changed(file, text, change) {
  const faulty = change(text);
  if (faulty === text) throw new Error(`The plant changes nothing in ${file}.`);
  return faulty;
}

/** What git knows or would know, with the packages of npm as hard links: a tool sees what it sees in the project. */
function copyOfTheProject() {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const garden = mkdtempSync(join(root, ".cache/plants-"));
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  for (const file of files.split("\0").filter((name) => name !== "" && existsSync(join(root, name)))) {
    // Vectors and exports are megabytes that no rule reads.
    if (/^(fixtures|docs)\/.*(?<!\.ts)$/.test(file)) continue;
    cpSync(join(root, file), join(garden, file), { recursive: true });
  }
  // What the compiler knows of the unchanged files: with it, only the plants are compiled.
  if (existsSync(join(root, ".cache/tsc"))) cpSync(join(root, ".cache/tsc"), join(garden, ".cache/tsc"), { recursive: true });
  execFileSync("cp", ["-al", join(root, "node_modules"), join(garden, "node_modules")]);
  execFileSync("git", ["init", "--quiet"], { cwd: garden });
  return garden;
}
