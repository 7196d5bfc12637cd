/**
 * `npm test`: brings what the tests need, checks the rules of the house, builds the apps, then runs everything. Runs of vitest, one
 * after the other, because two cores do not carry a browser beside them.
 *
 * `npm test -- unit` leaves out the browser and the cross-room runs; any further words are handed to vitest.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installPackages, installTools, run } from "./install.mjs";
import { root } from "./root.mjs";

installPackages();
installTools();

const [only, ...words] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "unmask-test-"));
const tally = { passed: 0, failed: 0 };
let ended = 0;

if (only === "unit") {
  runVitest("unit", words);
} else {
  run("node", ["house/check.mjs"]);
  run("node", ["house/build.mjs"]);
  // The verifier's branches are counted; counting all would take as long again.
  runVitest("unit", ["packages/pack", "--coverage"]);
  runVitest("unit", ["--exclude", "packages/pack/**"]);
  runVitest("rooms", []);
  runVitest("journeys", []);
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(ended);

function runVitest(project, args) {
  const report = join(folder, `${project}.json`);
  const started = Date.now();
  const { status } = spawnSync(
    join(root, "node_modules/.bin/vitest"),
    ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...args],
    { cwd: root, stdio: "inherit" },
  );
  if (status !== 0) ended = 1;
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, "utf8"));
    tally.passed += numPassedTests;
    tally.failed += numFailedTests;
    if (numPendingTests + numTodoTests > 0) {
      console.error(`${numPendingTests + numTodoTests} tests were skipped: a test is there to run.`);
      ended = 1;
    }
  } catch {
    console.error(`The ${project} tests ended without a report.`);
    tally.failed += 1;
    ended = 1;
  }
  console.log(`${project}: ${Math.round((Date.now() - started) / 1000)} s`);
}
