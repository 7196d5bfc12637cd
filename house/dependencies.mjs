/** Every dependency is pinned exactly, listed in one package.json alone, and every runtime dependency has its reason in DEPENDENCIES.md. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const read = (file) => readFileSync(join(root, file), "utf8");
const workspaces = ["packages", "apps"].flatMap((floor) => readdirSync(join(root, floor)).map((name) => `${floor}/${name}/package.json`));
const reasons = read("DEPENDENCIES.md");
const placesByName = new Map();
const broken = [];

for (const file of ["package.json", ...workspaces]) {
  const manifest = JSON.parse(read(file));
  if (manifest.engines?.node !== ">=20.19") broken.push(`${file}: engines.node is not ">=20.19"`);
  for (const kind of ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"]) {
    for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
      if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) broken.push(`${file}: ${name} is not pinned (${version})`);
      if (name.startsWith("@unmask/")) continue;
      placesByName.set(name, [...(placesByName.get(name) ?? []), file]);
      if (kind !== "devDependencies" && !reasons.includes(`\`${name}\``)) broken.push(`DEPENDENCIES.md: no reason for ${name} (${file})`);
    }
  }
}
for (const [name, places] of placesByName)
  if (places.length > 1) broken.push(`${name} is listed ${places.length} times: ${places.join(", ")}`);
if (/"resolved": "http/.test(read("package-lock.json"))) broken.push("package-lock.json names a host");
for (const line of broken) console.error(line);
process.exit(broken.length === 0 ? 0 : 1);
