import { type Statement, type Timeline, createNamedTo } from "@unmask/core";
import { memoize } from "./memoize.ts";
import type { PlacedAct } from "./placed-act.ts";
import { isSent } from "./reply.ts";
import { actsByWhose } from "./their-acts.ts";

/** What she sent to a number or an account that is perhaps theirs, in order of time, dates far off left out: in no number of hers to them. */
export const hersToPerhaps: (timeline: Timeline, statement: Statement) => readonly PlacedAct[] = memoize((timeline, statement) => {
  const named = createNamedTo(statement);
  return actsByWhose(timeline, statement).hersElsewhere.filter(
    (one) => !one.isFar && isSent(one) && one.act.to.some((identity) => named(identity) === "perhaps theirs"),
  );
});
