import { normalName } from "@unmask/core";
import { foldText } from "../../withheld/folded-text.ts";

/** What stands before a name and is none. */
const ranks: ReadonlySet<string> = new Set([
  "pc", "wpc", "pcso", "dc", "sgt", "ps", "ds", "sergeant", "serjeant", "insp", "inspector", "di", "ci", "dci", "ch", "chief", "supt", "superintendent", "det", "detective", "constable",
  "officer", "con", "cons", "const", "dsgt", "dsu", "detsgt", "detcon", "dcs", "cs", "csupt", "dsupt", "dinsp", "sp", "spc", "sc", "wdc", "wps", "acting", "temp", "temporary", "a", "t", "mr", "mrs", "ms", "miss", "mx", "dr", "the",
]); // prettier-ignore
/** Units that stand behind a name. */
const units: ReadonlySet<string> = new Set(["cid", "ppu", "mash", "pvp", "dau", "sou", "rasso", "npt", "response", "unit", "team"]);
/** Digits of a collar number. */
const fewestDigits = 2;

/**
 * Whether a typed name can be that of an officer: ranks, points, case, letters that only look alike and the order of its parts aside. A surname alone, or
 * with an initial that fits, is taken for theirs, and so are names and initials of theirs run together, as a name of mail has them; another number beside it is
 * another officer.
 */
export function canBeNameOf(typed: string, officer: string): boolean {
  if (normalName(typed) === normalName(officer)) return true;
  const one = partsOf(officer);
  return [typed, ...typed.split(/\s+(?:and|with|accompanied|by|assisted|plus)\s+|[,;/&+]/u)].some((piece) =>
    isSame(partsOf(withoutDomain(piece)), one),
  );
}

/** Whether a typed name is that of an officer, and can hardly be another's: all their names and no more, or their number with their surname or alone. */
export function isNameOf(typed: string, officer: string): boolean {
  const [one, other] = [partsOf(typed), partsOf(officer)];
  const [surname = ""] = other.names.slice(-1);
  if (one.numbers.some((number) => other.numbers.includes(number))) return one.names.length === 0 || one.names.includes(surname);
  return surname !== "" && one.names.join(" ") === other.names.join(" ");
}

interface Parts {
  readonly names: readonly string[];
  /** The same as one word, with letters that stand alone: "T" and "A" are ranks, and initials; where ranks alone are written, those. */
  readonly joined: string;
  readonly numbers: readonly string[];
}

function partsOf(written: string): Parts {
  const words =
    foldText(surnameLast(written))
      .folded.replaceAll("'", "")
      // A rank and a number that are written as one: "DC2093".
      .replace(/(\p{L})(\d)/gu, "$1 $2")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.filter((word) => /^\p{L}/u.test(word) && !units.has(word));
  return {
    names: letters.filter((word) => !ranks.has(word)),
    joined: letters.filter((word) => [...word].length === 1 || !ranks.has(word)).join("") || letters.join(""),
    numbers: words.filter((word) => /^\d+$/.test(word) && word.length >= fewestDigits),
  };
}

/** Of an address of mail, what stands before its sign. */
function withoutDomain(written: string): string {
  return written.replace(/@\S*/gu, " ");
}

/** "Wren, Olive" is Olive Wren. */
function surnameLast(written: string): string {
  const [, surname, given] = /^([^,]+),([^,]+)$/u.exec(written) ?? [];
  return surname === undefined || given === undefined ? written : `${given} ${surname}`;
}

function isSame(typed: Parts, officer: Parts): boolean {
  if (typed.numbers.length > 0 && officer.numbers.length > 0) return typed.numbers.some((one) => officer.numbers.includes(one));
  if (writtenShort(officer.names).has(typed.joined)) return true;
  const surname = officer.names.at(-1);
  if (surname === undefined || !typed.names.includes(surname)) return false;
  const given = officer.names.slice(0, -1);
  const others = typed.names.filter((_, i) => i !== typed.names.lastIndexOf(surname));
  const [fewer, more] = others.length < given.length ? [others, given] : [given, others];
  return fewer.every((one) => more.some((other) => one.startsWith(other) || other.startsWith(one)));
}

/**
 * Two names or more as they are written in one, the surname last or first, and without those in the middle: run together, as initials, and as initials with
 * the surname whole.
 */
function writtenShort(names: readonly string[]): ReadonlySet<string> {
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined || names.length < 2) return new Set();
  const initial = (one: string): string => [...one][0] ?? "";
  const given = [names.slice(0, -1), [first]];
  const short = given.flatMap((some) => [some, some.map(initial)]);
  return new Set([
    ...short.flatMap((some) => [some.join("") + last, last + some.join("")]),
    ...given.flatMap((some) => [some.map(initial).join("") + initial(last), initial(last) + some.map(initial).join("")]),
  ]);
}
