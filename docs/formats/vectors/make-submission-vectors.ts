/**
 * Makes submission.json, force-set.json and mailbox.json beside this file. What is sealed holds randomness, so that a new run makes new
 * envelopes; all else comes out the same each time. `packages/submission` checks them all.
 *
 *     npx tsx docs/formats/vectors/make-submission-vectors.ts
 */
import { writeFileSync } from "node:fs";
import { type Instant, parseInstant, reveal } from "@unmask/core";
import {
  argon2id,
  blake2b512Of,
  bytesToBase64,
  bytesToHex,
  bytesToText,
  createSignerKey,
  decoyEnvelope,
  formatVkey,
  identityFromBytes,
  logKeyOf,
  publicKeyOf,
  publicKeyText,
  recipientOf,
  sha256HexOf,
  sha256Of,
  signDetached,
  textToBytes,
} from "@unmask/seal";

import {
  type ForceSet,
  type LetterFields,
  type MailboxMessage,
  bucketOfPack,
  deriveMailbox,
  isSameMailbox,
  isoWeek,
  lookupHash,
  mailboxLine,
  makeReceipt,
  padmeSize,
  parseLetterFile,
  parseReceiptWords,
  pinOf,
  readLetter,
  sealMailboxMessage,
  sealedLetterSizes,
  verifyForceSet,
  writeForceSet,
  writeLetter,
} from "@unmask/submission";

const force = "00112233445566778899aabbccddeeff";
const counting = (start: number) => (size: number) => Uint8Array.from({ length: size }, (_, at) => (start + at) & 0xff);
const minute = { year: 2026, month: 11, day: 27, hour: 13, minute: 5 };
/** Every field of a letter's own, and the short contact. */
const short = {
  reporter: "another",
  anonymous: false,
  danger: "no",
  account: "My sister's neighbour waits at her door.\nSince April.",
  name: "Bethan Cole",
  wishes: "Please tell her first.",
  language: "Welsh",
  referral: true,
  jurisdiction: "EW",
  place: "Northtown",
  contact: { channel: "text", address: "07700 900412", hours: "weekdays 9 to 4", voicemail: false, codeWord: "library" },
};
/** The fields of the cover, and the contact sheet. */
const long = {
  version: 1,
  reporter: "self",
  danger: { answer: "afraid", asked: "2026-10-04T20:31", says: "They will come back." },
  since: "2026-04",
  relationship: { says: "a former colleague" },
  feared: [{ day: "2026-09-14", answer: "not sure" }],
  orders: "none",
  asks: ["That a Stalking Protection Order is considered."],
  contact: {
    filledIn: "2026-10-04T20:36",
    reach: { by: "text", at: "07700 900412" },
    hours: [{ is: "safe", weekdays: ["monday", "tuesday"], from: "09:00", until: "16:00" }],
    codeWords: { safe: "Which branch?" },
  },
};
const hashOf = (name: string) => sha256HexOf(textToBytes(name));

write("submission", await submissionVectors());
write("force-set", await forceSetVectors());
write("mailbox", await mailboxVectors());

async function submissionVectors(): Promise<unknown> {
  const random = [new Uint8Array(10), new Uint8Array(10).fill(255), counting(1)(10)];
  const receipts = [];
  for (const secret of random) {
    const words = makeReceipt(() => secret);
    const mailbox = await deriveMailbox(words, force, argon2id);
    receipts.push({
      random: bytesToHex(secret),
      words: reveal(words),
      force,
      lookup: bytesToHex(mailbox.lookup),
      lookupHash: lookupHash(mailbox.lookup),
      identity: reveal(mailbox.identity),
      recipient: await recipientOf(mailbox.identity),
    });
  }
  const [, , third] = receipts;
  const words = (third?.words ?? "").split(" ");
  const [one = "", two = "", ...others] = words;
  const typed = [
    words.join(" "),
    words.join("  ").toUpperCase(),
    words.map((word, at) => `${at + 1}. ${word}`).join("\n"),
    words.map((word, at) => `${at + 1}.${word}`).join(", "),
    ` ${words.join("-")}\n`,
    words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(",\r\n"),
  ];
  const slipped = [
    [one, ...others].join(" "),
    "",
    [...words, one].join(" "),
    [one, `${two}x`, ...others].join(" "),
    [one, two.slice(1), ...others].join(" "),
    ["qqqqqqqqq", two, ...others].join(" "),
    [two, one, ...others].join(" "),
    ["abacus", two, ...others].join(" "),
  ];
  const sizes = [1, 2, 9, 65_536, 65_537, 100_000, 1_000_000, 123_456_789, 2 ** 31 - 1, 2 ** 31];
  const letter = { letter: "0123456789abcdef0123456789abcdef", force, kind: "report" as const, written: minute, packs: [] };
  const mailbox = { recipient: third?.recipient ?? "", lookup: hashOf("lookup") };
  const pack = { size: 100_000, sha256: hashOf("pack"), bucket: bucketOfPack(100_000) ?? 0 };
  const handedOn = {
    force: "ffeeddccbbaa99887766554433221100",
    name: "Northshire Police",
    reference: "R-2100",
    week: "2026-W48",
    packs: [hashOf("the pack as it came there")],
  };
  const files = [
    { name: "nothing is said", file: "{}" },
    { name: "every field of its own, the short contact", file: JSON.stringify(short, undefined, 1) },
    { name: "the fields of the cover beside them, with the contact sheet", file: JSON.stringify(long, undefined, 1) },
  ];
  const letters = [];
  for (const { name, file } of files) {
    const said = must(parseLetterFile(file));
    letters.push(letterVector(name, { ...letter, ...said, mailbox }));
    if (name === "nothing is said") {
      letters.push(letterVector("the answer to a question, with a pack", { ...letter, ...said, kind: "answer", mailbox, packs: [pack] }));
      letters.push(letterVector("handed on by another force", { ...letter, ...said, mailbox, packs: [pack], handedOn }));
      for (const year of [1, 1970, 9999])
        letters.push(letterVector(`by a clock that stands in the year ${year}`, { ...letter, written: { ...minute, year }, mailbox }));
      letters.push(letterVector("a long account", { ...letter, account: "He was there again. ".repeat(900), mailbox }));
      letters.push(letterVector("a longer account", { ...letter, account: "He was there again. ".repeat(4_000), mailbox }));
    }
  }
  letters.push(letterVector("the answer to a question, in words", { ...letter, kind: "answer", account: "Yes, it is still mine.", mailbox }));
  const other = { recipient: receipts[1]?.recipient ?? "", lookup: hashOf("another lookup") };
  const answers = [
    { name: "the mailbox that the report named", answer: mailbox },
    { name: "her lookup under the recipient of a stranger", answer: { ...mailbox, recipient: other.recipient } },
    { name: "her recipient under another lookup", answer: { ...mailbox, lookup: other.lookup } },
    { name: "another mailbox", answer: other },
  ].map((one) => ({ ...one, report: mailbox, belongs: isSameMailbox(mailbox, one.answer) }));
  const base: object = JSON.parse(letters[0]?.json ?? "{}");
  const wrong = [
    { name: "another field", json: JSON.stringify({ ...base, colour: "red" }) },
    { name: "another version", json: JSON.stringify({ ...base, version: 2 }) },
    { name: "an id in capitals", json: JSON.stringify({ ...base, letter: "0123456789ABCDEF0123456789ABCDEF" }) },
    { name: "written in no year", json: JSON.stringify({ ...base, written: "0000-11-27T13:05" }) },
    { name: "written on no day", json: JSON.stringify({ ...base, written: "2026-02-30T13:05" }) },
    { name: "a pack in another bucket", json: JSON.stringify({ ...base, packs: [{ ...pack, bucket: 131_072 }] }) },
    { name: "a pack twice", json: JSON.stringify({ ...base, packs: [pack, pack] }) },
    { name: "a pack beyond 2 GiB", json: JSON.stringify({ ...base, packs: [{ ...pack, size: 2 ** 31 + 1, bucket: 2 ** 31 + 1 }] }) },
    { name: "a blank account", json: JSON.stringify({ ...base, account: "\u200b" }) },
    { name: "danger said twice", json: JSON.stringify({ ...base, danger: "now", cover: { danger: long.danger } }) },
    { name: "contact said twice", json: JSON.stringify({ ...base, contact: long.contact, contactBrief: short.contact }) },
    { name: "handed on by the force that it is for", json: JSON.stringify({ ...base, handedOn: { ...handedOn, force } }) },
    { name: "handed on in no week", json: JSON.stringify({ ...base, handedOn: { ...handedOn, week: "2026-W54" } }) },
    { name: "a key twice", json: `{"version":1,"version":1${JSON.stringify(base).slice(12)}` },
    { name: "no object", json: "[]" },
  ];
  const wrongFiles = [
    { name: "a field that no letter has", file: '{ "colour": "red" }' },
    { name: "danger in another word", file: '{ "danger": "maybe" }' },
    { name: "an unknown field in the short contact", file: '{ "contact": { "channel": "text", "colour": "red" } }' },
    { name: "a contact sheet with a field of the short contact", file: '{ "contact": { "filledIn": "2026-10-04T20:36", "channel": "text" } }' },
    { name: "an empty contact", file: '{ "contact": {} }' },
    { name: "a name of two lines", file: '{ "name": "Bethan\\nCole" }' },
    { name: "another jurisdiction", file: '{ "jurisdiction": "FR" }' },
  ];
  return {
    receipts,
    typed: typed.map((text) => ({ typed: text, words: reveal(must(parseReceiptWords(text))) })),
    slips: slipped.map((text) => ({ typed: text, slip: errorOf(parseReceiptWords(text)) })),
    sizes: sizes.map((size) => ({ size, padme: padmeSize(size), bucket: bucketOfPack(size) ?? null })),
    noSize: [0, -1, 1.5, 2 ** 31 + 1],
    sealedLetterSizes,
    files: files.map(({ name, file }) => ({ name, file, said: letterOf(must(parseLetterFile(file))) })),
    refusedFiles: wrongFiles.map(({ name, file }) => ({ name, file, error: errorOf(parseLetterFile(file)) })),
    letters,
    answers,
    refusedLetters: wrong.map((one) => ({ ...one, error: errorOf(readLetter(paddedTo(one.json, 16_384))) })),
  };

  /** What a letter says of a file, as its document holds it. */
  function letterOf(said: LetterFields): unknown {
    const document: object = JSON.parse(jsonIn(must(writeLetter({ ...letter, ...said, mailbox }))));
    const frame = new Set(["version", "letter", "force", "kind", "written", "mailbox", "packs"]);
    return Object.fromEntries(Object.entries(document).filter(([key]) => !frame.has(key)));
  }

  function letterVector(name: string, whole: Parameters<typeof writeLetter>[0]): { readonly name: string; readonly json: string; readonly size: number; readonly sha256: string } {
    const bytes = must(writeLetter(whole));
    return { name, json: jsonIn(bytes), size: bytes.length, sha256: sha256HexOf(bytes) };
  }
}

async function forceSetVectors(): Promise<unknown> {
  const signer = createSignerKey(counting(0));
  const next = createSignerKey(counting(100));
  const stranger = createSignerKey(counting(200));
  const recipients = await Promise.all([1, 2].map((seed) => recipientOf(identityFromBytes(new Uint8Array(32).fill(seed)))));
  const [older = "", newer = ""] = recipients;
  const set: ForceSet = {
    force,
    name: "Northshire Police",
    number: 3,
    made: "2026-W48",
    intake: "https://intake.example.org",
    recipients: [
      { recipient: newer, from: "2026-W50", until: null },
      { recipient: older, from: "2026-W01", until: "2027-W02" },
    ],
    limits: { letter: 262_144, pack: 2 ** 31, packs: 20 },
    work: { floor: 20_000 },
    retention: { taken: 37, replies: 26 },
    log: formatVkey(logKeyOf(signer, "0123456789abcdef0123456789abcdef")),
    pull: bytesToBase64(publicKeyOf(new Uint8Array(32).fill(9))),
    signer: publicKeyText(signer),
    nextSigner: publicKeyText(next),
  };
  const pin = pinOf(set);
  const signed = (one: ForceSet, key = signer) => {
    const bytes = writeForceSet(one);
    return { set: bytesToText(bytes) ?? "", minisig: signDetached(blake2b512Of(bytes), key, `unmask force set ${one.number}`) };
  };
  const byNext = { ...set, number: 4, signer: publicKeyText(next), nextSigner: null };
  const byStranger = { ...set, number: 4, signer: publicKeyText(stranger), nextSigner: null };
  const cases = [
    { name: "first use", ...signed(set), pin: null },
    { name: "the same edition again", ...signed(set), pin },
    { name: "a later edition", ...signed({ ...set, number: 4 }), pin },
    { name: "the signer told by another way", ...signed(set), pin: { force: null, signer: set.signer, nextSigner: null, number: 0 } },
    { name: "an older edition", ...signed({ ...set, number: 2 }), pin },
    { name: "the announced signer", ...signed(byNext, next), pin },
    { name: "the announced signer with the same edition", ...signed({ ...byNext, number: 3 }, next), pin },
    { name: "a signer whom nobody announced", ...signed(byStranger, stranger), pin },
    { name: "signed by another than it names", ...signed(set, stranger), pin },
    { name: "without a signature", ...signed(set), minisig: "", pin },
    { name: "the signature of another edition", ...signed(set), minisig: signed({ ...set, number: 4 }).minisig, pin },
    { name: "another force", ...signed({ ...set, force: "ff".repeat(16) }), pin },
    { name: "another field", set: signed(set).set.replace('"made"', '"mode"'), minisig: signed(set).minisig, pin },
  ];
  const weeks = ["2026-11-27T12:00:00Z", "2026-01-01T00:00:00Z", "2027-01-03T23:59:59Z", "2027-01-04T00:00:00Z", "2024-12-30T00:00:00Z", "1970-01-01T00:00:00Z"];
  return {
    cases: cases.map((one) => {
      const answer = verifyForceSet(textToBytes(one.set), textToBytes(one.minisig), one.pin ?? undefined);
      return { ...one, answer: answer.ok ? "ok" : answer.error.kind };
    }),
    recipients: [
      { week: "2025-W52", recipient: null },
      { week: "2026-W01", recipient: older },
      { week: "2026-W49", recipient: older },
      { week: "2026-W50", recipient: newer },
      { week: "2027-W02", recipient: newer },
      { week: "2030-W01", recipient: newer },
    ],
    weeks: weeks.map((instant) => ({ instant, week: isoWeek(instantOf(instant)) })),
  };
}

async function mailboxVectors(): Promise<unknown> {
  const identity = identityFromBytes(new Uint8Array(32).fill(7));
  const recipient = await recipientOf(identity);
  const messages: readonly MailboxMessage[] = [
    { id: "a".repeat(32), number: 1, kind: "acknowledgement", reference: "R-2100", contact: "PC Imran Shah, 020 7946 0412", week: "2026-W48" },
    { id: "b".repeat(32), number: 2, kind: "proof", sha256: hashOf("pack"), entry: `{"op":"collect","sha256":"${hashOf("pack")}"}`, proof: "c2sp.org/tlog-proof@v1\nindex 0\n" },
    { id: "c".repeat(32), number: 3, kind: "question", says: "Is the number ending 412 still yours?\nYou can answer in a new letter." },
    { id: "d".repeat(32), number: 4, kind: "update", says: "An officer has read your report. Diolch yn fawr." },
    { id: "e".repeat(32), number: 5, kind: "unopened", sha256: hashOf("pack"), reason: "no-key" },
  ];
  const sealed = [];
  for (const message of messages) {
    const envelope = must(await sealMailboxMessage(message, recipient));
    sealed.push({ message, line: mailboxLine(message), envelope: bytesToBase64(envelope) });
  }
  const decoys = [0, 1, 2].map((number) => {
    const seed = sha256Of(textToBytes(`decoy ${number}`));
    const envelope = decoyEnvelope(seed, 16_384);
    return { seed: bytesToHex(seed), sha256: sha256HexOf(envelope), share: (bytesToText(envelope.subarray(32, 75)) ?? "") };
  });
  return { identity: reveal(identity), recipient, sealed, decoys };
}

function instantOf(iso: string): Instant {
  const instant = parseInstant(Date.parse(iso));
  if (instant === undefined) throw new Error(iso);
  return instant;
}

function jsonIn(bytes: Uint8Array): string {
  return (bytesToText(bytes) ?? "").trimEnd();
}

function paddedTo(json: string, size: number): Uint8Array {
  return textToBytes(json.padEnd(size - (textToBytes(json).length - json.length), " "));
}

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function errorOf(result: { readonly ok: boolean; readonly error?: unknown }): unknown {
  if (result.ok) throw new Error("this was taken");
  return result.error;
}

function write(name: string, vectors: unknown): void {
  writeFileSync(new URL(`${name}.json`, import.meta.url), `${JSON.stringify(vectors, undefined, 1)}\n`);
}
