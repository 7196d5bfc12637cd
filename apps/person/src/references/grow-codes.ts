/** A table of telephone numbers: what is known of each country, its code first. */
export interface Countries {
  readonly countries: Readonly<Record<string, readonly unknown[]>>;
}

/** The countries of each code, in the order of the table (`vite-phone.ts`, which puts the main one of each first and compares). */
export function growCodes({ countries }: Countries): Readonly<Record<string, readonly string[]>> {
  const codes: Record<string, string[]> = {};
  for (const [name, [code]] of Object.entries(countries)) (codes[String(code)] ??= []).push(name);
  return codes;
}
