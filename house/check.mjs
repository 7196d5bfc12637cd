/** `npm run check`: every static rule of the house, each an error. Prints what broke and how long it took. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { installPackages } from "./install.mjs";
import { root } from "./root.mjs";
import { first, rest } from "./steps.mjs";

installPackages();

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
      const { code, output } = await outputOf(step.command);
      if (code === 0) continue;
      broken.push(step.name);
      console.error(`\n— ${step.name}\n${output}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return broken;
}

function outputOf([command, ...args]) {
  return new Promise((resolve, reject) => {
    const path = command === "node" ? process.execPath : join(root, "node_modules/.bin", command);
    const child = spawn(path, args, { cwd: root });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
