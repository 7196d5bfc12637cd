import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { epoch, instantFromIso } from "@unmask/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openForceFolder } from "../ports/force-folder.ts";
import { learnExport } from "./learn.ts";
import type { World } from "./world.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "unmask-learn-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs it on 28 November 2026 with no folder of a force anywhere. */
async function run(out: string, ...args: readonly string[]): Promise<{ code: number; lines: unknown[]; said: string }> {
  const [lines, said]: [unknown[], string[]] = [[], []];
  const world: World = {
    print: (line) => {
      lines.push(JSON.parse(line));
      return Promise.resolve(true);
    },
    say: (line) => void said.push(line),
    now: () => instantFromIso("2026-11-28T09:00:00.000Z") ?? epoch,
    random: () => new Uint8Array(),
    port: 4180,
    readText: () => Promise.resolve(undefined),
    apps: new URL("file:///nowhere/"),
    toldToEnd: () => Promise.resolve(),
    folders: () => ({ intake: openForceFolder(join(folder, "nowhere/intake")), inside: openForceFolder(join(folder, "nowhere/case")) }),
  };
  return { code: await learnExport([...args, "--out", join(folder, out)], world), lines, said: said.join("\n") };
}

const read = (out: string, kind: "csv" | "json"): Promise<string> => readFile(join(folder, out, `statistics.${kind}`), "utf8");

test("an invented force: months however they are given are the same bytes, and the share of cells that are shown is told", async () => {
  const once = await run("once", "--invented", "7", "--month", "2026-09", "2026-10");
  expect(once).toMatchObject({ code: 0, said: "" });
  expect(once.lines).toEqual([
    { editions: expect.any(Number), cells: expect.any(Number), shown: expect.any(Number), share: expect.any(Number) },
  ]);
  await run("twice", "--month", "2026-10", "--invented", "7", "--month=2026-09", "--month", "2026-10");
  expect(await read("twice", "csv")).toBe(await read("once", "csv"));
  expect(await read("twice", "json")).toBe(await read("once", "json"));
  const [head, ...lines] = (await read("once", "csv")).trimEnd().split("\n");
  expect(head).toBe("edition,month,measure,dimension,value,count,adds");
  for (const line of lines)
    expect(line).toMatch(
      /^2026-(?:09|10)\/\d+,2026-(?:09|10),[a-z-]+,(?:,all|(?:about|way|method|order|why),[a-z0-9-]+),(?:\d+|<5|held),(?:yes|no)$/,
    );
});

test("a month that was asked for alone is as it was among others: editions are made once", async () => {
  await run("all", "--invented", "7", "--month", "2026-08", "2026-09", "2026-10");
  await run("alone", "--invented", "7", "--month", "2026-10");
  const ofOctober = (await read("all", "csv")).split("\n").filter((line) => line.startsWith("2026-10/"));
  expect((await read("alone", "csv")).trimEnd().split("\n").slice(1)).toEqual(ofOctober);
});

test("the running month, and one to come, have no table: nothing is written", async () => {
  for (const month of ["2026-11", "2027-01"]) {
    expect(await run("running", "--invented", "7", "--month", "2026-10", month)).toMatchObject({
      code: 1,
      lines: [],
      said: expect.stringContaining(`${month} is not over`),
    });
  }
  expect(await readdir(folder)).not.toContain("running");
});

test("what is not understood is refused with what to write", async () => {
  for (const args of [
    ["--invented", "7"],
    ["--invented", "x", "--month", "2026-10"],
    ["--month", "2026-10"],
    ["--invented", "7", "--data", "DIR", "--month", "2026-10"],
    ["--invented", "7", "--month", "2026-13"],
    ["--invented", "7", "--month", "October"],
    ["--invented", "7", "--month", "2026-10", "--correct"],
  ])
    expect(await run("none", ...args), args.join(" ")).toMatchObject({ code: 2, lines: [] });
  expect(await run("none", "--data", "DIR", "--month", "2026-10")).toMatchObject({
    code: 1,
    said: expect.stringContaining("There is no force"),
  });
});
