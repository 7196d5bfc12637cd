import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { type Ran, project, runUnmask } from "./run-unmask.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-leave-out-"));
const home = join(folder, "home");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (...args: readonly string[]): Promise<Ran> => runUnmask(args, { home });
const exportsFolder = join(project, "fixtures/sample-case/exports");
const people = ["--me", "Hannah Reyes", "--them", "Owen Pike", "--them", "+447700900123", "--zone", "Europe/London"];

interface ReadAct {
  readonly id: string;
  readonly text: string | null;
  readonly when: { readonly earliest: string };
  readonly from: { readonly wrote: string };
}

async function actsRead(): Promise<readonly ReadAct[]> {
  const { out } = await run("read", "--zone", "Europe/London", exportsFolder);
  return out.split("\n").flatMap((line) => (line.startsWith('{"act":') ? [(JSON.parse(line) as { readonly act: ReadAct }).act] : []));
}

/** Every word that a pack holds, of printed papers and packed files too. */
function wordsIn(pack: string): string {
  const files = readdirSync(pack, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      if (name.endsWith(".pdf") && parentPath.endsWith("data")) return execFileSync("pdftotext", ["-raw", path, "-"]).toString();
      return (name.endsWith(".gz") ? gunzipSync(readFileSync(path)) : readFileSync(path)).toString("utf8");
    })
    .join("\n");
}

it("a month, a person and one message are nowhere in the pack of the sample case, and it agrees with what went", async () => {
  const out = join(folder, "out");
  const acts = await actsRead();
  const single = acts.find(({ text, when }) => when.earliest < "2025-06-01" && (text ?? "").length > 20) ?? expect.fail();
  const made = await run(
    ...["report", ...people, "--leave-out", "2025-08-01..2025-08-31", "--leave-out", "Nora Lighte", "--leave-out", single.id],
    ...["--out", out, exportsFolder],
  );
  expect(made.said).toMatch(/Left out: \d+ acts\. \d+ acts go\./);
  const pack = join(out, readdirSync(out).find((one) => !one.endsWith(".pub")) ?? "");
  const words = wordsIn(pack);
  const isGone = ({ id, from, when }: ReadAct): boolean =>
    id === single.id || from.wrote === "Nora Lighte" || (when.earliest >= "2025-07-31T23" && when.earliest < "2025-08-31T23");
  const going = new Set(acts.filter((act) => !isGone(act)).map(({ text }) => text));
  const gone = acts.filter(isGone);
  const canaries = gone.flatMap(({ text }) =>
    text !== null && text.length > 12 && ![...going].some((one) => one?.includes(text)) ? [text] : [],
  );
  expect(gone.length).toBeGreaterThan(100);
  expect(canaries.length).toBeGreaterThan(2);
  for (const canary of [...canaries, "Nora Lighte", ...gone.map(({ id }) => id)]) expect(words.includes(canary), canary).toBe(false);
  expect(words).toMatch(/acts were left out by choice: \d+ by or to 1 person, \d+ by time \(2025-08-01 to 2025-08-31\) and 1 one by one/);
  const checked = await run("verify", "--again", pack);
  expect(checked.out).toMatch(
    /^Verified\.[^]* acts: \d+ agree, 0 differ, \d+ not compared[^]* findings: \d+ agree, 0 differ, 0 not compared/,
  );
  expect(checked.code).toBe(0);
});

it("a name that nobody has is refused before anything is made", async () => {
  const out = join(folder, "none");
  const refused = await run("report", ...people, "--leave-out", "Nobody Here", "--out", out, join(exportsFolder, "phone-2"));
  expect(refused.code).toBe(2);
  expect(refused.said).toMatch(
    /--leave-out Nobody Here: no file of that name was handed over, and no act in these files is by or to anybody of that name\./,
  );
  expect(readdirSync(folder)).not.toContain("none.age");
});

it("the name of somebody else is nowhere in the pack, printed or packed, every act is there, and it agrees with what went", async () => {
  const out = join(folder, "redacted");
  const name = /nora[ _.-]*lighte|\bnora\b/i;
  expect(JSON.stringify(await actsRead())).toMatch(name);
  const made = await run("report", ...people, "--redact", "Nora Lighte", "--redact", "Nora", "--out", out, exportsFolder);
  expect(made.said).toMatch(/Names covered: 2, in \d+ acts that go\./);
  const pack = join(out, readdirSync(out).find((one) => !one.endsWith(".pub")) ?? "");
  const words = wordsIn(pack);
  expect(words).not.toMatch(name);
  expect(words).toMatch(/\*1\*\* \*{6}/);
  expect(words.replace(/\s+/g, " ")).toContain("2 names of other people are covered by choice, in");
  const whole = readFileSync(join(pack, "bag-info.txt"), "utf8");
  const [leaves, shown] = ["Leaves", "Acts-Shown"].map((label) => new RegExp(`Unmask-(?:Log-)?${label}: (\\d+)`).exec(whole)?.[1]);
  expect(shown).toBe(leaves);
  const checked = await run("verify", "--again", pack);
  expect(checked.out).toMatch(
    /^Verified\.[^]* acts: \d+ agree, 0 differ, 0 not compared[^]* findings: \d+ agree, 0 differ, 0 not compared/,
  );
  expect(checked.code).toBe(0);
});

it("a name that stands in one of the person whom the report is about is refused before anything is made", async () => {
  const refused = await run("report", ...people, "--redact", "Pike", "--out", join(folder, "pike"), join(exportsFolder, "phone-2"));
  expect(refused.code).toBe(2);
  expect(refused.said).toMatch(/--redact Pike: it stands in the name of somebody whom the report is about, and they stay named\./);
});
