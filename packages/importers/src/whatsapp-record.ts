import type { LineBatch } from "./line-scanner.ts";
import { type AuthorSplit, type WrittenHeader, isAppMark, longestAuthor, scanHeader, splitAuthor } from "./whatsapp-header.ts";
import { type Survey, lineEnd } from "./whatsapp-survey.ts";
import { standsAt } from "./written-date.ts";

/**
 * Lines become records: a header and the lines below it, up to the next header.
 */

/** Longest record that is read whole, in bytes; WhatsApp's own limit is 65,536 characters. Stops a header before endless lines. */
export const maxRecordBytes: number = 1024 * 1024;

/** Names that are tried first. */
const mostRecent = 4;

/** A header with what stands below it, as written. The object is reused: valid until the next record is taken. */
export interface WrittenRecord {
  readonly header: WrittenHeader;
  /** The stamp. */
  readonly wrote: string;
  /** 0 for the first record of the file. */
  readonly ordinal: number;
  /** Bytes of the file. */
  readonly start: number;
  readonly end: number;
  /** The name before the colon; undefined on a line of the app. */
  readonly author: string | undefined;
  /** What stands behind the author, lines joined by a line feed, blank lines at the end left out. */
  readonly text: string;
  /** Words of the app may be in the text: U+200E or a link to a map. False: neither is. */
  readonly mayHaveAppWords: boolean;
  /** Cut at `maxRecordBytes`; the rest follows as stray bytes. */
  readonly cut: boolean;
  /** Holds bytes that are no text. */
  readonly doubtful: boolean;
  /** Its header is made unlike those around it. */
  readonly oddlyMade: boolean;
  /** Headers of another make begin here, as in a file that two exports were joined into. */
  readonly beginsAnew: boolean;
}

/** Bytes under no header. */
export interface StrayBytes {
  readonly start: number;
  readonly end: number;
  /** Only line breaks and a byte-order mark. */
  readonly blank: boolean;
  /** They are the rest of a record that was cut. */
  readonly rest: boolean;
}

/** Takes what a file falls into, in order and leaving no byte out. */
export interface RecordTaker {
  takeRecord(record: WrittenRecord): void;
  takeStray(stray: StrayBytes): void;
}

/** Gathers records, batch by batch. */
export interface Gatherer {
  take(lines: LineBatch): void;
  /** The file has ended. */
  end(): void;
}

type OpenRecord = { -readonly [K in keyof WrittenRecord]: WrittenRecord[K] } & {
  /** Where it starts in this batch. */
  at: number;
  /** Where its text goes on in this batch; `text` holds what earlier batches had. */
  from: number;
  severalLines: boolean;
};

/** Where a record begins: in the text, in the file, and where its line ends in the text. */
interface Place {
  readonly at: number;
  readonly start: number;
  readonly textEnd: number;
}

const appMark = "\u200e";
const mapLink = "maps.google.com";

/** Starts gathering; `survey` is what the first pass found. */
export function createGatherer(survey: Survey, taker: RecordTaker): Gatherer {
  const people = new Set(survey.people);
  let kept: OpenRecord | undefined;
  let open: OpenRecord | undefined;
  let stray: { start: number; blank: boolean; rest: boolean } | undefined;
  let ordinal = -1;
  let usualMake = -1;
  let reached = 0;
  let carriageReturn = false;
  const mapQuery = createFinder("q=");

  function begin(text: string, header: WrittenHeader, { at, start, textEnd }: Place): OpenRecord {
    const restAt = at + header.restAt;
    findAuthor(text, isAppMark(text, restAt) ? restAt + 1 : restAt, textEnd, header.spacedColon);
    const record = (kept ??= newRecord(header));
    if (header !== record.header || record.wrote === "") record.wrote = text.slice(at + header.wroteAt, at + header.wroteEnd);
    record.header = header;
    record.ordinal = ordinal;
    record.start = start;
    record.author = author;
    record.text = "";
    record.cut = false;
    record.doubtful = false;
    record.at = at;
    record.from = author === undefined ? restAt : Math.min(bodyAt, textEnd);
    record.severalLines = false;
    return record;
  }

  /** What `findAuthor` found. Names that just wrote are compared in place, so that a million messages share a few strings. */
  let author: string | undefined;
  let bodyAt = 0;
  const recent: string[] = [];

  function findAuthor(text: string, from: number, end: number, spacedColon: boolean): void {
    if (!spacedColon) {
      for (const name of recent) {
        const at = from + name.length;
        if (text.charCodeAt(at) === 0x3a && text.charCodeAt(at + 1) === 0x20 && standsAt(text, name, from)) {
          author = name;
          bodyAt = at + 2;
          return;
        }
      }
    }
    const split = splitAuthor(text, from, end, spacedColon) ?? splitKnown(text, from, end);
    author = split && text.slice(from, split.authorEnd);
    bodyAt = split?.bodyAt ?? from;
    if (author === undefined) return;
    if (!survey.isAuthor(author)) author = undefined;
    else if (!author.includes(":")) {
      recent.unshift(author);
      if (recent.length > mostRecent) recent.pop();
    }
  }

  /** `Sam:.` with no blank: a line of the app, unless the name wrote elsewhere. */
  function splitKnown(text: string, from: number, end: number): AuthorSplit | undefined {
    for (let at = from; at < end && at - from <= longestAuthor; at++) {
      if (text.charCodeAt(at) === 0x3a) return people.has(text.slice(from, at)) ? { authorEnd: at, bodyAt: at + 1 } : undefined;
    }
    return undefined;
  }

  /** Closes what is open before the byte `end`, which stands at `at` in the text. */
  function finish(text: string, at: number, end: number, cut: boolean): void {
    if (open) {
      const record = open;
      open = undefined;
      const here = text.slice(record.from, lineEnd(text, at));
      // Text that came in one piece is not looked through: it has no mark where each character is one byte, and links are looked up once a batch.
      record.mayHaveAppWords =
        record.text !== "" ||
        (at - record.at !== end - record.start && here.includes(appMark)) ||
        (mapQuery.isBetween(text, record.from, at) && here.includes(mapLink));
      record.text = record.text === "" && !record.severalLines ? here : joinedLines(record.text + here);
      record.end = end;
      record.cut = cut;
      taker.takeRecord(record);
    } else if (stray) {
      taker.takeStray({ ...stray, end });
      stray = undefined;
    }
  }

  return {
    take({ text, textAt, start: batchStart, byteAt, count, doubtful, continues }) {
      mapQuery.startOver();
      for (let i = 0; i < count; i++) {
        const at = textAt[i] ?? 0;
        const start = batchStart + (byteAt[i] ?? 0);
        const textEnd = textAt[i + 1] ?? text.length;
        const header = i === 0 && continues ? undefined : scanHeader(text, at);
        if (header) ordinal++;
        if (header && (!header.unknownWord || survey.trustsUnknownWords)) {
          finish(text, at, start, false);
          open = begin(text, header, { at, start, textEnd: lineEnd(text, textEnd) });
          const bareLineFeed = !(at > 1 ? text.charCodeAt(at - 2) === 0x0d : carriageReturn);
          open.oddlyMade = survey.isOddlyMade(open.ordinal, header, bareLineFeed);
          open.beginsAnew = !open.oddlyMade && header.make !== usualMake;
          if (open.beginsAnew) usualMake = header.make;
        } else if (!open) {
          stray ??= { start, blank: true, rest: false };
          if (lineEnd(text, textEnd) > (text.charCodeAt(at) === 0xfeff ? at + 1 : at)) stray.blank = false;
        } else if (batchStart + (byteAt[i + 1] ?? 0) - open.start > maxRecordBytes) {
          finish(text, at, start, true);
          stray = { start, blank: false, rest: true };
        } else open.severalLines = true;
        if (open && doubtful?.[i]) open.doubtful = true;
      }
      if (open) {
        open.text += text.slice(open.from);
        open.from = 0;
        open.severalLines = true;
      }
      reached = batchStart + (byteAt[count] ?? 0);
      carriageReturn = text.charCodeAt(text.length - 2) === 0x0d;
    },
    end() {
      finish("", 0, reached, false);
    },
  };
}

function newRecord(header: WrittenHeader): OpenRecord {
  return {
    header,
    wrote: "",
    ordinal: 0,
    start: 0,
    end: 0,
    author: undefined,
    text: "",
    mayHaveAppWords: true,
    cut: false,
    doubtful: false,
    oddlyMade: false,
    beginsAnew: false,
    at: 0,
    from: 0,
    severalLines: false,
  };
}

/** Lines joined by a line feed, without the line break that ends them and blank lines before that. */
function joinedLines(lines: string): string {
  const text = lines.includes("\r\n") ? lines.replaceAll("\r\n", "\n") : lines;
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 0x0a || text.charCodeAt(end - 1) === 0x0d)) end--;
  return text.slice(0, end);
}

interface Finder {
  startOver(): void;
  isBetween(text: string, from: number, end: number): boolean;
}

/** Looks a word up in stretches of one text that follow each other, going through it once and not once for each stretch. */
function createFinder(word: string): Finder {
  let found = -1;
  return {
    startOver() {
      found = -1;
    },
    isBetween(text, from, end) {
      if (found < from) {
        const next = text.indexOf(word, from);
        found = next === -1 ? Number.POSITIVE_INFINITY : next;
      }
      return found < end;
    },
  };
}
