import { type Statement, type Timeline, canBeJest, firstInstantOf, lastInstantOf, msPerDay, msPerMinute, placeStops } from "@unmask/core";
import { firstFrom } from "./acts-within.ts";
import { actsOfAnyStep } from "./acts-of-any-step.ts";
import { isAboutEven } from "./beside-theirs.ts";
import { isHarm } from "./everyday.ts";
import { countInitiative } from "./initiative.ts";
import { memoize } from "./memoize.ts";
import { isMutual } from "./mutual.ts";
import type { PlacedAct } from "./placed-act.ts";
import { isSent } from "./reply.ts";
import { actsByWhose } from "./their-acts.ts";
import { objectingEnglish } from "./unwelcome-english.ts";
import { foldText } from "./whereabouts-words.ts";

/**
 * Whether words of a threat were a jest between two who like each other: “I'll kill you if you forget the cake”.
 *
 * [Note: In doubt it is told] A line too many is worth less than a threat to kill that is lost. So it is what she answered that counts, never a laughing
 * face of theirs; silence, a question, an apology or an objection keep it, and so does whatever else shows harm.
 */

/** Her answer counts when it came within this time. */
export const jestMinutes = 30;
/** So many days before it and after it nothing of hers may object. */
export const jestDays = 14;
/** A number that nobody named has from her at least so many texts. */
const leastAnswers = 2;
/** Of the times that somebody began again after a quiet time she began at least one in so many. */
const leastBegun = 5;
/** Of an answer of many megabytes so much is read. */
const longestAnswer = 500;

/** English: that she laughs, or is fond of whoever wrote it. */
const laughs =
  /\b(?:(?:ha){2,}h?|he(?:he)+|lo+l|lmf?ao|rofl|in your dreams|you wish|dream on|bring it on|game on|cheeky|love (?:you|u|ya)|see (?:you|u|ya) (?:there|then|later|soon)|can't wait|cant wait|x{1,4})(?![\p{L}\p{N}])|[\u{1F600}-\u{1F606}\u{1F609}\u{1F618}\u{1F61C}\u{1F61D}\u{1F602}\u{1F923}\u{1F970}\u{1F60D}\u{2764}\u{1F495}]/u;
/** English: refusal, fear, appeasing, asking. Then an answer is no laughter, whatever else it holds. */
const doubts =
  /\b(?:stop|stopped|leave me|leave us|alone|go away|go home|police|999|sorry|please|pls|plz|promise|scared|scary|scaring|frighten\w*|afraid|terrified|creepy|block\w*|don't|dont|do not|never|why|what|who|not funny|hurt\w*|threat\w*|joking|kids|children|kill\w*|wont|won't)\b|\?/;
/** What a jest hangs on: "if you forget the cake". “I will kill you” by itself is none without her laughter. */
const hangsOn = /\b(?:if|when|unless|at|over)\b/;
/** An answer that is no more than this can be of fear as well. */
const saysNothing = /^\W*(?:ok|okay|k|kk|yes|yep|yeah|no|fine|right|sure|alright|understood|i will|i know)?\W*$/;

/** Makes a question: was a text with words of a threat a jest? */
export const createJest: (timeline: Timeline, statement: Statement) => (one: PlacedAct) => boolean = memoize((timeline, statement) => {
  // Looked for when it is first asked: most files hold no threat.
  let around: Around | undefined;
  return (one) => {
    const { text, subject = "", grade, isStretch } = one;
    if (text === null || grade === "own-account" || isStretch || !canBeJest(`${subject} ${text}`)) return false;
    const { answersTo, isOpenTo, isEveryday } = (around ??= lookAround(timeline, statement));
    if (!isOpenTo(one)) return false;
    const answers = answersTo(one);
    const before = answers.findLast(({ earliest }) => earliest < one.earliest);
    const next = answers[firstFrom(answers, one.earliest)];
    if (next === undefined || next.earliest - one.latest > jestMinutes * msPerMinute) return false;
    const from = one.earliest - jestDays * msPerDay;
    const until = one.latest + jestDays * msPerDay;
    const objects = answers.some((other) => other.latest >= from && other.earliest <= until && objectingEnglish.test(wordsOf(other)));
    const words = wordsOf(next);
    if (objects || doubts.test(words)) return false;
    return laughs.test(words) || (before !== undefined && isEveryday(one) && hangsOn.test(wordsOf(one)) && !saysNothing.test(words));
  };
});

interface Around {
  /** What she wrote in the same conversation, in order of time. */
  answersTo(one: PlacedAct): readonly PlacedAct[];
  /** Nothing that is known of the two shows fear or harm, and she writes about as much. */
  isOpenTo(one: PlacedAct): boolean;
  /** She begins as well: the two are in touch every day. */
  isEveryday(one: PlacedAct): boolean;
}

function lookAround(timeline: Timeline, statement: Statement): Around {
  const { hers, hersElsewhere, others, isHerSideKnown } = actsByWhose(timeline, statement);
  const written = new Map<string, PlacedAct[]>();
  const add = (key: string, one: PlacedAct): void => {
    const list = written.get(key);
    if (list) list.push(one);
    else written.set(key, [one]);
  };
  for (const one of [...hers, ...hersElsewhere].sort((a, b) => a.earliest - b.earliest)) {
    if (!isSent(one) || one.isFar || one.text === null) continue;
    if (one.act.thread !== undefined) add(threadOf(one), one);
    else for (const { normal } of one.act.to) add(`${one.lane}\u001f${normal}`, one);
  }
  const answersTo = (one: PlacedAct): readonly PlacedAct[] =>
    written.get(one.act.thread === undefined ? `${one.lane}\u001f${one.from.normal}` : threadOf(one)) ?? [];
  const came = new Map<string, number>();
  for (const { from } of others.filter(isSent)) came.set(from.normal, (came.get(from.normal) ?? 0) + 1);
  const worst = Math.min(
    placeStops(timeline, statement).reduce((least, { earliest }) => Math.min(least, earliest), Infinity),
    actsOfAnyStep(timeline, statement)
      .filter(isHarm)
      .reduce((least, one) => Math.min(least, firstInstantOf(one)), Infinity),
  );
  const began = countInitiative(timeline, statement);
  const isTwoSided = isMutual(timeline, statement) && began.hers > 0 && began.hers * leastBegun >= began.hers + began.theirs;
  const isTheirSide = ({ whose }: PlacedAct): boolean => whose !== "other" && whose !== "withheld";
  return {
    answersTo,
    isOpenTo: (one) => {
      if (!isHerSideKnown) return false;
      if (isTheirSide(one)) return worst === Infinity && isMutual(timeline, statement);
      const answers = answersTo(one);
      const isEven =
        answers.length >= leastAnswers &&
        (answers.length >= (came.get(one.from.normal) ?? 0) || isAboutEven(answers.length, came.get(one.from.normal) ?? 0));
      // Who began after the stop or the harm can be them: whatever she answered.
      return isEven && (worst === Infinity || answers.filter((other) => lastInstantOf(other) < worst).length >= leastAnswers);
    },
    isEveryday: (one) => isTheirSide(one) && isTwoSided,
  };
}

function threadOf({ lane, act }: PlacedAct): string {
  return `${lane}\u001fthread\u001f${act.thread ?? ""}`;
}

function wordsOf({ text }: PlacedAct): string {
  return foldText((text ?? "").slice(0, longestAnswer)).trim();
}
