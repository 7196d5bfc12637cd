/** `npm run check`: every static rule of the house, each an error. Prints what broke and how long it took. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { installPackages } from "./install.mjs";
import { root } from "./root.mjs";

installPackages();

const bin = (name) => join(root, "node_modules/.bin", name);

/** tsc goes first: the type-aware linter needs a program that compiles. */
const first = [
  ["types and purity", bin("tsc"), "-b"],
  ["types of the tests", bin("tsc"), "-p", "house/tsconfig.tests.json"],
];
const rest = [
  ["lint", bin("oxlint"), "--type-aware", "packages", "apps", "test", "bench", "fixtures"],
  ["boundaries", "node", "house/boundaries.mjs"],
  ["docs on exports", "node", "house/docs-on-exports.mjs"],
  ["dependencies", "node", "house/dependencies.mjs"],
  ["words", "node", "house/words.mjs"],
  ["unused", bin("knip"), "--config", "house/knip.json"],
  ["layout", bin("prettier"), "--check", "--log-level", "warn", "."],
];

const started = Date.now();
const failed = [...(await runAll(first, 1)), ...(await runAll(rest, 2))];
console.log(
  `check: ${Math.round((Date.now() - started) / 1000)} s, ${failed.length === 0 ? "nothing to mend" : `broken: ${failed.join(", ")}`}`,
);
process.exit(failed.length === 0 ? 0 : 1);

async function runAll(steps, atOnce) {
  const waiting = [...steps];
  const broken = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const [name, command, ...args] = step;
      const { code, output } = await outputOf(command, args);
      if (code === 0) continue;
      broken.push(name);
      console.error(`\n— ${name}\n${output}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return broken;
}

function outputOf(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
