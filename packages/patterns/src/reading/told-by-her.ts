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
const ofHers =
  /\b(?:(?:if|unless|until) i|me|my|mine|us|our|myself|kids?|children|baby|house|flat|home|door|windows?|car|van|tyres?|garden|work|mum|dad|mam)\b/i;
/** English: force, as it is told of today or by whom it is done again, and with what. Spoken of “he”, who is they. */
const ofForce =
  /\b(?:he|she)(?: (?:just|always|still|also|even|sometimes|only|never stops|now))* (?:hits|punches|slaps|kicks|chokes|strangles|beats|hurts|rapes|threatens|grabs|shoves|bites|spits (?:at|on)|pins) (?:me|us|the (?:kids|children))\b(?! (?:at|to|up|a|an|with)\b)|\btime,? (?:he|she) (?:used|took|got) (?:a|an|the|his|my) (?:\w{2,8} )?(?:lead|belt|rope|cord|cable|scarf|pillow|bat|hammer|knife|lighter|iron)(?= ?(?:[.!?,;]|$)| (?:on me|and|again|a?round|instead)\b)|\bafter i(?:['’]d| had)? (?:said|told (?:him|her)|screamed) (?:no|stop)\b|\bmade me (?:have|do) (?:sex|oral|anal|it)\b/i;
/** English: coming in, trackers and pictures, of which no word need say that they are hers… */
const ofIntrusion =
  /\b(?:he|she)(?:['’]s| has| had|['’]d| must have) been (?:back )?(?:in(?:side)?|through) (?:the|my|our) (?:flat|house|home|bedroom|room|kitchen|phone|emails?|drawers|bag|things|bins)\b(?! (?:all|since|for|with|most|the whole|\w+ing)\b)|\b(?:put|hid|hidden|planted|found|stuck|left|sewn|there(?:['’]s| is| was)) (?:\S{1,12} ){0,2}(?:air ?tags?|(?:gps )?trackers?|tracking (?:app|device)|spyware|(?:hidden|spy) camera|listening device) (?:\w{1,12} )?(?:in|under|on|inside|behind) (?:my|the|our) (?!(?:dog|cat|luggage|suitcase|keys|bike|parcel)\b)|\b(?:post|shar|sent|send|leak|upload|show|put)\w* (?:\S{1,12} ){0,4}(?:my (?:\w{2,10} )?(?:nudes?|naked)|(?:nudes?|naked|intimate|sex|topless) (?:\w{2,8} )?of me)\b/i;
/** …and fear of him. */
const ofFear = /\b(?:terrified|scared(?: stiff| to death)?|frightened|petrified|afraid) of (?:what )?(?:him|her|he|she)\b(?!['’]s)/i;
/** English: laughter, of what he only said that he would do. */
const laughs = /\b(?:a*(?:ha){2,}h*|lo+l|lmf?ao|rofl|jok(?:e|ed|es|ing))\b|[😂🤣😆😹]/iu;

/** English: to whom one turns when it is grave. Whoever writes “he kicked my door in, police came” in a chat about him need not name him within the hour. */
const ofHelp = /\b(?:police|999|court|refuge|solicitor|crime number)\b/i;

/** The stated names, and the initial by which a friend is told of him: “M made me”. */
interface Names {
  readonly named: RegExp;
  readonly initial: RegExp | undefined;
}

/**
 * What she wrote to others that they said they would do, or did to her: often its earliest record. In order of time, each of it hers, and no act of theirs.
 * A text that says “he” and no name is taken where about an hour before or after somebody named them in the same chat; one with their initial, or that
 * speaks of the police too, where somebody did at any time.
 */
export const findToldByHer: (timeline: Timeline, statement: Statement) => readonly PlacedAct[] = memoize((timeline, statement) => {
  const named = namesIn(statement);
  if (named === undefined) return [];
  const names: Names = { named, initial: initialOf(statement) };
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
      tells(one, names),
  );
  const open = told.filter((one) => !named.test(wordsOf(one)));
  if (open.length === 0) return told;
  const talks = new Set(open.map(talkOf));
  const namedTalks = new Set<string>();
  const namedHours = new Set<string>();
  for (const one of placedActs(timeline, statement)) {
    const talk = talkOf(one);
    if (talk === undefined || !talks.has(talk) || !named.test(wordsOf(one))) continue;
    namedTalks.add(talk);
    for (const at of [-1, 0, 1]) namedHours.add(hourOf(one, at));
  }
  return told.filter((one) => {
    const words = wordsOf(one);
    if (named.test(words) || namedHours.has(hourOf(one, 0))) return true;
    return namedTalks.has(talkOf(one) ?? "") && (ofHelp.test(words) || names.initial?.test(words) === true);
  });
});

/** Letters that are words, or begin every sentence. */
const lettersOfWords = /[AIKOUXY]/;

function initialOf({ me, them }: Statement): RegExp | undefined {
  const [letter, hers] = [them.label, me.label].map((label) => label.trim().slice(0, 1).toUpperCase());
  if (letter === undefined || !/^\p{Lu}$/u.test(letter) || lettersOfWords.test(letter) || letter === hers) return undefined;
  return new RegExp(`(?:^ ?|[.,;!?] |\\b(?:and|that|because|cos|when|but) )${letter} (?=\\p{Ll})`, "u");
}

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

function tells(one: PlacedAct, { named, initial }: Names): boolean {
  if (one.text === null) return false;
  const text = wordsOf(one);
  const { words, isOfOther } = ofThem(text, named);
  const isNamed = named.test(words) || initial?.test(words) === true;
  // “He” after another man is that man.
  if (!isNamed && (isOfOther || !(ofThird.test(words) || ofFear.test(words)))) return false;
  if (ofHire.test(words)) return true;
  const ofHim = words.replace(new RegExp(named.source, "giu"), "he");
  const isInJest = laughs.test(words);
  if ((ofForce.test(ofHim) || ofIntrusion.test(ofHim) || ofFear.test(ofHim)) && !isInJest) return true;
  if (!ofHers.test(words)) return false;
  const isSaid = ofSaid.test(words);
  // "I'd kill him" is hers.
  const isDone = tellsViolence(words) && !(threatens(words) && !isSaid && (ofFirst.test(words) || isInJest));
  return isDone || ofDeed.test(words) || (isSaid && !isInJest) || ofWeapon.test(words) || ofPlace.test(words);
}
