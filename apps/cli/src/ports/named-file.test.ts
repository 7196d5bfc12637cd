import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFileOnDisk, readTextBytes, readTextFile } from "./named-file.ts";

const nobodyStops = new AbortController().signal;

test("a file without an end is read only so far that whoever reads it can refuse it", async () => {
  expect((await readTextFile("/dev/zero", nobodyStops))?.length).toBeLessThan(70_000_000);
});

test("a folder, and what is not there, are no file", async () => {
  expect(await readTextFile(import.meta.dirname, nobodyStops)).toBeUndefined();
  expect(await readTextFile(`${import.meta.dirname}/nothing`, nobodyStops)).toBeUndefined();
});

test("a pipe that nobody writes is waited for until the person stops, and what is written to it late is read whole", async () => {
  const folder = mkdtempSync(join(tmpdir(), "unmask-pipe-"));
  const pipe = join(folder, "letter.json");
  execFileSync("mkfifo", [pipe]);
  const stop = new AbortController();
  const waiting = readTextBytes(pipe, stop.signal);
  stop.abort();
  await expect(waiting).rejects.toThrow("abort");
  const late = readTextBytes(pipe, nobodyStops);
  spawn("sh", ["-c", 'sleep 0.1; printf "caf\\303\\251" > "$0"; ', pipe]);
  expect((await late)?.toString()).toBe("café");
  expect(await readFileOnDisk(pipe)).toBeUndefined();
  rmSync(folder, { recursive: true });
});
