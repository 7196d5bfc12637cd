import { type WrittenStamp, isBlankCode, isDigitCode, isMarkCode, scanStamp, unreadableHour } from "@unmask/formats";

/**
 * The header of a record in a WhatsApp export: `[24/07/2019, 19:05:15] ` (iOS) or `24/07/2019, 19:05 - ` (Android), in any locale.
 */

/** Longest name of an author. WhatsApp's own limit is 25, an address book's is longer; a sentence with a colon is longer still. */
export const longestAuthor = 128;
/** Most characters of a word behind the time that we do not know (a half of the day in a new locale). */
const longestUnknownWord = 12;

const lrm = 0x200e;
const rlm = 0x200f;

/** A header as written. Places are counted from its start, so that equal headers in a row can be one. */
export interface WrittenHeader {
  readonly stamp: WrittenStamp;
  readonly stampAt: number;
  /** Where the stamp starts and ends, invisible marks included. */
  readonly wroteAt: number;
  readonly wroteEnd: number;
  /** Where the author, or the app's own line, starts. */
  readonly restAt: number;
  /** iOS. */
  readonly bracketed: boolean;
  /** U+200E stands before the bracket: the app says that the line holds an attachment or app text. */
  readonly marked: boolean;
  /** Equal for headers of one style: bracket or dash, and the style of the stamp. */
  readonly style: number;
  /** A word of the clock that we do not know: the time cannot be told. */
  readonly unknownWord: boolean;
  /** Korean Android writes `Sam : hi`. */
  readonly spacedColon: boolean;
}

/** The last header without seconds, and its text up to a blank that ends it: messages of one minute have it in common. */
let latest: WrittenHeader | undefined;
let latestText = "";

/** Reads the header that starts at `at`, a start of a line. Undefined: the line has none. */
export function scanHeader(text: string, at: number): WrittenHeader | undefined {
  let start = at;
  let code = text.charCodeAt(start);
  if (code > 0x5b ? code < 0x61c : code !== 0x5b && (code < 0x30 || code > 0x39)) return undefined; // The usual line: no header.
  if (latest !== undefined && text.startsWith(latestText, at)) return latest;
  let marked = false;
  while (isMarkCode(code)) {
    if (code === lrm) marked = true;
    code = text.charCodeAt(++start);
  }
  const bracketed = code === 0x5b;
  if (bracketed) start++;
  else if (!isDigitCode(code)) return undefined;
  const stamp = scanStamp(text, start);
  if (stamp === undefined || stamp.hour === -1) return undefined;
  // An Android header starts with the marks themselves: they belong to what was written.
  const wroteAt = bracketed ? start : text.charCodeAt(at) === 0xfeff ? at + 1 : at;
  if (!scanEnd(text, start + stamp.end, bracketed)) return undefined;
  const header = {
    stamp,
    stampAt: start - at,
    wroteAt: wroteAt - at,
    wroteEnd: wroteEnd - at,
    restAt: restAt - at,
    bracketed,
    marked,
    style: stamp.style * 4 + (bracketed ? 1 : 0) + (spacedColon ? 2 : 0),
    unknownWord: unknownWord || stamp.hour === unreadableHour,
    spacedColon,
  };
  if (stamp.seconds === -1 && isBlankCode(text.charCodeAt(restAt - 1))) {
    latest = header;
    latestText = text.slice(at, restAt);
  }
  return header;
}

/** What `scanEnd` found. Module state for the reason given at the cursor of `scanStamp`. */
let wroteEnd = 0;
let restAt = 0;
let unknownWord = false;
let spacedColon = false;

/** Finds `]`, ` - ` or (Korean) `, ` behind a stamp; between them stand at most marks, blanks and one unknown word. */
function scanEnd(text: string, from: number, bracketed: boolean): boolean {
  wroteEnd = from;
  spacedColon = false;
  let at = from;
  let blank = false;
  let unknown = 0;
  for (;;) {
    const code = text.charCodeAt(at);
    if (bracketed ? code === 0x5d : blank && (code === 0x2d || code === 0x2013)) {
      const next = text.charCodeAt(at + 1);
      restAt = isBlankCode(next) ? at + 2 : at + 1;
      unknownWord = unknown > 0;
      return bracketed || restAt === at + 2 || isLineEnd(next) || isMarkCode(next);
    }
    if (!bracketed && unknown === 0 && code === 0x2c && text.charCodeAt(at + 1) === 0x20) {
      restAt = at + 2;
      spacedColon = true;
      unknownWord = false;
      return true;
    }
    if (isBlankCode(code)) {
      blank = true;
    } else if (isMarkCode(code)) {
      wroteEnd = at + 1;
    } else {
      if (!isWordCode(code) || ++unknown > longestUnknownWord || (blank && unknown > 1 && wroteEnd !== at)) return false;
      wroteEnd = at + 1;
    }
    at++;
  }
}

function isWordCode(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x2e || code >= 0xaa;
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d || Number.isNaN(code);
}

/** Where the name before a colon ends, and where the words after it start. */
export interface AuthorSplit {
  readonly authorEnd: number;
  readonly bodyAt: number;
}

/**
 * Finds the first `: ` of a line (a colon that ends the line or stands before an invisible mark counts too), or ` : ` where the locale writes
 * that. Undefined: none within the length of a name.
 */
export function splitAuthor(text: string, from: number, end: number, spacedColon: boolean): AuthorSplit | undefined {
  const most = Math.min(end, from + longestAuthor + 1);
  for (let at = from; at < most; at++) {
    if (text.charCodeAt(at) !== 0x3a) continue;
    const next = at + 1 < end ? text.charCodeAt(at + 1) : 0x0a;
    const spaced = spacedColon && isBlankCode(text.charCodeAt(at - 1));
    if (spacedColon && !spaced) continue;
    if (isBlankCode(next)) return { authorEnd: spaced ? at - 1 : at, bodyAt: at + 2 };
    if (next === lrm || next === rlm || isLineEnd(next)) return { authorEnd: spaced ? at - 1 : at, bodyAt: at + 1 };
  }
  return undefined;
}

/** Whether the app marked what stands here as its own. */
export function isAppMark(text: string, at: number): boolean {
  return text.charCodeAt(at) === lrm;
}
