import { type Statement, type Timeline, createAgreed } from "@unmask/core";
import { memoize } from "./memoize.ts";
import { type PlacedAct, placedActs } from "./placed-act.ts";
import { actsByWhose } from "./their-acts.ts";

/**
 * What can matter one by one and not as a number, in order of time: theirs, perhaps theirs, by nobody named, and by other people. Without
 * what was agreed, "not this one", earlier versions and dates far off; one of which no time is known stands in it (`isFar`). Where nothing is theirs it is told all the same: most who are followed do not
 * know by whom.
 */
export const actsOfAnyStep: (timeline: Timeline, statement: Statement) => readonly PlacedAct[] = memoize(findActsOfAnyStep);

function findActsOfAnyStep(timeline: Timeline, statement: Statement): readonly PlacedAct[] {
  const { theirs, undated, perhaps, others } = actsByWhose(timeline, statement);
  const isAgreed = createAgreed(timeline, statement);
  let [nextOfTheirs, nextUndated, nextPerhaps, nextOfOthers] = [0, 0, 0, 0];
  // Each of the four lists is in the order of the timeline, so the next of each is all that an act can be.
  return placedActs(timeline, statement).filter((one) => {
    if (theirs[nextOfTheirs] === one) {
      nextOfTheirs++;
      return true;
    }
    if (undated[nextUndated] === one) {
      nextUndated++;
      return true;
    }
    if (perhaps[nextPerhaps] === one) nextPerhaps++;
    else if (others[nextOfOthers] === one) nextOfOthers++;
    else return false;
    return (!one.isFar || one.isUndated) && !isAgreed(one.act, false);
  });
}
