/**
 * From her device to the officers and back, with nothing but the built program: a letter and a pack go in, are taken in and opened, and seven
 * words bring back what was answered and a proof that Debian's own tool accepts. And what stays where on the way.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MailboxLine, herComputer } from "./her-computer.ts";
import { type Served, serve, unmask } from "./program.ts";

const home = mkdtempSync(join(tmpdir(), "unmask-journey-"));
const data = join(home, "data");
const her = herComputer(join(home, "hers"));
/** Words of hers that must be found nowhere but inside: what she says, whom she names, how she is reached, what a file is called. */
const canary = {
  account: "quietlybluebell account",
  name: "Wrenna Bluebellwood",
  address: "07700 900947",
  message: "bluebell at the gate again",
};
let served: Served;
let words = "";
let packSize = 0;

beforeAll(async () => {
  await unmask(["force", "init", "--data", data, "--name", "Example Police"]);
  served = await serve("both", ["--data", data]);
});
afterAll(async () => {
  await served.end();
  rmSync(home, { recursive: true, force: true });
});

/** What lies in her mailbox once there is as much as she waits for. */
async function mailbox(enough: number): Promise<readonly MailboxLine[]> {
  const { lines, told } = await her.mailbox(served.intake, words, enough);
  // A machine answered: that is not told as read.
  expect(told).toContain("has your letter; nobody has said yet that they read it");
  return lines;
}

test("a letter and a pack go in, and seven words bring back a reference and a proof that another program verifies", async () => {
  const exports = join(home, "exports");
  mkdirSync(exports);
  const lines = [1, 2, 3].map((day) => `0${day}/11/2026, 23:4${day} - Piers Nettle: ${canary.message}`);
  writeFileSync(join(exports, `WhatsApp Chat with ${canary.name}.txt`), `${lines.join("\n")}\n`);
  const set = JSON.parse(readFileSync(join(data, "intake/unmask-force.json"), "utf8"));
  const pack = await her.makePack(exports, { me: canary.name, them: "Piers Nettle", force: served.intake });
  packSize = statSync(pack).size;
  const contact = { channel: "call", address: canary.address, hours: "after 18:00", codeWord: "bluebellcode" };
  words = await her.send(served.intake, { account: canary.account, name: canary.name, danger: "now", contact }, pack);
  expect(words).toMatch(/^([a-z]+ ){6}[a-z]+\n$/);

  const answers = await mailbox(2);
  expect(answers.map(({ kind }) => kind)).toEqual(["acknowledgement", "proof"]);
  const proof = answers[1] ?? expect.fail();
  const hashOfFile = execFileSync("sha256sum", [pack]).toString().slice(0, 64);
  expect(proof.sha256).toBe(hashOfFile);
  expect(proof.entry).toContain(hashOfFile);
  writeFileSync(join(home, "entry"), proof.entry);
  // Debian's edition of the tool reads the form before its first line was added (docs/formats/log.md).
  writeFileSync(join(home, "entry.spicy"), proof.proof.slice(proof.proof.indexOf("\n") + 1));
  const verify = () => execFileSync("spicy-litetlog", ["-verify", set.log, "entry"], { cwd: home, stdio: "pipe" });
  expect(verify).not.toThrow();
  writeFileSync(join(home, "entry"), proof.entry.replace(hashOfFile.slice(0, 8), "00000000"));
  expect(verify).toThrow();
  // Looked at again, the same stands there.
  expect(await mailbox(2)).toEqual(answers);
});

test("attacks 1 to 3: neither the intake's rows and files nor anything that was written tells a word, a name, an address or a true size", async () => {
  await served.end();
  const outside = filesUnder(join(data, "intake"));
  expect(outside.length).toBeGreaterThan(10);
  const texts = [
    ...Object.values(canary),
    "bluebell",
    "Bluebellwood",
    "Nettle",
    "900947",
    words.trim(),
    words.split(" ").slice(0, 2).join(" "),
  ];
  const spellings = texts.flatMap((text) => [
    text,
    Buffer.from(text).toString("base64").slice(0, -4),
    Buffer.from(text, "utf16le").toString("latin1"),
  ]);
  for (const file of outside) {
    const bytes = readFileSync(file).toString("latin1");
    expect(spellings.filter((text) => text.length > 5 && (bytes.includes(text) || file.includes(text)))).toEqual([]);
    // A true size would tell which pack of hers it is.
    expect(statSync(file).size).not.toBe(packSize);
  }
  const told = [
    served.written(),
    (await unmask(["force", "health", "--data", data])).out,
    (await unmask(["audit", "export", "--data", data])).out,
  ];
  for (const text of texts) expect(told.filter((one) => one.includes(text))).toEqual([]);
});

test("inside, what was opened in the clear is gone when the server ends, and each item is accounted for", async () => {
  expect(filesUnder(join(data, "case/open"))).toEqual([]);
  const { code, out } = await unmask(["force", "health", "--data", data]);
  expect(code).toBe(0);
  const items = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(items.map(({ kind, state, queue }) => [kind, state, queue])).toEqual([
    ["letter", "opened", true],
    ["pack", "opened", true],
  ]);
  const exported = (await unmask(["audit", "export", "--data", data])).out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(exported.filter(({ op }) => op === "collect").length).toBe(2);
  // What the queue is made of is what was written down, and nothing else.
  expect(JSON.parse((await unmask(["force", "rebuild", "--data", data])).out)).toEqual({ reports: 1, cases: 0, orders: 0 });
  // Nobody else on the machine comes into either folder.
  for (const folder of ["intake", "case"]) expect(statSync(join(data, folder)).mode & 0o077).toBe(0);
});

test("the force's own table of codes is loaded whole or not at all", async () => {
  const table = join(home, "codes.csv");
  writeFileSync(table, "code,offence\n8/65,Stalking\n8/66,Harassment\n");
  const loaded = await unmask(["force", "codes", "--data", data, table]);
  expect([loaded.code, loaded.out]).toEqual([0, '{"rows":2}\n']);
  writeFileSync(table, "code,offence\n8/65\n");
  const refused = await unmask(["force", "codes", "--data", data, table]);
  expect([refused.code, refused.out]).toEqual([1, ""]);
  expect(readFileSync(join(data, "case/codes/table.csv"), "utf8")).toContain("8/66");
});

function filesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
