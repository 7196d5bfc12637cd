/** Words that have no place in the sources: drawers instead of rooms, unfinished work, silenced tools, and labels for people. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "./root.mjs";

const files = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .stdout.split("\n")
  .filter((file) => /\.(ts|tsx|mjs|css|html)$/.test(file) && !file.startsWith("house/"));

const drawers = /^(utils?|helpers?|common|shared|misc|manager|service|types|constants|.*-v2|new)\.tsx?$/;
const inSources = [
  [/\b(TODO|FIXME|XXX|HACK)\b/, "unfinished work"],
  [/@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable/, "a silenced tool"],
  [/\b(it|test|describe)\.(skip|only|todo|fails)\b/, "a test that does not run"],
];
/** What the person may read: strings and comments of the apps, patterns and the report. Tests quote the words to forbid them. */
const labels = /\b(stalker|perpetrator)s?\b/i;

const broken = files.flatMap((file) => {
  const found = drawers.test(basename(file)) ? [`${file}: a drawer, not a noun`] : [];
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  for (const [i, line] of lines.entries()) {
    for (const [pattern, what] of inSources) if (pattern.test(line)) found.push(`${file}:${i + 1}: ${what}`);
    if (!file.endsWith(".test.ts") && /^(apps\/person|packages\/(patterns|pack))\//.test(file) && labels.test(line))
      found.push(`${file}:${i + 1}: a label for a person`);
  }
  return found;
});
for (const line of broken) console.error(line);
process.exit(broken.length === 0 && files.length > 0 ? 0 : 1);
