import type { ActId, TimelineAct } from "@unmask/core";
import type { SeenIdentity } from "../reading/seen-identities.ts";

/** One reason to ask. */
export interface IdentitySign {
  readonly what: "beginning" | "words" | "files" | "name" | "part of name" | "named by her" | "hours" | "typed" | "threat" | "says name";
  /** A part of a sentence of which the identity is the subject: "sent 15 of the same texts". */
  readonly says: string;
  /** Texts or files; else 1. */
  readonly count: number;
  /** It is reason enough by itself: a full name, a threat, the words of several of their accounts. */
  readonly isAlone?: true;
  /** It says that the identity can be hers. */
  readonly isOfHers?: true;
  /** The acts that show it, in order of time. A name shows in all of them: the first of each. */
  readonly acts: readonly ActId[];
}

/** Finds signs of one kind in an identity that she did not name. */
export type SignsOf = (one: SeenIdentity) => readonly IdentitySign[];

/** What reads words that somebody wrote reads a text to here: a message of many megabytes could make every reading of a timeline slow. */
export const longestText = 20_000;
/** A name shorter than this is another word. */
export const shortestSaid = 3;

/** Ids of acts that were gathered from several places, in order of time. */
export function idsInOrder(acts: ReadonlySet<TimelineAct>): readonly ActId[] {
  return [...acts]
    .sort((a, b) => a.when.earliest - b.when.earliest || a.when.latest - b.when.latest || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
