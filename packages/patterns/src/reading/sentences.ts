import { type Instant, type Zone, civilFromDays, utcMsToWall, wallMsAt } from "@unmask/core";

/** English for numbers, days and lists, as a careful friend would say them. */

const months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
] as const; // prettier-ignore

const smallNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] as const;

/** In a table, where a number would stand that nobody can give. */
export const notKnown = "not known";

/** "1,081". */
export function sayNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** "three", "12": for numbers of numbers, accounts and channels; acts are always counted in figures. */
export function sayFew(value: number): string {
  return smallNumbers[value] ?? sayNumber(value);
}

/** "1 act", "214 acts". `plural` where it is not the noun with an s. */
export function sayCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${sayNumber(count)} ${count === 1 ? noun : plural}`;
}

/** "there was 1 act", "there were 214 acts". */
export function sayThereWere(count: number, noun: string): string {
  return `there ${count === 1 ? "was" : "were"} ${sayCount(count, noun)}`;
}

/** "one day", "three days": for how often, not for acts. */
export function sayFewOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${sayFew(count)} ${count === 1 ? noun : plural}`;
}

/** "once", "twice", "7 times". */
export function sayTimes(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${sayFew(count)} times`;
}

/** "3 March 2026" of a day counted from 1970-01-01. */
export function sayDay(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${day} ${monthName(month)} ${year}`;
}

/** "March 2026". */
export function sayMonth(year: number, month: number): string {
  return `${monthName(month)} ${year}`;
}

/** "on 3 March 2026", "between 3 March and 9 June 2026", "between 3 December 2025 and 9 June 2026". */
export function sayBetween(first: number, last: number): string {
  return first === last ? `on ${sayDay(first)}` : `between ${sayPair(first, last, "and")}`;
}

/** "3 March 2026", "3 March to 9 June 2026". */
export function sayRange(first: number, last: number): string {
  return first === last ? sayDay(first) : sayPair(first, last, "to");
}

/** "02:14" on the wall of a zone. */
export function sayTime(instant: Instant, zone: Zone): string {
  const { hour, minute } = utcMsToWall(wallMsAt(zone, instant));
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** "a", "a and b", "a, b and c". */
export function sayList(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** First letter in upper case: a phrase becomes the head of a sentence. */
export function sayFirst(phrase: string): string {
  return phrase.slice(0, 1).toUpperCase() + phrase.slice(1);
}

function sayPair(first: number, last: number, word: string): string {
  const a = civilFromDays(first);
  const b = civilFromDays(last);
  const start = a.year === b.year ? `${a.day} ${monthName(a.month)}` : sayDay(first);
  return `${start} ${word} ${sayDay(last)}`;
}

function monthName(month: number): string {
  return months[month - 1] ?? String(month);
}
