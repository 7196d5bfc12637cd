import type { TimelineAct } from "@unmask/core";

/** The same words or the same attachment, from several identities. */
export interface SharedContent {
  readonly what: "words" | "attachment";
  /** Every act that carries it, in order of time. */
  readonly acts: readonly TimelineAct[];
  /** Normal forms of the identities that sent it, in order of first use. */
  readonly normals: readonly string[];
}

/** Shorter texts are said by everybody: "are you there", "happy birthday". Counted in UTF-16 units. */
const shortestText = 20;
/** And fewer words than this too. */
const fewestWords = 4;
/** What more people than this sent is a chain letter or an advertisement. Identities that she named as one are one person. */
const mostPeople = 2;

/**
 * Finds words and attachments that several identities sent. What was passed on from somebody else (`forwarded`) is left out. `personOf`
 * gives one name to the identities that are said to be one person.
 *
 * [Note: Hash first, compare after] A map of a million texts would hold them twice. So texts are found by a 53-bit number and compared as
 * texts only where two identities meet; a collision is then no match.
 */
export function findSharedContent(acts: readonly TimelineAct[], personOf: (normal: string) => string): readonly SharedContent[] {
  const found = [...shared(acts, "words", wordKeysOf), ...shared(acts, "attachment", attachmentKeysOf)];
  return found.filter(({ normals }) => normals.length > 1 && new Set(normals.map(personOf)).size <= mostPeople);
}

type Key = string | number;

function shared(
  acts: readonly TimelineAct[],
  what: SharedContent["what"],
  keysOf: (act: TimelineAct) => readonly Key[],
): readonly SharedContent[] {
  const firstByKey = new Map<Key, TimelineAct>();
  const meeting = new Set<Key>();
  for (const act of acts) {
    for (const key of keysOf(act)) {
      const first = firstByKey.get(key);
      if (!first) firstByKey.set(key, act);
      else if (first.from.normal !== act.from.normal && isSame(what, first, act)) meeting.add(key);
    }
  }
  if (meeting.size === 0) return [];
  const actsByKey = new Map<Key, TimelineAct[]>([...meeting].map((key) => [key, []]));
  for (const act of acts) {
    for (const key of new Set(keysOf(act))) {
      const first = firstByKey.get(key);
      if (first && isSame(what, first, act)) actsByKey.get(key)?.push(act);
    }
  }
  return [...actsByKey.values()].map((list) => ({ what, acts: list, normals: [...new Set(list.map(({ from }) => from.normal))] }));
}

function isSame(what: SharedContent["what"], a: TimelineAct, b: TimelineAct): boolean {
  return what === "attachment" || foldWords(a.text ?? "") === foldWords(b.text ?? "");
}

function wordKeysOf({ text, flags }: TimelineAct): readonly Key[] {
  if (text === null || text.length < shortestText || flags.includes("forwarded")) return [];
  return hasWords(text) ? [hashWords(text)] : [];
}

function attachmentKeysOf({ attachments, flags }: TimelineAct): readonly Key[] {
  if (attachments.length === 0 || flags.includes("forwarded")) return [];
  return attachments.flatMap(({ sha256 }) => (sha256 === undefined ? [] : [sha256]));
}

function hasWords(text: string): boolean {
  let words = 1;
  for (let at = text.indexOf(" "); at >= 0 && words < fewestWords; at = text.indexOf(" ", at + 1)) words++;
  return words >= fewestWords;
}

function foldWords(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/[\u2018\u2019]/g, "'");
}

/** 53 bits over the folded text, nothing allocated. */
function hashWords(text: string): number {
  let a = 0x811c9dc5 | 0;
  let b = 0x9e3779b9 | 0;
  for (let i = 0; i < text.length; i++) {
    let unit = text.charCodeAt(i);
    if (unit >= 65 && unit <= 90) unit += 32;
    else if (unit === 0x2018 || unit === 0x2019) unit = 39;
    a = Math.imul(a ^ unit, 0x01000193);
    b = (Math.imul(b ^ unit, 0x5bd1e995) + (a >>> 15)) | 0;
  }
  return (a >>> 0) * 0x200000 + (b & 0x1fffff);
}
