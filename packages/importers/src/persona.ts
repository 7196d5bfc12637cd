import { type Persona, nameForm } from "@unmask/core";
import { parseIdentity } from "./identity.ts";

/** The comparing form of a bare name beside which another stands that differs from it in case alone. It can be typed as it is told. */
export function asWritten(name: string): string {
  return `${name.trim()} [as written]`;
}

/** Telegram writes one account as "user501" beside its messages and as 501 in the head of a whole export. */
function telegramIds(word: string): readonly string[] {
  const [, id] = /^user(\d{1,19})$/i.exec(word.trim()) ?? [];
  return id === undefined ? [] : [`telegram:${id}`];
}

/**
 * The identities that she says are one, from words as she writes them: a word can be a number, an address, a handle or a name, so it counts
 * as each of the forms it can have. A normal form is such a word too, and has itself for its form.
 */
export function personaOf(label: string, words: readonly string[], { country }: { country: string }): Persona {
  const normalsByName = new Map(
    words.map((word) => [
      word,
      [...new Set([word, parseIdentity(word, country).normal, nameForm(word), asWritten(word), ...telegramIds(word)])],
    ]),
  );
  return { label, normals: new Set([...normalsByName.values()].flat()), normalsByName };
}
