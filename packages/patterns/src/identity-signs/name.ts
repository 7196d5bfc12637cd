import { type Identity, type Persona, type Statement, normalName } from "@unmask/core";
import { wordsByName, wordsOf } from "../reading/name-words.ts";
import type { SeenIdentities, SeenIdentity } from "../reading/seen-identities.ts";
import { knownSendersFewerThan } from "../reading/shared-content.ts";
import { sayQuotedName } from "./say-quoted-name.ts";
import { type SignsOf, idsInOrder, shortestSaid } from "./sign.ts";

/** A name with fewer letters is many people's. */
export const nameLetters = 5;
/** A name of so many letters is reason enough by itself to ask. */
export const fullNameLetters = 8;

/** It has the same name as one of theirs. */
export function createName(statement: Statement, { theirs, notNamed, isKnownBefore }: SeenIdentities): SignsOf {
  const theirNames = new Map<string, SeenIdentity | undefined>();
  for (const name of statement.them.normalsByName?.keys() ?? []) theirNames.set(foldName(name), undefined);
  for (const one of theirs.values()) for (const name of namesOf(one.identity)) theirNames.set(name, one);
  const knownByName = new Map<string, number>();
  for (const one of notNamed.values()) {
    if (isKnownBefore(one)) for (const name of namesOf(one.identity)) knownByName.set(name, (knownByName.get(name) ?? 0) + 1);
  }
  const isRare = (name: string): boolean => (knownByName.get(name) ?? 0) < knownSendersFewerThan;
  return (one) => {
    const name = namesOf(one.identity).find((some) => theirNames.has(some) && isRare(some));
    if (name === undefined) return [];
    const other = theirNames.get(name);
    const acts = other && other.first.id !== one.first.id ? idsInOrder(new Set([other.first, one.first])) : [one.first.id];
    const isAlone = name.length >= fullNameLetters ? { isAlone: true as const } : {};
    return [{ what: "name", says: "has the same name but for digits and points", count: 1, acts, ...isAlone }];
  };
}

/**
 * A stated name is a whole word of another name, or the other way round: “Kester”, “Kester Wynn”, “K Wynn”, sam.orde@example.org. A name by which
 * something is done does not answer whose the others are.
 */
export function createPartOfName({ me, them, perhaps }: Statement): SignsOf {
  const namesStated = (persona: Persona | undefined): readonly StatedName[] =>
    (persona === undefined ? [] : wordsByName(persona))
      .map(([name, words]) => [name, withoutCommon(words)] as const)
      .filter(([, words]) => [...words].some((word) => word.length > 1 && !noNames.has(word)));
  const theirs = [...namesStated(them), ...namesStated(perhaps)];
  const hers = namesStated(me);
  const herWords = new Set(hers.flatMap(([, words]) => [...words]));
  const stated = new Set([me, them, ...(perhaps ? [perhaps] : [])].flatMap(({ normals }) => [...normals]));
  return ({ identity, first }) => {
    const words = wordsShownBy(identity);
    // Of an account that shows the very name she is asked by itself.
    if (words.size === 0 || (identity.name !== undefined && stated.has(normalName(identity.name)))) return [];
    const isSaved = identity.kind === "phone";
    const theirName =
      theirs.find(([, name]) => isPartShortened(words, name)) ?? theirs.find(([, name]) => hasSurname(words, name, { herWords, isSaved }));
    const found = theirName ?? hers.find(([, name]) => isPartShortened(words, name));
    if (found === undefined) return [];
    const says = `shares ${theirName === undefined || isPartShortened(words, found[1]) ? "its words" : "a word"} with the stated name ${sayQuotedName(found[0])}`;
    const isOfHers = theirName === undefined ? { isOfHers: true as const } : {};
    return [{ what: "part of name", says, count: 1, isAlone: true, acts: [first.id], ...isOfHers }];
  };
}

type StatedName = readonly [name: string, words: ReadonlySet<string>];

/** What stands for a person and is nobody's name. */
const noNames: ReadonlySet<string> = new Set([
  "them", "you", "me", "my", "him", "her", "he", "she", "they", "the", "ex", "mr", "mrs", "ms", "miss", "dr",
]); // prettier-ignore

/** English words that accounts and firms call themselves by: two that share one share nothing. */
const commonWords: ReadonlySet<string> = new Set(
  "reader readers writer service services news newsletter team support info admin office sales shop store club group library school clinic surgery council customer customers care help contact hello mail email noreply reply official real private user fan lover girl boy woman lady mum dad the and of for".split(
    " ",
  ),
);
/** Words of a firm: whatever else stands beside them is nobody's name. */
const ofFirm =
  /\b(?:services?|newsletters?|team|support|no-?reply|info|admin|sales|ltd|limited|plc|library|council|customer|bookings?|notifications?|updates?)\b/i;

/** The words that an identity shows: of a mail address those before the @. A number shows none. A firm shows none, and no word is one that many share. */
function wordsShownBy({ kind, wrote, name }: Identity): ReadonlySet<string> {
  if (kind === "email" && ofFirm.test(`${name ?? ""} ${wrote.slice(0, wrote.indexOf("@", 1))}`)) return new Set();
  const shown = kind === "handle" || kind === "name" ? [wrote] : kind === "email" ? [wrote.slice(0, wrote.indexOf("@", 1))] : [];
  return withoutCommon(wordsOf([...shown, ...(name === undefined ? [] : [name])].join(" ")));
}

function withoutCommon(words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].filter((word) => !commonWords.has(word)));
}

/** One has every word of the other, or its first letter alone: “Kester W”, “K Wynn”. One letter by itself is nobody’s name. */
function isPartShortened(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [less, more] = a.size <= b.size ? [a, b] : [b, a];
  const isIn = (word: string): boolean => more.has(word) || [...more].some((one) => isShort(one, word) || isShort(word, one));
  return [...less].some((word) => word.length > 1 && more.has(word)) && [...less].every(isIn);
}

function isShort(letter: string, word: string): boolean {
  return letter.length === 1 && word.startsWith(letter);
}

/** The last word of a stated name in an account’s name, unless it is her name too; of a contact that she saved herself only beside the first letter. */
function hasSurname(
  words: ReadonlySet<string>,
  stated: ReadonlySet<string>,
  { herWords, isSaved }: { readonly herWords: ReadonlySet<string>; readonly isSaved: boolean },
): boolean {
  const [first = "", ...rest] = stated;
  const surname = rest.at(-1) ?? "";
  if (surname.length < shortestSaid || herWords.has(surname) || !words.has(surname)) return false;
  return !isSaved || words.has(first.slice(0, 1));
}

/** The names of an identity as they are compared, those that are long enough. A number is no name. */
function namesOf({ kind, wrote, name }: Identity): readonly string[] {
  const names = [...(kind === "handle" || kind === "name" || kind === "email" ? [wrote] : []), ...(name === undefined ? [] : [name])];
  return [...new Set(names.map(foldName))].filter((folded) => folded.length >= nameLetters);
}

/** Letters alone; of a mail address those before the @. */
function foldName(name: string): string {
  const at = name.indexOf("@", 1);
  return normalName(at > 0 ? name.slice(0, at) : name).replace(/[^\p{L}\p{M}]/gu, "");
}
