import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { type Redacted, type Result, type Source, failed, ok, redact, reveal } from "@unmask/core";

import { bech32 } from "@scure/base";
import {
  Decrypter,
  Encrypter,
  type Identity as KeyTrial,
  type Recipient as KeyWrap,
  Stanza,
  armor,
  generateX25519Identity,
  identityToRecipient,
} from "age-encryption";
import { bytesToRawBase64, bytesToText, concatAll, concatBytes, textToBytes } from "./bytes.ts";
import { hmacSha256 } from "./hashes.ts";
import { type Aead, openChunk, openPayload, payloadShape, plainAead, sealPayload } from "./payload.ts";

/**
 * The envelope: age v1 (docs/formats/envelope.md, C2SP age.md). The library makes and reads the header, with all that concerns keys; the
 * payload is ours (payload.ts), so that it streams in bounded memory through the cipher the app hands in.
 */

/** The secret half of a key pair: an X25519 identity, `AGE-SECRET-KEY-1…`, in a box that does not print. */
export type Identity = Redacted<string>;

/** One stanza of a header: the file key, wrapped for one way to open the file (C2SP age.md, "Recipient stanza"). */
export interface KeyStanza {
  /** The kind, and what belongs to it: text without blanks. */
  readonly args: readonly string[];
  readonly body: Uint8Array;
}

/** A way of our own to open a file, as it is sealed: wraps the file key of 16 bytes. For the files beside this one. */
export type MakeStanza = (fileKey: Uint8Array) => Promise<KeyStanza>;

/** How to seal. */
export interface SealOptions {
  /** Who can open it: X25519 recipients, `age1…`, and stanzas of our own, in the order of the header; at least one. */
  readonly recipients: readonly (string | MakeStanza)[];
  /** The platform's cipher; plain JavaScript without it. */
  readonly aead?: Aead;
}

/** How to open. */
export interface OpenOptions {
  readonly identities: readonly Identity[];
  /** For files sealed with a passphrase by other tools; none of ours are. */
  readonly passphrases?: readonly Redacted<string>[];
  /** The file key, where a stanza of our own has given it. */
  readonly fileKey?: Redacted<Uint8Array>;
  /** The platform's cipher; plain JavaScript without it. */
  readonly aead?: Aead;
}

/** Why an envelope did not open, in a closed list, with what to tell the person. */
export interface EnvelopeFailure {
  readonly kind:
    | "not-an-envelope" // does not begin as an age file does
    | "header-damaged" // the header breaks the format
    | "header-altered" // the header was changed after it was sealed
    | "no-key-fits" // sealed to somebody else
    | "altered" // the content was changed after it was sealed
    | "cut-short"; // the end of the content is missing
  /** What happened and what to do next, in one or two sentences. */
  readonly says: string;
}

/** Larger headers are refused: a file that never ends its header would fill the memory. Some 2,000 recipients fit. */
const maxHeaderSize = 256 * 1024;

/** Larger armoured files are refused: armour is decoded whole. Packs are never armoured. */
const maxArmorSize = 64 * 1024 * 1024;

const firstLine = "age-encryption.org/v1\n";
const nonceSize = 16;

/** `--- `, 32 bytes in base64 without padding, line feed. The library calls a code of another length wrong; it breaks the format. */
const macLineSize = 4 + 43 + 1;

/** Seals a stream to recipients. Throws when a recipient is none (`isRecipient`) or there is none at all: that is a bug of the caller. */
export async function* sealStream(plaintext: AsyncIterable<Uint8Array>, options: SealOptions): AsyncGenerator<Uint8Array, void> {
  const { header, fileKey } = await makeHeader(options.recipients);
  yield header;
  yield* sealPayload(plaintext, payloadKey(fileKey, header.subarray(header.length - nonceSize)), options.aead ?? plainAead);
}

/**
 * Opens a stream. Plaintext comes out chunk by chunk, each only after it was found genuine. When the envelope does not open, or does not
 * open to its end, the generator throws an error that `envelopeFailureOf` reads: whoever has taken chunks by then must not keep them as the
 * whole.
 */
export async function* openStream(ciphertext: AsyncIterable<Uint8Array>, options: OpenOptions): AsyncGenerator<Uint8Array, void> {
  const pieces = ciphertext[Symbol.asyncIterator]();
  try {
    const { header, rest } = await cutHeader(pieces);
    const fileKey = await openHeader(header, options);
    const { nonce, payload } = await cutNonce(rest, pieces);
    const fault = yield* openPayload(payload, payloadKey(fileKey, nonce), options.aead ?? plainAead);
    if (fault !== undefined) throw envelopeError(fault);
  } finally {
    await pieces.return?.();
  }
}

/** Sealed bytes are asked for in stretches of so many chunks, two mebibytes: each asking costs a browser a turn. */
const chunksAtOnce = 32;

/** Bytes in which a header is read where it lies: most are a few hundred long. */
const headerAtOnce = 16 * 1024;

/**
 * Opens an envelope that lies somewhere and leaves it there: its plaintext as a source, each part opened again when it is asked for, so that
 * nothing of it is put aside. All of it is opened once beforehand, to its end; what `envelopeFailureOf` reads is thrown as by `openStream`.
 * A file that changes after that throws when it is read.
 */
export async function openSource(sealed: Source, options: OpenOptions): Promise<Source> {
  const payload = await payloadOf(sealed, options);
  const size = await openedSize(
    openPayload(piecesOf(sealed, payload.start, chunksAtOnce * payloadShape.sealed), payload.key, payload.aead),
  );
  return inChunks(payload, size, () => new Error("the sealed file changed while it was read"));
}

/**
 * Opens an envelope of any length at once: header and last chunk alone. Each other chunk is opened when it is asked for, and proves itself then: a byte
 * comes out only where it was sealed at this place of this file. So what is read is genuine, and so is the length, as the last chunk knows its number.
 *
 * It does not prove that the rest is whole: a chunk that nobody asks for may be altered. Reading it throws `altered` for `envelopeFailureOf`; whoever
 * must know it of all beforehand takes `openSource`.
 */
export async function openSourceInParts(sealed: Source, options: OpenOptions): Promise<Source> {
  const payload = await payloadOf(sealed, options);
  return inChunks(payload, await provenSize(payload), () => envelopeError("altered"));
}

/** A payload where it lies, and what opens it. */
interface Payload {
  readonly sealed: Source;
  /** The place of its first byte. */
  readonly start: number;
  readonly key: Uint8Array;
  readonly aead: Aead;
}

async function payloadOf(sealed: Source, options: OpenOptions): Promise<Payload> {
  const { header } = await cutHeader(piecesOf(sealed, 0, headerAtOnce));
  const fileKey = await openHeader(header, options);
  const start = header.length + nonceSize;
  const nonce = await readRange(sealed, header.length, start);
  if (nonce.length < nonceSize) throw envelopeError("header-damaged");
  return { sealed, start, key: payloadKey(fileKey, nonce), aead: options.aead ?? plainAead };
}

/** The length of the plaintext, by the chunk at the end: only where it is the last one of the file, and says what `openStream` would say of it otherwise. */
async function provenSize(payload: Payload): Promise<number> {
  const { sealed, plain } = payloadShape;
  const length = Math.max(0, payload.sealed.size - payload.start);
  const index = Math.max(0, Math.ceil(length / sealed) - 1);
  const open = async (at: number, last: boolean): Promise<Uint8Array | undefined> => {
    const piece = await readRange(payload.sealed, payload.start + at * sealed, payload.start + (at + 1) * sealed);
    return openChunk(piece, { index: at, last }, payload);
  };
  const end = await open(index, true);
  // Only an empty file ends in an empty chunk.
  if (end !== undefined && (end.length > 0 || index === 0)) return index * plain + end.length;
  const isShort = length - index * sealed < sealed - plain;
  // Less than a tag is the rest of a chunk that was cut, where the one before says that it is not the last.
  const isCut = isShort ? index === 0 || (await open(index - 1, false)) !== undefined : (await open(index, false))?.length === plain;
  throw envelopeError(end === undefined && isCut ? "cut-short" : "altered");
}

/** The plaintext as a source; a chunk that is not the one that was sealed there throws. */
function inChunks({ sealed, start, key, aead }: Payload, size: number, changed: () => Error): Source {
  const last = Math.max(0, Math.ceil(size / payloadShape.plain) - 1);

  /** Each chunk of a stretch, by its number. */
  async function* chunks(first: number, end: number): AsyncGenerator<{ readonly at: number; readonly plain: Uint8Array }, void> {
    for (let from = first; from < end; from += chunksAtOnce) {
      const to = Math.min(end, from + chunksAtOnce);
      const bytes = await readRange(sealed, start + from * payloadShape.sealed, start + to * payloadShape.sealed);
      for (let index = from; index < to; index++) {
        const piece = bytes.subarray((index - from) * payloadShape.sealed, (index + 1 - from) * payloadShape.sealed);
        const plain = openChunk(piece, { index, last: index === last }, { key, aead });
        if (plain === undefined) throw changed();
        yield { at: index * payloadShape.plain, plain };
      }
    }
  }

  return {
    name: sealed.name,
    size,
    async read(from, until) {
      const end = Math.min(until, size);
      const whole = new Uint8Array(Math.max(0, end - from));
      if (whole.length === 0) return whole;
      for await (const { at, plain } of chunks(Math.floor(from / payloadShape.plain), Math.ceil(end / payloadShape.plain))) {
        const part = plain.subarray(Math.max(0, from - at), end - at);
        whole.set(part, Math.max(0, at - from));
      }
      return whole;
    },
  };
}

/**
 * Bytes of content that a sealed file of this length holds, whether or not they are what was sealed. Throws what `envelopeFailureOf` reads where its
 * beginning is none of an envelope.
 */
export async function contentSizeOf(sealed: Source): Promise<number> {
  const { header } = await cutHeader(piecesOf(sealed, 0, headerAtOnce));
  const payload = Math.max(0, sealed.size - header.length - nonceSize);
  const { sealed: chunk, plain } = payloadShape;
  return Math.max(0, payload - Math.ceil(payload / chunk) * (chunk - plain));
}

async function openedSize(payload: ReturnType<typeof openPayload>): Promise<number> {
  let size = 0;
  for (;;) {
    const next = await payload.next();
    if (next.done !== true) size += next.value.length;
    else if (next.value === undefined) return size;
    else throw envelopeError(next.value);
  }
}

async function* piecesOf(source: Source, start: number, atOnce: number): AsyncGenerator<Uint8Array, void> {
  for (let at = start; at < source.size;) {
    const piece = await source.read(at, Math.min(source.size, at + atOnce));
    if (piece.length === 0) throw new Error("the source ended early");
    at += piece.length;
    yield piece;
  }
}

/** The bytes of a short stretch, fewer only at the end: a source may answer with fewer than it was asked for. */
async function readRange(source: Source, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, Math.min(end, source.size) - start));
  for (let filled = 0; filled < bytes.length;) {
    const piece = await source.read(start + filled, start + bytes.length);
    if (piece.length === 0) return bytes.subarray(0, filled);
    bytes.set(piece, filled);
    filled += piece.length;
  }
  return bytes;
}

/** Reads the failure out of what `openStream` threw; undefined for every other error. */
export function envelopeFailureOf(error: unknown): EnvelopeFailure | undefined {
  return error instanceof Error ? failureByError.get(error) : undefined;
}

/** Seals bytes that fit into memory. */
export async function sealWhole(plaintext: Uint8Array, options: SealOptions): Promise<Uint8Array> {
  return gather(sealStream(once(plaintext), options));
}

/** Opens an envelope that fits into memory: all of it or nothing. */
export async function openWhole(ciphertext: Uint8Array, options: OpenOptions): Promise<Result<Uint8Array, EnvelopeFailure>> {
  try {
    return ok(await gather(openStream(once(ciphertext), options)));
  } catch (error) {
    const failure = envelopeFailureOf(error);
    if (failure === undefined) throw error;
    return failed(failure);
  }
}

/** Takes the ASCII armour off (C2SP age.md, "ASCII armor"), strictly. For files that came through e-mail; packs are never armoured. */
export function removeArmor(text: Uint8Array): Result<Uint8Array, EnvelopeFailure> {
  const letters = text.length > maxArmorSize ? undefined : bytesToText(text);
  if (letters === undefined) return failed(failures["not-an-envelope"]);
  try {
    return ok(armor.decode(letters));
  } catch {
    return failed(failures["not-an-envelope"]);
  }
}

/** A new key pair's secret half, from the platform's randomness. */
export async function createIdentity(): Promise<Identity> {
  return redact(await generateX25519Identity());
}

/** The public half, `age1…`. */
export async function recipientOf(identity: Identity): Promise<string> {
  return identityToRecipient(reveal(identity));
}

/** Reads an identity as `age-keygen` writes it, a file with comment lines or the bare line; undefined unless it holds exactly one key. */
export function parseIdentity(text: string): Identity | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const line = lines[0];
  if (lines.length !== 1 || line === undefined || !line.startsWith("AGE-SECRET-KEY-1")) return undefined;
  try {
    new Decrypter().addIdentity(line);
    return redact(line);
  } catch {
    return undefined;
  }
}

/** The identity whose secret is 32 given bytes, written as `age-keygen` writes one (Bech32, capitals). Throws when they are not 32. */
export function identityFromBytes(secret: Uint8Array): Identity {
  if (secret.length !== 32) throw new Error("an identity has 32 bytes");
  return redact(bech32.encodeFromBytes("AGE-SECRET-KEY-", secret).toUpperCase());
}

/** Whether a text is the public half of an X25519 key pair, the one kind that every age tool opens (post-quantum keys are not). */
export function isRecipient(text: string): boolean {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false;
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * [Note: the header is the library's] The library seals whole streams and does not hand out a header alone. So it is asked to seal a
 * stream that never gives a byte, to the real recipients and to one of ours that writes no stanza and keeps the file key. Header and nonce
 * come out first; nothing is ever encrypted under the payload key but our own chunks.
 */
async function makeHeader(recipients: readonly (string | MakeStanza)[]): Promise<{ header: Uint8Array; fileKey: Uint8Array }> {
  if (recipients.length === 0) throw new Error("an envelope needs a recipient");
  if (!recipients.every((one) => typeof one !== "string" || isRecipient(one))) throw new Error("not an X25519 recipient");
  const encrypter = new Encrypter();
  let fileKey: Uint8Array | undefined;
  for (const recipient of recipients) encrypter.addRecipient(typeof recipient === "string" ? recipient : inLibrary(recipient));
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = key.slice();
      return [];
    },
  });
  const stream = await encrypter.encrypt(new ReadableStream<Uint8Array>({}));
  const emptyChunkSize = 16;
  const size = stream.size(0) - emptyChunkSize;
  const reader = stream.getReader();
  let header = new Uint8Array(0);
  while (header.length < size) {
    const next = await reader.read();
    if (next.done) throw new Error("the header ended early");
    header = Uint8Array.from(concatBytes(header, next.value));
  }
  await reader.cancel();
  if (fileKey === undefined || header.length !== size) throw new Error("the header was not made");
  return { header, fileKey };
}

function inLibrary(make: MakeStanza): KeyWrap {
  return {
    wrapFileKey: async (fileKey) => {
      const { args, body } = await make(fileKey);
      return [new Stanza(Array.from(args), body)];
    },
  };
}

/** A passphrase stanza of age must stand alone (C2SP age.md), whichever key we hold: the library looks only when it holds a passphrase. */
const refusingScryptInCompany: KeyTrial = {
  unwrapFileKey: (stanzas) => {
    const broken = stanzas.length > 1 && stanzas.some((stanza) => stanza.args[0] === "scrypt");
    if (broken) throw new Error("a passphrase stanza must stand alone");
    return null;
  },
};

/** The stanzas of a file that fits into memory, in their order, before any key is tried: whether they are genuine, its code says afterwards. */
export async function stanzasOf(sealed: Uint8Array): Promise<Result<readonly KeyStanza[], EnvelopeFailure>> {
  const decrypter = new Decrypter();
  let seen: readonly KeyStanza[] | undefined;
  decrypter.addIdentity(refusingScryptInCompany);
  const looking: KeyTrial = {
    unwrapFileKey: (stanzas) => {
      seen = stanzas;
      return null;
    },
  };
  decrypter.addIdentity(looking);
  try {
    const { header } = await cutHeader(once(sealed));
    await decrypter.decryptHeader(Uint8Array.from(header));
  } catch (error) {
    const failure = envelopeFailureOf(error);
    if (failure !== undefined) return failed(failure);
  }
  return seen === undefined ? failed(failures["header-damaged"]) : ok(seen);
}

/** Lets the library unwrap the file key; what it throws is put into our closed list. */
async function openHeader(header: Uint8Array, { identities, passphrases = [], fileKey }: OpenOptions): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  let noneFitted = false;
  const afterAll: KeyTrial = {
    unwrapFileKey: () => {
      noneFitted = true;
      return null;
    },
  };
  decrypter.addIdentity(refusingScryptInCompany);
  if (fileKey !== undefined) decrypter.addIdentity({ unwrapFileKey: () => reveal(fileKey).slice() });
  for (const identity of identities) decrypter.addIdentity(reveal(identity));
  for (const passphrase of passphrases) decrypter.addPassphrase(reveal(passphrase));
  decrypter.addIdentity(afterAll);
  try {
    return await decrypter.decryptHeader(Uint8Array.from(header));
  } catch (error) {
    if (noneFitted) throw envelopeError("no-key-fits");
    const macFailed = error instanceof Error && error.message === "invalid header HMAC";
    throw envelopeError(macFailed && header.at(-1 - macLineSize) === newline ? "header-altered" : "header-damaged");
  }
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return hkdf(sha256, fileKey, nonce, textToBytes("payload"), 32);
}

/** Takes the header off a stream: up to the end of the first line that begins with `---`. */
async function cutHeader(pieces: AsyncIterator<Uint8Array>): Promise<{ header: Uint8Array; rest: Uint8Array }> {
  const start = textToBytes(firstLine);
  let buffer = new Uint8Array(1024);
  let filled = 0;
  let lineStart = 0;
  for (;;) {
    const next = await pieces.next();
    if (next.done === true) throw envelopeError(filled < start.length ? "not-an-envelope" : "header-damaged");
    const looked = filled;
    if (filled + next.value.length > buffer.length) buffer = grown(buffer, filled + next.value.length);
    buffer.set(next.value, filled);
    filled += next.value.length;
    for (let at = looked; at < filled; at++) {
      if (at < start.length && buffer[at] !== start[at]) throw envelopeError("not-an-envelope");
      if (at >= maxHeaderSize) throw envelopeError("header-damaged");
      if (buffer[at] !== newline) continue;
      if (startsWithDashes(buffer, lineStart)) {
        return { header: buffer.slice(0, at + 1), rest: buffer.slice(at + 1, filled) };
      }
      lineStart = at + 1;
    }
  }
}

const newline = 0x0a;
const dash = 0x2d;

function startsWithDashes(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === dash && bytes[at + 1] === dash && bytes[at + 2] === dash;
}

function grown(buffer: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, 2 * buffer.length));
  larger.set(buffer);
  return larger;
}

/** Takes the payload's nonce off. A file that ends inside it has lost a part of what age calls its header. */
async function cutNonce(
  rest: Uint8Array,
  pieces: AsyncIterator<Uint8Array>,
): Promise<{ nonce: Uint8Array; payload: AsyncIterable<Uint8Array> }> {
  let held = rest;
  while (held.length < nonceSize) {
    const next = await pieces.next();
    if (next.done === true) throw envelopeError("header-damaged");
    held = concatBytes(held, next.value);
  }
  return { nonce: held.slice(0, nonceSize), payload: continueWith(held.slice(nonceSize), pieces) };
}

/** The pieces that are left, with one put back in front. No generator: it would cost a turn of the event loop for each piece. */
function continueWith(first: Uint8Array, pieces: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  let started = false;
  const next = (): Promise<IteratorResult<Uint8Array>> => {
    if (started) return pieces.next();
    started = true;
    return Promise.resolve({ done: false, value: first });
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes;
}

async function gather(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return concatAll(parts);
}

const failures: { readonly [K in EnvelopeFailure["kind"]]: EnvelopeFailure & { readonly kind: K } } = {
  "not-an-envelope": {
    kind: "not-an-envelope",
    says: "This file is not a sealed file (it does not begin as age files do). Check that you chose the right file and that it arrived whole.",
  },
  "header-damaged": {
    kind: "header-damaged",
    says: "The beginning of this sealed file is damaged. Ask for it to be sent again, and keep this copy.",
  },
  "header-altered": {
    kind: "header-altered",
    says: "The beginning of this sealed file was changed after it was sealed. Ask for it to be sent again, and keep this copy.",
  },
  "no-key-fits": {
    kind: "no-key-fits",
    says: "This file was sealed to somebody else's key. Try the other keys you hold, or ask who it was meant for.",
  },
  altered: {
    kind: "altered",
    says: "The content of this sealed file was changed or damaged after it was sealed. Ask for it to be sent again, and keep this copy.",
  },
  "cut-short": {
    kind: "cut-short",
    says: "The end of this sealed file is missing. Copy or download it again; what came before the cut is genuine but not the whole.",
  },
};

const failureByError = new WeakMap<Error, EnvelopeFailure>();

function envelopeError(kind: EnvelopeFailure["kind"]): Error {
  const error = new Error(`the envelope did not open: ${kind}`);
  failureByError.set(error, failures[kind]);
  return error;
}

/**
 * Writes the header of a file that fits into memory anew, with other stanzas for the same file key: who can open it changes, what is in it does not.
 * The file is opened to its end first, so that nothing is changed that is not as it was sealed. `change` is given the stanzas in their order.
 */
export async function rewriteHeader(
  sealed: Uint8Array,
  options: OpenOptions,
  change: (stanzas: readonly KeyStanza[], fileKey: Uint8Array) => Promise<readonly KeyStanza[]>,
): Promise<Result<Uint8Array, EnvelopeFailure>> {
  const opened = await openWhole(sealed, options);
  const stanzas = await stanzasOf(sealed);
  if (!opened.ok) return opened;
  if (!stanzas.ok) return stanzas;
  const { header } = await cutHeader(once(sealed));
  const fileKey = await openHeader(header, options);
  const lines = `${firstLine}${(await change(stanzas.value, fileKey)).map(writeStanza).join("")}---`;
  const code = hmacSha256(hkdf(sha256, fileKey, undefined, textToBytes("header"), 32), textToBytes(lines));
  return ok(concatBytes(textToBytes(`${lines} ${bytesToRawBase64(code)}\n`), sealed.subarray(header.length)));
}

/** Letters of base64 in a line of a stanza's body; a line of fewer ends it. */
const stanzaLine = 64;

function writeStanza({ args, body }: KeyStanza): string {
  const letters = bytesToRawBase64(body);
  const lines = Array.from({ length: Math.floor(letters.length / stanzaLine) + 1 }, (_, i) =>
    letters.slice(i * stanzaLine, (i + 1) * stanzaLine),
  );
  return `-> ${args.join(" ")}\n${lines.join("\n")}\n`;
}
