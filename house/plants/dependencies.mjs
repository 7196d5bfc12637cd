import { rules as texts } from "../dependencies.mjs";
export { isRefused } from "./of-ours.mjs";

/** The names of the rules. */
export const rules = Object.keys(texts);

const listing = (entry) => (text) => text.replace('"@unmask/core"', `${entry}, "@unmask/core"`);

/** One for each rule. */
export const plants = [
  { rule: "one-engine", file: "packages/seal/package.json", change: (text) => text.replace(">=20.19", ">=22") },
  {
    rule: "every-version-is-pinned",
    file: "packages/law/package.json",
    change: listing('"planted-loose": "^1.0.0"'),
    at: "packages/law/package.json (planted-loose)",
  },
  {
    rule: "every-dependency-has-its-reason",
    file: "packages/patterns/package.json",
    change: listing('"planted-unexplained": "1.0.0"'),
    at: "packages/patterns/package.json (planted-unexplained)",
  },
  {
    rule: "a-dependency-is-listed-once",
    file: "packages/pack/package.json",
    change: listing('"@noble/hashes": "2.4.0"'),
    at: "packages/seal/package.json (@noble/hashes)",
  },
  {
    rule: "the-lock-file-names-no-host",
    file: "package-lock.json",
    change: (text) => text.replace('"version":', '"resolved": "https://registry.example.org/planted.tgz",\n      "version":'),
  },
  {
    rule: "no-install-script-runs",
    file: ".npmrc",
    change: (text) => text.replace("ignore-scripts=true\n", ""),
  },
];
