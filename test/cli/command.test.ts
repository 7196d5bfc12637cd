import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { type Ran, runUnmask } from "./run-unmask.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-command-"));
const home = join(folder, "home");
const run = (...args: string[]): Promise<Ran> => runUnmask(args, { home });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const chat = "24/07/2026, 19:05 - Sam: hi\n24/07/2026, 19:06 - Alex: hello\n";
const write = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, content);
  return file;
};

it("a chat on standard input is read like a file", async () => {
  const { code, out } = await runUnmask(["read", "--zone", "Europe/London", "-"], { home, input: Buffer.from(chat) });
  expect(code).toBe(0);
  expect(out.split("\n").filter((line) => line.startsWith('{"act"')).length).toBe(2);
});

it("nothing recognised ends with 4, something unread with 3, a wrong word with 2, a missing file with 1", async () => {
  expect((await run("read", write("shopping.txt", "eggs, bread, milk\n"))).code).toBe(4);
  expect((await run("read", "--zone", "Europe/London", write("torn.txt", `${chat}31/02/2026, 10:00 - Sam: never\n`))).code).toBe(3);
  expect((await run("read")).code).toBe(2);
  expect((await run("read", "--zone", "Europe/Nowhere", write("c.txt", chat))).code).toBe(2);
  expect((await run("read", "--colour", write("c.txt", chat))).code).toBe(2);
  expect((await run("toast")).code).toBe(2);
  const missing = await run("read", join(folder, "not there"));
  expect(missing.code).toBe(1);
  expect(missing.said).toMatch(/^unmask: There is no file or folder at/);
});

it("a download made as HTML and a locked backup are told in one line each, with what to ask for instead", async () => {
  for (const i of [1, 2, 3]) write(`meta/messages/inbox/sam_${i}/message_1.html`, '<html><body><div class="_a706">');
  write("meta/msgstore.db.crypt15", Uint8Array.of(10, 11, 12, 13));
  for (const command of [["read"], ["read", "--summary"], ["report", "--me", "Alex", "--them", "Sam", "--pdf-only", "--out", folder]]) {
    const { code, said } = await run(...command, join(folder, "meta"));
    expect(code).toBe(4);
    expect(said.match(/^Not read: .*$/gm)).toEqual([
      expect.stringMatching(
        /a page of a Facebook or Instagram download made as HTML \(3 files, the first “.*message_1\.html”\)\. .*JSON, not HTML/,
      ),
      expect.stringMatching(/a locked WhatsApp backup \(“.*msgstore\.db\.crypt15”\)\. .*Export chat/),
    ]);
  }
});

it("whoever asks a command for help gets the page of help, wherever she writes it", async () => {
  const { out } = await run("help");
  for (const args of [["--help"], ["read", "--help"], ["report", "--help", "x"], ["verify", "pack.age", "--help"]])
    expect(await run(...args)).toMatchObject({ code: 0, out });
});

it("an assumed zone is said in words on standard error and flagged on each act", async () => {
  const { code, out, said } = await run("read", write("c.txt", chat));
  expect(code).toBe(0);
  expect(said).toMatch(/^No time zone was stated[^\n]*--zone[^\n]*\n$/);
  for (const line of out.trimEnd().split("\n")) expect(JSON.parse(line).act.flags).toContain("zone-assumed");
});

it("an error names the place and never a message", async () => {
  const { said } = await run("report", write("c.txt", chat), "--me", "Sam");
  expect(said).toMatch(/--them/);
  expect(said).not.toMatch(/hello|at .*\.js:\d+/);
});

it("a link inside a folder is not followed, and that is said", async () => {
  write("linked/chat.txt", chat);
  symlinkSync("/etc/hostname", join(folder, "linked/elsewhere.txt"));
  for (const words of [["read"], ["pattern", "--them", "Sam"], ["report", "--me", "Alex", "--them", "Sam", "--out", join(folder, "l")]]) {
    const { out, said } = await run(...words, "--zone", "Europe/London", join(folder, "linked"));
    expect(said).toMatch(/Passed over.*linked\/elsewhere\.txt/);
    expect(out).not.toMatch(/elsewhere/);
  }
});

it("a file whose name is no UTF-8, as old zips unpack it, is read under the name that can be shown", async () => {
  const old = join(folder, "old");
  mkdirSync(old);
  const named = (name: string): Buffer => Buffer.concat([Buffer.from(`${old}/`), Buffer.from(name, "latin1")]);
  mkdirSync(named("\xe9t\xe9"));
  writeFileSync(named("chat \xe9.txt"), chat);
  writeFileSync(named("\xe9t\xe9/_chat.txt"), chat);
  const { code, out } = await run("read", "--zone", "Europe/London", old);
  expect(code).toBe(0);
  const names = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).act.source.name as string);
  expect([...new Set(names)].sort()).toEqual(["old/chat \uFFFD.txt", "old/\uFFFDt\uFFFD/_chat.txt"]);
});

it("the signing key is made once, for its owner's eyes only, and its public half is printed", async () => {
  const own = join(folder, "own");
  const first = await runUnmask(
    ["report", write("c.txt", chat), "--me", "Sam", "--them", "Alex", "--zone", "UTC", "--out", join(folder, "a")],
    { home: own },
  );
  expect(first.code).toBe(0);
  expect(statSync(join(own, "signer.key")).mode & 0o777).toBe(0o600);
  const second = await runUnmask(
    ["report", write("c.txt", chat), "--me", "Sam", "--them", "Alex", "--zone", "UTC", "--out", join(folder, "b")],
    { home: own },
  );
  expect(second.said).not.toMatch(/was made for you/);
  const pub = (name: string): string => {
    const file = readdirSync(join(folder, name)).find((one) => one.endsWith(".pub")) ?? "";
    return readFileSync(join(folder, name, file), "utf8");
  };
  expect(pub("a")).toBe(pub("b"));
  expect(second.said).toContain(pub("b").split("\n")[1]);
});

it("the printed report alone is one PDF, and nothing there is written over", async () => {
  const out = join(folder, "pdf");
  expect(
    (await run("report", write("c.txt", chat), "--me", "Sam", "--them", "Alex", "--zone", "UTC", "--pdf-only", "--out", out)).code,
  ).toBe(0);
  expect(readdirSync(out)).toEqual([
    expect.stringMatching(/^UM-[0-9A-F]{12}-chronology\.pdf$/),
    expect.stringMatching(/^UM-[0-9A-F]{12}\.pdf$/),
  ]);
});

it("a held-back file is named by hash, its bytes and what only it holds stay out", async () => {
  const other = write("other.txt", chat.replaceAll("Sam", "Robin").replace("hello", "zanzibar"));
  const out = join(folder, "held");
  const made = await run(
    "report",
    write("c.txt", chat),
    other,
    "--me",
    "Alex",
    "--them",
    "Sam",
    "--zone",
    "UTC",
    "--leave-out",
    "other.txt",
    "--out",
    out,
  );
  expect(made.code).toBe(0);
  const pack = join(out, readdirSync(out).find((one) => !one.endsWith(".pub")) ?? "");
  expect(readdirSync(join(pack, "data/originals"))).toHaveLength(1);
  expect(gunzipSync(readFileSync(join(pack, "data/acts.jsonl.gz"))).toString()).not.toMatch(/zanzibar/);
  expect((await run("verify", pack)).code).toBe(0);
});

it("a sealed pack without the right key, a stranger's file and a broken pack are refused in one line each", async () => {
  const noKey = await run("verify", write("x.age", "age-encryption.org/v1\n-> X25519 abc\n"));
  expect([noKey.code, noKey.said]).toEqual([1, expect.stringMatching(/Give the key that opens it .*-i IDENTITY/)]);
  const noPack = await run("verify", write("x.tar", "not a tar at all"), "--json");
  expect(noPack.code).toBe(1);
  expect(JSON.parse(noPack.out).overall).toBe("not-verified");
  expect((await run("verify")).code).toBe(2);
  expect((await run("verify", folder, "--signer", "nonsense")).code).toBe(2);
});

it("help and version answer at once", async () => {
  expect((await run("help")).out).toMatch(/unmask read/);
  expect((await run("--version")).out).toMatch(/^unmask \d+\.\d+\.\d+\n$/);
});
