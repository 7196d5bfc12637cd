import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bytesIn, exhibitsIn, listed, made, packIn, passphrase, place, run, vault, vaultBack, vaultIn, write } from "./vault-of-cli.ts";

/** Her vault from a terminal: what she writes and brings in, and what comes out of it. */

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
