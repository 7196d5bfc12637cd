/** Where a country of the table keeps how its numbers are written for people; behind code, exit code, pattern and lengths (version 4 of its form). */
const formatsAt = 4;

/**
 * The table of telephone numbers, as JSON, without how numbers are set in groups: they are only read here, and these rules are half of what every
 * phone would fetch. Throws when the table has another form.
 */
export function withoutFormats(json: string): string {
  const table: { readonly version: number; readonly countries: Readonly<Record<string, readonly unknown[]>> } = JSON.parse(json);
  if (table.version !== 4) throw new Error("the metadata of telephone numbers has another form");
  const countries = Object.entries(table.countries).map(([name, country]) => {
    return [name, country.map((part, i) => (i === formatsAt && Array.isArray(part) ? 0 : part))];
  });
  return JSON.stringify({ ...table, countries: Object.fromEntries(countries) });
}
