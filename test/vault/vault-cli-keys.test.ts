import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { launcher } from "../cli/run-unmask.ts";
import { type Made, bytesIn, folder, made, passphrase, place, run, vault, write } from "./vault-of-cli.ts";

/** Her vault from a terminal: what opens it. */

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

describe("on a terminal", () => {
  /** Runs the program on a terminal of its own; what it shows there. */
  async function onTerminal(
    command: string,
    typed: readonly string[],
    isEarly?: RegExp,
  ): Promise<{ readonly code: number | null; readonly shown: string }> {
    const child = spawn("script", ["-qec", `"${process.execPath}" "${launcher}" vault ${command}`, "/dev/null"], {
      cwd: folder,
      stdio: ["pipe", "pipe", "inherit"],
    });
    let shown = "";
    const ended = once(child, "close");
    const waits = [...typed];
    child.stdout.on("data", (bytes: Buffer) => {
      shown += bytes.toString();
      // Typed when it is asked for; with `isEarly`, when nobody has asked for it.
      if (/(?:passphrase|more|Passphrase|own): ?$|of its own\.\r?\n$/.test(shown) || isEarly?.test(shown))
        child.stdin.write(waits.shift() ?? "");
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

  it("shows nothing of a secret that is typed before it is asked for, or again while a wrong one is tried, and shows afterwards what is typed", async () => {
    const both = "glimpse furnace walnut tepid\r".repeat(2);
    const made = await onTerminal("init 'by hand 3'; stty -a", [both]);
    expect(made.shown).toMatch(/The twelve words: write them down on paper now/);
    const wrong = await onTerminal("list 'by hand 3'; stty -a", ["glimpse furnace\r", "glimpse furnace walnut tepid\r"], /: \r\n$/);
    expect(wrong.shown).toMatch(/does not open|wrong|mistyped/);
    const stopped = await onTerminal("list 'by hand 3'; stty -a", ["glimpse furnace\u0003"]);
    for (const { shown } of [made, wrong, stopped]) {
      expect(shown).not.toMatch(/furnace/);
      expect(shown).toMatch(/ echo /);
    }
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
