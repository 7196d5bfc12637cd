import { createAgreed, createHeldFromRules } from "./agreed.ts";
import { isInPerson } from "./near.ts";
import type { Statement } from "./statement.ts";
import type { Timeline } from "./timeline.ts";
import type { TimelineAct } from "./timeline-act.ts";
import { createSide } from "./whose.ts";

/** What a rule of agreed contact does to acts that a person should look at one by one. */
export interface RuleToLookAt {
  /** Her words for it. */
  readonly says: string;
  /** Acts in person, theirs and perhaps theirs, that it takes, in order of time. */
  readonly inPerson: readonly TimelineAct[];
  /** Acts of either side that it would take, if they held no words of a threat or of violence and stood near none and near no stop; in order of time. */
  readonly held: readonly TimelineAct[];
}

/** Finds the rules of agreed contact that take acts in person, or that fit what no rule takes: a rule looks at hours, and she at acts. */
export function rulesToLookAt(timeline: Pick<Timeline, "acts">, statement: Statement): readonly RuleToLookAt[] {
  const rules = (statement.agreed ?? []).filter(({ acts }) => acts === undefined);
  if (rules.length === 0) return [];
  const sideOf = createSide(timeline, statement);
  const between = timeline.acts.flatMap((act) => {
    const side = sideOf(act);
    return side === "theirs" || side === "perhaps theirs" || side === "hers to them" ? [{ act, isHers: side === "hers to them" }] : [];
  });
  const singles = (statement.agreed ?? []).filter(({ acts }) => acts !== undefined);
  return rules.flatMap((rule): RuleToLookAt[] => {
    const isAgreed = createAgreed(timeline, { ...statement, agreed: [rule] });
    const isHeld = createHeldFromRules(timeline, { ...statement, agreed: [rule, ...singles] });
    const inPerson = between.filter(({ act, isHers }) => !isHers && isInPerson(act) && isAgreed(act, false));
    const held = between.filter(({ act, isHers }) => isHeld(act, isHers));
    if (inPerson.length === 0 && held.length === 0) return [];
    return [{ says: rule.says, inPerson: inPerson.map(({ act }) => act), held: held.map(({ act }) => act) }];
  });
}
