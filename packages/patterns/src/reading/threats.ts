import { type Statement, type Timeline, msPerHour, placeOfNear, threatens } from "@unmask/core";
import { besideTheirs } from "./beside-theirs.ts";
import { inTimelineOrder } from "./in-timeline-order.ts";
import { answersOfHers } from "./jest.ts";
import { memoize } from "./memoize.ts";
import type { PlacedAct } from "./placed-act.ts";
import { isTheirWords } from "./reply.ts";
import { actsByWhose } from "./their-acts.ts";
import { findToldByHer, talkOf } from "./told-by-her.ts";
import { createToldByOthers, ofErrand, ofPlace, ofThird } from "./told-by-others.ts";
import { type Jest, findUnnamedThreats, isSaved } from "./unnamed-threats.ts";

/** A text is read to here: a message of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;

/** Words of a plain threat, by whose they are. Acts near her are not among them: these are told there. */
export interface Threats {
  /** Theirs and perhaps theirs, in order of time. */
  readonly told: readonly PlacedAct[];
  /** The same words where what she answered shows a jest, also of those by saved contacts that she did not name, with her answer. */
  readonly jests: readonly Jest[];
  /** What others wrote that they had said or would do, in order of time. */
  readonly byOthers: readonly PlacedAct[];
  /** The same of what she wrote to others. */
  readonly byHer: readonly PlacedAct[];
}

/** Finds them. */
export const findThreats: (timeline: Timeline, statement: Statement) => Threats = memoize((timeline, statement) => {
  const { theirs, undated, others, perhaps: allPerhaps } = actsByWhose(timeline, statement);
  const { perhaps } = besideTheirs(timeline, statement);
  const { inJest } = answersOfHers(timeline, statement);
  const isToldByOthers = createToldByOthers(statement);
  const inCase = { timeline, statement };
  const undatedPerhaps = allPerhaps.filter(({ isUndated }) => isUndated);
  const found = inTimelineOrder(
    [theirs, undated, perhaps, undatedPerhaps].map((some) => some.filter(isThreat)),
    (one) => one,
    inCase,
  );
  const unnamed = findUnnamedThreats(timeline, statement);
  const jests = found.flatMap((one): readonly Jest[] => {
    const answer = inJest(one);
    return answer === undefined ? [] : [{ one, answer }];
  });
  // Beside one threat that was none, nothing of theirs is a jest.
  const isAllInJest =
    jests.length === found.length && !unnamed.found.some(({ one, what }) => (what === "death" || what === "threat") && !isSaved(one.from));
  return {
    told: isAllInJest ? [] : found,
    jests: inTimelineOrder([isAllInJest ? jests : [], unnamed.jests], ({ one }) => one, inCase),
    byOthers: withErrands(
      others.filter(
        (one) => (!one.isFar || one.isUndated) && !one.isToOthers && (placeOfNear(one) === undefined || one.grade === "own-account"),
      ),
      isToldByOthers,
    ),
    byHer: findToldByHer(timeline, statement),
  };
});

/** What told of them, and what the same person wrote in the same chat in the hour after it of what he said or where he waited: by itself it names nobody. */
function withErrands(others: readonly PlacedAct[], isTold: (one: PlacedAct) => boolean): readonly PlacedAct[] {
  const toldAt = new Map<string, number>();
  return others.filter((one) => {
    const key = `${talkOf(one) ?? ""} ${one.from.normal}`;
    if (isTold(one)) {
      toldAt.set(key, one.earliest);
      return true;
    }
    const at = toldAt.get(key);
    if (at === undefined || one.grade === "own-account" || one.text === null || one.earliest - at > msPerHour) return false;
    const words = one.text.slice(0, longestText);
    return ofErrand.test(words) || (ofThird.test(words) && ofPlace.test(words));
  });
}

/** Whether the words of an act are somebody's own and hold a plain threat, or it is one by its kind. */
export function isThreat(one: PlacedAct): boolean {
  const { kind, text, subject } = one;
  if (kind === "threat") return placeOfNear(one) === undefined;
  if (text === null || placeOfNear(one) !== undefined || !isTheirWords(one)) return false;
  const words = text.length > longestText ? text.slice(0, longestText) : text;
  return threatens(subject === undefined ? words : `${subject} ${words}`);
}
