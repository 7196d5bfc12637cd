import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, launcher, runUnmask } from "../cli/run-unmask.ts";

/** Her vault from a terminal, by the program as it is built. Keys by the words where no passphrase is asked for: a passphrase costs a second. */

const folder = mkdtempSync(join(tmpdir(), "kept "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string): string => join(folder, name);
const write = (name: string, content: string | Uint8Array): string => {
  mkdirSync(join(place(name), ".."), { recursive: true });
  writeFileSync(place(name), content);
  return place(name);
};
const home = place("home");
const run = (args: readonly string[], input = ""): Promise<Ran> => runUnmask(args, { home, cwd: folder, input: Buffer.from(input) });
const vault = (verb: string, name: string, args: readonly string[] = [], input?: string): Promise<Ran> =>
  run(["vault", verb, name, ...args, "--recovery-file", place("words.txt")], input);
/** Runs it on a machine of which something is set so. */
async function withSetting<T>(setting: string, value: string, work: () => Promise<T>): Promise<T> {
  const before = process.env[setting];
  process.env[setting] = value;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env[setting];
    else process.env[setting] = before;
  }
}
/** The same on a machine whose zone is set so. */
const vaultIn = (zone: string, verb: string, name: string, args: readonly string[] = [], input = ""): Promise<Ran> =>
  withSetting("TZ", zone, () => vault(verb, name, args, input));
/** The same on a machine whose clock is set back. */
const vaultBack = (days: number, verb: string, name: string, args: readonly string[] = [], input = ""): Promise<Ran> => {
  const program = `const own = Date.now; Date.now = () => own() - ${days * 86_400_000};`;
  return withSetting("NODE_OPTIONS", `--import=data:text/javascript,${encodeURIComponent(program)}`, () => vault(verb, name, args, input));
};
const passphrase = ["--passphrase-file", place("passphrase.txt")];

interface Made {
  readonly book: string;
  readonly words: string;
  readonly recoveryKey: string;
  readonly recipient: string;
}
interface Listed {
  readonly book: string;
  readonly entries: readonly {
    readonly counter: number;
    readonly words: string;
    readonly written: { readonly at: string; readonly zone: string };
    readonly happened?: { readonly from: string; readonly until: string; readonly zone: string; readonly wrote: string };
  }[];
  readonly originals: readonly {
    readonly name: string;
    readonly size: number;
    readonly sha256: string;
    readonly file?: string;
    readonly lost?: true;
  }[];
  readonly waiting: readonly unknown[];
}
const listed = async (name: string): Promise<Listed> => {
  const { code, out, said } = await vault("list", name, ["--json"]);
  expect([code, said]).toEqual([0, ""]);
  return JSON.parse(out) as Listed;
};

/** The files of a folder, by path. */
function bytesIn(name: string): ReadonlyMap<string, string> {
  const files = readdirSync(place(name), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(place(name).length + 1), readFileSync(path).toString("base64")]),
  );
}

const chat = ["01", "02", "03"].map((day) => `${day}/10/2026, 21:0${day.slice(1)} - Owen Pike: I see you, ${day}\n`).join("");
let made: Made;

beforeAll(async () => {
  write("passphrase.txt", "glimpse furnace walnut tepid\n");
  write("wrong.txt", "Glimpse furnace walnut tepid\n");
  const { code, out, said } = await run(["vault", "init", "hers", "--json", ...passphrase]);
  expect([code, said]).toEqual([0, ""]);
  made = JSON.parse(out) as Made;
  write("words.txt", `${made.words}\n`);
  write("chat.txt", `${chat}04/10/2026, 08:00 - Hannah Reyes: leave me alone\n`);
  cpSync(place("hers"), place("empty"), { recursive: true });
});

it("lives a whole life: written, brought in, copied, wiped, brought back byte for byte, and made into a pack that verifies", async () => {
  expect(
    await vault("add", "hers", ["--when", "2026-10-04T18:40", "--zone", "Europe/London"], "He stood at the gate.\nHe waved.\n"),
  ).toMatchObject({
    code: 0,
    out: "1\n",
  });
  expect(await vault("add", "hers", ["--when", "2026-10-01..2026-10-03"], "He rang each night.")).toMatchObject({ code: 0, out: "2\n" });
  const brought = await vault("import", "hers", ["--zone", "Europe/London", "--date-order", "dmy", "chat.txt"]);
  expect(brought).toMatchObject({ code: 0, said: "" });
  expect(brought.out).toMatch(/^kept: chat\.txt \(\d+ bytes, SHA-256 [0-9a-f]{64}\)\n$/);
  expect((await vault("import", "hers", ["chat.txt"])).out).toMatch(/^here already: chat\.txt/);

  const { book, entries, originals, waiting } = await listed("hers");
  expect([book, waiting]).toEqual([made.book, []]);
  expect(entries.map(({ counter, words, happened }) => [counter, words, happened?.from, happened?.until, happened?.wrote])).toEqual([
    [1, "He stood at the gate.\nHe waved.", "2026-10-04T18:40", "2026-10-04T18:40", "2026-10-04T18:40"],
    [2, "He rang each night.", "2026-10-01", "2026-10-03", "2026-10-01..2026-10-03"],
  ]);
  // Written today, whenever it happened.
  for (const { written } of entries) expect(Math.abs(Date.parse(written.at) - Date.now())).toBeLessThan(600_000);
  const sha256 = execFileSync("sha256sum", [place("chat.txt")])
    .toString()
    .slice(0, 64);
  expect(originals).toMatchObject([{ name: "chat.txt", size: statSync(place("chat.txt")).size, sha256 }]);
  expect((await run(["vault", "list", "hers", ...passphrase])).out).toMatch(
    /2 entries in the journal\n {2}1 {2}written .*: He stood at the gate\. He waved\.\n/,
  );

  expect(await vault("check", "hers")).toMatchObject({ code: 0, out: "" });
  const before = bytesIn("hers");
  const copied = await vault("backup", "hers", ["--out", "copies/notes.tar"]);
  expect(copied).toMatchObject({ code: 0, out: "" });
  expect(copied.said).toContain("every byte is the same");
  expect(await vault("check", "hers", ["--backup", "copies/notes.tar"])).toMatchObject({ code: 0, out: "" });
  rmSync(place("hers"), { recursive: true });
  expect(await vault("restore", "hers", ["--from", "copies/notes.tar"])).toMatchObject({ code: 0 });
  expect(bytesIn("hers")).toEqual(before);

  const people = ["--me", "Hannah Reyes", "--them", "Owen Pike"];
  const packed = await vault("pack", "hers", [...people, "--out", "packs"]);
  expect(packed.code, packed.said).toBe(0);
  const pack = packIn("packs");
  expect(await run(["verify", pack, "--signer", `${pack}.pub`, "--again"])).toMatchObject({ code: 0 });
  expect(exhibitsIn(pack)).toEqual(["HR/1 journal.jsonl", "HR/2 chat.txt"]);
  const journal = readdirSync(join(pack, "data/originals")).find((name) => name.startsWith("0001.")) ?? "";
  expect(readFileSync(join(pack, "data/originals", journal), "utf8")).toContain("He stood at the gate.");

  // What was brought in later takes the next number, and so does a journal that has one more line; what was numbered keeps its own.
  await vault("add", "hers", [], "He is back.");
  write("later/a call.txt", "a note of a call");
  await vault("import", "hers", ["later/a call.txt"]);
  expect((await vault("pack", "hers", [...people, "--out", "packs2"])).code).toBe(0);
  expect(exhibitsIn(packIn("packs2"))).toEqual(["HR/2 chat.txt", "HR/3 journal.jsonl", "HR/4 a call.txt"]);
  const second = packIn("packs2");
  expect(await run(["verify", second, "--signer", `${pack}.pub`])).toMatchObject({ code: 0 });
  expect(await vault("check", "hers")).toMatchObject({ code: 0, out: "" });
  // A copy that was made before is the beginning of what she has now, and that is not older.
  expect(await vault("check", "hers", ["--backup", "copies/notes.tar"])).toMatchObject({ code: 0 });
  expect(await vault("restore", "hers", ["--from", "copies/notes.tar"])).toMatchObject({
    code: 1,
    said: expect.stringContaining("has all that the copy has, and more. Nothing was replaced."),
  });
});

function packIn(out: string): string {
  return join(place(out), readdirSync(place(out)).find((name) => !name.endsWith(".pub")) ?? "");
}

function exhibitsIn(pack: string): readonly string[] {
  const told = JSON.parse(gunzipSync(readFileSync(join(pack, "data/report.json.gz"))).toString()) as {
    readonly exhibits: readonly { readonly number: string; readonly name: string }[];
  };
  return told.exhibits.map(({ number, name }) => `${number} ${name}`).sort();
}

it("keeps when she wrote in the zone of the machine, and when it happened on the clock that she names", async () => {
  cpSync(place("empty"), place("zones"), { recursive: true });
  await vaultIn("Asia/Tokyo", "add", "zones", ["--when", "2026-10-04T18:40", "--zone", "Europe/London"], "One.");
  await vaultIn("Europe/London", "add", "zones", ["--when", "2026-10-25T01:30+00:00"], "Two.");
  await vaultIn("Europe/London", "add", "zones", ["--when", "2026-10-25T01:30+01:00"], "Three.");
  for (const zone of ["UTC-3", "Nonsense/Zone"]) {
    const unnamed = await vaultIn(zone, "add", "zones", [], "He rang.");
    expect(unnamed, zone).toMatchObject({ code: 0, said: expect.stringContaining("does not say in which time zone it is") });
    expect(await vaultIn(zone, "add", "zones", ["--when", "2026-10-04T18:40"], "He rang.")).toMatchObject({
      code: 2,
      said: expect.stringContaining("--zone Europe/London"),
    });
  }
  const { entries } = await listed("zones");
  expect(entries.map(({ written, happened }) => [written.zone, happened?.from, happened?.zone])).toEqual([
    ["Asia/Tokyo", "2026-10-04T18:40", "Europe/London"],
    ["Europe/London", "2026-10-25T01:30", "UTC"],
    ["Europe/London", "2026-10-25T01:30", "+01:00"],
    ["+03:00", undefined, undefined],
    ["UTC", undefined, undefined],
  ]);
});

it("says of no entry that it was written weeks before it happened, where the clock of the machine had been set back", async () => {
  cpSync(place("empty"), place("set-back"), { recursive: true });
  const today = new Date().toISOString().slice(0, 10);
  await vault("add", "set-back", [], "He rang.");
  await vaultBack(40, "add", "set-back", ["--when", today, "--zone", "UTC"], "He stood at the gate.");
  for (const words of ["A quince.", "A hazel.", "A medlar."]) await vaultBack(40, "add", "set-back", [], words);
  await vault("add", "set-back", [], "A plum.");
  const { entries } = await listed("set-back");
  const ago = entries.map(({ written }) => Math.round((Date.now() - Date.parse(written.at)) / 86_400_000));
  expect(ago).toEqual([0, 40, 40, 40, 40, 0]);
  const lines = (await vault("list", "set-back")).out.split("\n").slice(2, 8);
  expect(lines.map((line) => line.includes("(not certain: the clock went back)"))).toEqual([true, true, true, true, true, false]);
  const packed = await vault("pack", "set-back", ["--me", "Hannah Reyes", "--them", "Owen Pike", "--out", "set-back-packs"]);
  expect(packed.code, packed.said).toBe(0);
  const pack = packIn("set-back-packs");
  expect(await run(["verify", pack, "--signer", `${pack}.pub`, "--again"])).toMatchObject({ code: 0 });
  const acts = gunzipSync(readFileSync(join(pack, "data/acts.jsonl.gz"))).toString("utf8");
  expect(acts.match(/"between":/g)).toHaveLength(5);
  expect(acts).toContain(`"between":{"from":"${today}T00:00:00.000Z","until":"`);
});

describe("files of several phones", () => {
  it("are read as was stated of each when it came in, again out of what was kept, and once more by whoever checks the pack", async () => {
    cpSync(place("empty"), place("phones"), { recursive: true });
    const chat = (name: string, day: string): string =>
      write(`phones of theirs/WhatsApp Chat with ${name}.txt`, `${day}, 18:40 - ${name}: I see you\n`);
    const [london, newYork] = [chat("Owen Pike", "04/10/2026"), chat("Owen", "04/09/2026")];
    await vault("import", "phones", ["--zone", "Europe/London", "--date-order", "dmy", london]);
    await vault("import", "phones", ["--zone", "America/New_York", "--date-order", "mdy", newYork]);
    const packed = async (
      out: string,
      more: readonly string[] = [],
    ): Promise<{ readonly pack: string; readonly acts: string; readonly report: object }> => {
      const made = await vault("pack", "phones", ["--me", "Hannah Reyes", "--them", "Owen Pike", "--them", "Owen", ...more, "--out", out]);
      expect(made.code, made.said).toBe(0);
      const pack = packIn(out);
      const textOf = (path: string): string => gunzipSync(readFileSync(join(pack, path))).toString();
      const { findings, coverage, kept, unread, exhibits } = JSON.parse(textOf("data/report.json.gz")) as Record<string, unknown>;
      return {
        pack, // The salts of two packs differ.
        acts: textOf("data/acts.jsonl.gz").replaceAll(/"salt":"[0-9a-f]*"/g, ""),
        report: { findings, coverage, kept, unread, exhibits },
      };
    };
    const timesIn = (acts: string): readonly (string | undefined)[] => [...acts.matchAll(/"earliest":"([^"]*)"/g)].map(([, time]) => time);
    const anew = await packed("phones anew");
    expect(timesIn(anew.acts)).toEqual(["2026-04-09T22:40:00.000Z", "2026-10-04T17:40:00.000Z"]);
    expect(existsSync(place("phones/acts/list.age"))).toBe(true);
    const kept = await packed("phones kept");
    expect([kept.acts, kept.report]).toEqual([anew.acts, anew.report]);
    expect(await run(["verify", kept.pack, "--signer", `${kept.pack}.pub`, "--again"])).toMatchObject({ code: 0 });
    const asAsked = await packed("phones in utc", ["--zone", "UTC", "--date-order", "dmy"]);
    expect(timesIn(asAsked.acts)).toEqual(["2026-09-04T18:40:00.000Z", "2026-10-04T18:40:00.000Z"]);
    expect(await vault("check", "phones")).toMatchObject({ code: 0, out: "" });
  });
});

describe("from the words on her paper, with stock age alone", () => {
  it("opens every entry and every original of a vault that the program made", async () => {
    cpSync(place("empty"), place("stock"), { recursive: true });
    await vault("add", "stock", [], "He stood at the gate.");
    await vault("import", "stock", ["chat.txt"]);
    writeFileSync(place("recovery.txt"), `${made.recoveryKey}\n`);
    writeFileSync(place("key.txt"), execFileSync("age", ["-d", "-i", place("recovery.txt"), place("stock/identity.age")]));
    const opened = (path: string): string => execFileSync("age", ["-d", "-i", place("key.txt"), join(place("stock"), path)]).toString();
    expect(opened("journal/000001.age")).toContain("He stood at the gate.");
    const [original] = (await listed("stock")).originals;
    expect(opened(original?.file ?? "")).toBe(readFileSync(place("chat.txt"), "utf8"));
    expect(execFileSync("age-keygen", ["-y", place("key.txt")]).toString()).toBe(`${made.recipient}\n`);
  });
});

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
      ["journal/000009.age: planted\n", () => cpSync(place("case/journal/000001.age"), place("case/journal/000009.age"))],
      ["log: altered\n", () => writeFileSync(place("case/log"), readFileSync(place("case/log"), "utf8").replace(/"size":\d/, '"size":9'))],
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
    expect(await vault("list", "listed")).toMatchObject({ code: 3, said: expect.stringContaining("was changed or is missing: log") });
    const into = await vault("restore", "listed", ["--from", "copies/listed.tar", "--partial"]);
    expect(into).toMatchObject({ code: 1, said: expect.stringContaining("bring the copy back into a new folder") });
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

  it("is said of a copy with something put into it, which comes back whole without it", async () => {
    cpSync(place("empty"), place("packed"), { recursive: true });
    await vault("add", "packed", [], "One.");
    await vault("backup", "packed", ["--out", "copies/packed.tar"]);
    write("copies/unpacked/readme.txt", "read me");
    execFileSync("tar", ["xf", "../packed.tar"], { cwd: place("copies/unpacked") });
    execFileSync("tar", ["cf", "../again.tar", "."], { cwd: place("copies/unpacked") });
    expect(await vault("check", "packed", ["--backup", "copies/again.tar"])).toMatchObject({
      code: 0,
      said: expect.stringMatching(/every file of this copy is whole.*not of it: readme\.txt/),
    });
    expect(await vault("restore", "packed again", ["--from", "copies/again.tar"])).toMatchObject({
      code: 0,
      said: expect.stringMatching(/not of it: readme\.txt\. It was not brought back/),
    });
    expect(bytesIn("packed again")).toEqual(bytesIn("packed"));
    write("copies/short.tar", readFileSync(place("copies/packed.tar")).subarray(0, 3_000));
    expect(await vault("restore", "new", ["--from", "copies/short.tar", "--partial"])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/cut short: 3,000 bytes of at least .*the file with its keys is not among them/),
    });
    const against = await vault("check", "packed", ["--backup", "copies/short.tar"]);
    expect(against.said).toMatch(/cut short.*nothing of it can be brought back/);
  });

  it("is said of the file with the keys before anybody is told that she mistyped", async () => {
    cpSync(place("empty"), place("swapped"), { recursive: true });
    const sealed = readFileSync(place("swapped/identity.age"), "latin1");
    const salt = /argon2id (\S)/.exec(sealed)?.[1] ?? "";
    writeFileSync(place("swapped/identity.age"), sealed.replace(`argon2id ${salt}`, `argon2id ${salt === "a" ? "b" : "a"}`), "latin1");
    const { code, said } = await run(["vault", "list", "swapped", ...passphrase]);
    expect(code).toBe(1);
    expect(said).toMatch(/identity\.age, the file with the keys, is not as this vault left it.*may be right/);
    expect(existsSync(place("swapped/tries.json"))).toBe(false);
    expect(await run(["vault", "check", "swapped", ...passphrase])).toMatchObject({ code: 1, out: "identity.age: altered\n" });
    // In a copy the keys of another vault may stand, where hers stood, or before them.
    await vault("backup", "empty", ["--out", "copies/mine.tar"]);
    await run(["vault", "init", "another", ...passphrase]);
    mkdirSync(place("copies/mine"));
    execFileSync("tar", ["xf", "../mine.tar"], { cwd: place("copies/mine") });
    execFileSync("tar", ["cf", place("copies/both.tar"), "-C", place("another"), "identity.age", "-C", place("copies/mine"), "."]);
    cpSync(place("another/identity.age"), place("copies/mine/identity.age"));
    execFileSync("tar", ["cf", "../theirs.tar", "."], { cwd: place("copies/mine") });
    const theirs = await vault("restore", "from theirs", ["--from", "copies/theirs.tar"]);
    expect(theirs).toMatchObject({ code: 1, said: expect.stringMatching(/identity\.age.*not as its log has it.*your words may be right/) });
    expect(existsSync(place("from theirs"))).toBe(false);
    expect(await vault("restore", "from both", ["--from", "copies/both.tar"])).toMatchObject({ code: 0 });
  });
});

describe("what is refused changes nothing, and says why in a sentence", () => {
  const words = (): string[] => made.words.split(" ");
  const cases: readonly (readonly [string, () => readonly string[], number, RegExp])[] = [
    [
      "a word that is in no list",
      () => ["list", "empty", "--recovery-file", write("w1", words().with(3, "qzxv").join(" "))],
      1,
      /Word 4 is not in the list of words/,
    ],
    [
      "two words that are in no list",
      () => ["list", "empty", "--recovery-file", write("w2", words().with(0, "qzxv").with(11, "vvvv").join(" "))],
      1,
      /Word 1 .*Word 12 /,
    ],
    [
      "twelve words that do not fit",
      () => ["list", "empty", "--recovery-file", write("w3", [...words().slice(2), ...words().slice(0, 2)].join(" "))],
      1,
      /do not fit together|fit together/,
    ],
    [
      "eleven words",
      () => ["list", "empty", "--recovery-file", write("w4", words().slice(1).join(" "))],
      1,
      /twelve words on your paper; here are 11/,
    ],
    [
      "a key with a slip",
      () => ["list", "empty", "--recovery-file", write("w5", made.recoveryKey.replace(/.$/, "Q").replace(/.(.)$/, "Q$1"))],
      1,
      /has a slip/,
    ],
    ["a passphrase of several lines", () => ["list", "empty", "--passphrase-file", write("p1", "one\ntwo\n")], 1, /more than one line/],
    ["a file that is not there", () => ["list", "empty", "--passphrase-file", "nowhere"], 1, /no file at nowhere/],
    ["no terminal to ask on", () => ["list", "empty"], 2, /no terminal to ask.*--passphrase-file/],
    ["both ways to open at once", () => ["list", "empty", ...passphrase, "--recovery-file", place("words.txt")], 2, /not both/],
    ["no vault", () => ["list", "nothing here", ...passphrase], 1, /Nothing has been kept in this place yet/],
    ["a file in place of a folder", () => ["list", "chat.txt", ...passphrase], 1, /Nothing has been kept in this place yet/],
    ["a new vault in place of a file", () => ["init", "chat.txt", ...passphrase], 1, /there is a file at chat\.txt/],
    ["a copy brought back in place of a file", () => ["restore", "chat.txt/x", "--from", "chat.txt"], 1, /there is a file at chat\.txt/],
    [
      "a passphrase that is no text",
      () => {
        write("p2", Buffer.from("pass\u00e9word\n", "latin1"));
        return ["list", "empty", "--passphrase-file", "p2"];
      },
      1,
      /p2 .*letters could not be read/,
    ],
    ["a passphrase that nobody sees", () => ["list", "empty", "--passphrase-file", write("p3", "\u200b\n")], 1, /Nothing is typed/],
    ["a folder that is not empty", () => ["init", "home2", ...passphrase], 1, /something in home2 already.*Nothing was changed/],
    ["a vault in a vault", () => ["init", "empty", ...passphrase], 1, /something in empty already/],
    ["no words", () => ["add", "empty", "--recovery-file", place("words.txt")], 1, /no words on standard input/],
    ["words in the command", () => ["add", "empty", "He waved"], 2, /never stands in the command/],
    ["a time that is none", () => ["add", "empty", "--when", "yesterday"], 2, /--when yesterday: write a day/],
    [
      "a minute that no clock showed",
      () => ["add", "empty", "--zone", "Europe/London", "--when", "2026-03-29T01:30"],
      2,
      /no clock in Europe\/London showed/,
    ],
    ["a time that ends before it begins", () => ["add", "empty", "--when", "2026-03-29..2026-03-28"], 2, /ends before it begins/],
    ["nothing to bring in", () => ["import", "empty", ...passphrase], 2, /name at least one file/],
    ["a file to bring in that is not there", () => ["import", "empty", "gone.txt", ...passphrase], 1, /no file or folder at gone\.txt/],
    ["the vault itself", () => ["import", "empty", "."], 2, /holds the vault itself/],
    ["a zone that is none", () => ["import", "empty", "chat.txt", "--zone", "BST1"], 2, /no such time zone/],
    ["a copy without a name", () => ["backup", "empty", ...passphrase], 2, /--out/],
    ["a copy inside the vault", () => ["backup", "empty", "--out", "empty/notes.tar", ...passphrase], 2, /lost with it/],
    [
      "a copy over a file",
      () => ["backup", "empty", "--out", "chat.txt", "--recovery-file", place("words.txt")],
      1,
      /Nothing was written over/,
    ],
    ["a copy that is none", () => ["restore", "new", "--from", "chat.txt", ...passphrase], 1, /no copy that/],
    ["another key for a report", () => ["pack", "empty", "--signer-key", "x", ...passphrase], 2, /vault's own key/],
    [
      "a report of nothing",
      () => ["pack", "empty", "--me", "Hannah Reyes", "--them", "Owen Pike", "--recovery-file", place("words.txt")],
      1,
      /nothing in this vault yet/,
    ],
    ["nothing to change", () => ["keys", "empty", ...passphrase], 2, /say what to change/],
    ["a verb that is none", () => ["open", "empty"], 2, /no "vault open"/],
    ["no folder", () => ["list"], 2, /name the folder/],
  ];
  it.each(cases)("%s", async (_, args, code, says) => {
    write("home2/something", "hers");
    const before = bytesIn("empty");
    const ran = await run(["vault", ...args()]);
    expect(ran).toMatchObject({ code, out: "", said: expect.stringMatching(says) });
    expect(ran.said.trimEnd().split("\n")).toHaveLength(1);
    expect(bytesIn("empty")).toEqual(before);
    expect(existsSync(place("new"))).toBe(false);
  });

  it("words that are no text, or longer than an entry can be", async () => {
    const before = bytesIn("empty");
    const args = ["vault", "add", "empty", "--recovery-file", place("words.txt")];
    const torn = await runUnmask(args, { home, cwd: folder, input: Buffer.from("caf\u00e9", "latin1") });
    expect(torn).toMatchObject({ code: 1, out: "", said: expect.stringContaining("no text in UTF-8") });
    for (const long of ["a".repeat(20_001), "\u20ac".repeat(40_000)])
      expect(await run(args, long)).toMatchObject({ code: 1, out: "", said: expect.stringContaining("longer than one entry can be") });
    expect(bytesIn("empty")).toEqual(before);
  });

  it("a vault of a later version", async () => {
    cpSync(place("empty"), place("newer"), { recursive: true });
    writeFileSync(place("newer/book.json"), '{"kind":"notes","version":2}\n');
    writeFileSync(place("newer/statement.age.part"), "of a later version");
    const before = bytesIn("newer");
    for (const args of [["list"], ["add"], ["check"], ["backup", "--out", "copies/newer.tar"], ["keys", "--words"]]) {
      const [verb = "", ...more] = args;
      expect(await vault(verb, "newer", more, "words"), verb).toMatchObject({
        code: 1,
        out: "",
        said: expect.stringContaining("newer version"),
      });
    }
    expect(bytesIn("newer")).toEqual(before);
  });

  it("keys that ask for absurd work, which the words open all the same", async () => {
    cpSync(place("empty"), place("absurd"), { recursive: true });
    const sealed = readFileSync(place("absurd/identity.age"), "latin1");
    writeFileSync(place("absurd/identity.age"), sealed.replace(" 65536 3 1\n", " 1048576 16 4\n"), "latin1");
    const { code, said } = await run(["vault", "list", "absurd", ...passphrase]);
    expect([code, said]).toEqual([1, expect.stringContaining("asks for work that none of ours asks for")]);
  });

  it("a copy that is cut short, or of another vault, replaces nothing, and what is whole of it comes back when she says so", async () => {
    cpSync(place("empty"), place("copied"), { recursive: true });
    await vault("add", "copied", [], "One.");
    await vault("import", "copied", ["chat.txt"]);
    await vault("backup", "copied", ["--out", "copies/whole.tar"]);
    const whole = readFileSync(place("copies/whole.tar"));
    write("copies/cut.tar", whole.subarray(0, whole.length - 1_300));
    expect(await vault("restore", "new", ["--from", "copies/cut.tar"])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/cut short: .* of at least .*Nothing was replaced/),
    });
    expect(existsSync(place("new"))).toBe(false);
    expect(await vault("restore", "in part", ["--from", "copies/cut.tar", "--partial"])).toMatchObject({
      code: 3,
      said: expect.stringContaining("To be brought in again: chat.txt"),
    });
    expect((await listed("in part")).entries.map(({ words }) => words)).toEqual(["One."]);
    expect(await vault("check", "in part")).toMatchObject({ code: 0 });
    expect((await vault("import", "in part", ["chat.txt"])).out).toMatch(/^kept/);
    const other = await run(["vault", "init", "other", "--json", ...passphrase]);
    expect(other.code).toBe(0);
    const before = bytesIn("other");
    expect(await vault("restore", "other", ["--from", "copies/whole.tar"])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/of another vault.*Nothing was replaced/),
    });
    expect(bytesIn("other")).toEqual(before);
    write("copies/altered.tar", whole.with(whole.length - 1_400, (whole[whole.length - 1_400] ?? 0) ^ 1));
    expect(await vault("restore", "new", ["--from", "copies/altered.tar"])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/originals\/.* altered.*Nothing was replaced/),
    });
  });
});

describe("a wrong passphrase", () => {
  it("is noted, makes the next one wait, and is forgotten once the vault is opened; the words need not wait", async () => {
    cpSync(place("empty"), place("tried"), { recursive: true });
    const wrong = await run(["vault", "list", "tried", "--passphrase-file", place("wrong.txt")]);
    expect(wrong).toMatchObject({
      code: 1,
      said: expect.stringContaining("This passphrase does not open it. Look at small and capital letters"),
    });
    // By a clock that stood ahead the wait is no longer, and has not passed before a slow machine has begun.
    writeFileSync(place("tried/tries.json"), JSON.stringify({ wrong: 2, last: new Date(Date.now() + 600_000).toISOString() }) + "\n");
    const right = await run(["vault", "list", "tried", ...passphrase]);
    expect(right).toMatchObject({ code: 0, said: expect.stringMatching(/is tried in \d s/) });
    expect(existsSync(place("tried/tries.json"))).toBe(false);
    writeFileSync(place("tried.sheet"), `${made.recoveryKey}\n`);
    writeFileSync(place("tried.key"), execFileSync("age", ["-d", "-i", place("tried.sheet"), place("tried/identity.age")]));
    const openings = execFileSync("age", ["-d", "-i", place("tried.key"), place("tried/openings.age")]).toString();
    expect(openings).toMatch(/^\{"openings":\[\{"at":"[^"]+","by":"passphrase","wrong":\{"count":2,"last":"[^"]+"\}\}\]\}$/);
    writeFileSync(place("tried/tries.json"), JSON.stringify({ wrong: 20, last: new Date().toISOString() }) + "\n");
    expect(await vault("list", "tried")).toMatchObject({ code: 0, said: "" });
  });
});

describe("a link into the folder of the vault", () => {
  it("is seen through: no copy and no report is written there, and nothing of it is brought in as a file of hers", async () => {
    cpSync(place("empty"), place("seen"), { recursive: true });
    await vault("add", "seen", [], "He stood at the gate.");
    symlinkSync(place("seen/journal"), place("link"));
    expect(await vault("backup", "seen", ["--out", "link/copy.tar"])).toMatchObject({ code: 2 });
    expect(await vault("import", "seen", ["link"])).toMatchObject({ code: 2 });
    for (const out of ["seen/packs", "link/packs"])
      expect(await vault("pack", "seen", ["--them", "Owen Pike", "--out", out])).toMatchObject({
        code: 2,
        said: expect.stringContaining("--out"),
      });
    expect(await vault("check", "seen")).toMatchObject({ code: 0, out: "" });
  });
});

describe("other keys", () => {
  it("that nobody saw are no keys: where the new words could not be shown, the old ones hold", async () => {
    cpSync(place("empty"), place("unseen"), { recursive: true });
    const before = readFileSync(place("unseen/identity.age"));
    const deaf = `${process.execPath} ${launcher} vault keys '${place("unseen")}' --words --recovery-file '${place("words.txt")}' | true`;
    execFileSync("sh", ["-c", deaf], { stdio: ["ignore", "ignore", "ignore"] });
    expect(readFileSync(place("unseen/identity.age")).equals(before)).toBe(true);
    expect(await vault("list", "unseen")).toMatchObject({ code: 0 });
  });

  it("open it from now on: a new passphrase, new words, a second sheet; a copy that was made before keeps the old ones", async () => {
    cpSync(place("empty"), place("rekeyed"), { recursive: true });
    await vault("backup", "rekeyed", ["--out", "copies/before.tar"]);
    write("new.txt", "battery staple");
    const changed = await vault("keys", "rekeyed", [
      "--passphrase",
      "--new-passphrase-file",
      place("new.txt"),
      "--words",
      "--second-sheet",
      "--json",
    ]);
    expect(changed).toMatchObject({ code: 0, said: expect.stringContaining("A copy that was made before opens with the keys of then") });
    expect(changed.said).toMatch(/^This passphrase takes about 5 minutes to guess on one machine like this\./);
    const told = JSON.parse(changed.out) as Made & { readonly secondSheet: { readonly words: string; readonly recoveryKey: string } };
    expect(told.book).toBe(made.book);
    const opens = async (by: readonly string[]): Promise<number | null> => (await run(["vault", "list", "rekeyed", ...by])).code;
    expect(await opens(["--passphrase-file", place("new.txt")])).toBe(0);
    expect(await opens(["--recovery-file", write("w.new", told.words)])).toBe(0);
    expect(await opens(["--recovery-file", write("w.sheet", told.secondSheet.words)])).toBe(0);
    expect(await opens(["--recovery-file", write("k.sheet", `# for my sister\n${told.secondSheet.recoveryKey}\n`)])).toBe(0);
    expect(await opens(["--recovery-file", place("words.txt")])).toBe(1);
    expect(await opens(passphrase)).toBe(1);
    expect(await run(["vault", "check", "rekeyed", "--recovery-file", place("w.new")])).toMatchObject({ code: 0 });
    expect(execFileSync("age", ["-d", "-i", place("k.sheet"), place("rekeyed/identity.age")]).toString()).toContain("AGE-SECRET-KEY-1");
    expect(await vault("restore", "from before", ["--from", "copies/before.tar"])).toMatchObject({ code: 0 });
  });

  it("that were written when the program was ended before they came into their place open it too", async () => {
    cpSync(place("empty"), place("between"), { recursive: true });
    const old = readFileSync(place("between/identity.age"));
    const { out } = await vault("keys", "between", ["--words", "--json"]);
    renameSync(place("between/identity.age"), place("between/identity.age.part"));
    writeFileSync(place("between/identity.age"), old);
    const words = write("w.between", (JSON.parse(out) as Made).words);
    expect(await run(["vault", "list", "between", "--recovery-file", words])).toMatchObject({ code: 0 });
    expect(await run(["vault", "check", "between", "--recovery-file", words])).toMatchObject({ code: 0, out: "" });
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

it("makes no vault, and brings none back, in the folder of a vault, on whatever way it is named", async () => {
  cpSync(place("empty"), place("outer"), { recursive: true });
  await vault("backup", "empty", ["--out", "copies/empty.tar"]);
  mkdirSync(place("outer/originals"), { recursive: true });
  symlinkSync(place("outer/originals"), place("a link to a vault"));
  const before = bytesIn("outer");
  for (const inner of ["outer/inner", "outer/originals/deep/er", "a link to a vault/inner"]) {
    const refused = { code: 1, out: "", said: expect.stringMatching(/lies in the folder of another vault \(.*outer\).*Nothing was/) };
    expect(await run(["vault", "init", inner, ...passphrase])).toMatchObject(refused);
    expect(await vault("restore", inner, ["--from", "copies/empty.tar"])).toMatchObject(refused);
  }
  expect(bytesIn("outer")).toEqual(before);
  expect(existsSync(place("outer/inner"))).toBe(false);
  // A vault of which the book is lost is one.
  rmSync(place("outer/book.json"));
  expect((await run(["vault", "init", "outer/inner", ...passphrase])).code).toBe(1);
  // A folder that only holds a file of such a name is none.
  write("no vault/log", "a log of the garden");
  expect(await vault("restore", "no vault/inner", ["--from", "copies/empty.tar"])).toMatchObject({ code: 0 });
});

it("programs that write at once wait for one another, and nothing is lost", async () => {
  cpSync(place("empty"), place("at once"), { recursive: true });
  const runs = await Promise.all([
    ...Array.from({ length: 6 }, (_, i) => vault("add", "at once", [], `Entry ${i}.`)),
    vault("import", "at once", ["chat.txt"]),
    vault("list", "at once"),
  ]);
  for (const { code, said } of runs) expect([code, said]).toEqual([0, ""]);
  expect(new Set(runs.slice(0, 6).map(({ out }) => out))).toEqual(new Set(["1\n", "2\n", "3\n", "4\n", "5\n", "6\n"]));
  const { entries, originals } = await listed("at once");
  expect(entries.map(({ words }) => words).sort()).toEqual(Array.from({ length: 6 }, (_, i) => `Entry ${i}.`));
  expect(originals).toHaveLength(1);
  expect(await vault("check", "at once")).toMatchObject({ code: 0, out: "" });
});

it("takes files and folders with names that nobody expects, and keeps each name as it is", async () => {
  cpSync(place("empty"), place("odd – vault"), { recursive: true });
  const names = ["-rf", "a\nb.txt", "x\u001b[2J.txt", "‮txt.exe", "日本語 🦊.txt", "'; drop.txt", " "];
  for (const [i, name] of names.entries()) write(`odd files/${name}`, `odd ${i}`);
  const { code, out } = await vault("import", "odd – vault", ["odd files"]);
  expect(code).toBe(0);
  expect(out.split("\n")).toHaveLength(names.length + 1);
  expect(out).not.toMatch(/[\u001b\u202e]/);
  expect((await listed("odd – vault")).originals.map(({ name }) => name).sort()).toEqual(names.map((name) => `odd files/${name}`).sort());
  expect((await vault("list", "odd – vault")).out.split("\n")).toHaveLength(names.length + 4);
});

describe("on a terminal", () => {
  /** Runs the program on a terminal of its own; what it shows there. */
  async function onTerminal(command: string, typed: readonly string[]): Promise<{ readonly code: number | null; readonly shown: string }> {
    const child = spawn("script", ["-qec", `"${process.execPath}" "${launcher}" vault ${command}`, "/dev/null"], {
      cwd: folder,
      stdio: ["pipe", "pipe", "inherit"],
    });
    let shown = "";
    const ended = once(child, "close");
    const waits = [...typed];
    child.stdout.on("data", (bytes: Buffer) => {
      shown += bytes.toString();
      // Typed only when it is asked for: before that the terminal shows what comes.
      if (/(?:passphrase|more|Passphrase|own): ?$|of its own\.\r?\n$/.test(shown)) child.stdin.write(waits.shift() ?? "");
    });
    const [code] = (await ended) as [number | null];
    return { code, shown };
  }

  it("asks for the passphrase without showing it, twice for a new one, and takes back what was mistyped", async () => {
    const { code, shown } = await onTerminal("init 'by hand'", [
      "glimpze\u0015glimpse furnace walnut tepif\u007fd\r",
      "glimpse furnace walnut tepid\r",
    ]);
    expect(code, shown).toBe(0);
    expect(shown).toMatch(/The twelve words: write them down on paper now/);
    expect(shown).not.toMatch(/furnace/);
    expect(await run(["vault", "list", "by hand", ...passphrase])).toMatchObject({ code: 0 });
    const differ = await onTerminal("init 'by hand 2'", ["correct horse\r", "correct house\r"]);
    expect([differ.code, differ.shown]).toEqual([1, expect.stringContaining("the two are not the same")]);
    expect(existsSync(place("by hand 2"))).toBe(false);
  });

  it("asks for the passphrase, then for her words, and stops at Ctrl+C having written nothing", async () => {
    const { code, shown } = await onTerminal("add 'by hand'", ["glimpse furnace walnut tepid\r", "He waved.\n\u0004"]);
    expect(code, shown).toBe(0);
    expect(shown).toMatch(/\r?\n1\r?\n$/);
    const before = bytesIn("by hand");
    expect(await onTerminal("add 'by hand'", ["\u0003"])).toMatchObject({ code: 130, shown: expect.stringContaining("stopped") });
    expect(bytesIn("by hand")).toEqual(before);
  });
});
