import { type ReadValue, object, text } from "@unmask/core";
import { type Argon2id, type Argon2idCost, bytesToHex, hmacSha256, sha256Of, textToBytes } from "@unmask/seal";
import type { LetterFields } from "@unmask/submission";

/**
 * By what a later run knows a letter that waits in the program's own folder: the file that it was made of, and the matter that it goes into. Neither can
 * be read out of its mark, and no two letters have the same one.
 */

/** The marks of one letter, lower-case hexadecimal. */
export interface LetterMark {
  /** Of what it says; empty: it says nothing. */
  readonly said: string;
  /** Of the mailbox whose words it was written with. */
  readonly matter: string;
}

/** Whoever finds the folder can guess at short sentences: each guess costs as much as one at the seven words (RFC 9106 section 4). */
const cost: Argon2idCost = { memory: 64 * 1024, passes: 3, lanes: 1, size: 32 };

/** Reads the marks of one letter. */
export const markFromJson: ReadValue<LetterMark> = object((fields) => ({
  said: fields.must("said", text),
  matter: fields.must("matter", text),
}));

/** The marks of a letter that was sealed of these words. Takes some 0.3 s. */
export async function markOf(
  { letter, mailbox }: { readonly letter: string; readonly mailbox: { readonly lookup: string } },
  said: LetterFields,
  argon2id: Argon2id,
): Promise<LetterMark> {
  return { said: await markOfSaid(letter, said, argon2id), matter: markOfMatter(letter, mailbox.lookup) };
}

/** The mark of the matter of a letter (its 32 hexadecimal digits), by the hash under which a force keeps the answers to its words. */
export function markOfMatter(letter: string, lookup: string): string {
  return bytesToHex(hmacSha256(textToBytes(lookup), textToBytes(letter)));
}

/** Those of some waiting letters that were sealed of these words; all of them where none are given. */
export async function ofThese<T extends { readonly letter: string; readonly mark: LetterMark }>(
  waiting: readonly T[],
  said: LetterFields,
  argon2id: Argon2id,
): Promise<readonly T[]> {
  if (isSilent(said)) return waiting;
  const found: T[] = [];
  for (const one of waiting) if (one.mark.said !== "" && one.mark.said === (await markOfSaid(one.letter, said, argon2id))) found.push(one);
  return found;
}

async function markOfSaid(letter: string, said: LetterFields, argon2id: Argon2id): Promise<string> {
  return isSilent(said) ? "" : bytesToHex(await argon2id(textToBytes(JSON.stringify(said)), sha256Of(textToBytes(letter)), cost));
}

function isSilent(said: LetterFields): boolean {
  return Object.keys(said).length === 0;
}
