import { type WallTime, isRealWallTime, parseIsoStamp } from "@unmask/core";

/** A stamp in a mail: the time on a wall, and how far that wall is from UTC where the stamp says so. */
export interface MailStamp {
  readonly wall: WallTime;
  /** Minutes; absent when the stamp has no zone, or a zone by a name that means several. */
  readonly offsetMinutes?: number;
}

/** Longest text that can be a date: stops a header of megabytes from being looked at. */
const longestDate = 128;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** RFC 5322, section 4.3. Other letters (BST, IST, the military zones) mean several zones, so they mean none. */
const offsetByName: ReadonlyMap<string, number> = new Map([
  ["UT", 0],
  ["UTC", 0],
  ["GMT", 0],
  ["Z", 0],
  ["EDT", -240],
  ["EST", -300],
  ["CDT", -300],
  ["CST", -360],
  ["MDT", -360],
  ["MST", -420],
  ["PDT", -420],
  ["PST", -480],
]);

const zone = "([+-]\\d{2}:?\\d{2}|[A-Za-z]{1,5})";
/** `Fri, 27 Feb 2026 09:00:00 +0000`: RFC 5322, section 3.3, with the blanks and dashes that occur. */
const mailPattern = new RegExp(
  `^(?:[A-Za-z]{2,9}\\.?,?\\s*)?(\\d{1,2})[\\s-]+([A-Za-z]{3,9})\\.?[\\s-]+(\\d{2,4}),?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d+)?\\s*(?:(?:UTC|GMT)(?=[+-]))?${zone}?$`,
);
/** `Fri Feb 27 09:00:00 2026`, `… +0000 2026`, `… 2026 +0000`: ctime, as it stands in lines that separate mails (RFC 4155). */
const ctimePattern = new RegExp(
  `^[A-Za-z]{3},?\\s+([A-Za-z]{3})\\s+(\\d{1,2})\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s+(?:${zone}\\s+)?(\\d{4})(?:\\s+${zone})?$`,
);

/** Reads a stamp as mail programs write it. Undefined when it is none, or names a time that no wall shows (31 February): never rolled. */
export function parseMailStamp(text: string): MailStamp | undefined {
  if (text.length > longestDate) return undefined;
  const written = withoutComments(text).trim();
  // Fields are taken by number: a mailbox asks for every mail, and taking a match apart in order costs as much as finding it.
  const mail = mailPattern.exec(written);
  if (mail) return stampOf({ day: mail[1], month: mail[2], year: mail[3], hour: mail[4], minute: mail[5], second: mail[6] }, mail[7]);
  const ctime = ctimePattern.exec(written);
  if (ctime)
    return stampOf(
      { day: ctime[2], month: ctime[1], year: ctime[7], hour: ctime[3], minute: ctime[4], second: ctime[5] },
      ctime[6] ?? ctime[8],
    );
  return parseIsoStamp(written);
}

/** Comments may stand in comments (RFC 5322, section 3.2.2). */
function withoutComments(text: string): string {
  if (!text.includes("(")) return text;
  const without = text.replace(/\([^()]*\)/g, " ");
  return without === text ? text : withoutComments(without);
}

type Written = Readonly<Record<"day" | "month" | "year" | "hour" | "minute" | "second", string | undefined>>;

function stampOf({ day, month, year, hour, minute, second }: Written, offset: string | undefined): MailStamp | undefined {
  const wall: WallTime = {
    year: fullYear(year ?? ""),
    month: months.indexOf((month ?? "").slice(0, 3).toLowerCase()) + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    ...(second === undefined ? {} : { second: Number(second) }),
  };
  if (!isRealWallTime(wall)) return undefined;
  const offsetMinutes = offset === undefined ? undefined : minutesOf(offset);
  return offsetMinutes === undefined ? { wall } : { wall, offsetMinutes };
}

/** RFC 5322, section 4.3: two digits below 50 are of this century, three count from 1900. */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length >= 4) return value;
  return year.length === 2 && value < 50 ? 2000 + value : 1900 + value;
}

function minutesOf(offset: string): number | undefined {
  const named = offsetByName.get(offset.toUpperCase());
  if (named !== undefined) return named;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(offset);
  if (!match) return undefined;
  const hours = Number(match[2]);
  const minutes = Number(match[3]);
  if (hours > 23 || minutes > 59) return undefined;
  const size = hours * 60 + minutes;
  return match[1] === "-" && size > 0 ? -size : size;
}
