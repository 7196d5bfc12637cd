import {
  type Act,
  type Report,
  type Side,
  createGroupsOf,
  createSide,
  createWhose,
  isAfterStop,
  normalForm,
  placeStops,
  tellsIntrusion,
  tellsViolence,
} from "@unmask/core";
import {
  initialsOf,
  namesInPrint,
  sayChannel,
  sayCount,
  sayFew,
  sayHowKnown,
  sayShownAs,
  sayShortDayOfAct,
  sayTimeOfAct,
} from "@unmask/words";
import { type Answered, type SayAnswered, asSentence } from "./answered.ts";
import { type Disclosed, type DisclosedAct, exhibitNumbers } from "./disclosed-acts.ts";
import { createAgreedContact } from "./agreed-acts.ts";
import { createNotThisNote, refusedActs } from "./not-this-acts.ts";
import { isNear } from "./near-section.ts";
import { sayWhen } from "./stands-out.ts";
import { createSayTo } from "./say-receivers.ts";
import { type WholeWords, endsWithStop, noteOfScript, wholeWordsOf } from "./whole-words.ts";
import { type Words, quoted, wordsOf } from "./words.ts";

/** Rows that are measured for what is left of two pages. */
const mostRows = 60;
/** Characters of one text: a threat can stand at its end. */
const longestText = 700;
/** A text is searched to here: a message of many megabytes must not make a report slow. */
const longestSearched = 20_000;
/** Texts of which all can stand on page 1. */
const mostOnFirst = 20;

/** One text. */
interface WroteRow {
  readonly row: number;
  readonly exhibits: string;
  readonly day: string;
  readonly time: string;
  /** By what it came, and to whom where that is neither of the two. */
  readonly channel: Words;
  readonly what: Words;
  /** What of hers it came after, for where there is room. */
  readonly answered: Words | null;
  readonly who: Words;
}

/** One text for page 1. */
interface FirstRow {
  readonly row: number;
  readonly exhibits: string;
  readonly when: Words;
  /** Null where they are too long. */
  readonly words: Words | null;
  readonly isWhole: boolean;
  /** The stop behind the words, or behind where they stand whole, and whose they may be. */
  readonly after: Words;
  /** What of hers it came after, for where there is room. */
  readonly answered: Words | null;
}

/** What they wrote, for page 1. */
interface WroteOnFirst {
  readonly wrote: readonly FirstRow[];
  /** Behind the words above the rows: how many texts are not among them. */
  readonly wroteLeftOut: Words;
}

/**
 * All that they wrote, in order of time, where it is so little that page 1 may have room for it beside what stands out. Texts of which she said
 * "not this one" are told by their number; they stand with that note in the table of page 2.
 */
export function wroteOnFirstPage(report: Report, disclosed: Disclosed, sayAnswered: SayAnswered): WroteOnFirst {
  const { statement, timeline } = report;
  const refused = refusedActs(report);
  const { wrote: all, agreed } = textsOfTheirs(report, disclosed);
  const wrote = all.filter(({ act }) => !refused.has(act.id));
  const leftOut = all.length - wrote.length;
  const wroteLeftOut = wordsOf(
    `${agreed === 0 ? "" : `; beside ${sayCount(agreed, "text")} of agreed contact`}` +
      `${leftOut === 0 ? "" : `; ${sayCount(leftOut, "text")} left out: ${namesInPrint(statement).me} said “not this one”`}`,
  );
  if (wrote.length > mostOnFirst) return { wrote: [], wroteLeftOut };
  const sideOf = createSide(timeline, statement);
  const sayTo = createSayTo(report);
  const rows = wrote.map((one) => ({
    row: one.number,
    exhibits: one.exhibits.length === 0 ? "no exhibit" : exhibitNumbers(one.exhibits, 2),
    when: wordsOf(`${sayWhen(one, statement.zone)}${sayTo(one.act)}`),
    ...withWhose(wholeWordsOf((one.act.text ?? "").trim()), one),
    answered: wordsAfter(sayAnswered(one), asSentence),
  }));
  return { wrote: rows, wroteLeftOut };

  function withWhose(whole: WholeWords, { act }: DisclosedAct): Pick<FirstRow, "words" | "isWhole" | "after"> {
    const stop = whole.isWhole && endsWithStop(act.text ?? "") ? "" : ".";
    return { ...whole, after: wordsOf(`${stop}${sideOf(act) === "theirs" ? "" : ` Perhaps by ${namesInPrint(statement).them}.`}`) };
  }
}

function wordsAfter(answered: Answered | undefined, say: (says: string) => string): Words | null {
  return answered === undefined ? null : wordsOf(say(answered.says));
}

/** Texts that are theirs or perhaps theirs, not those near her and not what she wrote of them (`own-section.ts`), in order of time; what was agreed apart. */
function textsOfTheirs(report: Report, disclosed: Disclosed): { readonly wrote: readonly DisclosedAct[]; readonly agreed: number } {
  const sideOf = createSide(report.timeline, report.statement);
  const theirs = new Set<Side>(["theirs", "perhaps theirs"]);
  const isAgreed = createAgreedContact(report);
  const all = disclosed.acts.filter(
    ({ act }) => act.entry === undefined && !isNear(act) && theirs.has(sideOf(act)) && (act.text ?? "").trim() !== "",
  );
  const wrote = all.filter(({ act }) => !isAgreed(act));
  return { wrote, agreed: all.length - wrote.length };
}

/** In which order texts are chosen where not all have room. */
interface Choice {
  readonly ofThreats: ReadonlySet<Act["id"]>;
  readonly chosen: readonly DisclosedAct[];
  readonly rule: string;
}

/** Where a text stands in the order of `chooseTexts`. */
const rankBy = {
  threat: 0,
  frightening: 1,
  threatToGroup: 2,
  frighteningToGroup: 3,
  firstAfterStop: 4,
  other: 5,
  otherToGroup: 6,
} as const;
/** Behind the others stand the short ones, and behind all else the same words again. */
const [ranksOfShort, ranksOfAgain] = [2, 10];

/** Words of a text that no list chose and that comes behind longer ones: "ok", "on my way". */
const mostWordsOfShort = 3;
/** Words, where each letter of a script that puts no blank between words is one: a whole sentence would pass for a word. */
const words =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;
const unsaid = /[^\p{L}\p{Mn}\p{Mc}\p{N}]+|\p{Default_Ignorable_Code_Point}+/gu;

/** The words of a text without case, blanks, punctuation and pictures; of one that has nothing else, the text. */
function wordsAlone(text: string): string {
  return normalForm(text, "NFKC").replace(unsaid, "").toLowerCase() || text.trim();
}

/**
 * What holds words of a plain threat, as the finding `threats` tells it; then what tells of coming in, watching, weapons and the like
 * (`tellsIntrusion`), of hurt, or of where she is; of both what went to her or one person alone before what went to a group; then the first after
 * each stop; then the latest, short ones last, because a frightening text that no list knows is seldom as short as everyday talk. The same words
 * have one row before any other text has none: beside a message of every day, and the banter of a group, no frightening text is left out.
 */
function chooseTexts({ statement, timeline, findings }: Report, wrote: readonly DisclosedAct[]): Choice {
  const actsOf = (isMeant: (finding: Report["findings"][number]) => boolean): ReadonlySet<Act["id"]> =>
    new Set(findings.flatMap((finding) => (isMeant(finding) ? finding.acts : [])));
  const ofThreats = actsOf(({ standing }) => standing === "words of a threat");
  const ofWhereabouts = actsOf(({ pattern }) => pattern === "whereabouts");
  const groupsOf = createGroupsOf(timeline);
  const firsts = new Set(
    placeStops(timeline, statement).flatMap((stop) => wrote.find(({ act }) => isAfterStop({ ...act.when, id: act.id }, stop)) ?? []),
  );
  const rankOf = (one: DisclosedAct, text: string): number => {
    const { id } = one.act;
    const isToGroup = groupsOf(one.act).length > 0;
    if (ofThreats.has(id)) return isToGroup ? rankBy.threatToGroup : rankBy.threat;
    if (ofWhereabouts.has(id) || tellsIntrusion(text) || tellsViolence(text))
      return isToGroup ? rankBy.frighteningToGroup : rankBy.frightening;
    if (firsts.has(one)) return rankBy.firstAfterStop;
    const isShort = (text.match(words) ?? []).length <= mostWordsOfShort;
    return (isToGroup ? rankBy.otherToGroup : rankBy.other) + (isShort ? ranksOfShort : 0);
  };
  // Of the same words the row is for what ranks first, and else for the first after a stop, which has a row in any case.
  const byRank = wrote
    .map((one) => {
      const text = (one.act.text ?? "").slice(0, longestSearched);
      return { one, text, rank: rankOf(one, text) };
    })
    .toSorted((a, b) => a.rank - b.rank || Number(firsts.has(b.one)) - Number(firsts.has(a.one)) || b.one.number - a.one.number);
  const said = new Set<string>();
  const ranked = byRank.map(({ one, text, rank: first }) => {
    const alone = wordsAlone(text);
    const isAgain = said.has(alone);
    said.add(alone);
    return { one, isAgain, rank: !isAgain ? first : firsts.has(one) ? rankBy.firstAfterStop : ranksOfAgain + first };
  });
  return {
    ofThreats,
    chosen: ranked.toSorted((a, b) => a.rank - b.rank || b.one.number - a.one.number).map(({ one }) => one),
    rule: sayRule(ranked, firsts.size),
  };
}

/** The order of `chooseTexts` as far as it put one text before another. */
function sayRule(ranked: readonly { readonly rank: number; readonly isAgain: boolean }[], stops: number): string {
  const ranks = new Set(ranked.map((one) => one.rank));
  const isAny = (...some: readonly number[]): boolean => some.some((one) => ranks.has(one));
  const [isShort, isLonger] = [
    isAny(rankBy.other + ranksOfShort, rankBy.otherToGroup + ranksOfShort),
    isAny(rankBy.other, rankBy.otherToGroup),
  ];
  const lists = [
    ...(isAny(rankBy.threat, rankBy.threatToGroup) ? ["words of a plain threat"] : []),
    ...(isAny(rankBy.frightening, rankBy.frighteningToGroup)
      ? ["words of coming in, watching, a weapon, hurt, pictures or where somebody is"]
      : []),
  ];
  const steps = [
    ...lists.slice(0, -1),
    ...lists
      .slice(-1)
      .map((list) => `${list}${isAny(rankBy.threatToGroup, rankBy.frighteningToGroup) ? ", of these what went to a group last" : ""}`),
    ...(stops > 0 ? [`the first after ${stops === 1 ? "the" : "each"} stop`] : []),
    "the latest",
  ];
  const isOfBoth = isShort && isLonger;
  const order = [
    steps.length === 1 ? "the latest first" : `first ${steps.join(", then ")}`,
    ...(isOfBoth ? [`longer ones before those of at most ${sayFew(mostWordsOfShort)} words`] : []),
    ...(isAny(rankBy.otherToGroup, rankBy.otherToGroup + ranksOfShort)
      ? [`of ${isOfBoth ? "each" : "these"} what went to a group last`]
      : []),
  ];
  const again = ranked.filter(({ isAgain }) => isAgain);
  const isFirstAgain = again.some(({ rank }) => rank === rankBy.firstAfterStop);
  return (
    order.join(", ") +
    `${again.length === 0 ? "" : "; the same words again after all others"}${isFirstAgain ? ", but for the first after a stop" : ""}`
  );
}

/** What they wrote, as far as it finds room beside the acts near her, in the order of `chooseTexts`. What was agreed is counted apart. */
export function wroteSection(report: Report, disclosed: Disclosed, sayAnswered: SayAnswered): object {
  const { statement, timeline } = report;
  const sideOf = createSide(timeline, statement);
  const { wrote, agreed } = textsOfTheirs(report, disclosed);
  const { chosen, ofThreats, rule } = chooseTexts(report, wrote);
  const { them } = namesInPrint(statement);
  const whoseIs = createWhose(statement);
  const sayer = `${initialsOf(statement.me.label)} is`;
  const noteOf = createNotThisNote(report);
  const sayTo = createSayTo(report);
  const sayAccountOf = (act: Act): readonly string[] => {
    const shown = sayShownAs(whoseIs(act), act, statement.them.label);
    return shown === undefined ? [] : [`by ${shown}`];
  };
  const toRow = ({ act, number, exhibits }: DisclosedAct): WroteRow => ({
    row: number,
    exhibits: exhibits.length === 0 ? "no exhibit" : exhibitNumbers(exhibits, 2),
    day: sayShortDayOfAct(act, statement.zone),
    time: sayTimeOfAct(act, statement.zone),
    channel: wordsOf(
      [`${sayChannel(act.channel)}${sayTo(act)}`, ...sayAccountOf(act), ...(ofThreats.has(act.id) ? ["words of a threat"] : [])].join(", "),
    ),
    what: wordsOf(`${quoted(act.text ?? "", longestText, "the chronology")}${noteOfScript(act.text ?? "")}`),
    answered: wordsAfter(sayAnswered({ act }), (says) => `, ${says}`),
    who: wordsOf(
      [
        `${sideOf(act) === "theirs" ? "" : "perhaps: "}${sayHowKnown(whoseIs(act), act, sayer)}`,
        ...[noteOf(act.id)].filter((note) => note !== ""),
      ].join("; "),
    ),
  });
  return {
    them: wordsOf(them),
    total: wrote.length,
    perhaps: wrote.filter(({ act }) => sideOf(act) === "perhaps theirs").length,
    agreed,
    rule,
    rows: chosen.slice(0, mostRows).map(toRow),
  };
}
