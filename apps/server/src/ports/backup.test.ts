import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { backUp } from "./backup.ts";

const home = mkdtempSync(join(tmpdir(), "unmask-apart-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test("no copy is made with its keys in it, or it in them, or either in the force's own folder, whatever links lead there", async () => {
  const data = join(home, "data");
  mkdirSync(join(data, "case"), { recursive: true });
  writeFileSync(join(data, "case/signer.key"), "a key");
  symlinkSync(data, join(home, "link"));
  mkdirSync(join(home, "shelf"));
  symlinkSync(join(home, "shelf"), join(home, "other"));
  const copy = join(home, "copy");
  for (const [out, keys, says] of [
    [copy, join(copy, "k"), "one in the other"],
    [join(copy, "c"), copy, "one in the other"],
    [copy, copy, "one in the other"],
    [join(home, "shelf/c"), join(home, "other/c/k"), "one in the other"],
    [join(data, "case/x"), undefined, "the next copy would hold"],
    [join(home, "link/x"), undefined, "the next copy would hold"],
    [copy, join(data, "case/k"), "the next copy would hold"],
  ] as const) {
    const made = await backUp(data, out, keys);
    expect(made.ok ? "made" : made.error).toContain(says);
  }
  expect([existsSync(copy), readdirSync(join(home, "shelf")), readdirSync(join(data, "case"))]).toEqual([false, [], ["signer.key"]]);
  // A name that only begins the same is another folder.
  expect((await backUp(data, copy, `${copy}-keys`)).ok).toBe(true);
  expect(readdirSync(join(home, "copy-keys/case"))).toEqual(["signer.key"]);
});
