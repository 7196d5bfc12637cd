import { createAgreed, createHeldFromRules } from "./agreed.ts";
import { isInPerson } from "./near.ts";
import type { Statement } from "./statement.ts";
import type { Timeline } from "./timeline.ts";
import type { TimelineAct } from "./timeline-act.ts";
import { createSide } from "./whose.ts";

/** What a rule of agreed contact does to acts that a person should look at one by one. */
export interface RuleToLookAt {
  /** Her words for it. */
  readonly says: string;
  /** Acts in person, theirs and perhaps theirs, that it takes, in order of time. */
  readonly inPerson: readonly TimelineAct[];
  /** What was written by them or perhaps by them that it takes: each text once, the ones first that are least like the others. */
  readonly written: readonly TakenText[];
  /** Acts of either side that it would take, if they held no words of force or fear and stood near none and near no stop; in order of time. */
  readonly held: readonly TimelineAct[];
}

/** The same text, however often it was sent: capitals and blanks make no other one. */
export interface TakenText {
  /** The last with these words. */
  readonly act: TimelineAct;
  readonly times: number;
}

/** A text longer than this is told apart by what stands before: words of many megabytes could make every look at a rule slow. */
const longestText = 20_000;

/**
 * Finds the rules of agreed contact that take acts of theirs, or that fit what no rule takes: a rule looks at hours, and she at acts. No list of words
 * knows every threat, so each text that leaves the counts is told to her.
 */
export function rulesToLookAt(timeline: Pick<Timeline, "acts">, statement: Statement): readonly RuleToLookAt[] {
  const rules = (statement.agreed ?? []).filter(({ acts }) => acts === undefined);
  if (rules.length === 0) return [];
  const sideOf = createSide(timeline, statement);
  const between = timeline.acts.flatMap((act) => {
    const side = sideOf(act);
    return side === "theirs" || side === "perhaps theirs" || side === "hers to them" ? [{ act, isHers: side === "hers to them" }] : [];
  });
  const singles = (statement.agreed ?? []).filter(({ acts }) => acts !== undefined);
  // Where several rules fit, the first counts it.
  const isTold = new Set<TimelineAct>();
  return rules.flatMap((rule): RuleToLookAt[] => {
    const isAgreed = createAgreed(timeline, { ...statement, agreed: [rule] });
    const isHeld = createHeldFromRules(timeline, { ...statement, agreed: [rule, ...singles] });
    const taken = between.flatMap(({ act, isHers }) => (!isHers && isAgreed(act, false) ? [act] : []));
    const inPerson = taken.filter(isInPerson);
    const texts = taken.filter((act) => !isInPerson(act) && wordsOf(act) !== "" && !isTold.has(act));
    for (const act of texts) isTold.add(act);
    const held = between.filter(({ act, isHers }) => isHeld(act, isHers));
    if (inPerson.length + texts.length + held.length === 0) return [];
    return [{ says: rule.says, inPerson, written: leastLikeOthers(texts), held: held.map(({ act }) => act) }];
  });
}

/** Each text once: first what has a word that no other of them has, then what came fewest times, then the latest. */
function leastLikeOthers(acts: readonly TimelineAct[]): readonly TakenText[] {
  const textByWords = new Map<string, TakenText>();
  for (const act of acts) {
    const words = wordsOf(act);
    textByWords.set(words, { act, times: (textByWords.get(words)?.times ?? 0) + 1 });
  }
  const textsByWord = new Map<string, number>();
  for (const words of textByWords.keys()) for (const word of wordsIn(words)) textsByWord.set(word, (textsByWord.get(word) ?? 0) + 1);
  return [...textByWords]
    .map(([words, text]) => ({ text, isAlone: [...wordsIn(words)].some((word) => textsByWord.get(word) === 1) }))
    .sort(
      (a, b) => Number(b.isAlone) - Number(a.isAlone) || a.text.times - b.text.times || b.text.act.when.earliest - a.text.act.when.earliest,
    )
    .map(({ text }) => text);
}

function wordsOf({ subject, text }: TimelineAct): string {
  return `${subject ?? ""} ${text ?? ""}`.slice(0, longestText).trim().replace(/\s+/g, " ").toLowerCase();
}

/** Words without the marks around them; where a text has no letters and no digits, its signs. */
function wordsIn(words: string): ReadonlySet<string> {
  const found = words.match(/[\p{L}\p{N}']+/gu);
  return new Set(found ?? [words]);
}
