import { copyOfText } from "../scan/lines.ts";

/**
 * Dates and times as telephones write them for people: in the digits, order, calendar and words of a locale, without a zone.
 * Grammar and tables: docs/formats/sources/whatsapp.md.
 *
 * [Note: Linear by hand] The scanner looks at each character once and never goes back by more than one word, because a regular expression
 * for all locales backtracks, and anybody who can write a message can choose the text that it backtracks on.
 */

/** Most characters between date and time, or between time and word for the half of the day. Stops a date from reaching for a far time. */
const longestGap = 24;

/** Where the year stands. "unknown": three parts of two digits. */
export type YearPlace = "first" | "last" | "unknown";

/** A date as written: numbers not yet put in order, nothing yet judged possible. */
export interface WrittenDate {
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly yearPlace: YearPlace;
  /** Two digits, so that the century is ours. */
  readonly shortYear: boolean;
  /** Written in Persian digits, which come with the Solar Hijri calendar. */
  readonly persian: boolean;
}

/** A stamp as written. Stamps of one day that follow each other share their `date`. */
export interface WrittenStamp {
  readonly date: WrittenDate;
  /** 0–24 by the 24-hour clock, more where impossible was written; -1: no time was written. */
  readonly hour: number;
  /** -1: not written. */
  readonly minute: number;
  /** -1: not written. */
  readonly seconds: number;
  /** Where the time starts, or would start, from the start of the stamp. */
  readonly timeAt: number;
  /** Behind the stamp, from its start. */
  readonly end: number;
  /** Equal for stamps written in one style (separators, digits, year, clock, precision, words), whatever their numbers. */
  readonly style: number;
  /** Which numbers tell whether the style pads with zeros: bits 0–2 for a leading zero in first, second part, hour; bits 3–5 for a bare digit. */
  readonly padding: number;
  /** Which half of the day a word names. */
  readonly half: Half;
}

/**
 * Where scanning stands. Module state, because a cursor that is handed around costs an object for each digit; scanning never yields, so no
 * two scans meet.
 */
let cursor = 0;
let width = 0;
let leadingZero = false;
let script = 0;
let half: Half = "none";
let gapStyle = 0;
let timeStyle = 0;
let hour = 0;
let hourPadding = 0;
let minute = 0;
let seconds = -1;

/** A date with what stands between it and the time. */
interface DateAndGap {
  readonly date: WrittenDate;
  /** What was read, from the start of the stamp to the time. */
  readonly text: string;
  readonly dateEnd: number;
  readonly style: number;
  readonly padding: number;
  readonly half: Half;
  readonly gapStyle: number;
  readonly script: number;
  /** A digit follows. */
  readonly beforeTime: boolean;
}

/** The last date that was read: a file stays on a day for many stamps, and comparing is cheaper than reading. */
let latest: DateAndGap | undefined;

/** Reads the stamp that starts at `at`: a date, and the time behind it if there is one. Undefined when there is no date. */
export function scanStamp(text: string, at: number): WrittenStamp | undefined {
  let read = latest;
  if (read !== undefined && standsAt(text, read.text, at) && isDigitCode(text.charCodeAt(at + read.text.length))) {
    cursor = at + read.text.length;
  } else {
    read = scanDate(text, at);
    if (read === undefined) return undefined;
    latest = read.beforeTime ? read : undefined;
  }
  ({ half, script } = read);
  if (!read.beforeTime || !scanTime(text)) {
    const style = read.style + 32 * 4 * script;
    return {
      date: read.date,
      hour: -1,
      minute: -1,
      seconds: -1,
      timeAt: read.dateEnd,
      end: read.dateEnd,
      style,
      padding: read.padding,
      half: "none",
    };
  }
  return {
    date: read.date,
    hour: hourOf(hour, half),
    minute,
    seconds,
    timeAt: read.text.length,
    end: cursor - at,
    style: read.style + 32 * 4 * (script + 16 * (read.gapStyle + 16 * timeStyle)),
    padding: half === "none" ? read.padding | hourPadding : read.padding,
    half,
  };
}

function scanDate(text: string, at: number): DateAndGap | undefined {
  cursor = at;
  script = 0;
  skipMarks(text);
  const first = scanNumber(text, 4);
  if (first === -1) return undefined;
  const firstWidth = width;
  let padding = paddingOf(0);
  const separator = scanSeparator(text);
  if (separator === 0) return undefined;
  const second = scanNumber(text, 2);
  if (second === -1) return undefined;
  padding |= paddingOf(1);
  if (scanSeparator(text) !== separator) return undefined;
  const third = scanNumber(text, 4);
  if (third === -1) return undefined;
  const yearPlace = yearPlaceOf(firstWidth, width, { first, third, separator });
  if (yearPlace === undefined) return undefined;
  if (yearPlace === "first") padding &= ~0b001001; // A year is never padded.
  const shortYear = Math.max(firstWidth, width) === 2;
  const date = { first, second, third, yearPlace, shortYear, persian: script === persianDigits };
  const dateEnd = cursor - at;
  const style = separator + 32 * ((yearPlace === "first" ? 0 : 2) + (shortYear ? 1 : 0));
  const beforeTime = scanGap(text);
  return { date, text: copyOfText(text.slice(at, cursor)), dateEnd, style, padding, half, gapStyle, script, beforeTime };
}

/** As `text.startsWith(words, at)`, for a few letters: at that length the native search costs more in its call than in its work. */
export function standsAt(text: string, words: string, at: number): boolean {
  // From behind, because stamps of one day differ in their last digits.
  for (let i = words.length - 1; i >= 0; i--) if (text.charCodeAt(at + i) !== words.charCodeAt(i)) return false;
  return true;
}

/* What follows scans. Each function moves the cursor behind what it took. */

/** First code of each script's ten digits: ASCII, Arabic-Indic, Persian, Devanagari, Bengali and the others that phones write. */
const zeros = [
  0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10,
] as const; // prettier-ignore
const persianDigits = 2;

function digitOf(code: number): number {
  if (code < 0x660) return code >= 0x30 && code <= 0x39 ? code - 0x30 : -1;
  for (let i = 1; i < zeros.length; i++) {
    const zero = zeros[i] ?? 0;
    if (code >= zero && code <= zero + 9) {
      script = i;
      return code - zero;
    }
  }
  return -1;
}

/** Whether a stamp can start with this character: a digit of some script. */
export function isDigitCode(code: number): boolean {
  if (code < 0x660) return code >= 0x30 && code <= 0x39;
  return zeros.some((zero) => code >= zero && code <= zero + 9);
}

/** Direction marks, joiners and the byte-order mark: written, never seen. */
export function isMarkCode(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code === 0xfeff || code === 0x61c
  ); // prettier-ignore
}

/** Blanks inside a line: space, no-break and narrow no-break space, tab. */
export function isBlankCode(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x202f || code === 0x09 || code === 0x2009 || code === 0x3000;
}

function skipMarks(text: string): void {
  for (let code = text.charCodeAt(cursor); code >= 0x61c && isMarkCode(code); code = text.charCodeAt(cursor)) cursor++;
}

/** Skips blanks and marks; the last blank skipped, 0 when there was none. */
function skipBlanks(text: string): number {
  let blank = 0;
  for (;;) {
    const code = text.charCodeAt(cursor);
    if (code === 0x20 || isBlankCode(code)) blank = code;
    else if (code < 0x61c || !isMarkCode(code)) return blank;
    cursor++;
  }
}

/** A number of at most `most` digits; -1 when there is none or it is longer. */
function scanNumber(text: string, most: number): number {
  let value = 0;
  width = 0;
  leadingZero = false;
  for (;;) {
    const digit = digitOf(text.charCodeAt(cursor));
    if (digit === -1) return width === 0 ? -1 : value;
    if (width === most) return -1;
    if (width === 0) leadingZero = digit === 0;
    value = value * 10 + digit;
    width++;
    cursor++;
  }
}

function paddingOf(place: number): number {
  if (width === 1) return 0b1000 << place;
  return leadingZero ? 1 << place : 0;
}

/** `/`, `-`, `.` or the words of year, month and day, with blanks around; 0 when there is none. Even and odd numbers: without and with blanks. */
function scanSeparator(text: string): number {
  const marked = text.charCodeAt(cursor) >= 0x61c;
  skipMarks(text);
  let blank = isBlankCode(text.charCodeAt(cursor));
  if (blank) skipBlanks(text);
  const code = text.charCodeAt(cursor);
  const kind = code === 0x2f ? 1 : code === 0x2d ? 2 : code === 0x2e ? 3 : yearMonthSigns.has(code) ? 4 : 0;
  if (kind === 0) return 0;
  cursor++;
  if (text.charCodeAt(cursor) === 0x20 || text.charCodeAt(cursor) >= 0xa0) {
    blank = skipBlanks(text) > 0 || blank;
  }
  if (kind === 4) return 8;
  return kind * 2 + (blank ? 1 : 0) + (marked ? 16 : 0);
}

/** Year and month in Chinese, Japanese, Korean. */
const yearMonthSigns: ReadonlySet<number> = new Set(["年", "月", "년", "월"].map((sign) => sign.charCodeAt(0)));
/** Day, which closes such a date. */
const 日: ReadonlySet<number> = new Set(["日", "일", "號", "号"].map((sign) => sign.charCodeAt(0)));

function yearPlaceOf(
  firstWidth: number,
  thirdWidth: number,
  { first, third, separator }: { first: number; third: number; separator: number },
): YearPlace | undefined {
  if (firstWidth === 3 || thirdWidth === 3) return undefined;
  if (firstWidth === 4) return thirdWidth <= 2 ? "first" : undefined;
  if (thirdWidth === 4) return "last";
  if (separator === 8) return firstWidth === 2 ? "first" : undefined;
  if (thirdWidth === 1) return firstWidth === 2 && first > 31 ? "first" : undefined;
  if (firstWidth === 2 && first > 31) return third <= 31 ? "first" : undefined;
  return firstWidth === 2 ? "unknown" : "last";
}

/** Which half of the day a word names. "none": the clock has 24 hours. "noon" and "night": Chinese words that reach over twelve. "unreadable": a word we do not know. */
export type Half = "none" | "am" | "pm" | "noon" | "night" | "unreadable";

/** Words that stand between date and time and mean nothing to the clock. */
const links: ReadonlySet<string> = new Set([
  "klo", "kl", "г", "в", "о", "à", "at", "um", "alle", "ore", "às", "ob", "u", "om", "kell", "t", "р", "lúc", "στις",
]); // prettier-ignore

/** From the date to the first digit of the time; false when no time follows. The usual gap is a comma and a blank: no table is asked. */
function scanGap(text: string): boolean {
  const start = cursor;
  gapStyle = 0;
  half = "none";
  if (日.has(text.charCodeAt(cursor))) cursor++;
  while (cursor - start <= longestGap) {
    const code = text.charCodeAt(cursor);
    if (code === 0x2c) gapStyle |= 1;
    else if (code === 0x20) gapStyle |= 4;
    else if (code >= 0x30 && code <= 0x39) return cursor > start;
    else if (code === 0x60c || code === 0x3001 || code === 0xff0c) gapStyle |= 2;
    else if (isBlankCode(code)) gapStyle |= 4;
    else if (code === 0x2e || isMarkCode(code)) {
      // The dot behind the last part of a Hungarian, Korean or Croatian date, or nothing to be seen.
    } else if (isDigitCode(code)) return cursor > start;
    else {
      const word = scanWord(text);
      if (word === "") return false;
      if (links.has(word)) continue;
      half = halves.get(word) ?? "unreadable";
      if (half === "unreadable" && !isShortWord(word)) return false;
      gapStyle |= 8;
      continue;
    }
    cursor++;
  }
  return false;
}

/** Longest unknown word that is still taken for one of the clock: anything longer is a sentence that begins with a date. */
const longestUnknownWord = 10;

function isShortWord(word: string): boolean {
  return word.length <= longestUnknownWord;
}

/** Letters and dots up to a blank, digit or other sign, lower case, dots left out. */
function scanWord(text: string): string {
  let word = "";
  for (let n = 0; n <= longestGap; n++) {
    const code = text.charCodeAt(cursor);
    if (isLetterCode(code)) word += text.charAt(cursor);
    else if (!isMarkCode(code) && (code !== 0x2e || word === "")) break;
    cursor++;
  }
  return word.toLowerCase();
}

function isLetterCode(code: number): boolean {
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return code >= 0xaa && code !== 0x60c && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x3020) && !(code >= 0xff00 && code <= 0xff20) && !isDigitCode(code); // prettier-ignore
}

/** The time, with the half of the day behind it where none stood before; false when this is no time. */
function scanTime(text: string): boolean {
  if (scanUsualTime(text)) return true;
  hour = scanNumber(text, 2);
  if (hour === -1) return false;
  hourPadding = paddingOf(2);
  const separator = scanTimeSeparator(text);
  if (separator === 0) return false;
  minute = scanNumber(text, 2);
  if (minute === -1 || width !== 2) return false;
  seconds = -1;
  const beforeSeconds = cursor;
  if (scanTimeSeparator(text) === separator) {
    seconds = scanNumber(text, 2);
    if (width !== 2) seconds = -1;
  }
  if (seconds === -1) cursor = beforeSeconds;
  timeStyle = separator + (seconds === -1 ? 0 : 4);
  if (half === "none") scanHalfBehind(text);
  return true;
}

/** `19:05` or `19:05:15` in ASCII with `]` or ` -` behind it, as most times are written: character by character, no loops. */
function scanUsualTime(text: string): boolean {
  const tens = text.charCodeAt(cursor) - 0x30;
  const ones = text.charCodeAt(cursor + 1) - 0x30;
  const minuteTens = text.charCodeAt(cursor + 3) - 0x30;
  const minuteOnes = text.charCodeAt(cursor + 4) - 0x30;
  if (text.charCodeAt(cursor + 2) !== 0x3a || !isDigit(tens) || !isDigit(ones) || !isDigit(minuteTens) || !isDigit(minuteOnes))
    return false;
  let end = cursor + 5;
  let secondsHere = -1;
  if (text.charCodeAt(end) === 0x3a) {
    const secondTens = text.charCodeAt(end + 1) - 0x30;
    const secondOnes = text.charCodeAt(end + 2) - 0x30;
    if (!isDigit(secondTens) || !isDigit(secondOnes)) return false;
    secondsHere = secondTens * 10 + secondOnes;
    end += 3;
  }
  const next = text.charCodeAt(end);
  if (next !== 0x5d && !(next === 0x20 && text.charCodeAt(end + 1) === 0x2d)) return false;
  hour = tens * 10 + ones;
  minute = minuteTens * 10 + minuteOnes;
  seconds = secondsHere;
  hourPadding = tens === 0 ? 0b100 : 0;
  timeStyle = seconds === -1 ? 1 : 5;
  cursor = end;
  return true;
}

function isDigit(value: number): boolean {
  return value >= 0 && value <= 9;
}

function scanHalfBehind(text: string): void {
  const start = cursor;
  const blank = skipBlanks(text);
  half = scanHalf(text);
  if (half === "none") cursor = start;
  else timeStyle += 8 * (1 + (blank === 0 ? 0 : blank === 0x20 ? 1 : 2) + (lowerCase ? 0 : 3));
}

/** 1 `:`, 2 `.`, 3 `h` (with blanks around it in Canadian French); 0: none of them. */
function scanTimeSeparator(text: string): number {
  const start = cursor;
  let code = text.charCodeAt(cursor);
  if (code === 0x3a || code === 0xff1a) {
    cursor++;
    return 1;
  }
  if (code === 0x2e) {
    cursor++;
    return 2;
  }
  skipBlanks(text);
  code = text.charCodeAt(cursor);
  if (code === 0x68) {
    cursor++;
    skipBlanks(text);
    return 3;
  }
  cursor = start;
  return 0;
}

let lowerCase = true;

/** The longest known word for a half of the day; "none" when the letters here are none. */
function scanHalf(text: string): Half {
  const first = text.charCodeAt(cursor);
  if (!isLetterCode(first)) return "none";
  lowerCase = first < 0x41 || first > 0x5a;
  let found: Half = "none";
  let end = cursor;
  let word = "";
  const most = cursor + longestGap;
  while (cursor < most) {
    const code = text.charCodeAt(cursor);
    if (isLetterCode(code)) {
      word += text.charAt(cursor);
      cursor++;
      if (isLetterCode(text.charCodeAt(cursor)) && !isMarkCode(text.charCodeAt(cursor))) continue;
      const known = halves.get(word.toLowerCase());
      if (known === undefined) continue;
      found = known;
      if (text.charCodeAt(cursor) === 0x2e) cursor++;
      end = cursor;
    } else if (code === 0x2e || isBlankCode(code) || isMarkCode(code)) cursor++;
    else break;
  }
  cursor = end;
  return found;
}

/** The hour of a stamp (as `WrittenStamp.hour`) from the number written and the half of the day. */
export function hourOf(wrote: number, inHalf: Half): number {
  if (inHalf === "unreadable") return unreadableHour;
  if (wrote > 24) return impossibleHour;
  switch (inHalf) {
    case "none":
      return wrote;
    case "am":
      return wrote === 12 ? 0 : wrote < 12 ? wrote : impossibleHour;
    case "pm":
      return wrote < 12 ? wrote + 12 : wrote;
    case "noon":
      return wrote < 10 ? wrote + 12 : wrote;
    case "night":
      return wrote === 12 ? 0 : wrote >= 5 && wrote < 12 ? wrote + 12 : wrote;
  }
}

/** Not on any clock, so that the stamp is reported instead of guessed. */
const impossibleHour = 99;
/** The hour of a stamp with a word for the half of the day that we do not know. On no clock either. */
export const unreadableHour: number = 98;

/**
 * Words for the halves of the day, lower case, without dots, blanks and invisible marks (CLDR `dayPeriods`, the abbreviated and wide forms
 * of the locales that phones offer).
 */
const halves: ReadonlyMap<string, Half> = new Map<string, Half>([
  ...words("am", "am vm vorm fm ap de dop преподне πμ ص صباحا صباحًا قظ قبلازظهر לפנהצ לפנה״צ прдоб проб дп претпл öö sa pg gh pd"),
  ...words("am", "ก่อนเที่ยง முற்பகல் முப पूर्वाह्न मपू পূর্বাহ্ণ পূর্বাহ্ন ਪੂਦੁ ಪೂರ್ವಾಹ್ನ priešpiet priekšp 오전 午前 上午 凌晨 清晨 早上 早晨 半夜 午夜"),
  ...words("pm", "pm nm nachm em ip du odp pop поподне μμ م مساء مساءً بظ بعدازظهر אחהצ אחה״צ слоб пп попл ös ch ptg gd md"),
  ...words("pm", "หลังเที่ยง பிற்பகல் பிப अपराह्न मउ অপরাহ্ণ অপরাহ্ন ਬਾਦੁ ಅಪರಾಹ್ನ popiet pēcp 오후 午後 下午 傍晚"),
  ...words("noon", "中午"),
  ...words("night", "晚上 夜里 夜裡 夜晚"),
]); // prettier-ignore

function words(half: Half, list: string): [string, Half][] {
  return list.split(" ").map((word) => [word, half]);
}
