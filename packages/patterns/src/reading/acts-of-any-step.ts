import { type Statement, type Timeline, type Whose, createAgreed, createWhose } from "@unmask/core";
import { memoize } from "./memoize.ts";
import { type PlacedAct, placeAct } from "./placed-act.ts";
import { actsByWhose, refusedEverywhere } from "./their-acts.ts";

/** An act that is not hers, with how it is known whose it is. */
export interface SteppedAct {
  readonly one: PlacedAct;
  readonly whose: Whose;
}

/**
 * What can matter one by one and not as a number, in order of time: theirs, perhaps theirs, by nobody named, and by other people. Without
 * what was agreed, "not this one", earlier versions and dates far off. Nobody's while nobody is named as theirs.
 */
export const actsOfAnyStep: (timeline: Timeline, statement: Statement) => readonly SteppedAct[] = memoize(findActsOfAnyStep);

function findActsOfAnyStep(timeline: Timeline, statement: Statement): readonly SteppedAct[] {
  const { theirs, perhaps, others } = actsByWhose(timeline, statement);
  if (theirs.length === 0 && perhaps.length === 0) return [];
  const whoseIs = createWhose(statement);
  const isAgreed = createAgreed(statement);
  const notThis = refusedEverywhere(statement);
  const found: SteppedAct[] = [];
  let [nextOfTheirs, nextPerhaps, nextOfOthers] = [0, 0, 0];
  // Each of the three lists is in the order of the timeline, so the next of each is all that an act can be.
  for (const act of timeline.acts) {
    const one = theirs[nextOfTheirs];
    if (one?.act === act) {
      nextOfTheirs++;
      found.push({ one, whose: whoseIs(act) });
      continue;
    }
    if (perhaps[nextPerhaps] === act) nextPerhaps++;
    else if (others[nextOfOthers] === act) nextOfOthers++;
    else continue;
    if (act.flags.includes("far-date") || notThis.has(act.id) || isAgreed(act, false)) continue;
    found.push({ one: placeAct(act, statement.zone), whose: whoseIs(act) });
  }
  return found;
}
