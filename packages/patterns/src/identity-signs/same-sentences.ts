import type { Statement, Timeline } from "@unmask/core";
import { marks, sayCount } from "@unmask/words";
import { findSharedSentences } from "../reading/shared-sentences.ts";
import { type SignsOf, idsInOrder } from "./sign.ts";

/** Who has so many of their sentences in texts of its own hit upon none by chance. */
export const sentencesAlone = 2;

/** It has whole sentences of theirs in texts that are its own for the rest. */
export function createSentences(timeline: Timeline, statement: Statement): SignsOf {
  const shared = findSharedSentences(timeline, statement);
  return ({ identity }) => {
    const found = shared.get(identity.normal);
    if (found === undefined) return [];
    const { count } = found;
    const says = `sent ${sayCount(count, "sentence")} that ${marks.they} had sent`;
    return [{ what: "words", says, count, acts: idsInOrder(found.acts), ...(count >= sentencesAlone ? { isAlone: true as const } : {}) }];
  };
}
