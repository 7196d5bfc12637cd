import { englishNumbers } from "./english.ts";
import type { NumberWords } from "./language.ts";

/** "2,801" of a whole number. */
export function sayNumber(value: number, { thousands }: Pick<NumberWords, "thousands"> = englishNumbers): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, thousands);
}

/** "three", "12": for numbers of numbers, accounts and channels; acts are always counted in figures. */
export function sayFew(value: number, language: NumberWords = englishNumbers): string {
  return language.small[value] ?? sayNumber(value, language);
}

/** "a group of 8 or more", "three groups", by how many wrote in each; empty where there is none. */
export function sayGroupsOf(writers: readonly number[]): string {
  const [first] = writers;
  if (first === undefined) return "";
  return writers.length === 1 ? `a group of ${sayNumber(first)} or more` : `${sayFew(writers.length)} groups`;
}

/** "1 act", "2,801 acts". `several` where it is not the noun with an s. */
export function sayCount(count: number, one: string, several = `${one}s`, language: NumberWords = englishNumbers): string {
  return `${sayNumber(count, language)} ${count === 1 ? one : several}`;
}

/** "there was 1 act", "there were 214 acts". */
export function sayThereWere(count: number, one: string, several = `${one}s`, language: NumberWords = englishNumbers): string {
  return language.thereWere(sayCount(count, one, several, language), count);
}

/** "one day", "three days": for how often, not for acts. */
export function sayFewOf(count: number, one: string, several = `${one}s`, language: NumberWords = englishNumbers): string {
  return `${sayFew(count, language)} ${count === 1 ? one : several}`;
}

/** "once", "twice", "seven times". */
export function sayTimes(count: number, language: NumberWords = englishNumbers): string {
  return language.times(sayFew(count, language), count);
}

/** "a", "a and b", "Texts, Calls and Email". */
export function sayList(words: readonly string[], { list }: Pick<NumberWords, "list"> = englishNumbers): string {
  return list(words);
}

/** First letter in upper case: a phrase becomes the head of a sentence. */
export function sayFirst(phrase: string): string {
  return phrase.slice(0, 1).toUpperCase() + phrase.slice(1);
}

/** In a table, where a number would stand that nobody can give. */
export function sayNotKnown({ notKnown }: Pick<NumberWords, "notKnown"> = englishNumbers): string {
  return notKnown;
}

/** "214 bytes", "8.2 kB", "14 MB", in the units of phones: 1 MB is a million bytes. */
export function saySize(bytes: number, language: NumberWords = englishNumbers): string {
  if (bytes < 1_000) return sayCount(bytes, language.bytes.one, language.bytes.several, language);
  const { units, decimal } = language;
  let size = bytes / 1_000;
  let unit = 0;
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000;
    unit++;
  }
  const figures = size < 10 ? String(Math.round(size * 10) / 10).replace(".", decimal) : sayNumber(Math.round(size), language);
  return `${figures} ${units[unit] ?? ""}`;
}

/** "26 s", "4 min 5 s", "1 h 2 min". */
export function sayDuration(seconds: number, language: NumberWords = englishNumbers): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes === 0) return `${whole} ${language.seconds}`;
  if (hours === 0) return sayTwo([minutes, language.minutes], [whole % 60, language.seconds]);
  return sayTwo([hours, language.hours], [minutes % 60, language.minutes]);
}

/** The second part is left out where it is nothing. */
function sayTwo([most, ofMost]: readonly [number, string], [rest, ofRest]: readonly [number, string]): string {
  return rest === 0 ? `${most} ${ofMost}` : `${most} ${ofMost} ${rest} ${ofRest}`;
}
