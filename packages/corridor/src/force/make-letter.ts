import { type Instant, type Result, type Sha256, type Source, failed, ok, utcMsToWall } from "@unmask/core";
import { type Aead, type Argon2id, bytesToHex, recipientOf, sealWhole } from "@unmask/seal";
import {
  type ForceSet,
  type Letter,
  type LetterFields,
  type LetterPack,
  type Mailbox,
  type ReceiptWords,
  deriveMailbox,
  isoWeek,
  lookupHash,
  makeReceipt,
  planPack,
  readLetter,
  recipientNow,
  writeLetter,
} from "@unmask/submission";

/** A pack that is to follow a letter, and the hash of its file. */
export interface HashedPack {
  readonly source: Source;
  readonly sha256: Sha256;
}

/** What a letter is made with. */
export interface LetterWorld {
  now(): Instant;
  random(size: number): Uint8Array;
  readonly argon2id: Argon2id;
  readonly aead: Aead;
}

/** A letter ready to be handed in. */
export interface SealedLetter {
  readonly letter: Letter;
  readonly sealed: Uint8Array;
}

/** A first letter, with the words that open its mailbox. */
export interface FirstLetter extends SealedLetter {
  readonly words: ReceiptWords;
}

/** Why there is no letter: what she wrote is too long or no text, or the force takes nothing now. */
export interface NoLetter {
  readonly kind: "letter" | "force";
  readonly says: string;
}

/** Makes the words, the mailbox that they open, and the letter, and seals it to whom the set names this week. */
export async function sealLetter(
  said: LetterFields,
  { set, packs }: { readonly set: ForceSet; readonly packs: readonly HashedPack[] },
  world: LetterWorld,
): Promise<Result<FirstLetter, NoLetter>> {
  const words = makeReceipt(world.random);
  const mailbox = await deriveMailbox(words, set.force, world.argon2id);
  const sealed = await seal({ ...said, kind: "report", packs: packs.map(listed) }, { set, mailbox }, world);
  return sealed.ok ? ok({ ...sealed.value, words }) : sealed;
}

/** Seals what goes on from an earlier letter: it goes with the mailbox that the words opened, and makes no new ones. */
export function sealAnswer(
  said: LetterFields,
  { set, mailbox, packs }: { readonly set: ForceSet; readonly mailbox: Mailbox; readonly packs: readonly HashedPack[] },
  world: LetterWorld,
): Promise<Result<SealedLetter, NoLetter>> {
  return seal({ ...said, kind: "answer", packs: packs.map(listed) }, { set, mailbox }, world);
}

function listed({ source, sha256 }: HashedPack): LetterPack {
  return { size: source.size, sha256, bucket: planPack(source.size)?.bucket ?? 0 };
}

async function seal(
  said: LetterFields & Pick<Letter, "kind" | "packs">,
  { set, mailbox }: { readonly set: ForceSet; readonly mailbox: Mailbox },
  { now, random, aead }: LetterWorld,
): Promise<Result<SealedLetter, NoLetter>> {
  const recipient = recipientNow(set, isoWeek(now()));
  if (recipient === undefined) return failed({ kind: "force", says: "the force names nobody to seal to this week. Ask the force." });
  const { year, month, day, hour, minute } = utcMsToWall(now());
  const letter: Letter = {
    ...said,
    letter: bytesToHex(random(16)),
    force: set.force,
    written: { year, month, day, hour, minute },
    mailbox: { recipient: await recipientOf(mailbox.identity), lookup: lookupHash(mailbox.lookup) },
  };
  const written = writeLetter(letter);
  if (!written.ok) return failed({ kind: "letter", says: written.error });
  // What the force would not read is told before it leaves.
  const read = readLetter(written.value);
  if (!read.ok) return failed({ kind: "letter", says: read.error });
  if (written.value.length > set.limits.letter)
    return failed({ kind: "force", says: "the force takes no letter of this size. Shorten it." });
  return ok({ letter, sealed: await sealWhole(written.value, { recipients: [recipient], aead }) });
}
