import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instantFromIso, epoch } from "@unmask/core";
import { recipientNow, verifyForceSet } from "@unmask/submission";
import { readChance } from "../ports/chance.ts";
import { openForceFolder, readSignedSet, writeSignedSet } from "../ports/force-folder.ts";
import { openWaitingLinks } from "../ports/waiting-links.ts";
import { enrol } from "./enrol.ts";
import { forceInit, forceRotate, forceSet } from "./force.ts";
import type { World } from "./world.ts";

let data = "";
const said: string[] = [];
const world: World = {
  print: () => Promise.resolve(true),
  say: (line) => void said.push(line),
  now: () => instantFromIso("2026-11-28T03:00:00.000Z") ?? epoch,
  random: readChance,
  port: 4180,
  readText: () => Promise.resolve(undefined),
  apps: new URL("file:///nowhere/"),
  toldToEnd: () => Promise.resolve(),
  folders: (of) => ({ intake: openForceFolder(join(of, "intake")), inside: openForceFolder(join(of, "case")) }),
};
const keyFile = () => join(data, "case", "opening-key.txt");
const setOf = async (folder: "intake" | "case") => {
  const { json, signature } = await readSignedSet(openForceFolder(join(data, folder)));
  const set = verifyForceSet(json, signature, undefined);
  if (!set.ok) throw new Error(set.error.kind);
  return set.value;
};

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "unmask-keys-"));
  expect(await forceInit(["--data", data, "--name", "Northshire Police"], world)).toBe(0);
});
afterAll(() => rm(data, { recursive: true }));

test("a power cut between a set and its signature ends in the pair that was written, on both sides, and the next one is written over it", async () => {
  for (const folder of ["case", "intake"] as const) {
    const path = join(data, folder, "unmask-force.json");
    const before = await readFile(path);
    expect(await forceSet(["--data", data, "--name", `Northshire Police ${folder}`], world)).toBe(0);
    const { number } = await setOf(folder);
    // As it lies after the first of the two names was given.
    await rename(path, `${path}.new`);
    await writeFile(path, before);
    expect(await setOf(folder)).toMatchObject({ number, name: `Northshire Police ${folder}` });
    const pair = await readSignedSet(openForceFolder(join(data, folder)));
    await writeSignedSet(openForceFolder(join(data, folder)), pair);
    expect(await readFile(path, "utf8")).toContain(`Northshire Police ${folder}`);
  }
  // What somebody changed is not what was being written: nothing signs it anew.
  const path = join(data, "case", "unmask-force.json");
  const whole = await readFile(path, "utf8");
  await writeFile(path, whole.replace("Northshire", "Southshire"));
  expect(await forceSet(["--data", data, "--packs", "3"], world)).toBe(1);
  expect(said.at(-1)).toContain("is not as it was signed. Put unmask-force.json and unmask-force.json.minisig back, both");
  await writeFile(path, whole);
});

test("a link that nobody could read enrols nobody, and is told", async () => {
  const unread = { ...world, print: () => Promise.resolve(false) };
  const asked = ["--data", data, "--name", "Sgt Wren", "--role", "supervisor"];
  expect(await enrol(asked, unread)).toBe(1);
  expect(said.at(-1)).toContain("nobody was enrolled");
  const links = openWaitingLinks(join(data, "case", "links"));
  expect(await links.list()).toEqual([]);
  expect(await enrol(asked, world)).toBe(0);
  expect(await links.list()).toHaveLength(1);
});

test("a key is changed only beside those that people may still seal to; one that is lost for good is named", async () => {
  const keys = await readFile(keyFile(), "utf8");
  const recipient = recipientNow(await setOf("case"), "2026-W48") ?? "";
  for (const spoiled of ["no key\n", keys.slice(0, 40), "", "# nothing\n"]) {
    await writeFile(keyFile(), spoiled);
    expect(await forceRotate(["--data", data], world)).toBe(1);
    expect(await readFile(keyFile(), "utf8")).toBe(spoiled);
  }
  await rm(keyFile());
  expect(await forceRotate(["--data", data], world)).toBe(1);
  expect(said.at(-1)).toContain(`has no key of ${recipient}`);
  expect(await forceRotate(["--data", data, "--lost", recipient], world)).toBe(0);
  const newer = recipientNow(await setOf("case"), "2026-W48");
  expect(newer).not.toBe(recipient);
  await writeFile(keyFile(), `${await readFile(keyFile(), "utf8")}${keys}`);
  // Stolen again in the same week: the second one is not sealed to for a day longer.
  expect(await forceRotate(["--data", data], world)).toBe(0);
  expect([newer, recipient]).not.toContain(recipientNow(await setOf("intake"), "2026-W48"));
  expect((await readFile(keyFile(), "utf8")).match(/AGE-SECRET-KEY-1/g)).toHaveLength(3);
});
