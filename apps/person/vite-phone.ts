import type { Plugin } from "vite";

/** Where a country of the metadata keeps how its numbers are written for people; behind code, exit code, pattern and lengths (version 4 of its form). */
const formatsAt = 4;

/**
 * Leaves out of the table of telephone numbers how they are set in groups: numbers are only read here, and these rules are half of the table that every
 * phone would fetch. Belongs in `plugins` and in `worker.plugins`.
 */
export function phone(): Plugin {
  return {
    name: "phone",
    transform(code, id) {
      return id.endsWith("libphonenumber-js/metadata.min.json.js") ? { code: withoutFormats(code), map: null } : undefined;
    },
  };
}

function withoutFormats(code: string): string {
  const [, start = "", json = ""] = /^(.*?export default )(\{[^]*\});?\s*$/s.exec(code) ?? [];
  const table: { readonly version: number; readonly countries: Readonly<Record<string, unknown[]>> } = JSON.parse(json);
  if (table.version !== 4) throw new Error("the metadata of telephone numbers has another form");
  for (const country of Object.values(table.countries)) if (Array.isArray(country[formatsAt])) country[formatsAt] = 0;
  return `${start}${JSON.stringify(table)};`;
}
