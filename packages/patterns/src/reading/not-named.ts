import type { Statement, Timeline } from "@unmask/core";
import { markedSuggestions } from "../suggest-identities.ts";
import { memoize } from "./memoize.ts";
import type { PlacedAct } from "./placed-act.ts";
import { actsByWhose } from "./their-acts.ts";

/**
 * What came by numbers and accounts of which it is asked whether they are theirs, in order of time: in no number of theirs, and no sentence may say that
 * nothing came past it.
 */
export const actsNotNamed: (timeline: Timeline, statement: Statement) => readonly PlacedAct[] = memoize((timeline, statement) => {
  const open = new Set(
    markedSuggestions(timeline, statement).flatMap(({ identity, others = [], isTyped, mayBe }) =>
      isTyped !== true && mayBe !== "hers" ? [identity, ...others].map(({ normal }) => normal) : [],
    ),
  );
  const marked = new Set((statement.marks ?? []).map(({ act }) => act));
  return open.size === 0
    ? []
    : actsByWhose(timeline, statement).others.filter(
        ({ id, from, whose, isFar }) => !isFar && whose === "other" && open.has(from.normal) && !marked.has(id),
      );
});
