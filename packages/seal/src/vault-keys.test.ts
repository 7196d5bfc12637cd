import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { redact, reveal } from "@unmask/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesToHex, hexToBytes, textToBytes } from "./bytes.ts";
import { identityFromBytes, parseIdentity, recipientOf } from "./envelope.ts";
import { signerOf } from "./signer.ts";
import { type VaultKeys, bookOf, bookOnPaper, formatVaultKeys, parseVaultKeys } from "./vault-keys.ts";

interface Vectors {
  readonly books: readonly { readonly recipient: string; readonly book: string; readonly onPaper: string }[];
  readonly keys: {
    readonly identity: string;
    readonly recipient: string;
    readonly keyId: string;
    readonly seed: string;
    readonly text: string;
  };
  readonly noKeys: readonly { readonly name: string; readonly text: string }[];
}
const vectors: Vectors = JSON.parse(readFileSync(new URL("../../../docs/formats/vectors/vault-keys.json", import.meta.url), "utf8"));
const seed = 20261129;
const hex = (text: string): Uint8Array => hexToBytes(text) ?? new Uint8Array();
const shown = ({ identity, signer }: VaultKeys): unknown => [
  reveal(identity),
  bytesToHex(reveal(signer.seed)),
  bytesToHex(signer.keyId),
  bytesToHex(signer.publicKey),
];

test("the four letters of a book are the first twenty bits of a hash, and no letter is taken for a figure", () => {
  for (const { recipient, book, onPaper } of vectors.books) {
    const bits = Number.parseInt(createHash("sha256").update(recipient).digest("hex").slice(0, 5), 16).toString(2).padStart(20, "0");
    const letters = (bits.match(/.{5}/g) ?? []).map((five) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(Number.parseInt(five, 2)));
    expect(bookOf(recipient)).toBe(book);
    expect(letters.join("")).toBe(book);
    expect(bookOnPaper(book)).toBe(onPaper);
    expect(book).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
  }
});

test("the keys of a vault are the text that the format names, and read back as the same keys", async () => {
  const keys = { identity: redact(vectors.keys.identity), signer: signerOf(hex(vectors.keys.seed), hex(vectors.keys.keyId)) };
  expect(reveal(await formatVaultKeys(keys))).toBe(vectors.keys.text);
  expect(await recipientOf(keys.identity)).toBe(vectors.keys.recipient);
  const read = await parseVaultKeys(textToBytes(vectors.keys.text));
  expect(read.ok && shown(read.value)).toEqual(shown(keys));
  expect(JSON.stringify(read)).not.toContain("AGE-SECRET-KEY");
  // What stock tools make of it: an identity file with comments.
  const plain = parseIdentity(vectors.keys.text);
  expect(plain && reveal(plain)).toBe(vectors.keys.identity);
});

test("whatever keys are written are read back", async () => {
  const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });
  await fc.assert(
    fc.asyncProperty(secret, secret, fc.uint8Array({ minLength: 8, maxLength: 8 }), async (own, seedOfSigner, keyId) => {
      const keys = { identity: identityFromBytes(own), signer: signerOf(seedOfSigner, keyId) };
      const read = await parseVaultKeys(textToBytes(reveal(await formatVaultKeys(keys))));
      expect(read.ok && shown(read.value)).toEqual(shown(keys));
    }),
    { seed, numRuns: 30 },
  );
});

test.each(vectors.noKeys)("no keys are read, and it is told what to do: $name", async ({ text }) => {
  expect(await parseVaultKeys(textToBytes(text))).toEqual({ ok: false, error: expect.stringContaining("copy that you made") });
});

test("no letter of the text can be changed into another text that reads, but for those of the signer", async () => {
  const { text } = vectors.keys;
  const [start, end] = [text.indexOf("# signer ") + 9, text.indexOf("==\n")];
  for (let at = 0; at < text.length; at++) {
    const other = text.charAt(at) === "A" ? "B" : "A";
    const read = await parseVaultKeys(textToBytes(text.slice(0, at) + other + text.slice(at + 1)));
    const isOfSigner = at >= start && at < end;
    expect([at, read.ok]).toEqual([at, isOfSigner]);
  }
  expect((await parseVaultKeys(Uint8Array.of(0xff, 0xfe))).ok).toBe(false);
});
