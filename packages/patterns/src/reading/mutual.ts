import type { Statement, Timeline } from "@unmask/core";
import { isAboutEven } from "./beside-theirs.ts";
import { memoize } from "./memoize.ts";
import { isSent } from "./reply.ts";
import { actsByWhose } from "./their-acts.ts";

/** Whether she sends them about as much as they send her, or more. */
export const isMutual: (timeline: Timeline, statement: Statement) => boolean = memoize((timeline, statement) => {
  const { theirs, hers } = actsByWhose(timeline, statement);
  const [came, went] = [theirs.filter(isSent).length, hers.filter(isSent).length];
  return went >= came || isAboutEven(came, went);
});
