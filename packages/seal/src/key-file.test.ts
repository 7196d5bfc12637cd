import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Redacted, redact, reveal } from "@unmask/core";
import { beforeAll, describe, expect, test } from "vitest";
import { type Argon2id, argon2id } from "./argon2id.ts";
import { base64ToBytes, bytesToText, hexToBytes, textToBytes } from "./bytes.ts";
import { type Identity, createIdentity, openWhole, recipientOf, sealWhole } from "./envelope.ts";
import { type KeyChange, type KeyFileKey, type KeyLock, changeKeyFile, openKeyFile, passkeysOf, sealKeyFile } from "./key-file.ts";
import { makeNewKeys } from "./new-keys.ts";
import { type PasskeyAnswer, passkeyStanza, passkeysAmong } from "./passkey.ts";
import { type Passphrase, parsePassphrase } from "./passphrase.ts";
import { makeRecoveryWords, recoveryIdentity } from "./recovery-words.ts";
import { parseVaultKeys } from "./vault-keys.ts";

interface Vectors {
  readonly prf: readonly {
    readonly credential: string;
    readonly salt: string;
    readonly answer: string;
    readonly fileKey: string;
    readonly stanza: string;
  }[];
  readonly keys: { readonly text: string };
  readonly file: {
    readonly typedPassphrase: string;
    readonly words: string;
    readonly secondSheet: string;
    readonly passkey: { readonly credential: string; readonly salt: string; readonly answer: string };
    readonly opens: readonly { readonly name: string; readonly file: string }[];
    readonly refuses: readonly {
      readonly name: string;
      readonly change: { readonly from: string; readonly to: string };
      readonly failure: string;
    }[];
  };
}
const vectors: Vectors = JSON.parse(readFileSync(new URL("../../../docs/formats/vectors/vault-keys.json", import.meta.url), "utf8"));
const hex = (text: string): Uint8Array => hexToBytes(text) ?? new Uint8Array();
const counting = (start: number) => (size: number) => Uint8Array.from({ length: size }, (_, at) => (start + at) & 0xff);
const cheap = { memory: 19_456, passes: 1, lanes: 1 };
const world = { argon2id, random: counting(5) };
const plaintext = textToBytes("what is inside\n");

const passphraseOf = (typed: string): Passphrase => {
  const read = parsePassphrase(typed);
  if (!read.ok) throw new Error(read.error);
  return read.value;
};
const passkeyOf = (one: { readonly credential: string; readonly salt: string; readonly answer: string }): PasskeyAnswer => ({
  credential: hex(one.credential),
  salt: hex(one.salt),
  answer: redact(hex(one.answer)),
});

const own = passphraseOf("correct horse");
const words = makeRecoveryWords(counting(1));
const sheet = makeRecoveryWords(counting(77));
const passkey: PasskeyAnswer = { credential: counting(9)(16), salt: counting(10)(32), answer: redact(counting(11)(32)) };
const locks: readonly KeyLock[] = [
  { by: "passphrase", passphrase: own, cost: cheap },
  { by: "words", words },
  { by: "words", words: sheet },
  { by: "passkey", passkey },
];
const keys: readonly KeyFileKey[] = [
  { by: "passphrase", passphrase: own },
  { by: "words", words },
  { by: "words", words: sheet },
  { by: "passkey", passkey },
  { by: "identity", identity: recoveryIdentity(sheet) },
];
const wrong: readonly KeyFileKey[] = [
  { by: "passphrase", passphrase: passphraseOf("Correct horse") },
  { by: "words", words: makeRecoveryWords(counting(2)) },
  { by: "passkey", passkey: { ...passkey, answer: redact(counting(12)(32)) } },
  { by: "passkey", passkey: { ...passkey, credential: counting(8)(16) } },
  { by: "passkey", passkey: { ...passkey, salt: counting(8)(32) } },
  { by: "identity", identity: recoveryIdentity(makeRecoveryWords(counting(3))) },
];
let sealed: Uint8Array;
let stranger: Identity;

beforeAll(async () => {
  sealed = await sealKeyFile(plaintext, locks, world);
  stranger = await createIdentity();
});

const kindOf = async (file: Uint8Array, key: KeyFileKey, hash: Argon2id = argon2id): Promise<string> => {
  const opened = await openKeyFile(file, key, hash);
  return opened.ok ? `opened: ${bytesToText(opened.value)}` : opened.error.kind;
};
const text = (file: Uint8Array): string => Buffer.from(file).toString("latin1");
const changedHeader = (file: Uint8Array, from: string, to: string): Uint8Array => {
  if (!text(file).includes(from)) throw new Error("the text to change is not there");
  return Uint8Array.from(Buffer.from(text(file).replace(from, to), "latin1"));
};

describe("the file with the keys of her notes", () => {
  test("opens with her passphrase, her words, the second sheet, her passkey and the key, and with nothing else", async () => {
    for (const key of keys) expect(await kindOf(sealed, key)).toBe("opened: what is inside\n");
    for (const key of wrong) expect([key.by, await kindOf(sealed, key)]).toEqual([key.by, "no-key-fits"]);
  });

  test("has the stanzas that the format names, in its order, and nothing of what is inside", () => {
    const header = text(sealed).split("\n---")[0]?.split("\n") ?? [];
    const args = header.filter((line) => line.startsWith("-> "));
    expect(args.map((line) => line.replaceAll(/[A-Za-z0-9+/]{20,}/g, "…"))).toEqual([
      "-> argon2id … 19456 1 1",
      "-> X25519 …",
      "-> X25519 …",
      "-> prf … …",
    ]);
    expect(text(sealed)).not.toContain("inside");
  });

  test("opens in whatever order its stanzas stand, and among stanzas of other tools", async () => {
    const grease = async () => ({ args: ["u-grease", "x"], body: new Uint8Array(0) });
    const reversed = await sealKeyFile(plaintext, locks.toReversed(), world);
    for (const key of keys) expect(await kindOf(reversed, key)).toBe("opened: what is inside\n");
    const identity = recoveryIdentity(words);
    const recipients = [grease, await recipientOf(stranger), passkeyStanza(passkey), grease, await recipientOf(identity), grease];
    const mixed = await sealWhole(plaintext, { recipients });
    for (const key of [keys[1], keys[3]]) if (key !== undefined) expect(await kindOf(mixed, key)).toBe("opened: what is inside\n");
    const opened = await openWhole(mixed, { identities: [stranger] });
    expect(opened.ok && opened.value).toEqual(plaintext);
  });

  test("says of itself which passkey is to be asked, and with what", async () => {
    expect(await passkeysOf(sealed)).toEqual({ ok: true, value: [{ credential: passkey.credential, salt: passkey.salt }] });
    const without = await sealKeyFile(plaintext, locks.slice(0, 2), world);
    expect(await passkeysOf(without)).toEqual({ ok: true, value: [] });
    const two = await sealKeyFile(plaintext, [...locks, { by: "passkey", passkey: { ...passkey, credential: counting(3)(1_023) } }], world);
    const found = await passkeysOf(two);
    expect(found.ok && found.value.map(({ credential }) => credential.length)).toEqual([16, 1_023]);
    for (const key of keys) expect(await kindOf(two, key)).toBe("opened: what is inside\n");
    expect(await passkeysOf(textToBytes("no"))).toMatchObject({ ok: false, error: { kind: "not-an-envelope" } });
  });

  test("costs one Argon2id for a passphrase, right or wrong, and none for any other key", async () => {
    let asked = 0;
    const counted: Argon2id = (...args) => {
      asked++;
      return argon2id(...args);
    };
    for (const key of [...keys, ...wrong]) {
      asked = 0;
      await openKeyFile(sealed, key, counted);
      expect([key.by, asked]).toEqual([key.by, key.by === "passphrase" ? 1 : 0]);
    }
  });

  test("tells a machine without memory as what it is, and not as a damaged file", async () => {
    const noMemory: Argon2id = () => Promise.reject(new RangeError("no memory"));
    await expect(openKeyFile(sealed, { by: "passphrase", passphrase: own }, noMemory)).rejects.toThrow("no memory");
  });

  test("that asks for absurd work still opens with the words, where whoever sealed it meant it so", async () => {
    const absurd = async () => ({ args: ["argon2id", "A".repeat(22), "4194304", "9", "1"], body: new Uint8Array(32) });
    const file = await sealWhole(plaintext, { recipients: [absurd, await recipientOf(recoveryIdentity(words))] });
    expect(await kindOf(file, { by: "passphrase", passphrase: own })).toBe("absurd-cost");
    expect(await kindOf(file, { by: "words", words })).toBe("opened: what is inside\n");
  });

  test("with any one byte changed opens with no key at all", { timeout: 300_000 }, async () => {
    // A stand-in for the dear hash: which byte of the file is read how does not hang on it.
    const quick: Argon2id = async (password, salt, { memory, passes, lanes }) =>
      Uint8Array.from({ length: 32 }, (_, at) => (salt[at % 16] ?? 0) + password.length + memory + 3 * passes + 7 * lanes);
    const file = await sealKeyFile(plaintext, locks, { ...world, argon2id: quick });
    for (const key of keys) expect(await kindOf(file, key, quick)).toBe("opened: what is inside\n");
    const told = new Set<string>();
    for (const [at, byte] of file.entries()) {
      const key = keys[at % 4];
      if (key === undefined) continue;
      const kind = await kindOf(file.with(at, byte ^ (1 << (at % 7))), key, quick);
      expect([at, kind]).not.toEqual([at, "opened: what is inside\n"]);
      told.add(kind);
    }
    expect(Array.from(told).sort()).toEqual([
      "absurd-cost",
      "altered",
      "header-altered",
      "header-damaged",
      "no-key-fits",
      "not-an-envelope",
    ]);
  });

  test("that was cut anywhere opens with no key", async () => {
    for (let end = 0; end < sealed.length; end += 7)
      expect(await kindOf(sealed.subarray(0, end), { by: "words", words })).not.toContain("opened");
    expect(await kindOf(sealed.subarray(0, sealed.length - plaintext.length - 16), { by: "words", words })).toBe("cut-short");
  });

  test("tells each failure in a sentence that says what to do", async () => {
    const says = new Map<string, string>();
    const note = async (file: Uint8Array, key: KeyFileKey): Promise<void> => {
      const opened = await openKeyFile(file, key, argon2id);
      if (!opened.ok) says.set(`${opened.error.kind} by ${key.by}`, opened.error.says);
    };
    for (const key of wrong) await note(sealed, key);
    const byWords: KeyFileKey = { by: "words", words };
    await note(textToBytes("no"), byWords);
    await note(sealed.subarray(0, 50), byWords);
    await note(changedHeader(sealed, "-> argon2id", "-> argon2ie"), byWords);
    await note(changedHeader(sealed, " 19456 1 1", " 19456 99 1"), { by: "passphrase", passphrase: own });
    await note(sealed.with(-1, (sealed.at(-1) ?? 0) ^ 1), byWords);
    await note(sealed.subarray(0, sealed.length - plaintext.length - 16), byWords);
    expect(says.size).toBe(10);
    for (const [kind, sentence] of says) expect([kind, sentence]).toEqual([kind, expect.stringMatching(/paper|copy/)]);
    expect(new Set(says.values()).size).toBe(9 + 1);
  });

  test("is not made with two passphrases, or with no lock, or with a passkey of another size", async () => {
    const [one] = locks;
    if (one === undefined) throw new Error("there is a lock");
    await expect(sealKeyFile(plaintext, [one, one], world)).rejects.toThrow("one passphrase");
    await expect(sealKeyFile(plaintext, [], world)).rejects.toThrow("needs a recipient");
    for (const other of [{ salt: new Uint8Array(31) }, { credential: new Uint8Array(0) }, { credential: new Uint8Array(1_024) }])
      await expect(sealKeyFile(plaintext, [{ by: "passkey", passkey: { ...passkey, ...other } }], world)).rejects.toThrow("a passkey has");
    const short: Redacted<Uint8Array> = redact(new Uint8Array(31));
    await expect(sealKeyFile(plaintext, [{ by: "passkey", passkey: { ...passkey, answer: short } }], world)).rejects.toThrow("32 bytes");
  });
});

describe("vault-keys.json", () => {
  const { file } = vectors;
  const readWords = (typed: string) => redact(typed);
  const of: readonly KeyFileKey[] = [
    { by: "passphrase", passphrase: passphraseOf(file.typedPassphrase) },
    { by: "words", words: readWords(file.words) },
    { by: "words", words: readWords(file.secondSheet) },
    { by: "passkey", passkey: passkeyOf(file.passkey) },
  ];
  const [first] = file.opens;
  const bytes = base64ToBytes(first?.file ?? "") ?? new Uint8Array();

  test.each(file.opens)("opens with each of its keys: $name", async ({ file: base64 }) => {
    for (const key of of) expect(await kindOf(base64ToBytes(base64) ?? new Uint8Array(), key)).toBe(`opened: ${vectors.keys.text}`);
  });

  test.each(file.refuses)("is refused: $name", async ({ change, failure }) => {
    const key = of[0];
    if (key === undefined) throw new Error("there is a passphrase");
    expect(await kindOf(changedHeader(bytes, change.from, change.to), key)).toBe(failure);
  });

  test("has the stanza of a passkey that we make", async () => {
    for (const one of vectors.prf) {
      const made = await passkeyStanza(passkeyOf(one))(hex(one.fileKey));
      const body = Buffer.from(made.body).toString("base64").replace(/=+$/, "");
      expect(`-> ${made.args.join(" ")}\n${body}\n`).toBe(one.stanza);
      expect(reveal(passkeyOf(one).answer)).toHaveLength(32);
    }
  });

  test("has no stanza of a passkey in another form", async () => {
    const made = await passkeyStanza(passkey)(counting(0)(16));
    const [kind = "", credential = "", salt = ""] = made.args;
    const forms = [
      [kind],
      [kind, credential],
      [kind, credential, salt, "x"],
      [kind, `${credential}=`, salt],
      [kind, credential, salt.slice(1)],
      [kind, "", salt],
    ];
    for (const args of forms) expect([args, passkeysAmong([{ ...made, args }])]).toEqual([args, { ok: false, error: "header-damaged" }]);
    expect(passkeysAmong([{ ...made, body: made.body.slice(1) }]).ok).toBe(false);
    expect(passkeysAmong([made]).ok).toBe(true);
  });
});

describe("another passphrase, other words, a second sheet", () => {
  const otherWords = makeRecoveryWords(counting(40));
  const otherSheet = makeRecoveryWords(counting(90));
  const other = passphraseOf("battery staple");
  const change = async (from: KeyFileKey, to: KeyChange, file = sealed): Promise<Uint8Array> => {
    const changed = await changeKeyFile(file, from, { ...to, cost: cheap }, world);
    if (!changed.ok) throw new Error(changed.error.kind);
    return changed.value;
  };
  const opensWith = async (file: Uint8Array): Promise<readonly boolean[]> =>
    Promise.all([...keys.slice(0, 4), ...others].map(async (key) => (await openKeyFile(file, key, argon2id)).ok));
  const others: readonly KeyFileKey[] = [
    { by: "passphrase", passphrase: other },
    { by: "words", words: otherWords },
    { by: "words", words: otherSheet },
  ];

  test("takes the place of the one before, whichever key she has, and everything else opens as before", async () => {
    for (const from of keys) {
      expect(await opensWith(await change(from, { passphrase: other }))).toEqual([false, true, true, true, true, false, false]);
      expect(await opensWith(await change(from, { words: otherWords }))).toEqual([true, false, true, true, false, true, false]);
      expect(await opensWith(await change(from, { secondSheet: otherSheet }))).toEqual([true, true, false, true, false, false, true]);
    }
    const all = await change({ by: "words", words }, { passphrase: other, words: otherWords, secondSheet: otherSheet });
    expect(await opensWith(all)).toEqual([false, false, false, true, true, true, true]);
    expect(await kindOf(all, { by: "words", words: otherSheet })).toBe("opened: what is inside\n");
  });

  test("adds a second sheet where there was none, behind the words, and one more change finds both in their places", async () => {
    const without = await sealKeyFile(plaintext, [...locks.slice(0, 2), ...locks.slice(3)], world);
    const added = await change({ by: "passphrase", passphrase: own }, { secondSheet: otherSheet }, without);
    expect(await opensWith(added)).toEqual([true, true, false, true, false, false, true]);
    const twice = await change({ by: "words", words: otherSheet }, { words: otherWords }, added);
    expect(await opensWith(twice)).toEqual([true, false, false, true, false, true, true]);
  });

  test("adds a passkey beside the others, in place of one of the same id, and takes all of them away", async () => {
    const second: PasskeyAnswer = { credential: counting(40)(20), salt: counting(41)(32), answer: redact(counting(42)(32)) };
    const added = await change({ by: "passphrase", passphrase: own }, { passkey: second });
    const asked = async (file: Uint8Array): Promise<unknown> => {
      const found = await passkeysOf(file);
      return found.ok && found.value.map(({ credential, salt }) => [credential, salt]);
    };
    expect(await asked(added)).toEqual([passkey, second].map(({ credential, salt }) => [credential, salt]));
    expect(await kindOf(added, { by: "passkey", passkey: second })).toBe("opened: what is inside\n");
    const again = { ...second, salt: counting(50)(32), answer: redact(counting(51)(32)) };
    const replaced = await change({ by: "passkey", passkey: second }, { passkey: again }, added);
    expect(await asked(replaced)).toEqual([passkey, again].map(({ credential, salt }) => [credential, salt]));
    expect(await kindOf(replaced, { by: "passkey", passkey: second })).toBe("no-key-fits");
    const none = await change({ by: "words", words }, { passkey: "none" }, replaced);
    expect(await asked(none)).toEqual([]);
    expect(await opensWith(none)).toEqual([true, true, true, false, false, false, false]);
  });

  test("is what stock age reads", async () => {
    const folder = mkdtempSync(join(tmpdir(), "unmask-keys-"));
    writeFileSync(join(folder, "sheet"), `${reveal(recoveryIdentity(otherSheet))}\n`);
    writeFileSync(join(folder, "keys"), await change({ by: "words", words }, { secondSheet: otherSheet, passphrase: other }));
    expect(execFileSync("age", ["-d", "-i", join(folder, "sheet"), join(folder, "keys")]).toString()).toBe("what is inside\n");
    rmSync(folder, { recursive: true });
  });

  test("is made of no file that is not as it was sealed, and with no key that does not open it", async () => {
    for (const key of wrong)
      expect(await changeKeyFile(sealed, key, { words: otherWords }, world)).toMatchObject({ ok: false, error: { kind: "no-key-fits" } });
    for (const at of [30, 200, sealed.length - 1]) {
      const altered = sealed.map((byte, i) => (i === at ? byte ^ 1 : byte));
      expect(await changeKeyFile(altered, { by: "words", words }, { words: otherWords }, world)).toMatchObject({ ok: false });
    }
  });
});

test("the keys of a new vault open with her passphrase and her words, and nobody can tell whether ordinary notes have one of their own", async () => {
  const made = await makeNewKeys({ passphrase: own, cost: cheap }, world);
  for (const key of [{ by: "passphrase", passphrase: own } as const, { by: "words", words: made.words } as const]) {
    const opened = await openKeyFile(made.identityFile, key, argon2id);
    const read = opened.ok ? await parseVaultKeys(opened.value) : opened;
    expect(read.ok && reveal(read.value.identity)).toBe(reveal(made.keys.identity));
  }
  expect(await openKeyFile(made.notesFile, { by: "passphrase", passphrase: own }, argon2id)).toMatchObject({
    error: { kind: "no-key-fits" },
  });
  const withNotes = await makeNewKeys({ passphrase: own, notesPassphrase: passphraseOf("shopping"), cost: cheap }, world);
  expect(withNotes.notesFile.length).toBe(made.notesFile.length);
  const notes = await openKeyFile(withNotes.notesFile, { by: "passphrase", passphrase: passphraseOf("shopping") }, argon2id);
  expect(notes.ok && [notes.value.length, JSON.parse(bytesToText(notes.value) ?? "")]).toEqual([65_536, { notes: [] }]);
});
