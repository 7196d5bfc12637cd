import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Source, redact, reveal } from "@unmask/core";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { nativeAead } from "../../../test/native-aead.ts";
import { concatBytes, textToBytes } from "./bytes.ts";
import {
  type Identity,
  createIdentity,
  envelopeFailureOf,
  identityFromBytes,
  isRecipient,
  openSource,
  openSourceInParts,
  openStream,
  openWhole,
  parseIdentity,
  recipientOf,
  sealStream,
  sealWhole,
} from "./envelope.ts";

const seed = 20260103;
const chunk = 64 * 1024;
const folder = mkdtempSync(join(tmpdir(), "unmask-age-"));
let force: Identity;
let own: Identity;
let recipients: readonly string[];

beforeAll(async () => {
  force = await createIdentity();
  own = await createIdentity();
  recipients = [await recipientOf(force), await recipientOf(own)];
  writeFileSync(join(folder, "key.txt"), `# created by a test\n${reveal(force)}\n`);
});

test.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7])(
  "the stock age tool opens what we seal: %i bytes",
  async (size) => {
    const plaintext = randomBytes(size);
    const file = join(folder, "sealed.age");
    writeFileSync(file, await sealWhole(plaintext, { recipients, aead: nativeAead }));
    const opened = execFileSync("age", ["-d", "-i", join(folder, "key.txt"), file], { maxBuffer: 1 << 28 });
    expect(Buffer.compare(opened, plaintext)).toBe(0);
  },
);

test.each([0, 1, chunk, 2 * chunk + 1])("we open what the stock age tool seals: %i bytes", async (size) => {
  const plaintext = randomBytes(size);
  const sealed = execFileSync("age", ["-r", recipients[0] ?? ""], { input: plaintext, maxBuffer: 1 << 28 });
  const opened = await openWhole(sealed, { identities: [own, force] });
  expect(opened.ok && Buffer.compare(opened.value, plaintext)).toBe(0);
});

test("each of two recipients can open, however the bytes are cut on the way, with either cipher", async () => {
  const cut = fc.array(fc.integer({ min: 0, max: chunk + 17 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 2 * chunk + 5 }), cut, cut, fc.boolean(), async (size, cutIn, cutOut, native) => {
      const plaintext = randomBytes(size);
      const sealed = await gather(sealStream(pieces(plaintext, cutIn), { recipients, ...(native ? { aead: nativeAead } : {}) }));
      for (const identity of [force, own]) {
        const opened = await gather(
          openStream(pieces(sealed, cutOut), { identities: [identity], ...(native ? {} : { aead: nativeAead }) }),
        );
        expect(Buffer.compare(opened, plaintext)).toBe(0);
      }
    }),
    { seed, numRuns: 25 },
  );
});

/** A file that answers with at most so many bytes at a time, as a source may. */
const sourceOf = (bytes: Uint8Array, most = Infinity): Source => ({
  name: "pack.age",
  size: bytes.length,
  read: async (start, end) => bytes.subarray(start, Math.min(end, start + most)),
});

/** Both ways to read an envelope where it lies: opened to its end beforehand, and only where it is read. */
const waysToOpen = [
  ["whole", openSource],
  ["in parts", openSourceInParts],
] as const;

test.each(
  waysToOpen.flatMap(([way, open]) => [0, 1, chunk - 1, chunk, chunk + 1, 34 * chunk + 9].map((size) => [way, size, open] as const)),
)("an envelope is read by position where it lies, opened %s: %i bytes", async (_way, size, open) => {
  const plaintext = randomBytes(size);
  const sealed = await sealWhole(plaintext, { recipients, aead: nativeAead });
  const opened = await open(sourceOf(sealed, 50_000), { identities: [own], aead: nativeAead });
  expect(opened.size).toBe(size);
  const place = fc.integer({ min: 0, max: size + 5 });
  await fc.assert(
    fc.asyncProperty(place, place, async (start, end) => {
      expect(Buffer.compare(await opened.read(start, end), plaintext.subarray(start, Math.max(start, end)))).toBe(0);
    }),
    { seed, numRuns: 40 },
  );
});

test("an envelope that is opened in parts tells at once what is wrong with its length, in the words of the one that is opened whole", async () => {
  for (const size of [0, 1, chunk, chunk + 1, 2 * chunk, 2 * chunk + 40]) {
    const sealed = await sealWhole(randomBytes(size), { recipients, aead: nativeAead });
    const start = sealed.length - size - 16 * Math.max(1, Math.ceil(size / chunk));
    const ends = [0, 1, 15, 16, 17, chunk, chunk + 15, chunk + 16, chunk + 17, chunk + 32, 2 * chunk + 32, size].map((end) => start + end);
    const cut = [...ends, sealed.length - 1, sealed.length - 15, sealed.length - 16].filter((end) => end >= 0 && end < sealed.length);
    const added = [1, 15, 16, 17, chunk + 16, chunk + 17].map((length) => concatBytes(sealed, randomBytes(length)));
    for (const bytes of [...cut.map((end) => sealed.slice(0, end)), ...added]) {
      const inParts = await failureOfOpening(openSourceInParts(sourceOf(bytes), { identities: [own], aead: nativeAead }));
      expect([size, bytes.length, inParts?.kind]).toEqual([size, bytes.length, expect.any(String)]);
      expect([size, bytes.length, inParts]).toEqual([
        size,
        bytes.length,
        await failureOfOpening(openSource(sourceOf(bytes), { identities: [own], aead: nativeAead })),
      ]);
    }
  }
});

test("an envelope that is opened in parts reads its beginning and its end, and each part proves itself when it is asked for", async () => {
  const plaintext = randomBytes(40 * chunk);
  const sealed = await sealWhole(plaintext, { recipients, aead: nativeAead });
  const start = sealed.length - 40 * (chunk + 16);
  sealed[start + 20 * (chunk + 16) + 5] = (sealed[start + 20 * (chunk + 16) + 5] ?? 0) ^ 1;
  let read = 0;
  const counted: Source = {
    ...sourceOf(sealed),
    read: async (from, until) => {
      read += until - from;
      return sealed.subarray(from, until);
    },
  };
  const opened = await openSourceInParts(counted, { identities: [own], aead: nativeAead });
  expect(read).toBeLessThan(2 * chunk);
  expect(Buffer.compare(await opened.read(0, 20 * chunk), plaintext.subarray(0, 20 * chunk))).toBe(0);
  expect((await failureOfOpening(opened.read(20 * chunk + 100, 20 * chunk + 101)))?.kind).toBe("altered");
  expect((await failureOfOpening(openSource(sourceOf(sealed), { identities: [own], aead: nativeAead })))?.kind).toBe("altered");
  // Two chunks of one file that change places are both genuine, and neither stands where it was sealed.
  const swapped = await sealWhole(plaintext, { recipients, aead: nativeAead });
  const [first, second] = [0, 1].map((at) => swapped.slice(start + at * (chunk + 16), start + (at + 1) * (chunk + 16)));
  swapped.set(second ?? [], start);
  swapped.set(first ?? [], start + chunk + 16);
  const opening = await openSourceInParts(sourceOf(swapped), { identities: [own], aead: nativeAead });
  expect((await failureOfOpening(opening.read(0, 10)))?.kind).toBe("altered");
});

async function failureOfOpening(opening: Promise<unknown>) {
  return envelopeFailureOf(await opening.catch((error: unknown) => error));
}

test("an envelope that is read by position is opened to its end first, and says what openStream says of it", async () => {
  const sealed = await sealWhole(randomBytes(3 * chunk), { recipients, aead: nativeAead });
  const failureOf = async (opening: Promise<unknown>): Promise<unknown> =>
    envelopeFailureOf(await opening.catch((error: unknown) => error));
  const flipped = (at: number): Uint8Array => sealed.map((byte, i) => (i === at ? byte ^ 1 : byte));
  for (const bytes of [
    flipped(30),
    flipped(300),
    flipped(sealed.length - 1),
    flipped(2 * chunk),
    sealed.slice(0, -1),
    sealed.slice(0, chunk),
    sealed.slice(0, 60),
  ]) {
    const byPosition = await failureOf(openSource(sourceOf(bytes), { identities: [own], aead: nativeAead }));
    expect(byPosition).toBeDefined();
    expect(byPosition).toEqual(await failureOf(gather(openStream(pieces(bytes, [bytes.length]), { identities: [own], aead: nativeAead }))));
  }
});

test("a sealed file that changes after it was opened is not read on", async () => {
  const sealed = await sealWhole(randomBytes(3 * chunk), { recipients, aead: nativeAead });
  const opened = await openSource(sourceOf(sealed), { identities: [own], aead: nativeAead });
  sealed[2 * chunk] = (sealed[2 * chunk] ?? 0) ^ 1;
  await expect(opened.read(0, 3 * chunk)).rejects.toThrow("changed while it was read");
});

test("a source may use its buffer again for the next piece", async () => {
  const buffer = new Uint8Array(1000);
  async function* reusing(): AsyncGenerator<Uint8Array> {
    for (let round = 0; round < 200; round++) yield buffer.fill(round);
  }
  const opened = await openWhole(await gather(sealStream(reusing(), { recipients })), { identities: [own] });
  expect(opened.ok && opened.value.every((byte, at) => byte === Math.floor(at / 1000))).toBe(true);
});

test("no changed byte of an envelope goes unnoticed", async () => {
  const sealed = await sealWhole(textToBytes("I know you are home."), { recipients });
  for (const [at, byte] of sealed.entries()) {
    const changed = Uint8Array.from(sealed);
    changed[at] = byte ^ (1 << (at % 8));
    const opened = await openWhole(changed, { identities: [own] });
    // A changed stanza of somebody else's is noticed by the code over the whole header.
    expect(opened.ok).toBe(false);
  }
});

test("every place where a file can be cut is noticed, and a cut between chunks is called a cut", async () => {
  const sealed = await sealWhole(randomBytes(2 * chunk), { recipients });
  const header = sealed.length - 2 * (chunk + 16);
  expect((await failureOf(sealed.subarray(0, header + chunk + 16)))?.kind).toBe("cut-short");
  expect((await failureOf(sealed.subarray(0, header)))?.kind).toBe("cut-short");
  expect((await failureOf(sealed.subarray(0, header + chunk + 16 + 5)))?.kind).toBe("cut-short");
  expect((await failureOf(sealed.subarray(0, header + 500)))?.kind).toBe("altered");
  for (let end = 0; end < header; end++) expect(await failureOf(sealed.subarray(0, end))).toBeDefined();
});

test("nothing comes out of a chunk that was changed, and what came out before is told to be no whole", async () => {
  const sealed = await sealWhole(new Uint8Array(3 * chunk).fill(7), { recipients });
  const at = sealed.length - (chunk + 16) - 100;
  sealed[at] = (sealed[at] ?? 0) ^ 1;
  const out: Uint8Array[] = [];
  const opening = async (): Promise<void> => {
    for await (const part of openStream(pieces(sealed, [9999]), { identities: [own] })) out.push(part);
  };
  await expect(opening()).rejects.toThrow("altered");
  expect(concatBytes(...out)).toEqual(new Uint8Array(chunk).fill(7));
});

test("a file for somebody else is told from a damaged one and from no envelope at all", async () => {
  const stranger = await createIdentity();
  const sealed = await sealWhole(textToBytes("x"), { recipients });
  const other = await openWhole(sealed, { identities: [stranger] });
  expect(!other.ok && other.error.kind).toBe("no-key-fits");
  expect((await failureOf(textToBytes("PK\u0003\u0004 not an envelope")))?.kind).toBe("not-an-envelope");
  expect((await failureOf(new Uint8Array(0)))?.kind).toBe("not-an-envelope");
  expect((await failureOf(textToBytes("age-encryption.org/v1\nnonsense\n--- x\n")))?.kind).toBe("header-damaged");
});

test("a header without end is refused in bounded memory", async () => {
  let asked = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield textToBytes("age-encryption.org/v1\n");
    for (;;) {
      asked++;
      yield new Uint8Array(4096).fill(0x41);
    }
  }
  const opening = openStream(endless(), { identities: [own] }).next();
  await expect(opening.catch((error: unknown) => envelopeFailureOf(error)?.kind)).resolves.toBe("header-damaged");
  expect(asked).toBeLessThan(70);
});

test("a passphrase beside another recipient is refused whichever key one holds", async () => {
  const sealed = await sealWhole(textToBytes("x"), { recipients });
  const text = Buffer.from(sealed).toString("latin1");
  const stanza = `-> scrypt ${"A".repeat(22)} 10\n${"A".repeat(43)}\n`;
  const mixed = Buffer.from(text.replace("\n", `\n${stanza}`), "latin1");
  expect((await failureOf(mixed))?.kind).toBe("header-damaged");
});

test("a passphrase that would keep the machine busy for minutes is refused at once", async () => {
  const header = `age-encryption.org/v1\n-> scrypt ${"A".repeat(22)} 30\n${"A".repeat(43)}\n--- ${"A".repeat(43)}\n`;
  const opened = await openWhole(textToBytes(`${header}${"x".repeat(32)}`), { identities: [], passphrases: [redact("correct horse")] });
  expect(!opened.ok && opened.error.kind).toBe("header-damaged");
});

test("who stops early releases the source", async () => {
  let released = 0;
  async function* source(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    try {
      for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
    } finally {
      released++;
    }
  }
  const sealed = await sealWhole(randomBytes(3 * chunk), { recipients });
  for await (const _ of openStream(source(sealed), { identities: [own] })) break;
  for await (const part of sealStream(source(sealed), { recipients })) if (part.length === chunk + 16) break;
  await failureOf(new Uint8Array(5000), source);
  expect(released).toBe(3);
});

test("only the kind of recipient that every age tool opens is accepted", async () => {
  const [one = ""] = recipients;
  expect(isRecipient(one)).toBe(true);
  const changed = one.slice(0, -1) + (one.endsWith("q") ? "p" : "q");
  for (const text of ["", one.toUpperCase(), ` ${one}`, changed, one.slice(0, -1), "age1pq1qqqq", reveal(own)]) {
    expect(isRecipient(text)).toBe(false);
  }
  await expect(sealWhole(textToBytes("x"), { recipients: [] })).rejects.toThrow("needs a recipient");
  await expect(sealWhole(textToBytes("x"), { recipients: [one, changed] })).rejects.toThrow("not an X25519 recipient");
});

test("an identity is read from the key file of the stock tool, and never printed", async () => {
  const file = join(folder, "made.txt");
  execFileSync("age-keygen", ["-o", file], { stdio: "ignore" });
  const text = readFileSync(file, "utf8");
  const identity = parseIdentity(text);
  expect(identity !== undefined && text.includes(await recipientOf(identity))).toBe(true);
  expect(`${String(identity)} ${JSON.stringify(identity)}`).not.toContain("AGE-SECRET-KEY");
  expect(parseIdentity(`${text}${reveal(own)}\n`)).toBeUndefined();
  expect(parseIdentity("AGE-SECRET-KEY-1XYZ")).toBeUndefined();
});

async function failureOf(sealed: Uint8Array, source: (bytes: Uint8Array) => AsyncIterable<Uint8Array> = (bytes) => pieces(bytes, [1000])) {
  try {
    await gather(openStream(source(sealed), { identities: [own] }));
    return undefined;
  } catch (error) {
    return envelopeFailureOf(error);
  }
}

/** Cuts bytes into pieces of these lengths, over and over (an all-nought pattern is one whole piece). */
async function* pieces(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  const usable = lengths.some((length) => length > 100) ? lengths : [bytes.length + 1];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = usable[turn % usable.length] ?? 1;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

async function gather(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return concatBytes(...parts);
}

test("an identity made of 32 bytes is read as any other, and age-keygen gives it the same public half", async () => {
  for (const secret of [new Uint8Array(32), new Uint8Array(32).fill(255), Uint8Array.from({ length: 32 }, (_, at) => at)]) {
    const identity = identityFromBytes(secret);
    const readBack = parseIdentity(`${reveal(identity)}\n`);
    expect(readBack && reveal(readBack)).toBe(reveal(identity));
    const byTheTool = execFileSync("age-keygen", ["-y"], { input: `${reveal(identity)}\n`, encoding: "utf8" });
    expect(await recipientOf(identity)).toBe(byTheTool.trim());
  }
  expect(() => identityFromBytes(new Uint8Array(31))).toThrow("32 bytes");
});
