import type { Identity, Statement, Timeline } from "@unmask/core";
import { tellsToStop } from "../suggest-stops.ts";
import { memoize } from "./memoize.ts";
import { type PlacedAct, placedActs } from "./placed-act.ts";
import { createNamesThem } from "./told-by-others.ts";

/** Who has fewer texts of hers she hardly talks to. */
const leastFromHer = 2;
/** A text is read to here: a message of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;

/**
 * Makes a question: is it somebody whom she saved, to whom she writes, and with whom one of them speaks of the other person by name? Her mother
 * and her friend take her side: that they are angry with him, or wrote after her stop, makes neither of them him. In doubt nobody is one: whom she told to
 * stop is none.
 */
export const createConfidant: (timeline: Timeline, statement: Statement) => (identity: Identity) => boolean = memoize(
  (timeline, statement) => {
    const namesThem = createNamesThem(statement);
    // Put together when it is first asked, and read for whoever is asked about alone.
    let talkByNormal: ReadonlyMap<string, Talk> | undefined;
    return ({ kind, name, normal }) => {
      if (kind !== "name" && (kind !== "phone" || name === undefined)) return false;
      const talk = (talkByNormal ??= talksIn(placedActs(timeline, statement))).get(normal);
      if (talk === undefined || talk.hers.length < leastFromHer || talk.hers.some((words) => tellsToStop(words))) return false;
      return [...talk.hers, ...talk.its].some(namesThem);
    };
  },
);

interface Talk {
  readonly hers: string[];
  readonly its: string[];
}

function talksIn(acts: readonly PlacedAct[]): ReadonlyMap<string, Talk> {
  const talks = new Map<string, Talk>();
  const talkOf = (normal: string): Talk => {
    const talk = talks.get(normal) ?? { hers: [], its: [] };
    talks.set(normal, talk);
    return talk;
  };
  for (const { act, whose, from } of acts) {
    if (act.text === null || act.grade === "own-account") continue;
    const words = act.text.slice(0, longestText);
    if (whose === "other") talkOf(from.normal).its.push(words);
    else if (whose === "hers") for (const { kind, normal } of act.to) if (kind !== "group") talkOf(normal).hers.push(words);
  }
  return talks;
}
