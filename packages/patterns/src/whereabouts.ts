import { type Finding, type Statement, type Timeline } from "@unmask/core";
import { sayBetween, sayClock, sayCount, sayDay, sayFew, sayFirst, sayLaneLabel, sayNumber } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { type Pattern, type Telling, onPage } from "./pattern.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { type WhereaboutsRule, whereaboutsEnglish, whereaboutsEnglishNeeds } from "./reading/whereabouts-english.ts";

/** A text longer than this is read to here: a mail of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;
/** A place shorter than this would be found in every other word. */
const shortestPlace = 3;
/** Hits beyond this many in one text add nothing. */
const mostHitsInText = 20;
/** So many characters before a match are looked at for words that make it something else. */
const longestBefore = 16;

/** Messages that mention a place of hers or use words of somebody who sees where she is. */
export const whereabouts: Pattern = {
  id: "whereabouts",
  looksFor: "Messages that name a place of yours, or use words of somebody who sees where you are, what you wear or when you come and go.",
  find(timeline, statement, telling = onPage) {
    const hits = hitsOf(timeline, statement);
    return hits.length === 0 ? [] : [finding(hits, { timeline, statement, telling })];
  },
};

/** Where a rule matched. Positions count UTF-16 units of the text, the first is 1. */
interface Hit {
  readonly one: PlacedAct;
  readonly rule: string;
  readonly part: "words" | "subject";
  readonly from: number;
  readonly to: number;
}

function hitsOf(timeline: Timeline, statement: Statement): readonly Hit[] {
  const places = statement.places.map(foldText).filter((place) => place.trim().length >= shortestPlace);
  return actsByWhose(timeline, statement).theirs.flatMap((one) => {
    const { text, subject } = one.act;
    return [
      ...(text === null ? [] : hitsIn(text, places).map((hit) => ({ ...hit, one, part: "words" as const }))),
      ...(subject === undefined ? [] : hitsIn(subject, places).map((hit) => ({ ...hit, one, part: "subject" as const }))),
    ];
  });
}

type Found = Pick<Hit, "rule" | "from" | "to">;

function hitsIn(text: string, places: readonly string[]): readonly Found[] {
  const folded = foldText(text.length > longestText ? text.slice(0, longestText) : text);
  const found: Found[] = [];
  for (const place of places) for (const hit of placesIn(folded, place.trim())) found.push(hit);
  if (whereaboutsEnglishNeeds.test(folded)) for (const rule of whereaboutsEnglish) for (const hit of wordsIn(folded, rule)) found.push(hit);
  return found.length <= mostHitsInText ? found : found.slice(0, mostHitsInText);
}

function placesIn(text: string, place: string): readonly Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + place.length)) {
    const end = at + place.length;
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(end))) found.push({ rule: placeRule, from: at + 1, to: end });
  }
  return found;
}

const placeRule = "a place that you named";

function isLetter(unit: string): boolean {
  return /[\p{L}\p{N}]/u.test(unit);
}

function wordsIn(text: string, { says, words, notAfter }: WhereaboutsRule): readonly Found[] {
  const found: Found[] = [];
  // Not `matchAll`: it copies the expression for every text, which costs more than the search.
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const at = match.index;
    if (!notAfter?.test(text.slice(Math.max(0, at - longestBefore), at)))
      found.push({ rule: says, from: at + 1, to: at + match[0].length });
  }
  return found;
}

/** Lower case and straight apostrophes, unit by unit, so that positions in the folded text are positions in the text. */
function foldText(text: string): string {
  const lower = text.toLowerCase();
  const folded = lower.length === text.length ? lower : Array.from({ length: text.length }, (_, i) => foldUnit(text.charAt(i))).join("");
  return folded.replace(/[\u2018\u2019\u02BC]/g, "'").replace(/[\u00A0\t\n\r]/g, " ");
}

function foldUnit(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

function finding(
  hits: readonly Hit[],
  { timeline, statement, telling: { voice } }: { timeline: Timeline; statement: Statement; telling: Telling },
): Finding {
  const { theirs } = actsByWhose(timeline, statement);
  const hitActs = new Set(hits.map(({ one }) => one));
  const acts = theirs.filter((one) => hitActs.has(one));
  const numberByAct = new Map(acts.map((one, i) => [one, i]));
  const withText = theirs.filter(({ act }) => act.text !== null).length;
  const named = new Set(hits.filter(({ rule }) => rule === placeRule).map(({ one }) => one)).size;
  const long = theirs.filter(({ act }) => (act.text?.length ?? 0) > longestText).length;
  const first = acts[0]?.day ?? 0;
  return {
    pattern: whereabouts.id,
    standing: "count",
    line: lineOf(
      `${sayCount(acts.length, "message")} ${acts.length === 1 ? "has" : "have"} words that can show where ${voice.me} ${voice.were}. Such words can be innocent.`,
    ),
    says:
      `${sayFirst(sayBetween(first, acts.at(-1)?.day ?? first))}, ${sayCount(acts.length, "message")} ${acts.length === 1 ? "uses" : "use"} words that can show where you are or were` +
      (named > 0 ? `; ${sayNumber(named)} ${named === 1 ? "names" : "name"} a place that you told us of.` : ".") +
      " Such words can be innocent: read them and say which are not.",
    acts: idsOf(acts),
    how:
      `${sayCount(withText, "text")} of theirs ${withText === 1 ? "was" : "were"} read. ${sayFirst(sayFew(whereaboutsEnglish.length))} rules look for English words such as “outside your” or “I saw you”, and for the places that you named, whole words only. ` +
      "A rule finds words, not meanings; it does not know who wrote them in jest. The table names the rule and where the words stand.",
    couldChange: [
      "Words in other languages, in other spellings, in pictures and in voice messages are not found.",
      ...(statement.places.length === 0 ? ["You named no places; with the names of your street, work and ways more may be found."] : []),
      ...(long > 0
        ? [`${sayCount(long, "text")} longer than ${sayNumber(longestText)} characters ${long === 1 ? "is" : "are"} read to there.`]
        : []),
      ...sayAbsences(timeline, statement, acts),
    ],
    table: {
      columns: ["No.", "Day", "Time", "By", "Rule", "Where the words stand"],
      rows: hits.map(({ one, rule, part, from, to }) => [
        (numberByAct.get(one) ?? 0) + 1,
        sayDay(one.day),
        sayClock(one.earliest, statement.zone),
        sayLaneLabel(one.lane),
        rule,
        `${part === "subject" ? "subject, " : ""}characters ${from} to ${to}`,
      ]),
    },
  };
}
