import type { Statement, Timeline, TimelineAct } from "@unmask/core";
import { sayFew, sayNumber } from "@unmask/words";
import { findSharedContent } from "../reading/shared-content.ts";
import { type SignsOf, idsInOrder, longestText } from "./sign.ts";

/** A text of theirs of so many letters is no chance, where a number without a name sends it after them… */
export const aloneLetters = 24;
/** …and of so many words. */
export const aloneWords = 6;

interface Shared {
  /** Of the words, one text was sent by several of their accounts: it is theirs, and no chance. */
  isOfSeveral: boolean;
  /** Or one is long. */
  isLong: boolean;
  readonly words: { count: number; readonly acts: Set<TimelineAct> };
  readonly attachment: { count: number; readonly acts: Set<TimelineAct> };
}

/** It sent the same texts or files after them. */
export function createContent(timeline: Timeline, statement: Statement): SignsOf {
  const sharedByNormal = new Map<string, Shared>();
  for (const { what, theirs, others } of findSharedContent(timeline, statement)) {
    const counted = new Set<string>();
    const isOfSeveral = new Set(theirs.map(({ from }) => from.normal)).size > 1;
    for (const act of others) {
      const { normal } = act.from;
      let shared = sharedByNormal.get(normal);
      if (!shared) {
        shared = { isOfSeveral: false, isLong: false, words: { count: 0, acts: new Set() }, attachment: { count: 0, acts: new Set() } };
        sharedByNormal.set(normal, shared);
      }
      const entry = shared[what];
      shared.isOfSeveral ||= what === "words" && isOfSeveral;
      shared.isLong ||= what === "words" && isLongText(theirs[0]?.text ?? "");
      entry.acts.add(act);
      if (counted.has(normal)) continue;
      counted.add(normal);
      entry.count++;
      const [origin] = theirs;
      if (origin) entry.acts.add(origin);
    }
  }
  return ({ identity }) => {
    const shared = sharedByNormal.get(identity.normal);
    if (!shared) return [];
    const { words, attachment } = shared;
    return [
      ...(words.count > 0
        ? [
            {
              what: "words" as const,
              says: `sent ${saySame(words.count, "text")}`,
              count: words.count,
              acts: idsInOrder(words.acts),
              ...(shared.isOfSeveral || (shared.isLong && (identity.kind !== "phone" || identity.name === undefined))
                ? { isAlone: true as const }
                : {}),
            },
          ]
        : []),
      ...(attachment.count > 0
        ? [
            {
              what: "files" as const,
              says: `sent ${saySame(attachment.count, "file")}`,
              count: attachment.count,
              acts: idsInOrder(attachment.acts),
            },
          ]
        : []),
    ];
  };
}

/** English: a greeting, that thousands write in the same words. */
const greets =
  /\b(?:happy|merry|birthday|christmas|xmas|new year|congratulations|thank|thanks|condolences|sorry for your loss|get well)\b/i;

function isLongText(text: string): boolean {
  if (greets.test(text.slice(0, longestText))) return false;
  const words = text.slice(0, longestText).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length >= aloneWords && words.join("").length >= aloneLetters;
}

function saySame(count: number, noun: string): string {
  return `${count === 1 ? sayFew(count) : sayNumber(count)} of the same ${noun}s`;
}
