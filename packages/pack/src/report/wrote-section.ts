import {
  type Act,
  type Report,
  type Side,
  createGroupsOf,
  createSide,
  createWhose,
  dayIn,
  isAfterStop,
  placeStops,
  tellsIntrusion,
  tellsViolence,
} from "@unmask/core";
import { initialsOf, namesInPrint, sayChannel, sayCount, sayHowKnown, sayNumber, sayShownAs, sayShortDay } from "@unmask/words";
import { type Answered, type SayAnswered, asSentence } from "./answered.ts";
import { type Disclosed, type DisclosedAct, exhibitNumbers } from "./disclosed-acts.ts";
import { createAgreedContact } from "./agreed-acts.ts";
import { createNotThisNote, refusedActs } from "./not-this-acts.ts";
import { isNear } from "./near-section.ts";
import { sayWhen } from "./stands-out.ts";
import { createSayTo } from "./say-receivers.ts";
import { sayTimeOf } from "./time-of-act.ts";
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

/** Texts that are theirs or perhaps theirs, not those near her, in order of time; what was agreed apart. */
function textsOfTheirs(report: Report, disclosed: Disclosed): { readonly wrote: readonly DisclosedAct[]; readonly agreed: number } {
  const sideOf = createSide(report.timeline, report.statement);
  const theirs = new Set<Side>(["theirs", "perhaps theirs"]);
  const isAgreed = createAgreedContact(report);
  const all = disclosed.acts.filter(({ act }) => !isNear(act) && theirs.has(sideOf(act)) && (act.text ?? "").trim() !== "");
  const wrote = all.filter(({ act }) => !isAgreed(act));
  return { wrote, agreed: all.length - wrote.length };
}

/** In which order texts are chosen where not all have room. */
interface Choice {
  readonly ofThreats: ReadonlySet<Act["id"]>;
  readonly chosen: readonly DisclosedAct[];
  readonly rule: string;
}

/**
 * What holds words of a plain threat, as the finding `threats` tells it; then what tells of coming in, watching, weapons and the like
 * (`tellsIntrusion`), of hurt, or of where she is; then the first after each stop; then the latest. Of each what went to her or one person alone
 * before what went to a group, where the same words are chosen once before all else is: beside everyday talk, and the banter of a group, no
 * frightening text is among those that have no row.
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
  const isFrightening = ({ id, text }: Act): boolean => {
    const words = (text ?? "").slice(0, longestSearched);
    return ofWhereabouts.has(id) || tellsIntrusion(words) || tellsViolence(words);
  };
  const saidInGroup = new Set<string>();
  const rankOf = (one: DisclosedAct): number => {
    const { act } = one;
    const rank = ofThreats.has(act.id) ? 0 : isFrightening(act) ? 1 : firsts.has(one) ? 4 : 5;
    if (groupsOf(act).length === 0) return rank;
    const words = (act.text ?? "").slice(0, longestSearched).trim().toLowerCase();
    if (saidInGroup.has(words)) return 7;
    saidInGroup.add(words);
    return rank === 4 ? 4 : rank === 5 ? 6 : rank + 2;
  };
  const ranked = wrote.toReversed().map((one) => ({ one, rank: rankOf(one) }));
  const isAny = (...ranks: readonly number[]): boolean => ranked.some(({ rank }) => ranks.includes(rank));
  const threats = wrote.filter(({ act }) => ofThreats.has(act.id)).length;
  const steps = [
    ...(threats > 0 ? [`the ${sayNumber(threats)} with words of a plain threat`] : []),
    ...(isAny(1, 3) ? ["words of coming in, watching, a weapon, hurt, pictures or where somebody is"] : []),
    ...(firsts.size > 0 ? [`the first after ${firsts.size === 1 ? "the" : "each"} stop`] : []),
    "the latest",
  ];
  return {
    ofThreats,
    chosen: ranked.toSorted((a, b) => a.rank - b.rank).map(({ one }) => one),
    rule:
      `${steps.length === 1 ? "the latest first" : `first ${steps.join(", then ")}`}` +
      `${isAny(2, 3, 6, 7) ? "; what went to a group after what did not, the same words once" : ""}`,
  };
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
    day: sayShortDay(dayIn(statement.zone, act.when.earliest)),
    time: sayTimeOf(act.when, statement.zone),
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
