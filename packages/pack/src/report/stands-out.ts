import {
  type Act,
  type Finding,
  type Report,
  type Side,
  type Standing,
  type Zone,
  createGroupsOf,
  createSaidOther,
  createSide,
  placeOfNear,
  threatensLife,
} from "@unmask/core";
import { namesInPrint, sayBriefly, saySender, withoutQuotationMarks, sayDayOfAct, sayTimeOfAct } from "@unmask/words";
import { type SayAnswered, asSentence } from "./answered.ts";
import { type Disclosed, type DisclosedAct, exhibitsOfActs } from "./disclosed-acts.ts";
import { rankOfSide } from "./near-section.ts";
import { createIsStop } from "./stop-acts.ts";
import { endsWithStop, noteOfScript, wholeWordsOf } from "./whole-words.ts";
import { type Words, textOf, wordsOf } from "./words.ts";

/** A text is read to here for how many words it has: a mail of many megabytes must not be walked for a row. */
const longestRead = 20_000;
/** Texts that stand behind the count of them. */
const mostBeside = 3;
/** The same of threats: where page 1 has room it is theirs. */
const mostThreatsBeside = 6;
/** More than there are places of kinds (`placeOfNear`). */
const ranksOfKinds = 100;
/** More than there are ranks of what went to nobody but one person. */
const ranksOfAll = 100 * ranksOfKinds;

/** A stop that was said and not written stands in an exhibit of its own, which what came after it need not be in. */
const isWordlessStop = /\bto stop in (?:a call|person)\b/;

/** One line of what stands out, with the exhibits that its acts stand in. */
interface StandingOut {
  /** That of its finding, the same in both papers. */
  readonly number: number;
  readonly line: Words;
  readonly exhibits: string;
  /** The line with all of its words; null where it holds them, or another row tells them. */
  readonly full: FullWords | null;
  /** Words of acts that the line only counts, told behind it where there is room. */
  readonly beside: Words | null;
  /** What of hers the words came after, of the line and of those beside it, for where there is room. */
  readonly answered: Words | null;
  readonly answeredBeside: Words | null;
  /** The numbers of the acts of which it holds all words: by itself, and where what is told in it has room. */
  readonly holds: readonly number[];
  readonly holdsTold: readonly number[];
}

/** The line in parts: before the words, then the words and what is behind them, or what stands for them where they have no room and what is behind that. */
interface FullWords {
  readonly before: Words;
  readonly words: Words | null;
  readonly isWhole: boolean;
  readonly afterWords: Words;
  readonly brief: Words;
  readonly after: Words;
  /** The number of the act. */
  readonly row: number;
}

/** What stands out, in the printed order of the findings. */
export interface StandsOut {
  /** All that is no count: each has its line on the first page. */
  readonly lines: readonly StandingOut[];
  /** The counts, of which the typesetter takes as many as there is room for. */
  readonly counts: readonly StandingOut[];
  /** The number of the finding that the last line of the first page tells. */
  readonly countedNumber: number | null;
}

/** Of these a row is told whole up to so many characters, whatever room there is. */
const threatStandings: ReadonlySet<Standing> = new Set<Standing>(["words of a threat", "not said whose"]);
const longestThreat = 300;
/** Of these the last line counts what has no line of its own. */
const restStandings: ReadonlySet<Standing> = new Set<Standing>(["near her", "words of a threat", "not said whose"]);

/** What can be a threat and was answered with laughter is a count, and its words stand on page 1 as those of a threat do: who is afraid laughs too. */
function isJest({ pattern, standing }: Pick<Finding, "pattern" | "standing">): boolean {
  return pattern === "threats" && standing === "count";
}

/** How many acts there are, and on how many days, is the last line of the first page (`counted`), and is not said twice. */
const saidBelow = "frequency";

/** The findings come in the printed order, so that the counts stand last. An act that an earlier row tells is named by the number of that row. */
export function whatStandsOut(report: Report, disclosed: Disclosed, sayAnswered: SayAnswered): StandsOut {
  const sideOf = createSide(report.timeline, report.statement);
  const isStop = createIsStop(report);
  const stops = disclosed.acts.filter(({ act }) => isStop(act));
  const numbered = report.findings.map((finding, i) => ({ ...finding, number: i + 1 }));
  const told = numbered
    .filter(({ pattern }) => pattern !== saidBelow)
    .map((finding) => ({ ...finding, line: withSender(finding, disclosed) }));
  const firstByAct = new Map<DisclosedAct, number>();
  const again = new Map<number, number>();
  for (const { standing, acts, number, line } of told) {
    const [id] = acts;
    const only = standing === "count" || acts.length !== 1 || id === undefined ? undefined : disclosed.byId.get(id);
    if (only === undefined || !tells(line, only)) continue;
    const first = firstByAct.get(only);
    if (first !== undefined) again.set(number, first);
    else firstByAct.set(only, number);
  }
  const rowOf = (finding: (typeof told)[number]): StandingOut => {
    const { number, acts, line, standing } = finding;
    const of = again.get(number);
    const full = of === undefined ? fullOf(finding, { disclosed, stops }) : null;
    const beside = besideOf(finding, { disclosed, report, sideOf, firstByAct });
    const only = acts[0] === undefined || acts.length > 1 ? undefined : disclosed.byId.get(acts[0]);
    const isTold = only !== undefined && firstByAct.get(only) === number;
    const quotedAct = of !== undefined ? undefined : isTold ? only : full === null ? undefined : disclosed.acts[full.row - 1];
    const answered = quotedAct && sayAnswered(quotedAct);
    // The stop is quoted by a row of its own.
    const isStopTold = standing === "after a stop" && stops.some(({ act }) => act.id === answered?.hers);
    const said = of !== undefined ? sayAgain(line, of) : full === null ? line.replace(inFullBelow, "not shown here") : line;
    // A threat that its line has no room for is told whole all the same, where it is short: its words are what page 1 is for.
    const whole = full?.isWhole === true && full.words !== null ? [full.before, full.words, full.afterWords].map(textOf).join("") : "";
    const isAlwaysTold = threatStandings.has(standing) && whole !== "" && whole.length <= longestThreat;
    return {
      number,
      line: wordsOf(withScript(isAlwaysTold ? whole : said)),
      exhibits: exhibitsOfActs(
        standing === "after a stop" && isWordlessStop.test(line) ? [...stops.map(({ act }) => act.id), ...acts] : acts,
        disclosed,
      ),
      full: isAlwaysTold ? null : full,
      beside: beside.words,
      // A line that quotes hers itself says it once.
      answered: answered === undefined || isStopTold || isQuotedIn(line, answered.says) ? null : wordsOf(asSentence(answered.says)),
      answeredBeside: wordsAfter(beside.told, sayAnswered),
      holds: isTold && (isAlwaysTold || (!promise.test(line) && !partQuoted.test(line))) ? [only.number] : [],
      holdsTold: [...(full?.isWhole === true ? [full.row] : []), ...beside.holds],
    };
  };
  // Of the few threats and acts near her that have a row, none takes it to say that another row tells it.
  const isRepeat = ({ pattern, number }: (typeof told)[number]): boolean =>
    (pattern === "near-her" || pattern === "threats") && again.has(number);
  return {
    lines: told.filter((finding) => finding.standing !== "count" && !isRepeat(finding)).map(rowOf),
    counts: told.filter(({ standing }) => standing === "count").map(rowOf),
    countedNumber: numbered.find(({ pattern }) => pattern === saidBelow)?.number ?? null,
  };
}

interface Beside {
  readonly disclosed: Disclosed;
  readonly report: Report;
  readonly sideOf: (act: Act) => Side;
  /** By which row an act is told. */
  readonly firstByAct: ReadonlyMap<DisclosedAct, number>;
}

/**
 * What a line counts and quotes nothing of: what came first while an order or a bail condition held, the words by a rule of `whereabouts`, where they
 * are many of the three latest that no row tells, and of the threats and the acts near her that have no line of their own up to three, by kind. What went to
 * a group comes last, and the same words stand once.
 */
function besideOf(
  finding: Finding,
  { disclosed, report, sideOf, firstByAct }: Beside,
): { readonly words: Words | null; readonly told: readonly DisclosedAct[]; readonly holds: readonly number[] } {
  const { standing, pattern, acts, line } = finding;
  const isTold = pattern === "threats" && standing === "not said whose";
  const isOrder = standing === "order or bail";
  const isOfWhereabouts = pattern === "whereabouts";
  const isFew = isOfWhereabouts && acts.length <= mostBeside;
  const all = acts.flatMap((id) => disclosed.byId.get(id) ?? []);
  // Acts in the same words are several in one line that tells them.
  const isRest =
    (isOfWhereabouts && !isFew) ||
    ((restStandings.has(standing) || isJest(finding)) &&
      (acts.length > 1 || standing !== "near her") &&
      !all.some((one) => tells(line, one)));
  const some = isOrder ? all.slice(0, 1) : isFew || isRest ? all : [];
  // As in the table of acts near her: theirs first, then by kind, the latest first; of threats those that name death first.
  const isOfThreats = standing !== "near her";
  const groupsOf = createGroupsOf(report.timeline);
  const rankIn = ({ act }: DisclosedAct): number => (groupsOf(act).length > 0 ? ranksOfAll : 0) + rankOfKind(act);
  const rankOfKind = (act: Act): number =>
    isOfThreats
      ? Number(!threatensLife(act.text ?? "")) * ranksOfKinds + (isOfWhereabouts ? rankOfSide(sideOf(act)) : 0)
      : rankOfSide(sideOf(act)) * ranksOfKinds + (placeOfNear(act) ?? 0);
  const told = some.map((one) => {
    const text = (one.act.text ?? "").trim();
    const { words, isWhole } = wholeWordsOf(text, { isWholeOrNone: one.act.grade === "own-account" });
    const row = firstByAct.get(one);
    const said = row !== undefined ? `the same act as ${row}` : text === "" || !isWhole ? null : words;
    return { one, said: typeof said === "string" || said === null ? said : textOf(said), isHeld: row === undefined };
  });
  const sayable = told.filter(({ said, isHeld }) => said !== null && (isHeld || !isRest));
  if (sayable.length === 0 || (sayable.length < some.length && !isRest)) return { words: null, told: [], holds: [] };
  const seen = new Set<string | null>();
  const isFirstOfItsWords = ({ said }: (typeof told)[number]): boolean => !seen.has(said) && seen.add(said).has(said);
  const chosen = isRest
    ? [...sayable]
        .sort((a, b) => rankIn(a.one) - rankIn(b.one) || b.one.number - a.one.number)
        .filter(isFirstOfItsWords)
        .slice(0, isOfThreats && !isOfWhereabouts ? mostThreatsBeside : mostBeside)
    : sayable;
  const says = chosen
    .map(
      ({ one, said }) =>
        `${sayWhen(one, report.statement.zone)} (no. ${one.number}${isTold ? sayTeller(one.act, sideOf(one.act), report) : sayDoubt(one.act, sideOf(one.act), report)}): ${said}`,
    )
    .join("; ");
  const held = chosen.filter(({ isHeld }) => isHeld).map(({ one }) => one);
  return {
    words: wordsOf(` ${isOrder ? "First then, " : isRest ? "Of these, " : ""}${says}${/[.!?…]’?”$/.test(says) ? "" : "."}`),
    told: held,
    holds: held.map(({ number }) => number),
  };
}

/** Whether a line has her words that are told again: "1 minute after HR’s “ok x”". */
function isQuotedIn(line: string, says: string): boolean {
  const hers = /“[^”]*”/.exec(says)?.[0];
  return hers !== undefined && / after [^“”]*$/.test(line.slice(0, line.indexOf(hers))) && line.includes(hers);
}

/** " After HR’s “Who is this?” (no. 8).", with the number of hers; of several each with its own before it: "No. 9 after HR’s …". */
function wordsAfter(told: readonly DisclosedAct[], sayAnswered: SayAnswered): Words | null {
  const says = told.flatMap((one) => {
    const answered = sayAnswered(one);
    if (answered === undefined) return [];
    const ofHers = ` (no. ${answered.number})`;
    return [`${told.length > 1 ? `no. ${one.number} ` : ""}${answered.says}${answered.says.includes(ofHers) ? "" : ofHers}`];
  });
  return says.length === 0 ? null : wordsOf(asSentence(says.join("; ")));
}

/** Who told of somebody: whose the words are is no question there. */
function sayTeller({ from }: Act, side: Side, { statement }: Report): string {
  const sender = side.startsWith("hers") ? namesInPrint(statement).me : saySender(from);
  return `, told by ${sender ?? "others"}`;
}

/** By whom, where it is not certain. */
function sayDoubt({ from }: Act, side: Side, { statement }: Report): string {
  if (side === "theirs") return "";
  if (side === "perhaps theirs") return `, perhaps by ${namesInPrint(statement).them}`;
  const sender = saySender(from);
  if (sender !== undefined && createSaidOther(statement)(from))
    return `, by ${sender}, somebody else as ${namesInPrint(statement).me} says`;
  return sender === undefined ? ", by whom is not known" : `, by ${sender}, not ${side === "others" ? "said" : "known"} whose`;
}

/** "5 August 2026, 02:35". */
export function sayWhen({ act }: DisclosedAct, zone: Zone): string {
  // The minute is enough where the number of the act stands beside it.
  const time = sayTimeOfAct(act, zone).replace(/^(\d\d:\d\d):\d\d$/, "$1");
  return `${sayDayOfAct(act, zone)}${time === "" ? "" : `, ${time}`}`;
}

/** What a line says that quotes no word (docs/formats/finding.md): "message, 20 words, in full below". */
const inFullBelow = "in full below";
const promise = /(?<=: )(?:[^:,]+, )?(?:over )?([\d,]+) words?, in full below/;
/** Words that a line quotes in part or whole; it has no quotation mark inside them. */
const quotation = /“[^”]*”(?: \((?:over )?[\d,]+ words? more\))?/;
const partQuoted = /“[^”]*” \((?:over )?[\d,]+ words? more\)/;

/** Whether a line has words of an act, or says that they follow: a finding can rest on one act, and its line tell of another. */
function tells(line: string, { act }: DisclosedAct): boolean {
  const text = sayBriefly(withoutQuotationMarks((act.text ?? "").slice(0, longestRead)), longestRead);
  const promised = promise.exec(line)?.[1];
  if (promised !== undefined) return text !== "" && Number(promised.replaceAll(",", "")) === text.split(" ").length;
  const [, quoted] = /“(?:… )?([^”]*?)(?: …)?”/.exec(line) ?? [];
  return quoted !== undefined && text.includes(quoted);
}

/** The line with the number of the row that tells the act, in place of its words. */
function sayAgain(line: string, number: number): string {
  const same = `the same act as ${number}`;
  const said = line.replace(promise, same).replace(quotation, same);
  return said === line ? `${line} It is ${same}.` : said.replace(/(the same act as \d+)(?=$| \p{Lu})/u, "$1.");
}

interface Around {
  readonly disclosed: Disclosed;
  /** The acts that are stops: a line can quote hers, which its finding does not rest on. */
  readonly stops: readonly DisclosedAct[];
}

function fullOf(finding: Finding, { disclosed, stops }: Around): FullWords | null {
  const { line, acts, standing } = finding;
  const found = standing === "count" && !isJest(finding) ? null : (promise.exec(line) ?? partQuoted.exec(line));
  if (found === null) return null;
  const all = acts.flatMap((id) => disclosed.byId.get(id) ?? []);
  // The words before "Then" are hers: never those of an act that came after and has as many words.
  const isStop = standing === "after a stop" && line.slice(found.index + found[0].length).startsWith(". Then ");
  const one = acts.length === 1 && !isStop ? all[0] : (isStop ? stops : [...stops, ...all]).find((any) => tells(line, any));
  const text = (one?.act.text ?? "").trim();
  if (one === undefined || text === "") return null;
  const { words, isWhole } = wholeWordsOf(text, { isWholeOrNone: one.act.grade === "own-account" });
  const after = line.slice(found.index + found[0].length);
  return {
    before: wordsOf(line.slice(0, found.index)),
    words,
    isWhole,
    brief: wordsOf(`${withScript(found[0].replace(`, ${inFullBelow}`, ""))}, `),
    // Words that end with a stop of their own need none behind them.
    afterWords: wordsOf(isWhole && endsWithStop(text) ? after.replace(/^\./, "") : after),
    after: wordsOf(after),
    row: one.number,
  };
}

/** A line that has no room for the address of a sender of whom nobody said who that is, with the whole of it. */
function withSender({ line, acts }: Finding, disclosed: Disclosed): string {
  const only = acts[0] === undefined || acts.length > 1 ? undefined : disclosed.byId.get(acts[0])?.act;
  const sender = only === undefined ? undefined : saySender(only.from);
  if (sender === undefined) return line;
  return line.replace(
    / (?:(?:Not|By [^“”]*, not) (said|known) whose|By whom: not said)\.$/,
    (_, known: string = "said") => ` By ${sender}, not ${known} whose.`,
  );
}

/** A line that quotes words of another script than Latin says that they are not translated. */
function withScript(line: string): string {
  return line
    .replace(quotation, (words) => `${words}${noteOfScript(words.slice(0, words.indexOf("”")))}`)
    .replace(/(\(not translated\))(?=$| \p{Lu})/u, "$1.");
}
