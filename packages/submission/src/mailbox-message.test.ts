import { readFileSync } from "node:fs";
import { redact } from "@unmask/core";
import {
  base64ToBytes,
  createIdentity,
  decoyEnvelope,
  hexToBytes,
  recipientOf,
  sealWhole,
  sha256HexOf,
  sha256Of,
  textToBytes,
} from "@unmask/seal";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type MailboxMessage,
  envelopeSize,
  mailboxLine,
  openEnvelopes,
  readMailboxMessage,
  sealMailboxMessage,
  writeMailboxMessage,
} from "./mailbox-message.ts";

interface Vectors {
  readonly identity: string;
  readonly sealed: readonly { readonly message: MailboxMessage; readonly line: string; readonly envelope: string }[];
  readonly decoys: readonly { readonly seed: string; readonly sha256: string; readonly share: string }[];
}
const vectors: Vectors = JSON.parse(readFileSync(new URL("../../../docs/formats/vectors/mailbox.json", import.meta.url), "utf8"));
const identity = redact(vectors.identity);
const envelopes = vectors.sealed.map(({ envelope }) => base64ToBytes(envelope) ?? new Uint8Array());
const messages = vectors.sealed.map(({ message }) => message);
const said = (number: number, says: string): MailboxMessage => ({ id: "e".repeat(32), number, kind: "update", says });
const decoy = (name: string): Uint8Array => decoyEnvelope(sha256Of(textToBytes(name)), envelopeSize);

describe("what a force answers", () => {
  test("opens as the format says, and prints as one line each", async () => {
    expect(await openEnvelopes(envelopes, identity)).toEqual({ messages, hers: 5, notUnderstood: 0 });
    expect(messages.map(mailboxLine)).toEqual(vectors.sealed.map(({ line }) => line));
    for (const { line } of vectors.sealed) expect(line).not.toContain("\n");
  });

  test("is an envelope of one size, whatever it says", async () => {
    const recipient = await recipientOf(identity);
    for (const message of [...messages, said(6, "x"), said(7, "€".repeat(4_000)), said(8, '"\n'.repeat(2_000))]) {
      const sealed = await sealMailboxMessage(message, recipient);
      if (!sealed.ok) return expect.fail(sealed.error);
      expect(sealed.value.length).toBe(envelopeSize);
      expect((await openEnvelopes([sealed.value], identity)).messages).toEqual([message]);
    }
  });

  test("is oldest first and each once, in whatever order and however often it comes, with decoys between", async () => {
    const page = [decoy("1"), ...envelopes.toReversed(), decoy("2"), ...envelopes, decoy("3")];
    expect(await openEnvelopes(page, identity)).toEqual({ messages, hers: 10, notUnderstood: 0 });
    expect(await openEnvelopes(page, await createIdentity())).toEqual({ messages: [], hers: 0, notUnderstood: 0 });
  });

  test("that is damaged or not to be read is counted, and never throws", async () => {
    const [first = new Uint8Array()] = envelopes;
    const flipped = first.with(8_000, (first[8_000] ?? 0) ^ 1);
    const nonsense = await sealWhole(new Uint8Array(16_184), { recipients: [await recipientOf(identity)] });
    expect(await openEnvelopes([flipped, nonsense, first], identity)).toEqual({
      messages: messages.slice(0, 1),
      hers: 3,
      notUnderstood: 2,
    });
    for (const at of [25, 40, 100, 150, 175, 200, 16_383]) {
      const opened = await openEnvelopes([first.with(at, (first[at] ?? 0) ^ 1)], identity);
      expect(opened.messages).toEqual([]);
    }
  });

  test("that is too long for an envelope is refused before it is sealed", async () => {
    const sealed = await sealMailboxMessage(said(1, "x".repeat(4_001)), await recipientOf(identity));
    expect(sealed).toEqual({ ok: false, error: "message.says is longer than 4000 characters: shorten it" });
    expect(writeMailboxMessage(said(0, "x")).ok).toBe(false);
    expect(writeMailboxMessage(said(1, "\u001b[2J")).ok).toBe(false);
  });

  test("holds whatever words an officer writes", () => {
    const words = fc.string({ unit: "grapheme", maxLength: 500 }).map((text) => `x${text}`);
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 1_000_000 }), (says, number) => {
        const written = writeMailboxMessage(said(number, says));
        if (!written.ok) return expect(written.error).toContain("no text");
        expect(readMailboxMessage(written.value)).toEqual({ ok: true, value: said(number, says) });
        expect(readMailboxMessage(written.value.with(-1, 0x0a)).ok).toBe(false);
        return undefined;
      }),
      { seed: 20261127 },
    );
  });
});

test("an envelope in which nothing is comes out of its seed as the format says", () => {
  for (const { seed, sha256, share } of vectors.decoys) {
    const envelope = decoyEnvelope(hexToBytes(seed) ?? new Uint8Array(), envelopeSize);
    expect(sha256HexOf(envelope)).toBe(sha256);
    expect(new TextDecoder().decode(envelope.subarray(32, 75))).toBe(share);
  }
});
