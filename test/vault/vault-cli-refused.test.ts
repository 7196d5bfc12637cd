import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runUnmask } from "../cli/run-unmask.ts";
import { bytesIn, folder, home, made, passphrase, place, run, vault, write } from "./vault-of-cli.ts";

/** Her vault from a terminal: what is refused. */

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
