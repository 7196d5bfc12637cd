import { type Statement, type Timeline, type TimelineAct, normalName } from "@unmask/core";
import { memoize } from "./memoize.ts";
import { placedActs } from "./placed-act.ts";
import { earliestOf, latestOf, seeIdentities } from "./seen-identities.ts";

/** A text is read to here: a message of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;
/** A sentence of fewer letters or words is said by everybody. */
const lettersLeast = 24;
const wordsLeast = 6;

/** What one account said again. */
export interface SharedSentences {
  readonly count: number;
  /** Theirs and its own, in no order. */
  readonly acts: ReadonlySet<TimelineAct>;
}

interface Sentence {
  readonly by: Map<string, Set<TimelineAct>>;
  theirs?: TimelineAct;
}

/**
 * Whole sentences of theirs that accounts which began later put into texts of their own, by the normal form of each. What she, or whoever wrote before them,
 * had said is nobody's; so is what a reply holds of the mail that it answers, and a text that is the same from end to end: that is a same text.
 */
export const findSharedSentences: (timeline: Timeline, statement: Statement) => ReadonlyMap<string, SharedSentences> = memoize(
  (timeline, statement) => {
    const { notNamed, otherActs, theirActs, isKnownBefore } = seeIdentities(timeline, statement);
    const isNew = ({ from }: TimelineAct): boolean => {
      const one = notNamed.get(from.normal);
      return one !== undefined && !isKnownBefore(one) && (from.kind !== "phone" || from.name === undefined);
    };
    const sentences = new Map<string, Sentence>();
    for (const act of otherActs) {
      if (!isNew(act) || act.flags.includes("forwarded")) continue;
      for (const words of sentencesOf(act)) {
        const one = sentences.get(words) ?? { by: new Map<string, Set<TimelineAct>>() };
        sentences.set(words, one);
        one.by.set(act.from.normal, (one.by.get(act.from.normal) ?? new Set()).add(act));
      }
    }
    const found = new Map<string, Sentence>();
    if (sentences.size > 0)
      for (const act of theirActs)
        for (const words of sentencesOf(act)) {
          const one = sentences.get(words);
          if (one !== undefined) found.set(words, { ...one, theirs: found.get(words)?.theirs ?? act });
        }
    if (found.size > 0)
      for (const act of [
        ...placedActs(timeline, statement).flatMap(({ act, whose }) => (whose === "hers" ? [act] : [])),
        ...otherActs.filter((one) => !isNew(one)),
      ])
        for (const words of sentencesOf(act)) found.delete(words);
    const shared = new Map<string, { count: number; readonly acts: Set<TimelineAct> }>();
    for (const { by, theirs } of found.values()) {
      if (theirs === undefined) continue;
      const origin = latestOf(theirs);
      if ([...by.values()].some((acts) => [...acts].some((act) => earliestOf(act) <= origin))) continue;
      for (const [normal, acts] of by) {
        if ([...acts].every((act) => foldOf(act.text ?? "") === foldOf(theirs.text ?? ""))) continue;
        const one = shared.get(normal) ?? { count: 0, acts: new Set<TimelineAct>([theirs]) };
        shared.set(normal, one);
        one.count++;
        for (const act of acts) one.acts.add(act);
      }
    }
    return shared;
  },
);

/** Sentences that are long enough, as they are compared: without what stands in a mail of the one before it. */
function sentencesOf({ text }: TimelineAct): readonly string[] {
  if (text === null || text.length < lettersLeast) return [];
  const own = text.slice(0, longestText).replace(/^[ \t]*>.*$|^(?:On .{1,200} wrote:|From: |-{3,} ?Original)[\s\S]*/gm, "");
  return own.split(/[.!?\n]+/).flatMap((sentence) => {
    const words = foldOf(sentence);
    return words.length >= lettersLeast + wordsLeast && words.split(" ").length >= wordsLeast ? [words] : [];
  });
}

/** Letters, digits and single blanks alone. */
function foldOf(text: string): string {
  return normalName(text.slice(0, longestText)).replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim(); // prettier-ignore
}
