import type { Statement, Timeline } from "@unmask/core";
import { isAboutEven } from "./beside-theirs.ts";
import { memoize } from "./memoize.ts";
import type { PlacedAct } from "./placed-act.ts";
import { isSent } from "./reply.ts";
import { actsByWhose } from "./their-acts.ts";

/** Whether she sends them about as much as they send her, or more. */
export const isMutual: (timeline: Timeline, statement: Statement) => boolean = memoize((timeline, statement) => {
  const { theirs, hers } = actsByWhose(timeline, statement);
  const [came, went] = [countSent(theirs), countSent(hers)];
  return went >= came || isAboutEven(came, went);
});

function countSent(acts: readonly PlacedAct[]): number {
  return acts.reduce((sum, one) => (isSent(one) ? sum + 1 : sum), 0);
}
