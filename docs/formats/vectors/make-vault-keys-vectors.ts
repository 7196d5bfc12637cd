/**
 * Makes vault-keys.json beside this file: the twelve words, the stanzas and the key file of vault.md. Words, stanzas and texts come out the same each
 * time; whole files hold randomness, so that a new run makes new ones. Stanzas are made here by the book, with Node's own cipher and HKDF and no code
 * of the room. `packages/seal` checks them all.
 *
 *     npx tsx docs/formats/vectors/make-vault-keys-vectors.ts
 */
import { createCipheriv, createHash, hkdfSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { type Result, redact, reveal } from "@unmask/core";
import {
  type KeyFileKey,
  type KeyFileFailure,
  type KeyLock,
  type PassphraseCost,
  type PasskeyAnswer,
  type RecoveryWords,
  type VaultKeys,
  argon2id,
  bookOf,
  bookOnPaper,
  bytesToBase64,
  bytesToHex,
  createSignerKey,
  formatVaultKeys,
  identityFromBytes,
  makeRecoveryWords,
  openKeyFile,
  parsePassphrase,
  parseRecoveryWords,
  passkeysOf,
  recipientOf,
  recoveryIdentity,
  sealKeyFile,
  textToBytes,
} from "@unmask/seal";

/** A text of the header, and what is put in its place. */
interface Change {
  readonly from: string;
  readonly to: string;
}

const counting = (start: number) => (size: number) => Uint8Array.from({ length: size }, (_, at) => (start + at) & 0xff);
const raw = (bytes: Uint8Array): string => bytesToBase64(bytes).replace(/=+$/, "");
const fileKey = counting(0xf0)(16);
const cheap: PassphraseCost = { memory: 19_456, passes: 1, lanes: 1 };
const typedPassphrase = " Café ① leise brücke 42 ";
const passphrase = must(parsePassphrase(typedPassphrase));
const words: RecoveryWords = makeRecoveryWords(counting(1));
const secondSheet = makeRecoveryWords(counting(0x80));
const passkey: PasskeyAnswer = { credential: counting(0x40)(20), salt: counting(0x20)(32), answer: redact(counting(0xa0)(32)) };
const keys: VaultKeys = { identity: identityFromBytes(counting(0x60)(32)), signer: createSignerKey(counting(0)) };
const text = await formatVaultKeys(keys);

const vectors = {
  about:
    "The keys of a vault (vault.md). Bytes are hexadecimal, files base64, texts UTF-8. A stanza is the lines that stand in the header. `change` puts a text in the place of another in the header.",
  words: await Promise.all([new Uint8Array(16), new Uint8Array(16).fill(255), counting(1)(16)].map(wordsVector)),
  typed: typedVectors(),
  slips: slipVectors(),
  passphrases: ["correct horse", typedPassphrase, "e\u0301\u00a0\ufb01n", "ＡＢＣ\u3000１２", "\tΩ \n"].map((typed) => ({
    typed,
    bytes: bytesToHex(textToBytes(reveal(must(parsePassphrase(typed))))),
  })),
  noPassphrases: ["", "  ", "\u3000\n"],
  argon2id: [
    await argonVector({ memory: 65_536, passes: 3, lanes: 1 }),
    await argonVector(cheap),
    await argonVector({ memory: 20_000, passes: 2, lanes: 4 }),
  ],
  prf: [prfVector()],
  books: await Promise.all([counting(0x60)(32), counting(0x61)(32), new Uint8Array(32)].map(bookVector)),
  keys: {
    identity: reveal(keys.identity),
    recipient: await recipientOf(keys.identity),
    keyId: bytesToHex(keys.signer.keyId),
    seed: bytesToHex(reveal(keys.signer.seed)),
    text: reveal(text),
  },
  noKeys: noKeysVectors(reveal(text)),
  file: await fileVectors(),
};
writeFileSync(new URL("vault-keys.json", import.meta.url), `${JSON.stringify(vectors, null, 2)}\n`);

async function wordsVector(random: Uint8Array): Promise<unknown> {
  const made = makeRecoveryWords(() => random);
  const check = createHash("sha256").update("unmask recovery check").update(random).digest();
  const secret = new Uint8Array(hkdfSync("sha256", random, new Uint8Array(0), "unmask recovery", 32));
  return {
    random: bytesToHex(random),
    check: check.readUInt32BE(0) >>> 6,
    words: reveal(made),
    secret: bytesToHex(secret),
    identity: reveal(identityFromBytes(secret)),
    recipient: await recipientOf(recoveryIdentity(made)),
  };
}

function typedVectors(): unknown {
  const list = reveal(words).split(" ");
  const twoColumns = list.map((_, at) => list[(at % 2) * 6 + Math.floor(at / 2)]);
  return [
    list.join(" "),
    list.join("  ").toUpperCase(),
    list.map((word, at) => `${at + 1}. ${word}`).join("\n"),
    list.map((word, at) => `${at + 1}.${word}`).join(", "),
    ` ${list.join("-")}\n`,
    list.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(",\r\n"),
    list
      .slice(0, 6)
      .map((word, at) => `${at + 1} ${word}    ${at + 7} ${list[at + 6]}`)
      .join("\n"),
    twoColumns.join(" "),
  ].map((typed) => ({ typed, words: reveal(words) }));
}

function slipVectors(): unknown {
  const list = reveal(words).split(" ");
  const [one = "", two = "", ...others] = list;
  const typed = [
    others.join(" "),
    one,
    "",
    [...list, one].join(" "),
    [one, `${two}x`, ...others].join(" "),
    [one, two.slice(1), ...others].join(" "),
    ["qqqqqqqqq", two, ...others].join(" "),
    [two, one, ...others].join(" "),
    list.with(2, list[9] ?? "").with(9, list[2] ?? "").join(" "),
    ["abacus", "abacus", ...others].join(" "),
    list.with(6, "bath").join(" "),
  ];
  return typed.flatMap((each) => {
    const read = parseRecoveryWords(each);
    return read.ok ? [] : [{ typed: each, slip: read.error }];
  });
}

async function argonVector(cost: PassphraseCost): Promise<unknown> {
  const salt = counting(0x10)(16);
  const wrapKey = await argon2id(textToBytes(reveal(passphrase)), salt, { ...cost, size: 32 });
  const args = ["argon2id", raw(salt), cost.memory, cost.passes, cost.lanes].join(" ");
  return { typed: typedPassphrase, salt: bytesToHex(salt), ...cost, wrapKey: bytesToHex(wrapKey), ...stanzaVector(args, wrapKey) };
}

function prfVector(): unknown {
  const { credential, salt, answer } = passkey;
  const wrapKey = new Uint8Array(hkdfSync("sha256", reveal(answer), salt, "unmask passkey", 32));
  const says = { credential: bytesToHex(credential), salt: bytesToHex(salt), answer: bytesToHex(reveal(answer)) };
  return { ...says, wrapKey: bytesToHex(wrapKey), ...stanzaVector(`prf ${raw(credential)} ${raw(salt)}`, wrapKey) };
}

function stanzaVector(args: string, wrapKey: Uint8Array): object {
  const cipher = createCipheriv("chacha20-poly1305", wrapKey, new Uint8Array(12), { authTagLength: 16 });
  const body = Uint8Array.from([...cipher.update(fileKey), ...cipher.final(), ...cipher.getAuthTag()]);
  return { fileKey: bytesToHex(fileKey), stanza: `-> ${args}\n${raw(body)}\n` };
}

async function bookVector(secret: Uint8Array): Promise<unknown> {
  const recipient = await recipientOf(identityFromBytes(secret));
  return { recipient, book: bookOf(recipient), onPaper: bookOnPaper(bookOf(recipient)) };
}

function noKeysVectors(whole: string): unknown {
  const [book = "", signer = "", key = ""] = whole.split("\n");
  const other = reveal(identityFromBytes(counting(0x61)(32)));
  return [
    { name: "empty", text: "" },
    { name: "the key alone", text: `${key}\n` },
    { name: "no last line feed", text: whole.slice(0, -1) },
    { name: "carriage returns", text: whole.replaceAll("\n", "\r\n") },
    { name: "a line more", text: `${whole}# more\n` },
    { name: "two keys", text: `${whole}${key}\n` },
    { name: "the lines in another order", text: `${signer}\n${book}\n${key}\n` },
    { name: "the book of another key", text: `${book}\n${signer}\n${other}\n` },
    { name: "a book without its blank", text: whole.replace(/(# book ..) /, "$1") },
    { name: "a signer of 39 bytes", text: whole.replace(signer, `# signer ${bytesToBase64(counting(0)(39))}`) },
    { name: "unused bits of the signer set", text: whole.replace(/(.)==\n/, "B==\n") },
    { name: "a key with a letter changed", text: whole.replace(/.\n$/, (end) => (end.startsWith("Q") ? "P\n" : "Q\n")) },
    { name: "a key in small letters", text: whole.replace(key, key.toLowerCase()) },
  ];
}

async function fileVectors(): Promise<unknown> {
  const all: readonly KeyLock[] = [
    { by: "passphrase", passphrase, cost: cheap },
    { by: "words", words },
    { by: "words", words: secondSheet },
    { by: "passkey", passkey },
  ];
  const plaintext = textToBytes(reveal(text));
  const world = { argon2id, random: counting(0x30) };
  const sealed = await sealKeyFile(plaintext, all, world);
  const inOtherOrder = await sealKeyFile(plaintext, all.toReversed(), world);
  const cost = " 19456 1 1\n";
  const costs = [
    "19455 1 1",
    "1048577 1 1",
    "1048576 5 1",
    "4294967296 1 1",
    "19456 0 1",
    "19456 17 1",
    "19456 1 0",
    "19456 1 5",
    "019456 1 1",
    "19456 01 1",
    "+19456 1 1",
    "-19456 1 1",
    "2e4 1 1",
    "0x4c00 1 1",
    "19456.0 1 1",
    "99999999999999999999999999 1 1",
  ];
  const stanza = stanzaOf(sealed);
  const changes: readonly { readonly name: string; readonly change: Change; readonly failure: KeyFileFailure["kind"] }[] = [
    ...costs.map((other) => ({
      name: `the cost is ${other}`,
      change: { from: cost, to: ` ${other}\n` },
      failure: "absurd-cost" as const,
    })),
    { name: "two stanzas of a passphrase", change: { from: stanza, to: stanza + stanza }, failure: "absurd-cost" },
    { name: "a cost with a part too few", change: { from: cost, to: " 19456 1\n" }, failure: "header-damaged" },
    { name: "a cost with a part too many", change: { from: cost, to: " 19456 1 1 1\n" }, failure: "header-damaged" },
    { name: "a salt of 15 bytes", change: { from: raw(counting(0x30)(16)), to: raw(counting(0x30)(15)) }, failure: "header-damaged" },
    { name: "no stanza of a passphrase", change: { from: stanza, to: "" }, failure: "no-key-fits" },
    { name: "another salt", change: { from: raw(counting(0x30)(16)), to: raw(counting(0x31)(16)) }, failure: "no-key-fits" },
    { name: "another cost within the bounds", change: { from: cost, to: " 19457 1 1\n" }, failure: "no-key-fits" },
    { name: "another stanza was added", change: { from: "\n-> ", to: "\n-> grease x\n\n-> " }, failure: "header-altered" },
  ];
  const refuses = [];
  for (const { name, change, failure } of changes) {
    const opened = await openKeyFile(changedHeader(sealed, change), { by: "passphrase", passphrase }, argon2id);
    if (opened.ok || opened.error.kind !== failure) throw new Error(`${name}: ${opened.ok ? "opened" : opened.error.kind}`);
    refuses.push({ name, change, failure });
  }
  for (const [key, file] of [sealed, inOtherOrder].flatMap((each) => keysOf().map((one) => [one, each] as const))) {
    if (!(await openKeyFile(file, key, argon2id)).ok) throw new Error("a file must open with each of its keys");
  }
  const [asked] = must(await passkeysOf(sealed));
  if (asked === undefined || bytesToHex(asked.salt) !== bytesToHex(passkey.salt)) throw new Error("the passkey must be named");
  return {
    typedPassphrase,
    words: reveal(words),
    secondSheet: reveal(secondSheet),
    passkey: { credential: bytesToHex(passkey.credential), salt: bytesToHex(passkey.salt), answer: bytesToHex(reveal(passkey.answer)) },
    opens: [
      { name: "in the order of vault.md", file: bytesToBase64(sealed) },
      { name: "in another order", file: bytesToBase64(inOtherOrder) },
    ],
    refuses,
  };
}

function keysOf(): readonly KeyFileKey[] {
  return [
    { by: "passphrase", passphrase },
    { by: "words", words },
    { by: "words", words: secondSheet },
    { by: "passkey", passkey },
    { by: "identity", identity: recoveryIdentity(words) },
  ];
}

function stanzaOf(sealed: Uint8Array): string {
  return /-> argon2id .*\n.*\n/.exec(Buffer.from(sealed).toString("latin1"))?.[0] ?? "";
}

function changedHeader(sealed: Uint8Array, { from, to }: Change): Uint8Array {
  const whole = Buffer.from(sealed).toString("latin1");
  if (!whole.includes(from)) throw new Error("the text to change is not there");
  return Uint8Array.from(Buffer.from(whole.replace(from, to), "latin1"));
}

function must<T>(read: Result<T, unknown>): T {
  if (!read.ok) throw new Error("a vector could not be made");
  return read.value;
}
