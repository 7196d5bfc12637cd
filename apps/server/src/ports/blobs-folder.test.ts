import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openBlobs } from "./blobs-folder.ts";

const home = mkdtempSync(join(tmpdir(), "unmask-blobs-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const name = (text: string): string => createHash("sha256").update(text).digest("hex");
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
async function* pieces(...texts: string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield bytes(text);
}
async function textOf(all: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const piece of all) text += new TextDecoder().decode(piece);
  return text;
}

test("a body is kept whole under its name, once, and read from any place", async () => {
  const blobs = await openBlobs(join(home, "whole"));
  expect(await blobs.put(name("a"), pieces("one ", "two"))).toEqual({ ok: true, value: 7 });
  expect(await blobs.put(name("a"), pieces("other"))).toEqual({ ok: true, value: 7 });
  expect(await textOf(blobs.read(name("a"), 2, 5))).toBe("e t");
  expect(await textOf(blobs.read(name("a"), 6))).toBe("o");
  expect(await blobs.names()).toEqual([name("a")]);
  await blobs.remove(name("a"));
  await blobs.remove(name("a"));
  expect(await blobs.size(name("a"))).toBeUndefined();
  await expect(textOf(blobs.read(name("a")))).rejects.toThrow("ENOENT");
  expect(await blobs.free()).toBeGreaterThan(0);
});

test("a body whose sender breaks off leaves nothing, and half files of a run that ended go", async () => {
  const folder = join(home, "half");
  const blobs = await openBlobs(folder);
  const breaking = (async function* () {
    yield bytes("one");
    throw new Error("the connection broke");
  })();
  await expect(blobs.put(name("a"), breaking)).rejects.toThrow("broke");
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(join(folder, `.part-${"0".repeat(32)}`), "half");
  await openBlobs(folder);
  expect(readdirSync(folder)).toEqual([]);
});

test("an upload goes on behind what was answered for, and what lies behind that goes", async () => {
  const blobs = await openBlobs(join(home, "append"));
  expect(await blobs.append(name("a"), 0, pieces("one two"), 100)).toEqual({ ok: true, value: 7 });
  expect(await blobs.append(name("a"), 3, pieces(" and"), 100)).toEqual({ ok: true, value: 7 });
  expect(await textOf(blobs.read(name("a")))).toBe("one and");
  expect(await blobs.append(name("a"), 7, pieces("!", "too much"), 8)).toEqual({ ok: true, value: 8 });
  await expect(blobs.append(name("a"), 9, pieces("!"), 100)).rejects.toThrow("shorter");
});

test("no name from outside is a path", async () => {
  const blobs = await openBlobs(join(home, "names"));
  for (const wrong of ["../../etc/passwd", "", "A".repeat(64), `${name("a")}/x`, ".part-00"])
    await expect(async () => blobs.put(wrong, pieces("x"))).rejects.toThrow("no name");
});
