import {
  type Act,
  type Report,
  type Side,
  type Whose,
  createNameInWords,
  createSide,
  createWhose,
  homeChannels,
  isInPerson,
  isTheirs,
  placeOfNear,
  tellsComingIn,
} from "@unmask/core";
import {
  initialsOf,
  namesInPrint,
  sayCount,
  sayFew,
  sayGrade,
  sayHowKnown,
  sayShownAs,
  sayKind,
  sayKinds,
  sayList,
  sayTimes,
  sayShortDayOfAct,
  sayTimeOfAct,
} from "@unmask/words";
import { type DisclosedAct, type Disclosed, exhibitNumbers } from "./disclosed-acts.ts";
import { createAgreedContact } from "./agreed-acts.ts";
import { createAttached } from "./attached.ts";
import { createNotThisNote } from "./not-this-acts.ts";
import { sayIdentityInPrint } from "./identity-in-print.ts";
import { codesByAct } from "./codes-by-act.ts";
import { createSayReceivers } from "./say-receivers.ts";
import { noteOfScript } from "./whole-words.ts";
import { type Words, quoted, wordsOf } from "./words.ts";

/** Rows that are measured for two pages: no more fit, however short they are. */
const mostRows = 90;
/** Characters of one act: the whole text is in the chronology under the same number. Her own account has more, because its end can take back its beginning. */
const longestText = 220;
const longestAccount = 700;

/** Acts of one camera by nobody known that stand as rows of their own; of more, one row counts them: fifty of them would hide the rest. */
const mostAlike = 3;

/** One row of the table: an act, or what one camera saw so often that one row counts it. */
interface NearRow {
  /** Its number in the chronology, of several the first. */
  readonly row: number;
  /** The number as it is printed, or how many acts they are. */
  readonly number: string;
  /** Acts in it. */
  readonly acts: number;
  readonly exhibits: string;
  readonly day: string;
  readonly time: string;
  readonly kind: string;
  readonly what: Words;
  readonly who: Words;
  readonly sure: string;
  readonly known: string;
  readonly letters: string;
}

/**
 * The acts near her, none of them hers and none of them agreed, in the order in which they are chosen where not all fit two pages: what is theirs, so that no camera and
 * no stranger crowds it out, what is perhaps theirs, the rest; of each by kind (`placeOfNear`), the latest first.
 */
export function nearSection(report: Report, disclosed: Disclosed): object {
  const { statement, timeline, findings } = report;
  const sideOf = createSide(timeline, statement);
  const isAgreed = createAgreedContact(report);
  const attached = createAttached(report);
  const all = disclosed.acts.filter(({ act }) => placeOfNear(act) !== undefined && !sideOf(act).startsWith("hers"));
  const near = all.filter(({ act }) => !isAgreed(act));
  const together = gatherAlike(near, sideOf);
  const whoseRank = ([{ act }]: Alike): number => rankOfSide(sideOf(act));
  const chosen = [...together]
    .sort((a, b) => whoseRank(a) - whoseRank(b) || rankOfRow(a) - rankOfRow(b) || lastOf(b).number - lastOf(a).number)
    .slice(0, mostRows);
  const names = namesInPrint(statement);
  const whoseIs = createWhose(statement);
  const nameInWords = createNameInWords(statement);
  const markedActs = new Set((statement.marks ?? []).map(({ act }) => act));
  const sayReceivers = createSayReceivers(statement);
  const whoOfAct = (act: Act): { who: Words; sure: string } =>
    whoOf(act, whoseIs(act), {
      them: names.them,
      sayer: `${initialsOf(statement.me.label)} is`,
      to: sayReceivers(act),
      label: statement.them.label,
      inWords: markedActs.has(act.id) ? undefined : nameInWords(act),
    });
  const codesById = codesByAct(findings);
  const noteOf = createNotThisNote(report);
  const oneRow = ({ act, number, exhibits }: DisclosedAct): NearRow => ({
    row: number,
    number: String(number),
    acts: 1,
    exhibits: exhibits.length === 0 ? "no exhibit" : exhibitNumbers(exhibits, 2),
    day: sayShortDayOfAct(act, statement.zone),
    time: sayTimeOfAct(act, statement.zone),
    kind: sayKind(act),
    what: wordsOf(`${whatOf(act)}${attached.asSentence(act)}`),
    ...withNote(whoOfAct(act), noteOf(act.id)),
    known: sayGrade(act.grade),
    letters: [...(codesById.get(act.id) ?? [])].sort().join(", "),
  });
  const toRow = (alike: Alike): NearRow => {
    const row = oneRow(alike[0]);
    if (alike.length === 1) return row;
    const { act } = alike[0];
    return {
      ...row,
      number: sayCount(alike.length, "act"),
      acts: alike.length,
      time: `to ${sayShortDayOfAct(lastOf(alike).act, statement.zone)}`,
      kind: `${row.kind}, ${sayTimes(alike.length)}`,
      who: wordsOf("By whom is not known"),
      sure: act.from.wrote === "" ? "no name in the source" : "no name of a person in the source",
    };
  };
  const rows = chosen.map(toRow);
  return {
    total: near.length,
    hers: sayHers(disclosed, sideOf, names.me),
    told: rows.length > 0 ? null : sayTold(report, disclosed, sideOf),
    agreed: all.length - near.length,
    rule: wordsOf(
      `first what is by ${names.them}, then what is perhaps by ${names.them}, then the rest; of each by kind, damage, coming in, what else was in person, then what came into accounts and devices; of a kind first what ${names.me} wrote down, the latest first.`,
    ),
    rows,
    alike: rows.some(({ acts }) => acts > 1)
      ? `What one camera saw more than ${sayFew(mostAlike)} times, by nobody known, is one row, from the first day to the last; the chronology has each act.`
      : null,
    letters: rows.some(({ letters }) => letters !== "")
      ? wordsOf(
          `${lawOf(report)}: the letter of the example that an act of its kind can be. That is our reading and not a finding; the examples are in the chronology.`,
        )
      : null,
  };
}

/** Numbers of messages that stand one by one. */
const mostOfTold = 8;
/** A text is read to here: a message of many megabytes must not be walked for one sentence. */
const longestRead = 20_000;
/** That the search found nothing is never said as if there were nothing: a defence would quote it. */
const searched = ", in words that no list has: the search is for a list of English words.";

/**
 * Of which messages it was found that they tell of such acts, where no record is of one: "I let myself in" is no record of a coming in, and a reader who is
 * told of none would take it that there was none.
 */
function sayTold({ findings }: Report, { acts }: Disclosed, sideOf: (act: Act) => Side): Words {
  const isOfTheirs = (act: Act): boolean => sideOf(act) === "theirs" || sideOf(act) === "perhaps theirs";
  const brought = findings.flatMap(({ pattern, standing, acts: ids }) =>
    pattern === "threats" && standing === "not said whose" ? ids : [],
  );
  const where = findings.flatMap(({ pattern, acts: ids }) => (pattern === "whereabouts" ? ids : []));
  const [isBrought, isWhere] = [new Set(brought), new Set(where)];
  const told = acts.filter(
    ({ act }) =>
      !isNear(act) &&
      (isBrought.has(act.id) || (isOfTheirs(act) && (isWhere.has(act.id) || tellsComingIn((act.text ?? "").slice(0, longestRead))))),
  );
  if (told.length === 0) return wordsOf(`Messages can tell of one all the same${searched}`);
  const numbers = told.slice(0, mostOfTold).map(({ number }) => String(number));
  const more = told.length - numbers.length;
  const which = `no. ${sayList([...numbers, ...(more > 0 ? [`${more} more`] : [])])}`;
  return wordsOf(
    `But ${sayCount(told.length, "message")} ${told.length === 1 ? "has" : "have"} words that can tell of one, or of being near: ${which}, in the chronology. Others can tell of one too${searched} Whether it was done whoever reads this should ask.`,
  );
}

/** Numbers of her own acts that stand one by one. */
const mostOfHers = 6;

/** What she did in person or wrote of herself, which has no row in the table: how much, and where it stands. Null where there is none. */
function sayHers({ acts }: Disclosed, sideOf: (act: Act) => Side, me: string): Words | null {
  const hers = acts.filter(({ act }) => (isInPerson(act) || act.kind === "threat") && sideOf(act).startsWith("hers"));
  if (hers.length === 0) return null;
  const numbers = hers.map(({ number }) => String(number));
  const which = hers.length > mostOfHers ? `Nos. ${numbers[0]} to ${numbers.at(-1)}` : `no. ${sayList(numbers)}`;
  // A line of a diary that was called an entry tells of no coming in by her.
  const kinds = hers.map(({ act }) => (act.grade === "own-account" && act.kind === "entry" ? { ...act, kind: "other" as const } : act));
  const did = kinds.some(({ grade, kind }) => grade === "own-account" && kind === "other")
    ? "did in person or wrote of the day"
    : "did in person";
  return wordsOf(`What ${me} ${did} has no row here: ${sayKinds(kinds)}, in the chronology (${which}).`);
}

function whatOf({ text, grade }: Act): string {
  if (text === null || text.trim() === "") return "The source keeps no words.";
  return `${quoted(text, grade === "own-account" ? longestAccount : longestText, "the chronology")}${noteOfScript(text)}`;
}

/** Whether an act belongs among those near her. */
export function isNear(act: Act): boolean {
  return placeOfNear(act) !== undefined;
}

/** Acts of one row, in order of time. */
type Alike = readonly [DisclosedAct, ...DisclosedAct[]];

function lastOf(alike: Alike): DisclosedAct {
  return alike.at(-1) ?? alike[0];
}

function rankOfRow([{ act }]: Alike): number {
  return placeOfNear(act) ?? 0;
}

/** Theirs first, then what is perhaps theirs, then the rest: no camera and no stranger takes their room. */
export function rankOfSide(side: Side): number {
  if (side === "theirs") return 0;
  return side === "perhaps theirs" ? 1 : 2;
}

/** Puts together what one camera or assistant wrote again and again in the same words, of nobody whom anybody named. */
function gatherAlike(near: readonly DisclosedAct[], sideOf: (act: Act) => Side): readonly Alike[] {
  const rows: Alike[] = [];
  const alikeByKey = new Map<string, [DisclosedAct, ...DisclosedAct[]]>();
  for (const one of near) {
    const { kind, channel, from, text, grade, source } = one.act;
    const side = sideOf(one.act);
    if (side === "theirs" || side === "perhaps theirs" || grade === "own-account" || !homeChannels.has(channel)) {
      rows.push([one]);
      continue;
    }
    const key = JSON.stringify([source.sha256, kind, channel, from.normal, text]);
    const known = alikeByKey.get(key);
    if (known) known.push(one);
    else alikeByKey.set(key, [one]);
  }
  for (const alike of alikeByKey.values()) {
    if (alike.length > mostAlike) rows.push(alike);
    else for (const one of alike) rows.push([one]);
  }
  return rows;
}

/** How the people of an act are called in a row. */
interface Called {
  readonly them: string;
  readonly sayer: string;
  readonly to: string;
  /** The name by which she calls them. */
  readonly label: string;
  /** The stated name that the words of a row hold, where the column for who did it names nobody. */
  readonly inWords: string | undefined;
}

/** By whom, and to whom where that was somebody else: a wall that he sat on can be her mother’s. */
function whoOf(act: Act, whose: Whose, { them, sayer, to, label, inWords }: Called): { who: Words; sure: string } {
  const shown = sayShownAs(whose, act, label);
  if (isTheirs(whose))
    return { who: wordsOf(`${them}${shown === undefined ? "" : ` (${shown})`}${to}`), sure: sayHowKnown(whose, act, sayer) };
  if (whose === "perhaps theirs") return { who: wordsOf(`Perhaps ${them}${to}`), sure: sayHowKnown(whose, act, sayer) };
  const isNobody = act.from.kind === "withheld" || (act.from.wrote === "" && act.from.name === undefined);
  // Her own name beside a line of her diary says who wrote it, and not who did what it tells of.
  const column = !isNobody && whose === "withheld" ? "only its writer stands beside it" : "no name in the column for it";
  if (inWords !== undefined) return { who: wordsOf(`Not known${to}`), sure: `${column}; the words name ${inWords}` };
  if (!isNobody && whose === "withheld") return { who: wordsOf(`Not known${to}`), sure: column };
  return isNobody
    ? { who: wordsOf(`Not known${to}`), sure: "no name in the source" }
    : { who: wordsOf(`${sayIdentityInPrint(act.from)}${to}`), sure: "as the source wrote it" };
}

function withNote({ who, sure }: { who: Words; sure: string }, note: string): { who: Words; sure: string } {
  return { who, sure: note === "" ? sure : `${sure}; ${note}` };
}

/** The law that the letters are of: "Protection from Harassment Act 1997 s2A(3)". */
export function lawOf({ statement }: Report): string {
  const { examplesRule, name } = statement.jurisdiction;
  return examplesRule === null ? name : `${examplesRule.act ?? name} ${examplesRule.section}`;
}
