import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { putInPlace, removeOfDeadRuns, removeUnfinished, unfinishedPlace } from "./unfinished.ts";
import { openOutputFolder } from "./output-folder.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "unfinished-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** The name of something unfinished: of this machine unless said otherwise, of the process given. */
function leftover({ pid = process.pid, began = "1", machine }: { pid?: number; began?: string; machine?: string }): string {
  const [mark, kind, mine, , , random] = basename(unfinishedPlace(folder)).split("-");
  return [mark, kind, machine ?? mine, pid, began, random].join("-");
}

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => child.on("close", resolve));
  return child.pid ?? 0;
}

test("a file and a folder come to their names whole, and nothing is left beside them", async () => {
  const file = unfinishedPlace(folder);
  await writeFile(file, "all of it", { mode: 0o600 });
  await putInPlace(file, join(folder, "pack.age"));
  const whole = unfinishedPlace(folder);
  await mkdir(join(whole, "data"), { recursive: true });
  await putInPlace(whole, join(folder, "pack"));
  expect((await readdir(folder)).sort()).toEqual(["pack", "pack.age"]);
  expect((await stat(join(folder, "pack.age"))).mode & 0o777).toBe(0o600);
});

test("what stands under the name already is never replaced", async () => {
  await writeFile(join(folder, "pack.age"), "the only copy");
  await mkdir(join(folder, "pack"));
  for (const name of ["pack.age", "pack"]) {
    const unfinished = unfinishedPlace(folder);
    await writeFile(unfinished, "another");
    await expect(putInPlace(unfinished, join(folder, name))).rejects.toThrow("EEXIST");
    await removeUnfinished(unfinished);
  }
  expect(await readFile(join(folder, "pack.age"), "utf8")).toBe("the only copy");
  expect((await readdir(folder)).sort()).toEqual(["pack", "pack.age"]);
});

test("of two runs that finish under one name one is kept, whole", async () => {
  const places = ["one", "two", "three"].map((text) => ({ text, unfinished: unfinishedPlace(folder) }));
  for (const { text, unfinished } of places) await writeFile(unfinished, text);
  const ended = await Promise.allSettled(places.map(({ unfinished }) => putInPlace(unfinished, join(folder, "pack"))));
  const first = ended.findIndex(({ status }) => status === "fulfilled");
  expect(ended.filter(({ status }) => status === "fulfilled").length).toBe(1);
  expect(await readFile(join(folder, "pack"), "utf8")).toBe(places[first]?.text);
  for (const { unfinished } of places) await removeUnfinished(unfinished);
});

test("leftovers of dead runs go, files and folders; those of the living, of other machines and a person's own files stay", async () => {
  const pid = await deadProcess();
  const dead = leftover({ pid });
  const deadFolder = leftover({ pid, began: "2" });
  // This very process had this number before, or so it says: another beginning is another process.
  const reused = leftover({ began: "3" });
  const stays = [
    leftover({ pid, machine: "00000000" }),
    leftover({ pid: process.ppid, began: await beganOf(process.ppid) }),
    ".unmask-unfinished-notes.txt",
    `${dead}.bak`,
    "UM-0123456789AB.age",
  ];
  for (const name of [dead, reused, ...stays]) await writeFile(join(folder, name), "x");
  await mkdir(join(folder, deadFolder, "data"), { recursive: true });
  const link = leftover({ pid, began: "4" });
  await symlink("/etc/hostname", join(folder, link));
  const mine = unfinishedPlace(folder);
  await writeFile(mine, "x");
  await removeOfDeadRuns(folder);
  expect((await readdir(folder)).sort()).toEqual([...stays, link, basename(mine)].sort());
  await removeUnfinished(mine);
});

/** When a process began, as the system says it. */
async function beganOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "0";
}

test("a pack that breaks off leaves nothing, and one that is done has its own name only then", async () => {
  const output = await openOutputFolder(join(folder, "new", "out"));
  if (!output.ok) throw new Error(output.error);
  const out = join(folder, "new", "out");
  async function* half(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(3);
    const names = await readdir(out);
    expect(names).toEqual([expect.stringMatching(/^\.unmask-unfinished-/)]);
    throw new Error("the film has gone");
  }
  await expect(output.value.writeFile("pack.age", half())).rejects.toThrow("the film has gone");
  const entries = async function* () {
    yield { path: "data/x", size: 3, chunks: half };
  };
  await expect(output.value.writeFolder("pack", entries())).rejects.toThrow("the film has gone");
  expect(await readdir(out)).toEqual([]);
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(3);
  }
  expect(await output.value.writeFile("pack.age", whole())).toBe(join(out, "pack.age"));
  await expect(output.value.writeFile("pack.age", whole())).rejects.toThrow("EEXIST");
  expect(await readdir(out)).toEqual(["pack.age"]);
  await output.value.removeAll();
  expect(await readdir(out)).toEqual([]);
});

test("a file where the folder should be is said in words", async () => {
  await writeFile(join(folder, "taken"), "");
  expect(await openOutputFolder(join(folder, "taken"))).toMatchObject({ ok: false });
});
