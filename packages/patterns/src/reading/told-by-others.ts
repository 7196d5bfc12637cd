import { type Identity, type Statement, createSaidOther, isAccountOfViolence, normalName, threatens } from "@unmask/core";
import { isAgainst } from "./of-them.ts";
import type { PlacedAct } from "./placed-act.ts";
import { isTeller } from "./typed-telling.ts";

/** A name shorter than this would be found in every other word. */
const shortestName = 3;
/** A text is read to here: a message of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;
/** What a person is called who has no name in the statement. */
const noNames: ReadonlySet<string> = new Set(["them", "him", "her", "he", "she", "they", "my ex", "ex", "the other person"]);

/** English: that somebody speaks of what a third person said or will do… */
export const ofThird: RegExp = /\b(?:he|she|they)(?:'ll|'d|'s|’ll|’d|’s)?\b/i;
/** …and not of what he will do himself. */
export const ofFirst: RegExp =
  /\b(?:i(?:['’]?ll| will| shall|['’]?m going to| am going to|['’]?m gonna| swear| want to|['’]d)|gonna|imma)\b/i;
/** Nor of where he is himself: “It's Rhys, I'm outside your work”. */
const ofFirstThere = /\b(?:i(?:['’]?m| am| was|['’]?ve| have| got| know)|(?:it['’]?s|its|this is) me)\b/i;

/** English: that somebody was paid for something, or was given or asked where she lives. */
export const ofHire: RegExp =
  /\b(?:(?:gave|paid|sent|offered|promised) me .{0,40}(?:\b(?:quid|pounds?)\b|£|your (?:new )?address|where you live)|(?:asked|paid|offered|gave) (?:me|us|him|her|them|someone|somebody|my \w{2,12}|a \w{2,12})(?: (?:\w{1,12}|£?\d{1,6}) ?(?:quid|pounds?|money)?)? to (?:hurt|find|follow|watch|scare|beat|kill|get|come for|break|burn|smash|do) (?:you|u|ur|your)\b(?! (?:an?|some|the)\b)|(?:has|have|got|gave|knows|wants|asked for|asked me for|asking for|posted|told \w{2,12}) (?:out )?(?:your|ur) (?:new )?address\b|(?:asked|asking|knows|told \w{2,12}) where (?:you|u) (?:live|work|are staying|stay))/i;

/** English: that somebody carries a weapon. "He is good with a hammer" is found too, and whoever reads it sees that. */
export const ofWeapon: RegExp =
  /\b(?:with|has|have|had|got|carr(?:ies|ying|ied)|holding|held|bought|took|takes|brought|bringing|waving|pulled|hid|keeps|there(?:'s| is)) (?:\S{1,12} ){0,3}(?:gun|shotgun|rifle|pistol|knife|knives|blade|machete|axe|hammer|crowbar|crossbow|baseball bat|petrol|acid)\b/i;
/** English: that somebody waits or watches where she is, or goes round and asks for her. "He will be at your house at five" is an arrangement. */
export const ofPlace: RegExp =
  /\b(?:(?:outside|watching|waiting (?:at|by|near|for|outside)|sat (?:in|by|near|outside)|sitting (?:in|by|near|outside)|parked (?:at|by|near|outside|on|in)|hanging (?:around|about|round)|shouting (?:through|at)|looking (?:in|through|over)|driving (?:past|by|round)|(?:turned|turning|shown|showed|showing) up (?:at|outside)|at|banging on|kicking) (?:your|ur|my|our|her) (?:\w{2,12} )?(?:work|workplace|office|house|home|flat|place|street|road|door|gate|window|windows|garden|car|school|gym)(?<!\bat (?:your|ur|my|our|her) (?:house|home|flat|place|work|school|office|gym))|(?:looking|searching|waiting|hunting|asking|coming) for (?:you|u|me)\b|(?:sat|sitting|parked|waiting|waited|was|been) outside (?:mine|ours|yours|urs)\b(?! (?:with|to)\b)|(?:following|watching|tracking) (?:you|u|me)\b|(?:on|is on) (?:his|her|their) way to (?:you|u|yours)\b|(?:asks?|asked|asking|wants? to know|wanted to know) .{0,30}\b(?:when|where|which|what time) (?:you|u|i|she|we)(?:['’]\w{1,2})? (?:\w{1,10} ){0,2}(?:live|lives|work|works|home|stay|stays|staying|finish|finishes|park|parks|sleep|sleeps|alone|(?:are|am|is)(?= ?(?:[.!?,;]|$))))\b/i;

/** English: that he sent somebody with a word: "He said tell Tara she has till Sunday". It is asked of what follows a text that told of them. */
export const ofErrand: RegExp =
  /\b(?:he|she)(?:['’]s|['’]d| has| had| just| also| then| only)? (?:said|says|saying|told|asked|asks|wants|wanted|shouted|swore|goes)\b/i;

/** By whom she knows them: "Kit (his son)" calls them his dad. */
const kin: readonly (readonly [of: RegExp, calls: RegExp])[] = [
  [/\b(?:son|daughter|boy|girl|child|kid)\b/i, /\b(?:his|her|their|my) (?:dad|daddy|father|mum|mam|mummy|mother)\b/i],
  [/\b(?:mum|mam|mother|dad|father)\b/i, /\b(?:his|her|their|my) (?:son|boy|lad|daughter|girl)\b/i],
  [/\b(?:brother|sister)\b/i, /\b(?:his|her|their|my) (?:brother|sister)\b/i],
  [/\b(?:wife|husband|girlfriend|boyfriend|partner)\b/i, /\b(?:his|her|their|my) (?:wife|husband|girlfriend|boyfriend|partner)\b/i],
];

/**
 * Makes a question: does somebody else's text name them, by a stated name, its first, or as kin, and tell what they said or will do, that they have a weapon,
 * wait where she is or ask for her, or that they paid for it or gave away where she lives? It is asked of messages, and of what she typed under the name
 * of somebody whom she called somebody else: to tell the truth about who brought it takes no warning off the paper.
 */
export function createToldByOthers(statement: Statement): (one: PlacedAct) => boolean {
  const named = namesIn(statement);
  const isSaidOther = createSaidOther(statement);
  return ({ text, subject = "", whose, grade, from }) => {
    if (text === null || (whose !== "other" && whose !== "withheld")) return false;
    const words = `${subject} ${text.slice(0, longestText)}`;
    const isTyped = grade === "own-account";
    // What was brought to her of violence stands with the acts near her, as told.
    if (isTyped && (!isSaidOther(from) || (isTeller(from, text) && isAccountOfViolence(words)))) return false;
    if (!named?.test(words) && !isNamedAsKin(from, words)) return false;
    if (named && isAgainst(words, named)) return false;
    if (ofHire.test(words)) return true;
    if (ofFirst.test(words)) return false;
    return (
      (threatens(asToldHer(words)) && ofThird.test(words)) ||
      ((ofWeapon.test(words) || ofPlace.test(words)) && (isTyped || !ofFirstThere.test(words)))
    );
  };
}

/** “He said tell Dana she won't see Christmas” as it is said to her. */
function asToldHer(words: string): string {
  return words.replace(/\b(?:tell|warn) (?:her|\p{L}{2,20})(?: that)? she(?=['’ ])/iu, "you");
}

/**
 * Makes a question: do words that somebody else sent her threaten nobody but them? “Tell Jonty I will murder him if he is late” is no threat to her, and
 * no sign that whoever wrote it is Jonty.
 */
export function createThreatOfThem(statement: Statement): (words: string) => boolean {
  const [named, alternatives] = [namesIn(statement), namesOf(statement)];
  if (named === undefined) return () => false;
  const told = new RegExp(`\\b(?:tell|ask|let|remind|warn|say to) (?:${alternatives})(?![\\p{L}\\p{N}])`, "iu");
  return (words) => {
    const text = words.slice(0, longestText);
    return (told.test(text) && threatensThirdAlone(text)) || (named.test(text) && isAgainst(text, named));
  };
}

/** Whether words threaten nobody but a man or a woman of whom they speak: “I’d kill him”, and no “you”. */
export function threatensThirdAlone(words: string): boolean {
  const text = words.slice(0, longestText);
  const without = text.replace(/\bhim\b/gi, "it").replace(/\bher\b(?= (?:if|when|unless) she\b)/gi, "it");
  return without !== text && !threatens(without);
}

/** Makes a question: do words speak of them by name, and not as them (“it’s Rhys”, “Rhys here”)? */
export function createNamesThem(statement: Statement): (words: string) => boolean {
  const named = namesIn(statement);
  const alternatives = namesOf(statement);
  const itself = new RegExp(
    `\\b(?:it['’]?s|it is|this is|i['’]?m|i am|me,?) (?:${alternatives})(?![\\p{L}\\p{N}])|(?:${alternatives}) here\\b|[-–—] ?(?:${alternatives})\\W*$`,
    "iu",
  );
  return (words) => named !== undefined && named.test(words) && !itself.test(words);
}

function isNamedAsKin({ wrote, name = "" }: Identity, words: string): boolean {
  const sender = `${wrote} ${name}`;
  // "(his son)" says whose; a friend's own dad is none of theirs.
  return /\b(?:his|her|their)\b/i.test(sender) && kin.some(([of, calls]) => of.test(sender) && calls.test(words));
}

/** An expression of their stated names and the first of each; undefined where none is a name. */
export function namesIn(statement: Pick<Statement, "them">): RegExp | undefined {
  const alternatives = namesOf(statement);
  return alternatives === "" ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, "iu");
}

/** Their stated names and the first of each, as parts of an expression. */
function namesOf({ them }: Pick<Statement, "them">): string {
  const spelled = [them.label, ...(them.normalsByName?.keys() ?? them.normals)].filter((name) => /^[\p{L}\p{M}'’. -]+$/u.test(name));
  const names = new Set(
    spelled
      .map(normalName)
      .flatMap((name) => [name, name.split(" ")[0] ?? ""])
      .filter((name) => name.length >= shortestName && !noNames.has(name))
      .map((name) => name.replace(/[^\p{L}\p{M}]+/gu, " ").trim()),
  );
  return [...names].map((name) => name.replaceAll(" ", "[ '’.-]+")).join("|");
}
