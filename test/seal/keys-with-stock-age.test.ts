import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { redact, reveal } from "@unmask/core";
import {
  type Identity,
  type KeyLock,
  type Passphrase,
  argon2id,
  bookOf,
  bookOnPaper,
  createIdentity,
  createSignerKey,
  formatVaultKeys,
  isRecipient,
  makeRecoveryWords,
  openKeyFile,
  parsePassphrase,
  parseRecoveryWords,
  parseVaultKeys,
  passphraseCost,
  recipientOf,
  recoveryIdentity,
  recoveryWordSlips,
  sealKeyFile,
  sealWhole,
  textToBytes,
} from "@unmask/seal";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// In ten years our software may be gone. A sheet of paper, the folder and the age tool of any Debian are enough.

const folder = mkdtempSync(join(tmpdir(), "unmask-keys-"));
const at = (name: string): string => join(folder, name);
const counting = (start: number) => (size: number) => Uint8Array.from({ length: size }, (_, i) => (start + i) & 0xff);
const words = makeRecoveryWords(counting(40));
const sheet = makeRecoveryWords(counting(90));
const passkey = { credential: counting(1)(64), salt: counting(2)(32), answer: redact(counting(3)(32)) };
const age = (...args: readonly string[]) => spawnSync("age", args, { encoding: "utf8" });
let own: Identity;
let passphrase: Passphrase;

beforeAll(async () => {
  own = await createIdentity();
  const typed = parsePassphrase("the kettle is blue");
  if (!typed.ok) throw new Error(typed.error);
  passphrase = typed.value;
  const locks: readonly KeyLock[] = [
    { by: "passphrase", passphrase },
    { by: "words", words },
    { by: "words", words: sheet },
    { by: "passkey", passkey },
  ];
  const keys = await formatVaultKeys({ identity: own, signer: createSignerKey(counting(7)) });
  writeFileSync(at("identity.age"), await sealKeyFile(textToBytes(reveal(keys)), locks, { argon2id, random: counting(8) }));
  writeFileSync(
    at("entry.age"),
    await sealWhole(textToBytes("They waited at the gate again.\n"), { recipients: [await recipientOf(own)] }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("with the stock age tool alone", () => {
  test.each([
    ["the key on her paper", words],
    ["the key on the second sheet", sheet],
  ])("%s opens the keys, and the keys open what she wrote", (_, paper) => {
    writeFileSync(at("recovery.txt"), `${reveal(recoveryIdentity(paper))}\n`);
    writeFileSync(at("key.txt"), execFileSync("age", ["-d", "-i", at("recovery.txt"), at("identity.age")]));
    expect(execFileSync("age", ["-d", "-i", at("key.txt"), at("entry.age")], { encoding: "utf8" })).toBe(
      "They waited at the gate again.\n",
    );
    expect(readFileSync(at("key.txt"), "utf8")).toMatch(/^# book .. ..\n# signer \S{56}\nAGE-SECRET-KEY-1\S{58}\n$/);
  });

  test("another key opens nothing, and a changed cost of the passphrase is noticed by the tool too", async () => {
    writeFileSync(at("other.txt"), `${reveal(await createIdentity())}\n`);
    expect(age("-d", "-i", at("other.txt"), at("identity.age")).stderr).toContain("no identity matched");
    writeFileSync(at("recovery.txt"), `${reveal(recoveryIdentity(words))}\n`);
    const { memory, passes } = passphraseCost;
    const changed = readFileSync(at("identity.age"), "latin1").replace(` ${memory} ${passes} 1\n`, ` ${memory} ${passes} 2\n`);
    writeFileSync(at("changed.age"), changed, "latin1");
    expect(age("-d", "-i", at("recovery.txt"), at("changed.age")).stderr).toMatch(/bad header MAC/);
  });
});

describe("with our own software", () => {
  test("the passphrase and the words open the same keys, whose book is on the paper", async () => {
    const typed = parseRecoveryWords(
      reveal(words)
        .split(" ")
        .map((word, i) => `${i + 1}. ${word.toUpperCase()}`)
        .join("\n"),
    );
    expect(typed.ok).toBe(true);
    expect(recoveryWordSlips(reveal(words))).toEqual([]);
    const file = Uint8Array.from(readFileSync(at("identity.age")));
    for (const key of [{ by: "passphrase", passphrase } as const, { by: "words", words } as const, { by: "passkey", passkey } as const]) {
      const opened = await openKeyFile(file, key, argon2id);
      const keys = opened.ok ? await parseVaultKeys(opened.value) : opened;
      expect(keys.ok && reveal(keys.value.identity)).toBe(reveal(own));
    }
    expect(bookOnPaper(bookOf(await recipientOf(own)))).toMatch(/^[0-9A-HJKMNP-TV-Z]{2} [0-9A-HJKMNP-TV-Z]{2}$/);
  });

  test("a file that somebody sealed to the words with the stock tool opens, too", async () => {
    const recipient = await recipientOf(recoveryIdentity(words));
    expect(isRecipient(recipient)).toBe(true);
    const file = execFileSync("age", ["-r", recipient], { input: "from another tool\n" });
    const opened = await openKeyFile(Uint8Array.from(file), { by: "words", words }, argon2id);
    expect(opened.ok && new TextDecoder().decode(opened.value)).toBe("from another tool\n");
  });
});
