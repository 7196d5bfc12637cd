import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reveal } from "@unmask/core";
import { makeRecoveryWords, recoveryIdentity } from "@unmask/seal";
import { afterAll, describe, expect, it } from "vitest";
import { parseArguments } from "../arguments.ts";
import { keyShape, readKey } from "./keys-given.ts";

const folder = mkdtempSync(join(tmpdir(), "keys-given-"));
afterAll(() => rmSync(folder, { recursive: true }));
const { signal } = new AbortController();

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
/** As programs save a text. */
const savedAs: Readonly<Record<string, (text: string) => Buffer>> = {
  "UTF-8": (text) => Buffer.from(text),
  "UTF-8 with its mark": (text) => Buffer.from(`\uFEFF${text}`),
  "UTF-16, as Notepad saves Unicode": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "UTF-16 with the larger byte first": (text) => swapped(Buffer.from(`\uFEFF${text}`, "utf16le")),
};
const unmarked: Readonly<Record<string, (text: string) => Buffer>> = {
  "UTF-16 without its mark": (text) => Buffer.from(text, "utf16le"),
  "UTF-16 without its mark, the larger byte first": (text) => swapped(Buffer.from(text, "utf16le")),
};

async function keyIn(option: keyof typeof keyShape, bytes: Buffer): Promise<string> {
  writeFileSync(join(folder, "secret.txt"), bytes);
  const given = parseArguments([`--${option}`, join(folder, "secret.txt")], keyShape);
  const key = given.ok ? await readKey(given.value, { signal }) : expect.fail(given.error);
  if (!key.ok) return key.error.says;
  if (key.value.by === "passphrase") return reveal(key.value.passphrase);
  if (key.value.by === "words") return reveal(key.value.words);
  return key.value.by === "identity" ? reveal(key.value.identity) : "a passkey";
}

const words = makeRecoveryWords((size) => new Uint8Array(size).fill(7));
const secrets = [
  ["passphrase-file", "sôn am 4 cwningen", "sôn am 4 cwningen\r\n"],
  ["recovery-file", reveal(words), `${reveal(words)}\r\n`],
  ["recovery-file", reveal(recoveryIdentity(words)), `# for my sister\r\n${reveal(recoveryIdentity(words))}\r\n`],
] as const;

describe.each(Object.entries(savedAs))("a secret that was saved as %s", (_, save) => {
  it.each(secrets)("is read by --%s", async (option, secret, text) => {
    expect(await keyIn(option, save(text))).toBe(secret);
  });
});

describe.each(Object.entries(unmarked))("a secret that was saved as %s", (_, save) => {
  it.each(secrets)("is refused by --%s with what to do, and not called mistyped", async (option, _secret, text) => {
    expect(await keyIn(option, save(text))).toBe(
      `${join(folder, "secret.txt")} (--${option}) is no text in UTF-8. Save it as UTF-8 (in Notepad: Save as, Encoding), and try again.`,
    );
  });
});
