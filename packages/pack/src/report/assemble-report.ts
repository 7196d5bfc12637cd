import {
  type Container,
  type Cover,
  type Exhibit,
  type ExhibitCopy,
  type Finding,
  type Instant,
  type Kept,
  type LeftOutTold,
  type PackGoneOn,
  type ReadingTerms,
  type Report,
  type Sha256,
  type Statement,
  type Timeline,
  type Tool,
  type Unread,
  columnListNumber,
  isColumnList,
  parseExhibitNumber,
} from "@unmask/core";
import type { Ending } from "@unmask/formats";
import { bytesToHex } from "@unmask/seal";
import { initialsOf, nameInLine, sayCount, sayList, sayLostEntries } from "@unmask/words";
import { countLeftOut, leftOutSentences } from "./left-out-sentences.ts";
import type { ToldExhibit } from "./read-report.ts";

/** What goes into a report. */
export interface ReportParts {
  readonly madeAt: Instant;
  /** Six random bytes, which name the pack. */
  readonly nonce: Uint8Array;
  readonly statement: Statement;
  /** How the originals were read. */
  readonly terms: ReadingTerms;
  readonly timeline: Timeline;
  readonly findings: readonly Finding[];
  /** The files as handed over. */
  readonly originals: readonly HandedOver[];
  /** Names of originals that she holds back. */
  readonly withheld: ReadonlySet<string>;
  readonly unread: readonly Unread[];
  readonly kept: readonly Kept[];
  /** Her own words on what it has done to her days. */
  readonly impact: string | undefined;
  /** What she was asked for the first page; undefined when nobody asked. */
  readonly cover?: Cover | undefined;
  /** What was left out; undefined where everything goes. */
  readonly leftOut?: LeftOutTold | undefined;
  /** Entries of her journal that were read and do not go: how many she had withdrawn, and how many of the others she had added to. */
  readonly journalLeftOut?: { readonly withdrawn: number; readonly addedTo: number };
  /** Files that were to be read and are not whole where they were kept; the name is left out where it may not be told. */
  readonly missing?: readonly { readonly name?: string; readonly sha256: Sha256; readonly isNameAlone?: true }[];
  /** Numbers of lines of her journal that are not whole where they were kept. */
  readonly lostLines?: readonly number[] | undefined;
  /** What else is kept and was not read. */
  readonly notRead?: NotRead | undefined;
  /** The earlier pack whose exhibit numbers and log go on; left out where both begin. */
  readonly after?: GoingOn | undefined;
  /** Numbers that were given before, by whoever keeps them; left out where nobody does. */
  readonly numbers?: readonly GivenNumber[] | undefined;
  readonly assumptions: readonly string[];
  readonly tool: Tool;
}

/** An earlier pack that was verified, and the exhibits that it lists. */
export interface GoingOn {
  readonly pack: PackGoneOn;
  readonly exhibits: readonly ToldExhibit[];
}

/** A number that an exhibit has for good, whether or not the pack in which it was given is at hand. */
export interface GivenNumber {
  /** `HR/7` */
  readonly number: string;
  /** `placeOfExhibit` */
  readonly place: string;
}

/** A file as handed over. */
export interface HandedOver {
  readonly name: string;
  readonly sha256: Sha256;
  readonly size: number;
  /** By its bytes (docs/formats/pack.md, "Originals"). */
  readonly ending: Ending;
  /** It stays behind, whatever its name. */
  readonly withheld?: boolean;
  /** What stands in the pack in its place. */
  readonly copy?: ExhibitCopy;
  /** The archives that it lay in. */
  readonly within?: readonly Container[];
}

/** Puts together what she sends: numbers the exhibits, states the rule by which acts were chosen and what else exists. */
export function assembleReport({
  nonce,
  originals,
  withheld,
  impact,
  cover,
  leftOut,
  after,
  numbers,
  journalLeftOut,
  lostLines = [],
  missing = [],
  notRead,
  ...rest
}: ReportParts): Report {
  const exhibits = exhibitsOf(originals, withheld, createNumbering(initialsOf(rest.statement.me.label), after, numbers));
  const heldBack = exhibits.filter((exhibit) => exhibit.withheld).length;
  return {
    ...rest,
    id: `UM-${bytesToHex(nonce).toUpperCase()}`,
    exhibits,
    ...(impact === undefined || impact === "" ? {} : { impact }),
    ...(cover === undefined ? {} : { cover }),
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(after === undefined ? {} : { after: after.pack }),
    selection: {
      rule:
        leftOut === undefined || countLeftOut(leftOut) === 0
          ? [
              "Every act that the files handed over hold is in the pack, whoever did it; the program left none out.",
              ...leftOutSentences({ leftOut }),
            ].join(" ")
          : `Every other act that the files handed over hold is in the pack, whoever did it. ${leftOutSentences({ leftOut }).join(" ")}`,
      moreExists: [
        "The phones and accounts themselves, which were not copied: only what their owner exported is here.",
        ...(heldBack === 0
          ? []
          : [`${heldBack} ${heldBack === 1 ? "file is" : "files are"} held back and named by hash alone, with what only they hold.`]),
        ...sayJournalLeftOut(journalLeftOut),
        ...[sayLostEntries(lostLines)].filter((says) => says !== ""),
        ...(notRead === undefined ? [] : sayNotRead(notRead)),
        ...missing.map((file) => sayMissing(file, after, numbers)),
      ],
    },
  };
}

/** That there are such entries: whoever reads what goes of a journal must know what it had beside that. */
function sayJournalLeftOut({ withdrawn, addedTo }: NonNullable<ReportParts["journalLeftOut"]> = { withdrawn: 0, addedTo: 0 }): string[] {
  const parts = [
    withdrawn > 0 ? `${sayCount(withdrawn, "entry", "entries")} that had been withdrawn` : "",
    addedTo > 0 ? `${sayCount(addedTo, "entry", "entries")} that had been added to after being written` : "",
  ].filter((part) => part !== "");
  return parts.length === 0
    ? []
    : [`Of the journal, ${sayList(parts)}, with what was said of them later: their lines are not in the pack.`];
}

/** What is kept and was not read, because nothing proves that it is hers or it is not as it was written. */
export interface NotRead {
  readonly entriesApart: number;
  readonly filesApart: number;
  readonly filesUnnamed: number;
}

/** The same in sentences. */
export function sayNotRead({ entriesApart, filesApart, filesUnnamed }: NotRead): readonly string[] {
  const beside = [
    ...(entriesApart > 0 ? [sayCount(entriesApart, "entry", "entries")] : []),
    ...(filesApart > 0 ? [sayCount(filesApart, "file")] : []),
  ];
  const stand = entriesApart + filesApart === 1 ? "stands" : "stand";
  return [
    ...(beside.length === 0
      ? []
      : [
          `${sayList(beside)} ${stand} beside the list of what is kept: the list does not prove whose they are, and they were not taken in.`,
        ]),
    ...(filesUnnamed === 0
      ? []
      : [
          `The list of the files that were brought in is missing or was changed where it was kept: ${sayCount(filesUnnamed, "file")} of it cannot be named, and nothing of them is in the pack.`,
        ]),
  ];
}

/** A file that she kept and that is not whole any more, by the number that it was given before. */
function sayMissing(
  { name, sha256, isNameAlone }: NonNullable<ReportParts["missing"]>[number],
  after: GoingOn | undefined,
  numbers: readonly GivenNumber[] = [],
): string {
  const number = numbersGiven(after, numbers).get(sha256);
  const which = `${number ?? "No exhibit number yet"}, ${name === undefined ? "a file" : nameInLine(name)}`;
  const why = isNameAlone
    ? "its bytes are not here: only its name and this number are kept"
    : "it was kept, and is missing or was changed where it was kept";
  return `${which} (SHA-256 ${sha256}): ${why}. Nothing of it was read, and it is not in the pack.`;
}

/**
 * Numbered in the order handed over. The same bytes handed over twice are one exhibit. A column list that stands beside its table
 * (docs/formats/columns.md) is ours and no exhibit: it is numbered apart, and lies behind the exhibits. A member that goes by itself is an exhibit
 * of its own.
 */
function exhibitsOf(originals: readonly HandedOver[], withheld: ReadonlySet<string>, numberOf: (place: string) => string): Exhibit[] {
  const firstByPlace = new Map<string, { readonly first: HandedOver; readonly names: Set<string> }>();
  for (const original of originals) {
    const place = placeOfExhibit(original);
    const known = firstByPlace.get(place);
    if (known === undefined) firstByPlace.set(place, { first: original, names: new Set([original.name]) });
    else known.names.add(original.name);
  }
  const handedOver = new Set(originals.map(({ name }) => name));
  const isList = (name: string): boolean => name.endsWith(columnsEnding) && handedOver.has(name.slice(0, -columnsEnding.length));
  let lists = 0;
  const numbered = [...firstByPlace].map(([place, { first, names }]) => ({
    number: [...names].every(isList) ? columnListNumber(++lists) : numberOf(place),
    first,
    names: [...names].sort(compare),
  }));
  let behind = numbered.reduce((last, { number }) => Math.max(last, parseExhibitNumber(number)?.nth ?? 0), 0);
  return numbered.map(({ number, first: { sha256, size, ending, withheld: stays = false, copy, within }, names }) => {
    const [name = "", ...alsoNamed] = names;
    const file = parseExhibitNumber(number)?.nth ?? ++behind;
    return {
      number,
      path: `data/originals/${String(file).padStart(4, "0")}.${ending}`,
      name,
      ...(alsoNamed.length === 0 ? {} : { alsoNamed }),
      sha256,
      size,
      withheld: stays || names.some((one) => withheld.has(one)),
      ...(copy === undefined ? {} : { copy }),
      ...(within === undefined ? {} : { within }),
    };
  });
}

/** What makes two files one exhibit: the same bytes; of a member that goes by itself, the same archives around it and the same name too. */
export function placeOfExhibit({
  name,
  sha256,
  within,
}: {
  readonly name?: string;
  readonly sha256: Sha256;
  readonly within?: readonly Container[];
}): string {
  return within === undefined ? sha256 : [...within.map((one) => one.sha256), sha256, name].join(" ");
}

/**
 * Gives a number to one place after the other: that of the earlier pack, else the one that it was given before, else the next of the series. A number is
 * never given twice.
 */
function createNumbering(initials: string, after: GoingOn | undefined, given: readonly GivenNumber[] = []): (place: string) => string {
  const numbers = numbersGiven(after, given);
  const [latest] = [after?.pack.lastNumber ?? "", ...numbers.values()]
    .flatMap((number) => parseExhibitNumber(number) ?? [])
    .sort((a, b) => b.nth - a.nth);
  const series = latest ?? { initials, nth: 0 };
  let last = series.nth;
  return (place) => numbers.get(place) ?? `${series.initials}/${++last}`;
}

/** The numbers that places have already. */
function numbersGiven(after: GoingOn | undefined, given: readonly GivenNumber[]): ReadonlyMap<string, string> {
  const listed = (after?.exhibits ?? []).filter((one) => !isColumnList(one));
  const told = listed.map((one) => ({ number: one.number, place: placeOfExhibit(one) }));
  // By the figure alone, which names the file in the pack: of two with one figure the earlier pack's holds.
  const byFigure = new Map([...given, ...told].flatMap((one) => pairedWith(parseExhibitNumber(one.number)?.nth, one)));
  return new Map([...byFigure.values(), ...told].map(({ number, place }) => [place, number]));
}

function pairedWith<T>(key: number | undefined, value: T): readonly (readonly [number, T])[] {
  return key === undefined ? [] : [[key, value]];
}

/** What the name of a column list has behind the name of its table. */
const columnsEnding = ".columns.json";

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
