import { type Statement, type Timeline, createNamedTo, msPerHour, tellsViolence, threatens } from "@unmask/core";
import { memoize } from "./memoize.ts";
import { ofThem } from "./of-them.ts";
import { type PlacedAct, placedActs } from "./placed-act.ts";
import { isSent } from "./reply.ts";
import { actsByWhose } from "./their-acts.ts";
import { namesIn, ofFirst, ofHire, ofPlace, ofThird, ofWeapon } from "./told-by-others.ts";

/** A text is read to here: a message of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;

/** English: what somebody said that he would do to her. */
const ofSaid =
  /\b(?:sa(?:id|ys|ying)|told me|tells me|swore|swears|threat\w*|texted|wrote|shout\w*|scream\w*|promis\w*)\b.{0,60}\b(?:he|she|they)(?:['’](?:d|ll)|d| would| will| was going to| is going to|['’]s (?:going to|gonna)) (?:\w{1,12} ){0,2}(?:kill|murder|burn|hurt|hit|stab|shoot|beat|batter|break|smash|end|finish|bury|drown|strangle|rape|slit|cut|ruin|destroy|poison|run me|never let me|take (?:the (?:kids|children|baby)|my) )/i;
/** English: what somebody did at her home, to her things, or where she was. */
const ofDeed =
  /\b(?:broke|broken|smashed|bust|kicked|slashed|keyed|scratched|trashed|wrecked|set fire to|burnt|burned|torched|hacked|emptied|stole|nicked|let down|poured|sprayed) (?:\S{1,12} ){0,3}(?:my|our|the|mum['’]?s|dad['’]?s) (?:\w{2,12} )?(?:windows?|doors?|locks?|car|van|tyres?|tires?|fence|gate|house|flat|place|phone|accounts?|email|garden)\b|\b(?:let (?:him|her)self in|broke in(?:to)?|got in(?:to)? (?:my|our|the)|came in through|climbed (?:in|over|through)|(?:follow(?:ed|s|ing)|track(?:ed|s|ing)|film(?:ed|s|ing)|watch(?:ed|es|ing)) (?:me|us)\b|put a (?:tracker|camera)|(?:has|had|got|copied) (?:a |the |my )?(?:spare )?keys? (?:to|for|of) (?:my|our|the)|turned up (?:at|outside) (?:my|our))/i;
/** English: that it was done to her, to hers, or where she lives. */
const ofHers = /\b(?:me|my|mine|us|our|myself|kids?|children|baby|house|flat|home|door|windows?|car|van|tyres?|garden|work|mum|dad|mam)\b/i;
/** English: laughter, of what he only said that he would do. */
const laughs = /\b(?:a*(?:ha){2,}h*|lo+l|lmf?ao|rofl|jok(?:e|ed|es|ing))\b|[😂🤣😆😹]/iu;

/**
 * What she wrote to others that they said they would do, or did to her: often its earliest record. In order of time, each of it hers, and no act of theirs.
 * A text that says “he” and no name is taken where about an hour before or after somebody named them in the same chat.
 */
export const findToldByHer: (timeline: Timeline, statement: Statement) => readonly PlacedAct[] = memoize((timeline, statement) => {
  const named = namesIn(statement);
  if (named === undefined) return [];
  const namedTo = createNamedTo(statement);
  const refused = new Set((statement.notThis ?? []).map(({ act }) => act));
  const told = actsByWhose(timeline, statement).hersElsewhere.filter(
    (one) =>
      !one.isFar &&
      isSent(one) &&
      one.grade !== "own-account" &&
      !refused.has(one.id) &&
      talkOf(one) !== undefined &&
      one.act.to.every((identity) => namedTo(identity) === "other") &&
      tells(one, named),
  );
  const open = told.filter((one) => !named.test(wordsOf(one)));
  if (open.length === 0) return told;
  const talks = new Set(open.map(talkOf));
  const namedHours = new Set<string>();
  for (const one of placedActs(timeline, statement)) {
    const talk = talkOf(one);
    if (talk !== undefined && talks.has(talk) && named.test(wordsOf(one))) for (const at of [-1, 0, 1]) namedHours.add(hourOf(one, at));
  }
  return told.filter((one) => named.test(wordsOf(one)) || namedHours.has(hourOf(one, 0)));
});

/** The chat and the hour of a message, or the hour beside it. */
function hourOf(one: PlacedAct, beside: number): string {
  return `${Math.floor(one.earliest / msPerHour) + beside} ${talkOf(one) ?? ""}`;
}

/** The chat that a message stands in; without one, whoever else it is with. */
export function talkOf({ act, channel, whose, from }: PlacedAct): string | undefined {
  const other = act.thread ?? (whose === "hers" ? act.to[0]?.normal : from.normal);
  return other === undefined ? undefined : `${channel} ${other}`;
}

function wordsOf({ text, subject = "" }: PlacedAct): string {
  return `${subject} ${(text ?? "").slice(0, longestText)}`;
}

function tells(one: PlacedAct, named: RegExp): boolean {
  if (one.text === null) return false;
  const text = wordsOf(one);
  const { words, isOfOther } = ofThem(text, named);
  // “He” after another man is that man.
  if (isOfOther ? !named.test(words) : !ofThird.test(words) && !named.test(words)) return false;
  if (ofHire.test(words)) return true;
  if (!ofHers.test(words)) return false;
  const isSaid = ofSaid.test(words);
  // "I'd kill him" is hers.
  const isDone = tellsViolence(words) && !(threatens(words) && !isSaid && (ofFirst.test(words) || laughs.test(words)));
  return isDone || ofDeed.test(words) || (isSaid && !laughs.test(words)) || ofWeapon.test(words) || ofPlace.test(words);
}
