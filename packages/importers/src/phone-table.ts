/** Where a country of the table keeps what is looked at here; behind code, exit code and pattern (version 4 of its form). */
const lengthsAt = 3;
/** What all its numbers look like; where more than one length is possible, also how a number is told from one with its code before it. */
const patternAt = 2;
/** How its numbers are written for people. */
const formatsAt = 4;
/** The digit that is dialled before a number within the country, and what else stands there. */
const prefixesAt = [5, 7] as const;
/** Which of its numbers are mobile, free, ...: kept only where countries share a code, to tell them apart. */
const kindsAt = 11;

/** A table of telephone numbers, as far as it is looked at here. */
interface PhoneTable {
  readonly version: number;
  /** The countries of each code, the main one first. */
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
  readonly countries: Readonly<Record<string, readonly unknown[]>>;
  /** What belongs to no country, by its code: satellites, and numbers that cost the caller nothing. */
  readonly nonGeographic: Readonly<Record<string, readonly unknown[]>>;
}

/**
 * The table of telephone numbers, as JSON, without what reading does not take: how numbers are set in groups, which is half of it, which country of a
 * shared code has a number, where that changes nothing, and what numbers look like, where nobody asks. It is asked to know how long a number may be; a
 * country whose lengths the main one of its code has too gives the same answer as the main one. Throws when the table has another form.
 */
export function toRead(json: string): string {
  const table: PhoneTable = JSON.parse(json);
  if (table.version !== 4) throw new Error("the metadata of telephone numbers has another form");
  const countries = Object.entries(table.countries).map(([name, country]) => {
    const main = table.country_calling_codes[String(country[0])]?.[0] ?? name;
    const isToldApart = lengthsOf(country).some((length) => !lengthsOf(table.countries[main]).includes(length));
    const left = without(isToldApart ? [formatsAt] : [formatsAt, kindsAt], country);
    return [name, isLookedAt(left) ? left : left.with(patternAt, 0)];
  });
  const nonGeographic = Object.entries(table.nonGeographic).map(([code, one]) => [code, without([formatsAt, kindsAt], one)]);
  return JSON.stringify({ ...table, countries: Object.fromEntries(countries), nonGeographic: Object.fromEntries(nonGeographic) });
}

/**
 * Whether it is asked what the numbers of a country look like: to know whether what is dialled before a number is part of it, of which kind it is, or
 * whether its code stands before it without a "+", which is settled where a number with its code is too long for one without.
 */
function isLookedAt(country: readonly unknown[]): boolean {
  const lengths = lengthsOf(country).map(Number);
  // bounded: seventeen lengths at most.
  const isCodeTooLong = Math.max(...lengths) < Math.min(...lengths) + String(country[0]).length;
  return !isCodeTooLong || [...prefixesAt, kindsAt].some((at) => Boolean(country[at]));
}

/** The same without the lists at these places. What is nought is not written at the end. */
function without(places: readonly number[], country: readonly unknown[]): readonly unknown[] {
  const left = country.map((part, i) => (places.includes(i) && Array.isArray(part) ? 0 : part));
  return left.slice(0, left.findLastIndex((part) => part !== 0) + 1);
}

function lengthsOf(country: readonly unknown[] | undefined): readonly unknown[] {
  const lengths = country?.[lengthsAt];
  if (!Array.isArray(lengths)) throw new Error("the metadata of telephone numbers has another form");
  return lengths;
}
