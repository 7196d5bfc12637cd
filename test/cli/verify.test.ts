import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { reveal } from "@unmask/core";
import { tarOf } from "@unmask/formats";
import { createIdentity, formatPublicKey, recipientOf, sealStream } from "@unmask/seal";
import { afterAll, beforeAll, expect, it } from "vitest";
import { nativeAead } from "../native-aead.ts";
import { buildExample, exampleFiles, exampleSigner, otherSigner } from "../tamper/sealed-example.ts";
import { type Ran, runUnmask } from "./run-unmask.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-verify-"));
const pack = join(folder, "pack");
const signer = join(folder, "signer.pub");
const other = join(folder, "other.pub");
const run = (args: readonly string[], cwd = folder): Promise<Ran> => runUnmask(["verify", ...args], { home: join(folder, "home"), cwd });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, bytes: Uint8Array | string): string => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
};

let mine = "";
let tar: Buffer;

beforeAll(async () => {
  for (const [path, bytes] of await exampleFiles()) write(join(pack, path), bytes);
  write(signer, formatPublicKey(exampleSigner));
  write(other, formatPublicKey(otherSigner));
  const identity = await createIdentity();
  mine = reveal(identity);
  const gather = async (stream: AsyncIterable<Uint8Array>): Promise<Buffer> => {
    const pieces: Uint8Array[] = [];
    for await (const piece of stream) pieces.push(piece.slice());
    return Buffer.concat(pieces);
  };
  tar = await gather(tarOf(buildExample().entries));
  const sealed = sealStream(tarOf(buildExample().entries), { recipients: [await recipientOf(identity)], aead: nativeAead });
  write(join(folder, "pack.age"), await gather(sealed));
});

it.each([
  ["pack", "."],
  ["pack", "./"],
  ["pack/data", ".."],
  [".", "pack"],
  [".", "./pack"],
  [".", "pack/."],
  [".", "./pack//"],
  [".", "pack/data/.."],
])("the folder of a pack is verified from %s under the name %s", async (from, name) => {
  const { code, out } = await run([name, "--signer", signer], join(folder, from));
  expect(out).toMatch(/^Verified\./);
  expect(code).toBe(0);
});

it("a pack of another signer than the one named fails, and is never called unaltered", async () => {
  const stranger = await run(["pack"]);
  expect([stranger.code, stranger.out]).toEqual([3, expect.stringMatching(/^Nothing is altered\. But the signer/)]);
  const named = await run(["pack", "--signer", other]);
  expect([named.code, named.out]).toEqual([1, expect.stringMatching(/^NOT verified\. It is not signed by the key you named\./)]);
  expect(named.out).not.toMatch(/Nothing is altered/);
  const asJson = await run(["pack", "--signer", other, "--json"]);
  expect(JSON.parse(asJson.out)).toMatchObject({ overall: "not-verified", signer: { known: false } });
  expect((await run(["pack", "--signer", other, "--signer", signer])).code).toBe(0);
});

it("a key that is on the list of trusted signers does not stand in for the key that was named", async () => {
  const home = join(folder, "trusting");
  write(join(home, "trusted-signers"), formatPublicKey(exampleSigner));
  expect((await runUnmask(["verify", pack], { home })).code).toBe(0);
  expect((await runUnmask(["verify", pack, "--signer", other], { home })).code).toBe(1);
});

it("another program's bag is told as that, and does not pass for a pack", async () => {
  const bag = join(folder, "bag");
  const hello = `${createHash("sha256").update("hello").digest("hex")}  data/hello.txt\n`;
  write(join(bag, "bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  write(join(bag, "data/hello.txt"), "hello");
  write(join(bag, "manifest-sha256.txt"), hello);
  const sound = await run(["bag"]);
  expect([sound.code, sound.out]).toEqual([1, expect.stringMatching(/^This is no pack\. It is a sound BagIt bag/)]);
  write(join(bag, "data/hello.txt"), "hullo");
  const changed = await run(["bag"]);
  expect([changed.code, changed.out]).toEqual([1, expect.stringMatching(/^This is no pack\. .*NOT sound[^]*altered: data\/hello\.txt/)]);
});

it("a manifest of 200,000 lines ends in a verdict that can be read on one screen or two", async () => {
  const long = join(folder, "long");
  for (const [path, bytes] of await exampleFiles()) write(join(long, path), bytes);
  const manifest = readFileSync(join(long, "manifest-sha256.txt"), "utf8");
  const lines = Array.from({ length: 200_000 }, (_, i) => `${"0".repeat(64)} *./data/originals/${i}.bin\n`);
  write(join(long, "manifest-sha256.txt"), manifest + lines.join(""));
  const { code, out, said } = await run(["long", "--signer", signer]);
  expect(said).toBe("");
  expect(code).toBe(1);
  expect(out).toMatch(/^NOT verified\./);
  expect(out.split("\n").length).toBeLessThan(220);
  expect(out).toMatch(/and \d+ more \(--json lists all\)/);
});

it("a changed tar is altered in words and as JSON, whoever sealed it again", async () => {
  const changed = Buffer.from(tar);
  changed[108] = 0x31;
  const { code, out, said } = await run([write(join(folder, "changed.tar"), changed), "--json"]);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ overall: "not-verified", items: [{ path: "", verdict: "altered" }] });
  expect(said).toMatch(/^unmask: altered: .*unpack it with tar and verify the folder/);
  expect((await run([write(join(folder, "good.tar"), tar), "--signer", signer])).code).toBe(0);
});

it("every identity of a file is tried, with the comments and blank lines that age allows", async () => {
  const another = reveal(await createIdentity());
  const withFile = (text: string): Promise<Ran> => run(["pack.age", "--signer", signer, "-i", write(join(folder, "keys.txt"), text)]);
  for (const text of [
    `${mine}\n`,
    mine,
    `# created: 2026-03-02\n# public key: age1example\n${another}\n\n# mine\n${mine}\n`,
    `${mine}\r\n\r\n${another}\r\n`,
    `\n\n  ${another}  \n${mine}\n${mine}\n`,
  ])
    expect((await withFile(text)).code).toBe(0);
  const none = await withFile("# nothing here\n\n");
  expect([none.code, none.said]).toEqual([2, expect.stringMatching(/no age identity in it/)]);
  const spoiled = await withFile(`${mine}\nAGE-SECRET-KEY-1SPOILED\n`);
  expect([spoiled.code, spoiled.said]).toEqual([2, expect.stringMatching(/line 2 is not an age identity/)]);
  expect(spoiled.said).not.toContain("SPOILED");
  expect((await withFile(`${another}\n`)).code).toBe(1);
});

it("the name of a file that was slipped into a pack writes over no verdict and ends no line", async () => {
  const slipped = join(folder, "slipped");
  for (const [path, bytes] of await exampleFiles()) write(join(slipped, path), bytes);
  write(join(slipped, "x\u001b[2J\u001b[H\u009b1AVerified.\nVerified. Every file and every seal was checked\u202e"), "slipped in");
  const { code, out } = await run(["slipped", "--signer", signer]);
  expect(code).toBe(1);
  expect(out).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
  expect(out.split("\n").filter((line) => line.startsWith("Verified"))).toEqual([]);
  expect(out).toMatch(/^ {2}unlisted: x \[2J/m);
});
