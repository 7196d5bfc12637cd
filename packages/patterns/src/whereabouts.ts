import { type Statement, type Timeline, later, msPerMinute, threatens } from "@unmask/core";
import { sayBetween, sayClock, sayCount, sayDay, sayFew, sayFirst, sayLaneLabel, sayList, sayNumber, marks } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { firstFrom } from "./reading/acts-within.ts";
import { inTimelineOrder } from "./reading/in-timeline-order.ts";
import { besideTheirs, sayNotThese } from "./reading/beside-theirs.ts";
import type { Pattern } from "./pattern.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { isSent, isTheirWords } from "./reading/reply.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import {
  type WhereaboutsRule,
  agreesEnglish,
  meetsEnglish,
  objectsEnglish,
  whereaboutsEnglish,
  whereaboutsEnglishNeeds,
} from "./reading/whereabouts-english.ts";
import { foldText, placesIn, placesOf } from "./reading/whereabouts-words.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** A text longer than this is read to here: a mail of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;
/** A place shorter than this would be found in every other word. */
const shortestPlace = 3;
/** Hits beyond this many in one text add nothing. */
const mostHitsInText = 20;
/** Her answer counts when it came within this time, and so does what she wrote before. */
const answerMinutes = 60;
/** Of an answer of many megabytes so much is read. */
const longestAnswer = 500;

/** Messages that mention a place of hers or use words of somebody who sees where she is. */
export const whereabouts: Pattern = spoken({
  id: "whereabouts",
  looksFor: "Messages that name a place of yours, or use words of somebody who sees where you are, what you wear or when you come and go.",
  find(timeline, statement) {
    const found = hitsOf(timeline, statement);
    return found.hits.length === 0 ? [] : [finding(found, { timeline, statement })];
  },
});

/** Whose a message is. */
type Step = "theirs" | "perhaps theirs" | "nobody named";

const sayStepOf: Readonly<Record<Step, string>> = {
  theirs: marks.theirs,
  "perhaps theirs": `perhaps ${marks.theirs}`,
  "nobody named": "nobody named",
};

/** Where a rule matched. Positions count UTF-16 units of the text, the first is 1. */
interface Hit {
  readonly one: PlacedAct;
  readonly step: Step;
  readonly rule: string;
  readonly part: Part;
  readonly from: number;
  readonly to: number;
  /** What her own words can make of it; see `WhereaboutsRule`. */
  readonly unless: WhereaboutsRule["unless"];
}

type Part = "words" | "subject";

interface Hits {
  readonly hits: readonly Hit[];
  /** Texts that were read, and those of them that are longer than what is read of one. */
  readonly read: number;
  readonly long: number;
  /** Messages that were left out because of what she said to them. */
  readonly met: number;
  readonly talked: number;
  /** Messages that match and of which she said "not this one". */
  readonly notThese: number;
}

function hitsOf(timeline: Timeline, statement: Statement): Hits {
  const places = statement.places.map((place) => foldText(place).trim()).filter(({ length }) => length >= shortestPlace);
  const hersIn = createHerWords(timeline, statement);
  const { perhaps, unnamed, notThese } = besideTheirs(timeline, statement);
  const left = { meeting: new Set<PlacedAct>(), talk: new Set<PlacedAct>() };
  let [read, long] = [0, 0];
  const steps = [
    ["theirs", actsByWhose(timeline, statement).theirs],
    ["perhaps theirs", perhaps],
    ["nobody named", unnamed],
  ] as const;
  const hitsByStep = steps.map(([step, acts]) => {
    const hits: Hit[] = [];
    for (const one of acts) {
      if (!isTheirWords(one)) continue;
      const length = one.text?.length;
      if (length !== undefined) read++;
      if (length !== undefined && length > longestText) long++;
      for (const hit of hitsOfAct({ one, step, places }, hersIn, left)) hits.push(hit);
    }
    return hits;
  });
  const hits = inTimelineOrder(hitsByStep, ({ one }) => one, { timeline, statement });
  const kept = new Set(hits.map(({ one }) => one));
  const gone = (acts: ReadonlySet<PlacedAct>): number => [...acts].filter((one) => !kept.has(one)).length;
  const [met, talked] = [gone(left.meeting), gone(left.talk)];
  const isHit = (one: PlacedAct): boolean => hitsOfAct({ one, step: "theirs", places }, hersIn, left).length > 0;
  const refused = notThese.filter((one) => isTheirWords(one) && isHit(one)).length;
  return { hits, read, long, met, talked, notThese: refused };
}

/** An act that is searched. */
interface Searched {
  readonly one: PlacedAct;
  readonly step: Step;
  readonly places: readonly string[];
}

function hitsOfAct(searched: Searched, hersIn: HerWords, left: Readonly<Record<"meeting" | "talk", Set<PlacedAct>>>): readonly Hit[] {
  const { one } = searched;
  const { text, subject } = one;
  const words = text === null ? noHits : hitsIn(text, "words", searched);
  const found = subject === undefined ? words : [...words, ...hitsIn(subject, "subject", searched)];
  if (found.length === 0) return found;
  const excused = found.flatMap(({ unless }) => (unless !== undefined && hersIn(one, unless) ? [unless] : []));
  for (const unless of excused) left[unless].add(one);
  return excused.length === 0 ? found : found.filter(({ unless }) => unless === undefined || !excused.includes(unless));
}

/** Whether what she wrote before or after a message makes it a line of a meeting, or of a talk that she went on with. */
type HerWords = (one: PlacedAct, unless: "meeting" | "talk") => boolean;

function createHerWords(timeline: Timeline, statement: Statement): HerWords {
  const written = new Map<string, PlacedAct[]>();
  for (const one of actsByWhose(timeline, statement).hers) {
    if (!isSent(one) || one.text === null) continue;
    const key = talkOf(one);
    const list = written.get(key);
    if (list) list.push(one);
    else written.set(key, [one]);
  }
  return (one, unless) => {
    const mine = written.get(talkOf(one)) ?? [];
    // A minute is often all that a file tells: what stands in the same minute may be before or after.
    const next = mine[firstFrom(mine, one.earliest)];
    const last = mine[firstFrom(mine, later(one.latest, 1)) - 1];
    const answer = next && next.earliest - one.latest <= answerMinutes * msPerMinute ? wordsOf(next) : undefined;
    const before = last && one.earliest - last.latest <= answerMinutes * msPerMinute ? wordsOf(last) : undefined;
    if (answer !== undefined && objectsEnglish.test(answer)) return false;
    if (unless === "talk") return answer !== undefined;
    return (
      (answer !== undefined && agreesEnglish.test(answer)) ||
      (before !== undefined && meetsEnglish.test(before) && !objectsEnglish.test(before))
    );
  };
}

function talkOf({ lane, act }: PlacedAct): string {
  return `${lane}\u001f${act.thread ?? ""}`;
}

function wordsOf({ act }: PlacedAct): string {
  return foldText((act.text ?? "").slice(0, longestAnswer)).trim();
}

const noHits: readonly Hit[] = [];

function hitsIn(text: string, part: Part, { one, step, places }: Searched): readonly Hit[] {
  const folded = foldText(text.length > longestText ? text.slice(0, longestText) : text);
  const found: Hit[] = [];
  for (const place of places) {
    for (const { from, to } of placesIn(folded, place)) found.push({ one, step, rule: placeRule, part, from, to, unless: "meeting" });
  }
  if (whereaboutsEnglishNeeds.test(folded)) {
    for (const rule of whereaboutsEnglish) {
      for (const { from, to } of placesOf(rule, folded)) found.push({ one, step, rule: rule.says, part, from, to, unless: rule.unless });
    }
  }
  return found.length <= mostHitsInText ? found : found.slice(0, mostHitsInText);
}

const placeRule = `a place that ${marks.you} named`;

function finding(
  { hits, read, long, met, talked, notThese }: Hits,
  { timeline, statement }: { timeline: Timeline; statement: Statement },
): MarkedFinding {
  const stepByAct = new Map(hits.map(({ one, step }) => [one, step]));
  const acts = [...stepByAct.keys()];
  const numberByAct = new Map(acts.map((one, i) => [one, i]));
  const named = new Set(hits.filter(({ rule }) => rule === placeRule).map(({ one }) => one)).size;
  const first = acts[0]?.day ?? 0;
  // "Can be innocent" is said of no plain threat, however it was found.
  const isThreat = acts.some(({ act: { text, subject = "" } }) => threatens(`${subject} ${(text ?? "").slice(0, longestText)}`));
  return {
    pattern: whereabouts.id,
    standing: "count",
    line: lineOf(
      `${sayCount(acts.length, "message")} ${acts.length === 1 ? "has" : "have"} words that can show where ${marks.you} ${marks.were}.${isThreat ? "" : " Such words can be innocent."}`,
    ),
    says:
      `${sayFirst(sayBetween(first, acts.at(-1)?.day ?? first))}, ${sayCount(acts.length, "message")} ${acts.length === 1 ? "uses" : "use"} words that can show where ${marks.you} ${marks.are} or ${marks.were}${saySteps([...stepByAct.values()])}` +
      (named > 0 ? `; ${sayNumber(named)} ${named === 1 ? "names" : "name"} a place that ${marks.you} named.` : ".") +
      (isThreat ? " What they mean, a reader decides." : " Such words can be innocent: which are not, a reader decides."),
    acts: idsOf(acts),
    how:
      `${sayCount(read, "text")} ${read === 1 ? "was" : "were"} read: ${marks.theirs}, those perhaps ${marks.theirs}, and those by nobody the files name. ` +
      `${sayFirst(sayFew(whereaboutsEnglish.length))} rules look for English words such as “outside your”, “close your curtains” or “I saw you”, and for the places that ${marks.you} named, whole words only. ` +
      `A line that names a place, or says that somebody is outside, is left out where ${marks.you} agreed to it in ${marks.your} next message, or had written of a meeting in ${marks.your} last one, within ${answerMinutes} minutes; a kind word about clothes where ${marks.you} answered it. Where ${marks.your} answer objects or asks how it is known, it stays. ` +
      `What ${marks.you} wrote down of an act is not searched: the words are ${marks.yours}. ` +
      `A rule finds words, not meanings; it does not know who wrote in jest. The table names the rule and where the words stand.`,
    couldChange: [
      ...sayNotThese(notThese),
      ...(met > 0 ? [`Left out as ${met === 1 ? "a line" : "lines"} of a meeting: ${sayCount(met, "message")}.`] : []),
      ...(talked > 0 ? [`Left out as talk about clothes that ${marks.you} answered: ${sayCount(talked, "message")}.`] : []),
      "Words in other languages, in other spellings, in pictures and in voice messages are not found.",
      ...(statement.places.length === 0
        ? [`${marks.You} named no places; with the names of streets, work and ways more may be found.`]
        : []),
      ...(long > 0
        ? [`${sayCount(long, "text")} longer than ${sayNumber(longestText)} characters ${long === 1 ? "is" : "are"} read to there.`]
        : []),
      ...sayAbsences(timeline, statement, acts),
    ],
    table: {
      columns: ["No.", "Day", "Time", "By", "Rule", "Where the words stand", "Whose"],
      rows: hits.map(({ one, step, rule, part, from, to }) => [
        (numberByAct.get(one) ?? 0) + 1,
        sayDay(one.day),
        sayClock(one.earliest, statement.zone),
        sayLaneLabel(one.lane),
        rule,
        `${part === "subject" ? "subject, " : ""}characters ${from} to ${to}`,
        sayStepOf[step],
      ]),
    },
  };
}

/** ": 1 of theirs and 2 perhaps theirs"; nothing where all are theirs. */
function saySteps(steps: readonly Step[]): string {
  const countOf = (step: Step): number => steps.filter((one) => one === step).length;
  const [theirs, perhaps, unnamed] = [countOf("theirs"), countOf("perhaps theirs"), countOf("nobody named")];
  if (theirs === steps.length) return "";
  const said = [
    ...(theirs > 0 ? [`${sayNumber(theirs)} of ${marks.theirs}`] : []),
    ...(perhaps > 0 ? [`${sayNumber(perhaps)} perhaps ${marks.theirs}`] : []),
    ...(unnamed > 0 ? [`${sayNumber(unnamed)} by nobody the files name`] : []),
  ];
  return `: ${sayList(said)}`;
}
