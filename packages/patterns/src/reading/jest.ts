import {
  type ActId,
  type Statement,
  type Timeline,
  canBeJest,
  firstInstantOf,
  isAccountOfViolence,
  lastInstantOf,
  later,
  msPerDay,
  msPerMinute,
  placeOfNear,
  tellsIntrusionOrFear,
  tellsViolence,
  threatens,
} from "@unmask/core";
import { herStops } from "./her-stops.ts";
import { firstFrom } from "./acts-within.ts";
import { suggestStops } from "../suggest-stops.ts";
import { actsOfAnyStep } from "./acts-of-any-step.ts";
import { isAboutEven } from "./beside-theirs.ts";
import { isHarm, isWelcome } from "./everyday.ts";
import { isToGroup } from "./groups.ts";
import { countInitiative } from "./initiative.ts";
import { memoize } from "./memoize.ts";
import { isMutual } from "./mutual.ts";
import { type PlacedAct, placedActs } from "./placed-act.ts";
import { isSent } from "./reply.ts";
import { actsByWhose } from "./their-acts.ts";
import { objectingEnglish } from "./unwelcome-english.ts";
import { foldText } from "./whereabouts-words.ts";

/**
 * Whether words of a threat were a jest between two who like each other: “I'll kill you if you forget the cake”.
 *
 * [Note: In doubt it is told] Who is afraid laughs too, and writes “love you” to be left in peace. So a jest is quoted with her answer and never hidden, and
 * one sign of fear, force or another threat, or that somebody was near her, in whatever file it stands, makes a threat of it. A line too many is worth
 * less than a threat to kill that is lost. That she answered in the cover that she is or was afraid does the same, and so does a mark of hers on the text.
 */

/** Her answer counts when it came within this time. */
export const jestMinutes = 30;
/** So many days before it and after it no word of fear or force may stand, and nothing near her that is not welcome. */
export const jestDays = 14;
/** A saved contact whom she did not name has from her at least so many texts. */
const leastAnswers = 2;
/** Of the times that somebody began again after a quiet time she began at least one in so many. */
const leastBegun = 5;
/** Of a text of many megabytes so much is read. */
const longestAnswer = 500;
const longestText = 20_000;

/** English: that she laughs, or is fond of whoever wrote it. */
const laughs =
  /\b(?:(?:ha){2,}h?|he(?:he)+|lo+l|lmf?ao|rofl|in your dreams|you wish|dream on|bring it on|game on|cheeky|love (?:you|u|ya)|see (?:you|u|ya) (?:there|then|later|soon)|can't wait|cant wait|x{1,4})(?![\p{L}\p{N}])|[\u{1F600}-\u{1F606}\u{1F609}\u{1F618}\u{1F61C}\u{1F61D}\u{1F602}\u{1F923}\u{1F970}\u{1F60D}\u{2764}\u{1F495}]/u;
/** English: refusal, fear, appeasing, asking. Then an answer is no laughter, whatever else it holds. */
const doubts =
  /\b(?:stop|stopped|leave me|leave us|alone|go away|go home|police|999|sorry|please|pls|plz|promise|scared|scary|scaring|frighten\w*|afraid|terrified|creepy|block\w*|don't|dont|do not|never|why|what|who|not funny|hurt\w*|threat\w*|joking|kids|children|kill\w*|wont|won't|will not|ok|okay|k|kk|alright|all right|understood|of course|i will|will do|yes|yep|yeah|sure|fine|darling|my love|calm)\b|\?/;

const denial = "(?:\\w+n'?t|not|never|cannot|hardly)";
const third = "(?:he|she|they)";
/** English: fear, and what is done of it, as she writes it to herself or to a friend. */
const fears = new RegExp(
  `\\b(?:${[
    "terrif\\w*|petrified|scar(?:y|es|ed|ing)|frighten\\w*|afraid|fear\\w*|dread\\w*|creep\\w* me out|threat\\w*|999|police|cops|solicitor|injunction|refuge|helpline|women's aid|begging|eggshells|on edge|over my shoulder|unsafe|safer|daren't|pretend\\w*",
    `${denial} (?:a joke|joking|funny|safe|dare|(?:\\w+ )?feel(?:ing)? safe)|${denial} (?:sleep|slept) .{0,40}\\b(?:locks?|${third}|him)|please (?:don't|dont|stop)|(?:don't|dont) be (?:angry|mad|cross)|watch what i|(?:always|only|just) laugh(?:ed)?`,
    "(?:hid\\w*|hiding|sle(?:ep|pt)\\w*) (?:[\\w']+ ){0,3}(?:knife|knives|keys?|phone|passports?|scissors|hammer|gun|pills|bags?)",
    `${third}(?:'ll| will|'s going to| is going to| would|'d| could|'s gonna| might) (?:kill|hurt|hit|find|end|murder|snap|come after)|(?:kill|hurt|hits?|beats?|strangles?|chokes?|murder|end) me`,
    `what ${third}(?:'s| is)? capable|what ${third}(?:'ll| will| would|'s going to| might| could) do(?= ?(?:[.!?,;]|$| ?next| (?:to|if|when)))|so (?:that )?${third} (?:would|will|'d|'ll|does not|doesn't) (?:stop|calm|not)`,
    `${third} (?:\\w+ )?ma[dk]es? me (?:\\w+ )?(?:nervous|uneasy|anxious|shake)|(?:nervous|anxious|worried|alone) (?:around|about|with|when|that|in case|what) (?:${third}|him)|(?:i'm|am|still|are) shaking(?! (?:with|my))`,
    "check\\w* (?:\\w+ ){0,3}(?:locks?|locked)|chang\\w* (?:the |my )?locks|(?:locked|barricaded|barred) (?:\\w+ ){0,2}(?:door|bedroom|bathroom|in)",
  ].join("|")})\\b`,
);
/** English: what is feared without anybody near. It is taken out before the words of fear are looked for; his dog is not, nor are his episodes. */
const harmless =
  "(?<!(?:his|her) )(?:exams?|tests?|interview|dentist|dogs?|spiders?|heights|flying|dark|results|horror|films?|movies?|episodes?|ride)\\b";
const harmlessFear = new RegExp(
  `\\b(?:scar|terrif|fright|afraid|dread|nervous|anxious)\\w* (?:(?:of|about|by|the|my|a|that|driving) ){0,3}(?:\\w+ )?${harmless}|${harmless} (?:(?:last|night|was|is|so|really) ){0,4}(?:scar|terrif|fright)\\w*(?: me)?`,
  "g",
);

/** English: what others write to somebody who is in fear. */
const warns =
  /\b(?:999|(?:call|ring|phone) the police|get out (?:of there|now)|come now|are you safe|not safe|leave him|leave her|hurt you|kill you)\b/;

/** English: that somebody is, or a car stands, where she is; that she is followed; that her things are broken. As she writes it, of whomever. */
const tellsNear =
  /\b(?:(?:car|van|man|someone|somebody|he|she|they)(?:'s|'re)? (?:[\w']+ ){0,4}(?:(?:outside|opposite|behind) (?:my|our|mine|ours|work|the)|at (?:my|our|the) (?:door|window|gate|work)|follow\w* (?:me|us)(?! on| back))|(?:being|been|was) (?:followed|watched)|(?:slash|smash|scratch|key|damag)ed (?:\w+ ){0,2}(?:tyres?|windows?|car|door)|broken? in)\b/;
/** Said to them in play too: no stop by these words alone. */
const stopsInPlay = /\bstop (?:it|this)\b|^(?:[\p{L}']+,? )?(?:please )?stop[.!]*$/u;

/** What she answered to a text with words that are said in jest too. */
interface Answers {
  /** What she sent next there, in so many minutes; undefined where she did not, or the words are none of jest. */
  answerTo(one: PlacedAct): PlacedAct | undefined;
  /** The same where it was a jest; undefined of a threat. */
  inJest(one: PlacedAct): PlacedAct | undefined;
}

/** Finds her answers to words of a threat. */
export const answersOfHers: (timeline: Timeline, statement: Statement) => Answers = memoize((timeline, statement) => {
  // Looked for when it is first asked: most files hold no threat.
  let around: Around | undefined;
  const marked = new Set((statement.marks ?? []).map(({ act }) => act));
  const look = (): Around => (around ??= lookAround(timeline, statement));
  const answerTo: Answers["answerTo"] = (one) => {
    const { text, subject = "", grade, isStretch } = one;
    if (text === null || grade === "own-account" || isStretch || !canBeJest(`${subject} ${text}`)) return undefined;
    const next = look().nextTo(one);
    if (next === undefined || next.whose !== "hers" || next.text === null || !isAfter(one, next)) return undefined;
    return next.latest - one.latest > jestMinutes * msPerMinute ? undefined : next;
  };
  return {
    answerTo,
    inJest(one) {
      const next = marked.has(one.id) ? undefined : answerTo(one);
      if (next === undefined || !look().isOpenTo(one)) return undefined;
      const words = wordsOf(next);
      return doubts.test(words) || !laughs.test(words) || look().isFearNear(one) ? undefined : next;
    },
  };
});

/** Of two that follow on each other: within one minute the lines of one file tell which was first, of two files nothing does. */
function isAfter(one: PlacedAct, next: PlacedAct): boolean {
  return next.earliest > one.latest || next.act.source.sha256 === one.act.source.sha256;
}

interface Around {
  /** What was sent next in the same conversation, by whomever. */
  nextTo(one: PlacedAct): PlacedAct | undefined;
  /** Nothing that is known of the two shows harm or a stop, and they are about even in everyday contact. */
  isOpenTo(one: PlacedAct): boolean;
  /** Words of fear or of force stand near it in time, in whatever file. */
  isFearNear(one: PlacedAct): boolean;
}

function lookAround(timeline: Timeline, statement: Statement): Around {
  const { hers, others, isHerSideKnown, versions } = actsByWhose(timeline, statement);
  const earlier = new Set(versions);
  const all = placedActs(timeline, statement).filter((one) => !one.isFar && !earlier.has(one));
  const next = new Map<PlacedAct, PlacedAct>();
  const lastIn = new Map<string, PlacedAct>();
  const answered = new Map<string, PlacedAct[]>();
  const add = (to: string, one: PlacedAct): void => {
    const list = answered.get(to);
    if (list) list.push(one);
    else answered.set(to, [one]);
  };
  const came = new Map<string, number>();
  for (const one of all.filter(isSent)) {
    for (const talk of talksOf(one)) {
      const last = lastIn.get(talk);
      if (last !== undefined && !next.has(last)) next.set(last, one);
      lastIn.set(talk, one);
    }
    if (one.whose !== "hers") came.set(one.from.normal, (came.get(one.from.normal) ?? 0) + 1);
    else if (one.text !== null && !isToGroup(one)) for (const { normal } of one.act.to) add(normal, one);
  }
  const toldToStop = suggestStops(timeline, statement).filter(({ text }) => {
    const folded = foldText((text ?? "").slice(0, longestAnswer)).trim();
    return !laughs.test(folded) && !stopsInPlay.test(folded);
  });
  const worst = Math.min(
    toldToStop.reduce((least, { when }) => Math.min(least, firstInstantOf(when)), Infinity),
    herStops(timeline, statement).reduce((least, { earliest }) => Math.min(least, earliest), Infinity),
    actsOfAnyStep(timeline, statement)
      .filter(isHarm)
      .reduce((least, one) => Math.min(least, firstInstantOf(one)), Infinity),
  );
  const began = countInitiative(timeline, statement);
  const isTwoSided =
    isMutual(timeline, statement) && hers.length > 0 && began.hers > 0 && began.hers * leastBegun >= began.hers + began.theirs;
  const ofOthers = new Set(others);
  return {
    nextTo: (one) => next.get(one),
    isOpenTo: (one) => {
      if (!isHerSideKnown || statement.isAfraid === true) return false;
      if (!ofOthers.has(one)) return worst === Infinity && isTwoSided;
      const [answers, sent] = [answered.get(one.from.normal) ?? [], came.get(one.from.normal) ?? 0];
      const isEven = answers.length >= leastAnswers && (answers.length >= sent || isAboutEven(answers.length, sent));
      // Who began after the stop or the harm can be them: whatever she answered.
      return isEven && (worst === Infinity || answers.filter((other) => lastInstantOf(other) < worst).length >= leastAnswers);
    },
    isFearNear: createFearNear(all, { ofOthers, marked: new Set((statement.marks ?? []).map(({ act }) => act)) }),
  };
}

interface Known {
  readonly ofOthers: ReadonlySet<PlacedAct>;
  /** Acts that she marked. */
  readonly marked: ReadonlySet<ActId>;
}

function createFearNear(all: readonly PlacedAct[], { ofOthers, marked }: Known): Around["isFearNear"] {
  const known = new Map<PlacedAct, boolean>();
  const isOfFear = (one: PlacedAct): boolean => {
    let answer = known.get(one);
    if (answer === undefined) known.set(one, (answer = tellsFear(one, ofOthers)));
    return answer;
  };
  // What she wrote down of fear or force counts whenever it was: a diary is of what mattered, and is written late.
  let isWrittenDown: boolean | undefined;
  return (one) => {
    isWrittenDown ??= all.some((other) => other.grade === "own-account" && isOfFear(other));
    if (isWrittenDown) return true;
    const until = later(one.latest, jestDays * msPerDay);
    const from = later(one.earliest, -jestDays * msPerDay);
    for (let at = firstFrom(all, from); at < all.length; at++) {
      const other = all[at];
      if (other === undefined || other.earliest > until) return false;
      if (other !== one && (isNearHer(other, marked) || isOfFear(other))) return true;
    }
    return false;
  };
}

/** What was where she is, by them or by nobody known, and is no cake that she was glad of; or her own words of it. */
function isNearHer(one: PlacedAct, marked: ReadonlySet<ActId>): boolean {
  const { whose, grade, text } = one;
  const isHers = whose === "hers" || grade === "own-account";
  if (isHers && text !== null && tellsNear.test(foldText(text.slice(0, longestText)))) return true;
  if (placeOfNear(one) === undefined || whose === "hers" || whose === "other") return false;
  return text === null || marked.has(one.id) || !isWelcome(one);
}

/** She wrote in her journal that she feared violence, or that she is not sure whether she did. */
function feared({ act }: PlacedAct): boolean {
  const answer = act.entry?.fearedViolence;
  return answer === "yes" || answer === "unsure";
}

/** Hers and what she wrote down: fear, objection, force. Theirs: force that was, and coming in. Of others: that they fear for her. */
function tellsFear(one: PlacedAct, ofOthers: ReadonlySet<PlacedAct>): boolean {
  if (feared(one)) return true;
  if (one.text === null) return false;
  const text = `${one.subject ?? ""} ${one.text.slice(0, longestText)}`;
  const folded = foldText(text).replace(harmlessFear, " ");
  if (one.grade === "own-account") return fears.test(folded) || tellsIntrusionOrFear(folded) || isAccountOfViolence(text);
  if (one.whose === "hers")
    return fears.test(folded) || objectingEnglish.test(folded) || tellsIntrusionOrFear(folded) || tellsViolence(text);
  if (ofOthers.has(one)) return !isToGroup(one) && !threatens(text) && warns.test(folded);
  return tellsIntrusionOrFear(text) || (tellsViolence(text) && !threatens(text));
}

/** The talks that an act stands in: its thread, else between her and each number or account that it names. */
function talksOf({ lane, act, whose, from }: PlacedAct): readonly string[] {
  if (act.thread !== undefined) return [`${lane}\u001fthread\u001f${act.thread}`];
  return (whose === "hers" ? act.to : [from]).map(({ normal }) => `${lane}\u001f${normal}`);
}

function wordsOf({ text }: PlacedAct): string {
  return foldText((text ?? "").slice(0, longestAnswer)).trim();
}
