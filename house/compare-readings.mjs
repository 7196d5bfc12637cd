/**
 * `npm run compare -- OTHER`: reads the fixtures and the sample case of this checkout with the CLI of another checkout and with this one's, and
 * prints every line that differs. Both are built first (`npm run build` in each). Ends with 1 when a line differs: whoever changes a reader
 * shows that nothing else changed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const other = process.argv[2];
if (other === undefined || !existsSync(join(other, "apps/cli/dist/main.js"))) {
  console.error("Name another checkout whose CLI is built: npm run compare -- ../other");
  process.exit(2);
}

let differing = 0;
let compared = 0;
for (const { folder, options } of cases()) {
  const before = readingsBy(other, folder, options);
  const after = readingsBy(root, folder, options);
  compared += after.length;
  const [gone, come] = [linesNotIn(before, after), linesNotIn(after, before)];
  if (gone.length + come.length === 0) continue;
  differing += gone.length + come.length;
  console.log(`\n== ${folder}`);
  for (const line of gone) console.log(`- ${line}`);
  for (const line of come) console.log(`+ ${line}`);
}
console.log(`\n${compared} lines compared, ${differing} differ`);
process.exit(differing === 0 ? 0 : 1);

function* cases() {
  for (const importer of foldersIn("fixtures/importers")) {
    for (const name of foldersIn(join("fixtures/importers", importer))) {
      const folder = join("fixtures/importers", importer, name);
      const stated = existsSync(join(root, folder, "case.json")) ? JSON.parse(readFileSync(join(root, folder, "case.json"), "utf8")) : {};
      const order = stated.dateOrder === undefined ? [] : ["--date-order", stated.dateOrder];
      yield { folder: join(folder, "input"), options: [...(stated.zone === undefined ? [] : ["--zone", stated.zone]), ...order] };
    }
  }
  for (const name of ["sample-case", ...foldersIn("fixtures/cases").map((one) => join("cases", one))]) {
    yield { folder: join("fixtures", name, "exports"), options: ["--zone", "Europe/London"] };
  }
}

function foldersIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** Each line of `unmask read`, those of one file in their order. */
function readingsBy(checkout, folder, options) {
  const { stdout, status, error } = spawnSync("node", [join(checkout, "apps/cli/bin/unmask.js"), "read", ...options, folder], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (error || status === null || status === 2) throw new Error(`${checkout} could not read ${folder}`);
  return stdout.split("\n").filter((line) => line !== "");
}

/** As a multiset: three equal lines are three. */
function linesNotIn(lines, others) {
  const left = new Map();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
}
