import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { launcher } from "../cli/run-unmask.ts";
import { type Listed, bytesIn, chat, exhibitsIn, folder, listed, packIn, place, run, vault, write } from "./vault-of-cli.ts";

/** Her vault from a terminal: what was changed, damaged or broke off. */

describe("what is otherwise", () => {
  it("is named with its word, and an older whole vault shows against a copy alone", async () => {
    cpSync(place("empty"), place("checked"), { recursive: true });
    await vault("add", "checked", [], "One.");
    cpSync(place("checked"), place("older"), { recursive: true });
    await vault("add", "checked", [], "Two.");
    await vault("import", "checked", ["chat.txt"]);
    await vault("backup", "checked", ["--out", "copies/checked.tar"]);
    const original = readdirSync(place("checked/originals"))[0] ?? "";
    const path = `originals/${original}`;
    const cases: readonly (readonly [string, () => void])[] = [
      [`${path}: altered\n`, () => truncateSync(place(`case/${path}`), 200)],
      [`${path}: missing\n`, () => rmSync(place(`case/${path}`))],
      ["journal/000009.age: apart\n", () => cpSync(place("case/journal/000001.age"), place("case/journal/000009.age"))],
      ["log: altered\n", () => writeFileSync(place("case/log"), `${readFileSync(place("case/log"), "utf8")}x`)],
      ["book.json: altered\n", () => writeFileSync(place("case/book.json"), "{}")],
    ];
    for (const [out, change] of cases) {
      cpSync(place("checked"), place("case"), { recursive: true });
      change();
      expect(await vault("check", "case"), out).toMatchObject({ code: 1, out });
      // What still opens is shown, and a copy has it all.
      const { out: shown, said } = await vault("list", "case");
      expect(shown, out).toContain("One.");
      // To whom its notes are sealed is put right, and what that may have meant is said.
      expect(said.includes("may have been sealed to somebody else"), out).toBe(out.startsWith("book.json"));
      if (out.startsWith("book.json")) expect(await vault("check", "case")).toMatchObject({ code: 0, out: "" });
      rmSync(place("case"), { recursive: true });
    }
    expect(await vault("check", "older")).toMatchObject({ code: 0, out: "" });
    expect(await vault("check", "older", ["--backup", "copies/checked.tar"])).toMatchObject({ code: 1, out: "log: older\n" });
    const withoutKey = await run(["vault", "check", "checked", "--json"]);
    expect(withoutKey).toMatchObject({ code: 0, said: expect.stringContaining("Only hashes were looked at") });
    expect(JSON.parse(withoutKey.out)).toEqual({ isWhole: true, isSignatureChecked: false, verdicts: [] });
    // Into the older one the copy comes back.
    expect(await vault("restore", "older", ["--from", "copies/checked.tar"])).toMatchObject({ code: 0 });
    expect(bytesIn("older")).toEqual(bytesIn("checked"));
  });

  it("is said where it is listed, and a file that she brings in again mends it", async () => {
    cpSync(place("empty"), place("listed"), { recursive: true });
    await vault("import", "listed", ["chat.txt"]);
    const [{ file = "" } = {}] = (await listed("listed")).originals;
    truncateSync(place(`listed/${file}`), 200);
    const amiss = await vault("list", "listed", ["--json"]);
    expect(amiss).toMatchObject({ code: 3, said: expect.stringContaining(`chat.txt is missing or was changed: ${file}`) });
    expect((JSON.parse(amiss.out) as Listed).originals).toMatchObject([{ name: "chat.txt", lost: true }]);
    // A copy of it has what it has, and says of which of the two the fault is.
    const copied = await vault("backup", "listed", ["--out", "copies/listed.tar"]);
    expect(copied).toMatchObject({ code: 3, said: expect.stringContaining(`The vault is not whole: ${file}`) });
    expect(await vault("restore", "listed in part", ["--from", "copies/listed.tar", "--partial"])).toMatchObject({
      code: 3,
      said: expect.stringContaining("To be brought in again: chat.txt"),
    });
    expect((await vault("import", "listed", ["chat.txt"])).out).toMatch(/^kept: chat\.txt/);
    expect(await vault("check", "listed")).toMatchObject({ code: 0, out: "" });
    expect((await listed("listed")).originals).toHaveLength(1);
    writeFileSync(place("listed/log"), "{}\n");
    expect(await vault("list", "listed")).toMatchObject({
      code: 3,
      said: expect.stringContaining("unmask: log, the list of what is kept here, was changed"),
    });
    const into = await vault("restore", "listed", ["--from", "copies/listed.tar", "--partial"]);
    expect(into).toMatchObject({ code: 1, said: expect.stringContaining("bring the copy back into a new folder") });
  });

  it("is told by its number where it is an entry, before the report is made and in it, and not as one that was left out", async () => {
    cpSync(place("empty"), place("holes"), { recursive: true });
    for (const words of ["One.", "A plum tree.", "Three."]) await vault("add", "holes", [], words);
    rmSync(place("holes/journal/000002.age"));
    const packed = await vault("pack", "holes", ["--me", "Hannah Reyes", "--them", "Owen Pike", "--out", "hole packs"]);
    const told =
      /Entry 2 of the journal, .* is missing, or changed where .*: what it said is not in this report\. It was not left out by choice\./;
    expect(packed).toMatchObject({ code: 3, said: expect.stringMatching(told) });
    const pack = packIn("hole packs");
    expect(readFileSync(join(pack, "bag-info.txt"), "utf8").replaceAll(/\r?\n\s+/g, " ")).toMatch(told);
    const report = gunzipSync(readFileSync(join(pack, "data/report.json.gz"))).toString();
    expect(report).toMatch(told);
    expect(report).toMatch(/nothing stands under this number/);
    expect(report).not.toMatch(/was left out of a pack, or/);
    expect(await run(["verify", pack, "--signer", `${pack}.pub`, "--again"])).toMatchObject({ code: 0 });
    for (const line of ["000001", "000003"]) rmSync(place(`holes/journal/${line}.age`));
    expect(await vault("pack", "holes", ["--me", "Hannah Reyes", "--them", "Owen Pike", "--out", "no packs"])).toMatchObject({
      said: expect.stringContaining("all that was written in this vault is missing or was changed"),
    });
  });

  it("is beside what is listed where the log was cut, gives no number twice, and is hers again when she says so", async () => {
    cpSync(place("empty"), place("cut"), { recursive: true });
    await vault("add", "cut", [], "One.");
    const log = readFileSync(place("cut/log"));
    await vault("add", "cut", [], "Two.");
    await vault("import", "cut", ["chat.txt"]);
    writeFileSync(place("cut/log"), log);
    mkdirSync(place("cut/journal/000004.age"));
    writeFileSync(place("cut/journal/000004.age/in it"), "something");
    const shown = await vault("list", "cut");
    expect(shown).toMatchObject({ code: 3, said: expect.stringContaining("3 files beside what is listed here, 1 entry among them") });
    expect([shown.out.includes("One."), shown.out.includes("Two.")]).toEqual([true, false]);
    expect((await vault("add", "cut", [], "Three.")).out).toBe("3\n");
    const people = ["--me", "Hannah Reyes", "--them", "Owen Pike"];
    const packed = await vault("pack", "cut", [...people, "--out", "cut packs"]);
    const told = "1 entry and 1 file stand beside the list of what is kept";
    expect(packed).toMatchObject({ code: 3, said: expect.stringContaining(told) });
    expect(readFileSync(join(packIn("cut packs"), "bag-info.txt"), "utf8").replaceAll(/\r?\n\s+/g, " ")).toContain(told);
    expect((await vault("add", "cut", [], "Four.")).out).toBe("4\n");
    const mine = await vault("check", "cut", ["--mine", "journal/000002.age", "--mine", "private/none.age"]);
    expect(mine.said).toMatch(/journal\/000002\.age: taken as yours\.\n(?:.*\n)*unmask: private\/none\.age: it cannot be taken/);
    expect(mine.out).toMatch(
      /^catalogue\.age: apart\njournal\/000004\.[0-9a-f]{16}\.aside: planted\n(?:.*: planted\n)?originals\/.*: apart\n$/,
    );
    await vault("check", "cut", ["--mine", "all"]);
    const whole = await listed("cut");
    expect([whole.entries.map(({ counter }) => counter), whole.originals.map(({ name }) => name)]).toEqual([[1, 2, 3, 4], ["chat.txt"]]);
    expect(
      readFileSync(place(`cut/journal/${readdirSync(place("cut/journal")).find((one) => one.endsWith(".aside")) ?? ""}/in it`), "utf8"),
    ).toBe("something");
  });

  it("is named in a report that is made from it, by the number and the name that it had", async () => {
    cpSync(place("empty"), place("gap"), { recursive: true });
    write("second.txt", chat.replaceAll("I see you", "I wait for you"));
    await vault("import", "gap", ["chat.txt", "second.txt"]);
    const people = ["--me", "Hannah Reyes", "--them", "Owen Pike"];
    expect((await vault("pack", "gap", [...people, "--out", "gap packs"])).code).toBe(0);
    const [, second] = (await listed("gap")).originals;
    rmSync(place(`gap/${second?.file ?? ""}`));
    const later = await vault("pack", "gap", [...people, "--out", "gap packs 2"]);
    expect(later).toMatchObject({ code: 3, said: expect.stringContaining("second.txt is not in the report") });
    const pack = packIn("gap packs 2");
    expect(exhibitsIn(pack)).toEqual(["HR/1 chat.txt"]);
    const told = `HR/2, second.txt (SHA-256 ${second?.sha256 ?? ""}): it was kept, and is missing or was changed`;
    expect(gunzipSync(readFileSync(join(pack, "data/report.json.gz"))).toString()).toContain(told);
    expect(readFileSync(join(pack, "bag-info.txt"), "utf8").replaceAll(/\r?\n\s+/g, " ")).toContain(told);
    expect(await run(["verify", pack, "--signer", `${pack}.pub`])).toMatchObject({ code: 0 });
  });
});

describe("a program that is ended by force", () => {
  /** Runs until it is killed so many milliseconds after it began to write; what it told. */
  async function killed(
    args: readonly string[],
    input: string,
    { hasBegun, after }: { hasBegun(out: string): boolean; readonly after: number },
  ): Promise<string> {
    const child = spawn(process.execPath, [launcher, "vault", ...args, "--recovery-file", place("words.txt")], {
      cwd: folder,
      stdio: ["pipe", "pipe", "ignore"],
    });
    let out = "";
    child.stdout.on("data", (bytes: Buffer) => (out += bytes.toString()));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    const ended = once(child, "close");
    const began = Date.now();
    while (!hasBegun(out) && child.exitCode === null && Date.now() - began < 60_000) await new Promise((resolve) => setTimeout(resolve, 2));
    await new Promise((resolve) => setTimeout(resolve, after));
    child.kill("SIGKILL");
    await ended;
    return out;
  }

  it("while it brings files in has lost none that it told as kept, and left nothing that is planted", async () => {
    cpSync(place("empty"), place("killed"), { recursive: true });
    const told = new Set<string>();
    for (let kill = 0; kill < 8; kill++) {
      for (let i = 0; i < 40; i++) write(`many ${kill}/${kill}-${i}.txt`, `${kill} ${i} `.repeat(i === 20 ? 2_000_000 : 500));
      const out = await killed(["import", "killed", `many ${kill}`], "", { hasBegun: (out) => out !== "", after: kill * 60 });
      for (const [, name = ""] of out.matchAll(/^kept: (.*?) \(.*\n/gm)) told.add(name);
      expect(await run(["vault", "check", "killed", "--recovery-file", place("words.txt")]), `kill ${kill}`).toMatchObject({
        code: 0,
        out: "",
      });
      rmSync(place(`many ${kill}`), { recursive: true });
    }
    expect(told.size).toBeGreaterThan(0);
    const names = new Set((await listed("killed")).originals.map(({ name }) => name));
    for (const name of told) expect(names).toContain(name);
    // The next that opens it clears what was left.
    expect([...bytesIn("killed").keys()].filter((path) => path.endsWith(".part"))).toEqual([]);
  });

  it("while it writes an entry has lost none whose number it told, and no entry is there by halves", async () => {
    cpSync(place("empty"), place("cut off"), { recursive: true });
    const told: string[] = [];
    for (let kill = 0; kill < 10; kill++) {
      const out = await killed(["add", "cut off"], `Entry ${kill}.`, {
        hasBegun: () => existsSync(place("cut off/held.part")),
        after: kill * 40,
      });
      if (out !== "") told.push(`${out.trim()} Entry ${kill}.`);
    }
    const { entries } = await listed("cut off");
    const all = entries.map(({ counter, words }) => `${counter} ${words}`);
    for (const one of told) expect(all).toContain(one);
    for (const { words } of entries) expect(words).toMatch(/^Entry \d\.$/);
    expect(entries.map(({ counter }) => counter)).toEqual(entries.map((_, i) => i + 1));
    expect(await vault("check", "cut off")).toMatchObject({ code: 0, out: "" });
  });
});

it("a file on a disk that fails in the middle of it, and one that may not be opened, are named, and the files behind them are taken in", async () => {
  cpSync(place("empty"), place("failing"), { recursive: true });
  for (const name of ["locked.txt", "one.txt", "torn.txt", "two.txt"]) write(`on a disk/${name}`, `${name}\n`.repeat(100_000));
  // Of the one the first 64 KiB can be read, of the other nothing.
  const disk = write(
    "failing-disk.mjs",
    `import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const { open } = fs.promises;
const failure = (code) => Object.assign(new Error(code), { code });
fs.promises.open = async (path, ...rest) => {
  if (String(path).endsWith("locked.txt")) throw failure("EACCES");
  const handle = await open(path, ...rest);
  const read = handle.read.bind(handle);
  if (String(path).endsWith("torn.txt"))
    handle.read = async (bytes, offset, length, at) => {
      if (at + length > 65536) throw failure("EIO");
      return read(bytes, offset, length, at);
    };
  return handle;
};
syncBuiltinESMExports();
`,
  );
  const before = process.env["NODE_OPTIONS"];
  process.env["NODE_OPTIONS"] = `--import=${pathToFileURL(disk).href}`;
  const brought = await vault("import", "failing", ["on a disk"]).finally(() => {
    if (before === undefined) delete process.env["NODE_OPTIONS"];
    else process.env["NODE_OPTIONS"] = before;
  });
  expect(brought.code, brought.said).toBe(3);
  expect(brought.said).toMatch(/^on a disk\/torn\.txt: the disk it is on gave an error while it was read \(EIO\)/m);
  expect(brought.said).toMatch(/^on a disk\/locked\.txt: this machine refuses to read it/m);
  expect(brought.said).toContain("2 files are not kept whole: bring them in again.");
  expect(brought.out.match(/^kept: on a disk\/(one|two)\.txt/gm)).toHaveLength(2);
  expect((await listed("failing")).originals.map(({ name }) => name)).toEqual(["on a disk/one.txt", "on a disk/two.txt"]);
  expect(await vault("check", "failing")).toMatchObject({ code: 0, out: "" });
});
