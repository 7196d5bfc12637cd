import type { Place } from "../event/order-shapes.ts";
import { namesPlace } from "./places.ts";

/** Whether words name a place, as people write places: “14 Mill Ln”, “14A”, “fourteen Mill Lane”, the postcode alone. A near name is read by a person. */

/** UTF-16 units of words that are looked through. */
const longestWords = 20_000;
/** Letters from which on a word with one slip of the keys is still known. */
const leastForSlip = 4;

const shortForms: Readonly<Record<string, string>> = {
  ln: "lane",
  rd: "road",
  st: "street",
  str: "street",
  saint: "street",
  ave: "avenue",
  av: "avenue",
  cl: "close",
  cres: "crescent",
  ct: "court",
  dr: "drive",
  gdns: "gardens",
  gr: "grove",
  gro: "grove",
  hse: "house",
  pk: "park",
  pl: "place",
  sq: "square",
  stn: "station",
  ter: "terrace",
  terr: "terrace",
  wy: "way",
};
const units = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const teens = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const postcode = /\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b/giu;

/** How words name a place: as it is written, perhaps, by a near spelling or a part of it, or not. */
export function howWordsName(words: string, place: Place): "names" | "perhaps" | "not" {
  const read = words.slice(0, longestWords);
  if (namesPlace(read, place)) return "names";
  const codes = postcodesIn(place.says);
  if (postcodesIn(read).some((one) => codes.includes(one))) return "perhaps";
  const told = formOf(read);
  return namesOf(place.says).some((name) => stands(told, name)) ? "perhaps" : "not";
}

function postcodesIn(says: string): readonly string[] {
  return [...says.matchAll(postcode)].map(([, out = "", home = ""]) => `${out}${home}`.toLowerCase());
}

/** What people call a place: its first part, each part with a number, and its street without the number. */
function namesOf(says: string): readonly (readonly string[])[] {
  const parts = says
    .replace(postcode, " ")
    .split(/[,;(]/)
    .map(formOf)
    .filter((part) => part.some((word) => word.length > 2 && !/^\d/.test(word)));
  return parts.flatMap((part, place) => {
    const street = part.filter((word) => !/^\d+$/.test(word) && word.length > 1);
    const hasNumber = street.length < part.length;
    return [...(place === 0 || hasNumber ? [part] : []), ...(hasNumber && street.length > 1 ? [street] : [])];
  });
}

/** Words in small letters, numbers in digits, short forms in full. */
function formOf(says: string): readonly string[] {
  const words = says
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/(\d)(?=\p{L})/gu, "$1 ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .filter((word) => word !== "");
  const form: string[] = [];
  for (const [place, word] of words.entries()) {
    const ten = tens.indexOf(word);
    const unit = units.indexOf(word);
    const before = words[place - 1] ?? "";
    if (unit >= 0 && tens.includes(before)) form[form.length - 1] = String((tens.indexOf(before) + 2) * 10 + unit + 1);
    else if (ten >= 0) form.push(String((ten + 2) * 10));
    else if (unit >= 0) form.push(String(unit + 1));
    else if (teens.includes(word)) form.push(String(teens.indexOf(word) + 10));
    else form.push(shortForms[word] ?? word);
  }
  return form;
}

function stands(told: readonly string[], name: readonly string[]): boolean {
  if (name.length === 0) return false;
  const joined = name.join("");
  return told.some(
    (one, place) => (one === joined && joined.length >= leastForSlip) || name.every((word, i) => isNear(told[place + i] ?? "", word)),
  );
}

/** The same word but for one slip of the keys behind its first letter; a number is exact. */
function isNear(one: string, other: string): boolean {
  if (one === other) return true;
  if (other.length < leastForSlip || one[0] !== other[0] || /\d/.test(one + other) || Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < Math.min(one.length, other.length) && one[from] === other[from]) from += 1;
  const [rest, otherRest] = [one.slice(from), other.slice(from)];
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    (rest.slice(2) === otherRest.slice(2) && rest[0] === otherRest[1] && rest[1] === otherRest[0])
  );
}
