import { readFileSync } from "node:fs";
import { redact, reveal } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Argon2id, argon2id } from "./argon2id.ts";
import { bytesToHex, hexToBytes, rawBase64ToBytes, textToBytes } from "./bytes.ts";
import { type Passphrase, openByPassphrase, parsePassphrase, passphraseCost, passphraseStanza } from "./passphrase.ts";

interface Vectors {
  readonly passphrases: readonly { readonly typed: string; readonly bytes: string }[];
  readonly noPassphrases: readonly string[];
  readonly argon2id: readonly {
    readonly typed: string;
    readonly salt: string;
    readonly memory: number;
    readonly passes: number;
    readonly lanes: number;
    readonly wrapKey: string;
    readonly fileKey: string;
    readonly stanza: string;
  }[];
}
const vectors: Vectors = JSON.parse(readFileSync(new URL("../../../docs/formats/vectors/vault-keys.json", import.meta.url), "utf8"));
const seed = 20261129;
const salt = Uint8Array.from({ length: 16 }, (_, at) => at);
const fileKey = Uint8Array.from({ length: 16 }, (_, at) => 200 + at);
const cheap = { memory: 19_456, passes: 1, lanes: 1 };
const read = (typed: string): Passphrase => {
  const passphrase = parsePassphrase(typed);
  if (!passphrase.ok) throw new Error(passphrase.error);
  return passphrase.value;
};
const own = read("correct horse");
const lines = (text: string) => {
  const [args = "", body = ""] = text.replace("-> ", "").split("\n");
  return { args: args.split(" "), body: rawBase64ToBytes(body) ?? new Uint8Array() };
};

/** Costs nothing and counts, so that what was refused before any work is seen. */
function countedArgon(): { readonly hash: Argon2id; readonly asked: () => number } {
  let asked = 0;
  const hash: Argon2id = async (password, _salt, { size }) => {
    asked++;
    return new Uint8Array(size).fill(password.length);
  };
  return { hash, asked: () => asked };
}

describe("a passphrase", () => {
  test("is the same bytes from every keyboard, without the blanks at its ends", () => {
    for (const { typed, bytes } of vectors.passphrases) expect(bytesToHex(textToBytes(reveal(read(typed))))).toBe(bytes);
    // One é, and an e with an accent behind it; a blank of another kind; a line feed at the end of a file.
    expect(new Set(["caf\u00e9 x", "cafe\u0301 x", "caf\u00e9\u00a0x", " caf\u00e9 x\n"].map((typed) => reveal(read(typed)))).size).toBe(1);
    expect(new Set(["Horse", "horse", "horse  x", "horse x"].map((typed) => reveal(read(typed)))).size).toBe(4);
  });

  test("that was read is read again as the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
        const once = parsePassphrase(typed);
        if (!once.ok) return;
        const twice = parsePassphrase(reveal(once.value));
        expect(twice.ok && reveal(twice.value)).toBe(reveal(once.value));
        expect(String(once.value)).toBe("<redacted>");
      }),
      { seed, numRuns: 150 },
    );
  });

  test("of nothing, and a whole document, are told in words", () => {
    for (const typed of vectors.noPassphrases)
      expect(parsePassphrase(typed)).toEqual({ ok: false, error: expect.stringContaining("Type") });
    for (const unseen of ["\u200b", " \u2060\u00ad\n", "\u2800", "\ufeff"])
      expect(parsePassphrase(unseen)).toEqual({ ok: false, error: expect.stringContaining("Nothing is typed") });
    // Bytes that are no letters all look the same: any of them would open what one of them closed.
    for (const torn of ["pass\ufffdword", "pass\ud83dword"])
      expect(parsePassphrase(torn)).toEqual({ ok: false, error: expect.stringContaining("could not be read") });
    expect(parsePassphrase("x".repeat(1_001))).toEqual({ ok: false, error: expect.stringContaining("too long") });
    expect(parsePassphrase("x".repeat(1_000)).ok).toBe(true);
  });

  test("that was not read is a bug and no other passphrase", async () => {
    for (const text of ["", " horse", "cafe\u0301"]) {
      const stanza = passphraseStanza(redact(text), { salt, cost: cheap, argon2id: countedArgon().hash });
      await expect(stanza(fileKey)).rejects.toThrow("parsePassphrase");
    }
  });
});

describe("the stanza of a passphrase", () => {
  test("is the one that the format names, and opens", async () => {
    for (const { typed, salt: saltHex, fileKey: key, stanza, ...rest } of vectors.argon2id) {
      const cost = { memory: rest.memory, passes: rest.passes, lanes: rest.lanes };
      const made = await passphraseStanza(read(typed), { salt: hexToBytes(saltHex) ?? salt, cost, argon2id })(hexToBytes(key) ?? fileKey);
      expect(made).toEqual(lines(stanza));
      expect(await openByPassphrase([made], read(typed), argon2id)).toEqual({ ok: true, value: hexToBytes(key) });
      expect(await openByPassphrase([made], own, argon2id)).toEqual({ ok: true, value: undefined });
    }
  });

  test("costs 64 MiB and three passes, and a salt and key of the sizes that the format names are asked for", async () => {
    const asked: unknown[] = [];
    const hash: Argon2id = async (password, ofSalt, cost) => {
      asked.push([new TextDecoder().decode(password), bytesToHex(ofSalt), cost]);
      return new Uint8Array(32);
    };
    await passphraseStanza(own, { salt, cost: passphraseCost, argon2id: hash })(fileKey);
    expect(asked).toEqual([["correct horse", bytesToHex(salt), { memory: 65_536, passes: 3, lanes: 1, size: 32 }]]);
  });

  test("of a cost outside the bounds, however it is written, is refused before any work", async () => {
    const { hash, asked } = countedArgon();
    const { args, body } = await passphraseStanza(own, { salt, cost: cheap, argon2id: hash })(fileKey);
    const open = (cost: readonly string[]) => openByPassphrase([{ args: [...args.slice(0, 2), ...cost], body }], own, hash);
    const within = [
      ["19456", "1", "1"],
      ["1048576", "4", "4"],
      ["262144", "16", "1"],
      ["65536", "3", "2"],
    ];
    for (const cost of within) expect(await open(cost)).toEqual({ ok: true, value: fileKey });
    const before = asked();
    const outside = [
      ["19455", "1", "1"],
      ["1048577", "1", "1"],
      ["1048576", "5", "1"],
      ["262145", "16", "1"],
      ["65536", "17", "1"],
      ["65536", "0", "1"],
      ["65536", "3", "0"],
      ["65536", "3", "5"],
      ["065536", "3", "1"],
      ["65536", "03", "1"],
      ["65536", "3", "01"],
      ["+65536", "3", "1"],
      ["-65536", "3", "1"],
      ["65536", "-3", "-1"],
      ["7e4", "3", "1"],
      ["1e5", "3", "1"],
      ["0x10000", "3", "1"],
      ["65536.0", "3", "1"],
      ["65_536", "3", "1"],
      ["٦٥٥٣٦", "3", "1"],
      ["Infinity", "3", "1"],
      ["NaN", "3", "1"],
      ["4294967297", "3", "1"],
      ["9".repeat(400), "3", "1"],
    ];
    for (const cost of outside) expect([cost, await open(cost)]).toEqual([cost, { ok: false, error: "absurd-cost" }]);
    expect(asked()).toBe(before);
    const tooDear = { memory: 1_048_576, passes: 5, lanes: 1 };
    expect(() => passphraseStanza(own, { salt, cost: tooDear, argon2id: hash })).toThrow("would not be read");
    expect(() => passphraseStanza(own, { salt: salt.slice(1), cost: cheap, argon2id: hash })).toThrow("16 bytes");
  });

  test("is refused before any work where it stands there twice, or is of another form", async () => {
    const { hash, asked } = countedArgon();
    const stanza = await passphraseStanza(own, { salt, cost: cheap, argon2id: hash })(fileKey);
    const before = asked();
    const open = (...stanzas: (typeof stanza)[]) => openByPassphrase(stanzas, own, hash);
    expect(await open(stanza, stanza)).toEqual({ ok: false, error: "absurd-cost" });
    const [kind = "", saltText = "", ...cost] = stanza.args;
    const damaged = [
      [kind],
      [kind, saltText],
      [kind, saltText, ...cost.slice(1)],
      [kind, saltText, ...cost, "1"],
      [kind, `${saltText}==`, ...cost],
      [kind, saltText.slice(1), ...cost],
      // The same bytes with unused bits set: a second spelling.
      [kind, saltText.replace(/.$/, "x"), ...cost],
      [kind, saltText.replace(/^./, "-"), ...cost],
    ];
    for (const args of damaged) expect([args, await open({ ...stanza, args })]).toEqual([args, { ok: false, error: "header-damaged" }]);
    for (const size of [0, 31, 33]) expect((await open({ ...stanza, body: new Uint8Array(size) })).ok).toBe(false);
    expect(asked()).toBe(before);
    expect(await open({ args: ["Argon2id"], body: stanza.body }, { args: ["X25519", "x"], body: stanza.body })).toEqual({
      ok: true,
      value: undefined,
    });
  });

  test("with a byte of salt or body changed opens nothing", async () => {
    const stanza = await passphraseStanza(own, { salt, cost: cheap, argon2id })(fileKey);
    for (let at = 0; at < 32; at += 3) {
      const body = stanza.body.with(at, (stanza.body[at] ?? 0) ^ (1 << (at % 8)));
      expect(await openByPassphrase([{ ...stanza, body }], own, argon2id)).toEqual({ ok: true, value: undefined });
    }
    const other = await passphraseStanza(own, { salt: salt.with(3, 99), cost: cheap, argon2id })(fileKey);
    expect(await openByPassphrase([{ args: other.args, body: stanza.body }], own, argon2id)).toEqual({ ok: true, value: undefined });
  });

  test("tells of a machine without memory for it as what it is, and not as a wrong passphrase", async () => {
    const stanza = await passphraseStanza(own, { salt, cost: cheap, argon2id: countedArgon().hash })(fileKey);
    const noMemory: Argon2id = () => Promise.reject(new RangeError("no memory"));
    await expect(openByPassphrase([stanza], own, noMemory)).rejects.toThrow("no memory");
  });
});
