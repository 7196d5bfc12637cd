/** `npm run bench [name…]`: runs the benchmarks one after the other. Each prints ours, the peer's, the ratio from that run, and peak memory. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { installPackages } from "./install.mjs";
import { root } from "./root.mjs";

installPackages();
const wanted = process.argv.slice(2);
const names = readdirSync(join(root, "bench"))
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts") && !/^(?:child|make)-/.test(file))
  .map((file) => file.slice(0, -3));
const chosen = wanted.length === 0 ? names : wanted;
const missed = [];
for (const name of chosen) {
  if (!names.includes(name)) {
    console.error(`No benchmark is called ${name}. There are: ${names.join(", ")}`);
    process.exit(2);
  }
  console.log(`\n== ${name}`);
  const { status } = spawnSync(join(root, "node_modules/.bin/tsx"), [`bench/${name}.ts`], { cwd: root, stdio: "inherit" });
  if (status !== 0) missed.push(name);
}
if (missed.length > 0) console.log(`\nMissed a bar, or broke off: ${missed.join(", ")}`);
process.exit(missed.length > 0 ? 1 : 0);
