import type { ContactDetail } from "../disclosure/contact-inside.ts";
import { isAddress } from "./sought-addresses.ts";

/** Which of the words that were said of reaching somebody are covered wherever they stand, and which only name a text, so that a person looks. */

/** Both of them. */
export interface WithheldOfContacts {
  readonly covered: readonly string[];
  readonly looked: readonly string[];
}

/** Hours are no place, and a code word is a word of every day: covered, it would be seen where it stands. */
const noWay: ReadonlySet<string> = new Set(["hours", "voicemail", "code word"]);

/**
 * Covered is each that is no word of every day: a number, an address, an account, a name, or more than two words. What is left ("work") stands in other
 * texts by chance, but it is a way all the same.
 */
export function withheldOfContacts(details: readonly ContactDetail[], places: readonly string[] = []): WithheldOfContacts {
  const ways = details
    .filter(({ field }) => !noWay.has(field))
    .map(({ field, says }) => ({ says: says.trim(), isCovered: field === "address" || isOfOne(says.trim(), field) }));
  // Where something happened can be a street that half a town knows: without a number it is looked at.
  const told = places
    .map((place) => ({ says: place.trim(), isCovered: /\p{N}/u.test(place) }))
    .filter((one) => one.isCovered || isAddress(one.says));
  const all = [...ways, ...told].filter(({ says }) => says !== "");
  const covered = new Set(all.flatMap(({ says, isCovered }) => (isCovered ? [says] : [])));
  const looked = new Set(all.flatMap(({ says }) => (covered.has(says) ? [] : [says])));
  return { covered: [...covered], looked: [...looked] };
}

/** Whether words are of one place, account or person; the label says of which of them they are where they do not show it. */
function isOfOne(says: string, label: string): boolean {
  const words = says.split(/\s+/);
  if (/[\p{N}@]/u.test(says) || isAddress(says) || words.length > 2) return true;
  if (/\b(?:account|handle|profile|user|username)\b/i.test(label)) return true;
  if (words.length === 2)
    return words.every((word) => /^\p{Lu}/u.test(word)) || /\b(?:where|place|address|home|house|live|sleep|stay)/i.test(label);
  return /[\p{L}][._-][\p{L}]/u.test(says);
}
