import { createAgreed } from "./agreed.ts";
import { type Statement, endingKinds } from "./statement.ts";
import { isWhileHeld, placeStops } from "./stops.ts";
import type { Timeline } from "./timeline.ts";
import { createSide } from "./whose.ts";

/** A rule of agreed contact that takes so much out of every count that she is told of it. */
export interface WideRule {
  /** Her words for it. */
  readonly says: string;
  /** Acts of theirs that fit it, of so many that are theirs. */
  readonly taken: number;
  readonly theirs: number;
  /** How many of these certainly came while an order or a bail condition held. */
  readonly underOrder: number;
}

/** The part of what is theirs from which on a rule is wide: more than this. */
const widePart = 0.5;

/** Finds the rules of agreed contact that take more than half of what is theirs, or something that came while an order or a bail condition held. */
export function wideRulesOf(timeline: Pick<Timeline, "acts">, statement: Statement): readonly WideRule[] {
  const rules = (statement.agreed ?? []).filter(({ acts }) => acts === undefined);
  if (rules.length === 0) return [];
  const sideOf = createSide(timeline, statement);
  const theirs = timeline.acts.filter((act) => sideOf(act) === "theirs");
  const orders = placeStops(timeline, statement).filter(({ kind }) => endingKinds.includes(kind));
  return rules.flatMap((rule): WideRule[] => {
    const isAgreed = createAgreed(timeline, { ...statement, agreed: [rule] });
    const taken = theirs.filter((act) => isAgreed(act, false));
    const underOrder = taken.filter(({ when }) => orders.some((order) => isWhileHeld(when, order))).length;
    if (underOrder === 0 && taken.length <= theirs.length * widePart) return [];
    return [{ says: rule.says, taken: taken.length, theirs: theirs.length, underOrder }];
  });
}
