import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { isHeldByOther, takeLock, waitForLock } from "./lock-file.ts";
import { holdVault } from "./vault-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-lock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a folder is one process's at a time, and the next's when that one lets go", async () => {
  const lock = await takeLock(join(folder, "lock"));
  const second = await takeLock(join(folder, "lock"));
  expect(!second.ok && second.error).toMatch(new RegExp(`in use by process ${process.pid}: .* Stop that one first`));
  if (!lock.ok) throw new Error(lock.error);
  await lock.value();
  const third = await takeLock(join(folder, "lock"));
  expect(third.ok).toBe(true);
  if (third.ok) await third.value();
  expect(readdirSync(folder)).toEqual([]);
});

test("another process that lives is refused", async () => {
  const file = join(folder, "others");
  writeFileSync(file, JSON.stringify({ process: process.ppid, began: "" }));
  const lock = await takeLock(file);
  expect(!lock.ok && lock.error).toContain(`process ${process.ppid}`);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ process: process.ppid });
});

test("a dead one's lock does not stand in the way: its process is gone, or its number is another's now, or the file is cut short", async () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  const left = [
    JSON.stringify({ process: pid, began: "" }),
    JSON.stringify({ process: process.ppid, began: "0123-4567.89" }),
    JSON.stringify({ process: process.pid, began: "" }),
    '{"process":',
  ];
  for (const text of left) {
    const file = join(folder, "dead");
    writeFileSync(file, text);
    const lock = await takeLock(file);
    expect(lock.ok).toBe(true);
    if (lock.ok) await lock.value();
  }
});

test("of many who start at once one has it", async () => {
  const file = join(folder, "many");
  const all = await Promise.all(Array.from({ length: 8 }, () => takeLock(file)));
  expect(all.filter((one) => one.ok)).toHaveLength(1);
});

test("who waits for it gets it when it is let go, and is refused when that takes too long", async () => {
  const file = join(folder, "new", "held.part");
  const signal = new AbortController().signal;
  const first = await waitForLock(file, { waitMs: 0, signal });
  expect(await waitForLock(file, { waitMs: 60, signal })).toMatchObject({ ok: false });
  const later = waitForLock(file, { waitMs: 5_000, signal });
  for (const name of readdirSync(join(folder, "new"))) expect(name).toMatch(/^held\.(?:[0-9a-f]+\.)?part$/);
  if (first.ok) await first.value();
  expect(await later).toMatchObject({ ok: true });
});

test("a vault where nothing can be written is read without being held", async () => {
  const held = await holdVault("/sys/kernel", new AbortController().signal);
  expect(held).toMatchObject({ ok: true });
  if (held.ok) await held.value();
});

test("what is no lock and stands under its name stands in nobody's way: a pipe, a link, a folder, a file without an end", async () => {
  const file = join(folder, "planted", "held.part");
  const { signal } = new AbortController();
  const plant: readonly (() => void)[] = [
    () => spawnSync("mkfifo", [file]),
    () => symlinkSync("nowhere", file),
    () => symlinkSync("/dev/zero", file),
    () => mkdirSync(file),
    () => (writeFileSync(file, ""), truncateSync(file, 5 * 1024 ** 3)),
  ];
  mkdirSync(join(folder, "planted"));
  for (const make of plant) {
    make();
    expect(await isHeldByOther(file)).toBe(false);
    const lock = await waitForLock(file, { waitMs: 0, signal });
    expect(lock.ok, String(make)).toBe(true);
    if (lock.ok) await lock.value();
    expect(readdirSync(join(folder, "planted"))).toEqual([]);
  }
  // Somebody's own folder is moved aside and keeps what is in it.
  mkdirSync(file);
  writeFileSync(join(file, "x"), "");
  const lock = await waitForLock(file, { waitMs: 0, signal });
  expect(lock.ok).toBe(true);
  if (lock.ok) await lock.value();
  expect(readdirSync(join(folder, "planted"), { recursive: true })).toEqual([
    expect.stringMatching(/^held\.[0-9a-f]{16}\.part$/),
    expect.stringMatching(/^held\.[0-9a-f]{16}\.part\/x$/),
  ]);
});
