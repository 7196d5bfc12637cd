/**
 * Every dependency is pinned exactly, listed in one package.json alone, and every runtime dependency has its reason in DEPENDENCIES.md. No
 * install script runs.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { workspaces } from "./floors.mjs";
import { runAsProgram } from "./report.mjs";
import { root } from "./root.mjs";

/** What each rule refuses. */
export const rules = {
  "one-engine": 'engines.node is not ">=20.19"',
  "every-version-is-pinned": "a version that is not one exact version",
  "every-dependency-has-its-reason": "DEPENDENCIES.md does not say why it is there",
  "a-dependency-is-listed-once": "it is listed in more than one package.json",
  "the-lock-file-names-no-host": "an address stands in it (.npmrc: omit-lockfile-registry-resolved)",
  "no-install-script-runs": "ignore-scripts=true is missing",
};

const read = (file) => readFileSync(join(root, file), "utf8");

runAsProgram(import.meta.url, rules, () => {
  const reasons = read("DEPENDENCIES.md");
  const placesByName = new Map();
  const broken = [];
  for (const file of ["package.json", ...workspaces().map(({ folder, name }) => `${folder}/${name}/package.json`)]) {
    const manifest = JSON.parse(read(file));
    if (manifest.engines?.node !== ">=20.19") broken.push({ rule: "one-engine", at: file });
    for (const kind of ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"]) {
      for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
        const at = `${file} (${name})`;
        if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) broken.push({ rule: "every-version-is-pinned", at });
        if (name.startsWith("@unmask/")) continue;
        placesByName.set(name, [...(placesByName.get(name) ?? []), file]);
        if (kind !== "devDependencies" && !reasons.includes(`\`${name}\``)) broken.push({ rule: "every-dependency-has-its-reason", at });
      }
    }
  }
  for (const [name, places] of placesByName)
    if (places.length > 1) broken.push({ rule: "a-dependency-is-listed-once", at: `${places.join(", ")} (${name})` });
  if (/"resolved": "http/.test(read("package-lock.json"))) broken.push({ rule: "the-lock-file-names-no-host", at: "package-lock.json" });
  // The one setting that every npm obeys: a list of allowed scripts in package.json says nothing to npm 10.
  if (!/^ignore-scripts=true$/m.test(read(".npmrc"))) broken.push({ rule: "no-install-script-runs", at: ".npmrc" });
  return broken;
});
