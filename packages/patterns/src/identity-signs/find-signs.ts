import type { Statement, Timeline } from "@unmask/core";
import type { SeenIdentities } from "../reading/seen-identities.ts";
import { createConfidant } from "../reading/confidant.ts";
import { createBeginning } from "./beginning.ts";
import { createHerNaming, createSaying } from "./called-by-name.ts";
import { createHours } from "./hours.ts";
import { createName, createPartOfName } from "./name.ts";
import { createContent } from "./same-content.ts";
import { createSentences } from "./same-sentences.ts";
import type { SignsOf } from "./sign.ts";
import { createThreat } from "./threat.ts";

/** Finds every sign in an identity; the hours alone are none. */
export function createSigns(timeline: Timeline, statement: Statement, seen: SeenIdentities): SignsOf {
  const threatOf = createThreat(timeline, statement);
  const sayingOf = createSaying(timeline, statement);
  const herNamingOf = createHerNaming(timeline, statement, seen);
  const sentencesOf = createSentences(timeline, statement);
  const isConfidant = createConfidant(timeline, statement);
  const beginningOf = createBeginning(timeline, statement, seen);
  const contentOf = createContent(timeline, statement);
  const nameOf = createName(statement, seen);
  const partOf = createPartOfName(statement);
  const hoursOf = createHours(timeline, statement, seen);
  return (one) => {
    const name = nameOf(one);
    const signs = [
      ...threatOf(one),
      ...sayingOf(one),
      ...herNamingOf(one),
      ...(isConfidant(one.identity) ? [] : beginningOf(one)),
      ...contentOf(one),
      ...sentencesOf(one),
      ...name,
      ...(name.length > 0 ? [] : partOf(one)),
    ];
    return signs.length === 0 || isConfidant(one.identity) ? signs : [...signs, ...hoursOf(one)];
  };
}
