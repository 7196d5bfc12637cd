import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const home = mkdtempSync(join(tmpdir(), "unmask-force-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const launcher = join(import.meta.dirname, "../../apps/cli/bin/unmask.js");

function unmask(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [launcher, ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

it("a force makes its keys once, for nobody else to read, and stock minisign and age take them", async () => {
  const data = join(home, "data");
  const made = await unmask("force", "init", "--data", data, "--name", "Example Constabulary");
  expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^RW\S{54}\n$/)]);
  for (const folder of ["intake", "case"]) {
    expect(statSync(join(data, folder)).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(join(data, folder)))
      expect([file, statSync(join(data, folder, file)).mode & 0o777]).toEqual([file, 0o600]);
  }
  const set = join(data, "intake/unmask-force.json");
  execFileSync("minisign", ["-V", "-q", "-m", set, "-P", made.out.trim()]);
  const keys = join(data, "case/opening-key.txt");
  const recipients = (): string[] => execFileSync("age-keygen", ["-y", keys], { encoding: "utf8" }).trim().split("\n");
  const named = (): string[] => JSON.parse(readFileSync(set, "utf8")).recipients.map((one: { recipient: string }) => one.recipient);
  expect(recipients()).toEqual(named());
  const again = await unmask("force", "init", "--data", data, "--name", "Another");
  expect([again.code, again.out, again.err]).toEqual([1, "", expect.stringMatching(/there is a force in .* already.*nothing was changed/)]);
  const [old] = named();
  expect((await unmask("force", "rotate", "--data", data)).code).toBe(0);
  expect(recipients()).toEqual(named());
  expect(recipients()[1]).toBe(old);
  expect((await unmask("force", "set", "--data", data, "--intake", "https://intake.example.org", "--packs", "5")).code).toBe(0);
  expect(JSON.parse(readFileSync(set, "utf8"))).toMatchObject({ number: 3, intake: "https://intake.example.org", limits: { packs: 5 } });
  execFileSync("minisign", ["-V", "-q", "-m", set, "-P", made.out.trim()]);
});

it("what is asked for wrongly is told, and nothing is made", async () => {
  const data = join(home, "none");
  for (const args of [
    [],
    ["--data", data],
    ["--data", data, "--name", "A", "--name", "B"],
    ["--data", data, "--name", "A", "--colour", "red"],
  ]) {
    expect((await unmask("force", "init", ...args)).code).toBe(2);
  }
  expect((await unmask("force", "set", "--data", data, "--name", "B")).code).toBe(1);
  expect((await unmask("force", "melt")).code).toBe(2);
  expect(readdirSync(home)).not.toContain("none");
});
