import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bytesIn, listed, passphrase, place, run, vault, write } from "./vault-of-cli.ts";

/** Her vault from a terminal: copies of it, whole or not, and the way back. */

describe("what is otherwise in a copy", () => {
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

  it("is said of a copy with one byte of a header changed, which comes back whole, and of one with a file changed, which is named", async () => {
    cpSync(place("empty"), place("struck"), { recursive: true });
    await vault("add", "struck", [], "One.");
    await vault("backup", "struck", ["--out", "copies/struck.tar"]);
    const whole = readFileSync(place("copies/struck.tar"));
    const struck = (at: number): Buffer => Buffer.from(whole.with(at, (whole[at] ?? 0) ^ 1));
    for (const name of ["book.json", "log", "identity.age", "journal/000001.age"]) {
      write("copies/header.tar", struck(whole.indexOf(`${name}\0`) + 2));
      const back = await vault("restore", `struck ${name.slice(0, 4)}`, ["--from", "copies/header.tar"]);
      expect(back, name).toMatchObject({ code: 0, said: expect.stringContaining("a header of it was damaged") });
      expect(bytesIn(`struck ${name.slice(0, 4)}`), name).toEqual(bytesIn("struck"));
    }
    write("copies/file.tar", struck(whole.indexOf("journal/000001.age\0") + 512 + 200));
    expect(await vault("restore", "struck in part", ["--from", "copies/file.tar", "--partial"])).toMatchObject({
      code: 3,
      said: expect.stringContaining("Not brought back, because it is not whole in the copy: journal/000001.age"),
    });
  });

  it("is said at once of a tar of more files than any copy has", async () => {
    const header = emptied(readFileSync(place("copies/struck.tar")).subarray(0, 512));
    write("copies/many.tar", Buffer.concat(Array.from({ length: 200_002 }, () => header)));
    expect(await vault("restore", "of many", ["--from", "copies/many.tar"])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/more than 200,000 files: no copy has as many\. Nothing was changed/),
    });
    expect(existsSync(place("of many"))).toBe(false);
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

describe("what is refused of a copy changes nothing, and says why in a sentence", () => {
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

/** A header of a file of no bytes, with its checksum. */
function emptied(header: Uint8Array): Uint8Array {
  const made = Buffer.from(header);
  made.write("00000000000", 124);
  made.fill(" ", 148, 156);
  const sum = made.reduce((before, byte) => before + byte, 0);
  made.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return made;
}
