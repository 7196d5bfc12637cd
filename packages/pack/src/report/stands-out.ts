import { type Finding, type Report, placeStops } from "@unmask/core";
import { sayBriefly } from "@unmask/words";
import { type Disclosed, type DisclosedAct, exhibitsOfActs } from "./disclosed-acts.ts";
import { wholeWordsOf } from "./whole-words.ts";
import { type Words, wordsOf } from "./words.ts";

/** A text is read to here for how many words it has: a mail of many megabytes must not be walked for a row. */
const longestRead = 20_000;

/** One line of what stands out, with the exhibits that its acts stand in. */
interface StandingOut {
  /** That of its finding, the same in both papers. */
  readonly number: number;
  readonly line: Words;
  readonly exhibits: string;
  /** The words that the line has no room for, and the act they are of; null where it holds them, or another row tells them. */
  readonly full: FullWords | null;
}

interface FullWords {
  /** The line before and behind the place where the act stands, for where its words have no room. */
  readonly before: Words;
  readonly after: Words;
  readonly words: Words | null;
  readonly isWhole: boolean;
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

/** How many acts there are, and on how many days, is the last line of the first page (`counted`), and is not said twice. */
const saidBelow = "frequency";

/** The findings come in the printed order, so that the counts stand last. An act that an earlier row tells is named by the number of that row. */
export function whatStandsOut(report: Report, disclosed: Disclosed): StandsOut {
  const stops = placeStops(report.timeline, report.statement).flatMap(({ act }) => disclosed.byId.get(act?.id ?? "") ?? []);
  const numbered = report.findings.map((finding, i) => ({ ...finding, number: i + 1 }));
  const told = numbered.filter(({ pattern }) => pattern !== saidBelow);
  const firstByAct = new Map<DisclosedAct, number>();
  const again = new Map<number, number>();
  for (const { standing, acts, number } of told) {
    const only = standing === "count" || acts.length !== 1 ? undefined : disclosed.byId.get(acts[0] ?? "");
    const first = only && firstByAct.get(only);
    if (first !== undefined) again.set(number, first);
    else if (only) firstByAct.set(only, number);
  }
  const saidAgain = new Set(again.values());
  const rowOf = (finding: (typeof told)[number]): StandingOut => {
    const { number, acts, line } = finding;
    const of = again.get(number);
    const full = of === undefined ? fullOf(finding, { disclosed, stops, isSaidAgain: saidAgain.has(number) }) : null;
    const said = of !== undefined ? sayAgain(line, of) : full === null ? line.replace(inFullBelow, "not shown here") : line;
    return { number, line: wordsOf(said), exhibits: exhibitsOfActs(acts, disclosed), full };
  };
  return {
    lines: told.filter(({ standing }) => standing !== "count").map(rowOf),
    counts: told.filter(({ standing }) => standing === "count").map(rowOf),
    countedNumber: numbered.find(({ pattern }) => pattern === saidBelow)?.number ?? null,
  };
}

/** What a line promises that quotes no word (docs/formats/finding.md). */
const inFullBelow = "in full below";
const promise = /(?<=: )(?:[^:,]+, )?(?:over )?[\d,]+ words?, in full below/;
const howMany = /([\d,]+) words?, in full below/;
/** Words that a line quotes in part or whole; it has no quotation mark inside them. */
const quotation = /“[^”]*”(?: \((?:over )?[\d,]+ words? more\))?/;
const isPart = /”? \((?:over )?[\d,]+ words? more\)/;

/** The line with the number of the row that tells the act, in place of its words. */
function sayAgain(line: string, number: number): string {
  const same = `the same act as ${number}`;
  const said = line.replace(promise, same).replace(quotation, same);
  return said === line ? `${line} It is ${same}.` : said.replace(/(the same act as \d+)(?=$)/, "$1.");
}

interface Around {
  readonly disclosed: Disclosed;
  /** The acts that are stops: a line can quote hers, which its finding does not rest on. */
  readonly stops: readonly DisclosedAct[];
  /** Another row refers to this one, which then tells all of the words. */
  readonly isSaidAgain: boolean;
}

function fullOf({ line, acts, standing }: Finding, { disclosed, stops, isSaidAgain }: Around): FullWords | null {
  if (standing === "count" || !(line.includes(inFullBelow) || (isSaidAgain && isPart.test(line)))) return null;
  const all = acts.flatMap((id) => disclosed.byId.get(id) ?? []);
  const count = Number(howMany.exec(line)?.[1]?.replaceAll(",", ""));
  const one = acts.length === 1 ? all[0] : [...stops, ...all].find(({ act }) => wordsIn(act.text ?? "") === count);
  const text = one?.act.text ?? "";
  if (one === undefined || text.trim() === "") return null;
  const [before = "", after] = line.split(inFullBelow, 2);
  return {
    ...wholeWordsOf(text),
    row: one.number,
    before: wordsOf(after === undefined ? `${line} In full: ` : before),
    after: wordsOf(after ?? "."),
  };
}

function wordsIn(text: string): number {
  const plain = sayBriefly(text.slice(0, longestRead), longestRead);
  return plain === "" ? 0 : plain.split(" ").length;
}
