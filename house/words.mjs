/** Words that have no place in the sources: drawers instead of rooms, unfinished work, silenced tools, and labels for people. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { runAsProgram } from "./report.mjs";
import { root } from "./root.mjs";

/** What each rule refuses. */
export const rules = {
  "no-drawer": "a drawer; a file is called after the one noun that is in it",
  "no-unfinished-work": "unfinished work; finish it or leave it out",
  "no-silenced-tool": "a silenced tool; mend what it says",
  "every-test-runs": "a test that does not run",
  "no-label-for-a-person": "a label for a person; say what they did",
  "words-looks-at-files": "git named no file to look at",
};

const drawers = /^(utils?|helpers?|common|shared|misc|manager|service|types|constants|.*-v2|new)\.tsx?$/;
const inSources = [
  [/\b(TODO|FIXME|XXX|HACK)\b/, "no-unfinished-work"],
  [/@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable|prettier-ignore-start/, "no-silenced-tool"],
  [/\b(it|test|describe)\.(skip|only|todo|fails)\b/, "every-test-runs"],
];
/** What a person may read: strings and comments of the apps, their parts, the English, patterns and the report. Tests quote the words. */
const labels = /\b(stalker|perpetrator)s?\b/i;
const readByPeople = /^(apps|fittings|packages\/(words|patterns|pack|corridor|checks))\//;

runAsProgram(import.meta.url, rules, () => {
  const files = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
    .stdout.split("\n")
    .filter((file) => /\.(ts|tsx|mjs|js|css|html)$/.test(file) && !file.startsWith("house/"));
  if (files.length === 0) return [{ rule: "words-looks-at-files", at: "." }];
  return files.flatMap((file) => {
    const found = drawers.test(basename(file)) ? [{ rule: "no-drawer", at: file }] : [];
    const lines = readFileSync(join(root, file), "utf8").split("\n");
    for (const [i, line] of lines.entries()) {
      const at = `${file}:${i + 1}`;
      for (const [pattern, rule] of inSources) if (pattern.test(line)) found.push({ rule, at });
      if (!/\.test\.tsx?$/.test(file) && readByPeople.test(file) && labels.test(line)) found.push({ rule: "no-label-for-a-person", at });
    }
    return found;
  });
});
