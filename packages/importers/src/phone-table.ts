/** Where a country of the table keeps what is looked at here; behind code, exit code and pattern (version 4 of its form). */
const lengthsAt = 3;
/** How its numbers are written for people. */
const formatsAt = 4;
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
 * The table of telephone numbers, as JSON, without what reading does not take: how numbers are set in groups, which is half of it, and which country of a
 * shared code has a number, where that changes nothing. It is asked to know how long a number may be; a country whose lengths the main one of its code
 * has too gives the same answer as the main one. Throws when the table has another form.
 */
export function toRead(json: string): string {
  const table: PhoneTable = JSON.parse(json);
  if (table.version !== 4) throw new Error("the metadata of telephone numbers has another form");
  const countries = Object.entries(table.countries).map(([name, country]) => {
    const main = table.country_calling_codes[String(country[0])]?.[0] ?? name;
    const isToldApart = lengthsOf(country).some((length) => !lengthsOf(table.countries[main]).includes(length));
    return [name, without(isToldApart ? [formatsAt] : [formatsAt, kindsAt], country)];
  });
  const nonGeographic = Object.entries(table.nonGeographic).map(([code, one]) => [code, without([formatsAt, kindsAt], one)]);
  return JSON.stringify({ ...table, countries: Object.fromEntries(countries), nonGeographic: Object.fromEntries(nonGeographic) });
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
