import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openOutputFolder } from "./output-folder.ts";

test("a folder that no machine can make is refused at once, and never tried for ever", async () => {
  expect(await openOutputFolder("/proc/x/y")).toEqual({
    ok: false,
    error: "the folder /proc/x/y cannot be made. Name another with --out.",
  });
}, 5_000);

test("folders that are missing on the way are made, and a file on the way is refused", async () => {
  const folder = mkdtempSync(join(tmpdir(), "unmask-out-"));
  try {
    expect((await openOutputFolder(join(folder, "a/b/../c"))).ok).toBe(true);
    expect(statSync(join(folder, "a/c")).isDirectory()).toBe(true);
    expect((await openOutputFolder(join(folder, "a/c"))).ok).toBe(true);
    writeFileSync(join(folder, "file"), "");
    expect((await openOutputFolder(join(folder, "file"))).ok).toBe(false);
    expect((await openOutputFolder(join(folder, "file/under"))).ok).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
