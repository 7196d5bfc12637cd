import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { type Countries, growCodes } from "./src/references/grow-codes.ts";
import { toRead } from "../../packages/importers/src/phone-table.ts";

/**
 * Fetches of the reader of telephone numbers what reading takes: its table without how numbers are set in groups and what kind they are, and its code as it was written,
 * not as it was rewritten for engines that no page here runs on. Belongs in `plugins` and in `worker.plugins`.
 */
export function phone(): Plugin {
  return {
    name: "phone",
    enforce: "pre",
    resolveId(source, importer) {
      if (!source.startsWith("../es6/") || importer?.endsWith("/libphonenumber-js/core/index.js") !== true) return undefined;
      return fileURLToPath(new URL(source.replace("/es6/", "/es6-modern/"), pathToFileURL(importer)));
    },
    load: (id) => (unused.some((file) => id.endsWith(`/libphonenumber-js/es6-modern/${file}`)) ? unusedCode : undefined),
    transform(code, id) {
      if (id.endsWith("/libphonenumber-js/es6-modern/metadata.js")) return { code: ofVersionFour(code), map: null };
      if (id.endsWith("/libphonenumber-js/es6-modern/PhoneNumber.js")) return { code: withoutUnasked(code), map: null };
      if (!id.endsWith("libphonenumber-js/metadata.min.json.js")) return undefined;
      const [, json = ""] = /^.*?export default (\{[^]*\});?\s*$/s.exec(code) ?? [];
      return { code: grown(toRead(json)), map: null };
    },
  };
}

/** The table without the list of the countries of each code, which grows from the countries when the table is loaded. Throws where it would be another. */
function grown(json: string): string {
  const { country_calling_codes: codes, ...rest }: Listed = JSON.parse(json);
  const mains = new Set(Object.values(codes).flatMap(([main, ...others]) => (main !== undefined && others.length > 0 ? [main] : [])));
  const countries = Object.entries(rest.countries);
  const ordered = [true, false].flatMap((isMain) => countries.filter(([name]) => mains.has(name) === isMain));
  const table = { ...rest, countries: Object.fromEntries(ordered) };
  if (JSON.stringify(growCodes(table)) !== JSON.stringify(codes)) throw new Error("the codes of countries do not grow into the same list");
  const grow = fileURLToPath(new URL("src/references/grow-codes.ts", import.meta.url));
  return [
    `import { growCodes } from ${JSON.stringify(grow)};`,
    `const table = ${JSON.stringify(table)};`,
    "export default { ...table, country_calling_codes: growCodes(table) };",
  ].join("\n");
}

interface Listed extends Countries {
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
}

/** How a number is written for people, whether it is in service, and where it could be: nobody asks it here (`importers/identity.ts`). */
const unused = ["format.js", "isValid.js", "helpers/getPossibleCountriesForNumber.js"];
const unusedCode = "export default undefined;\nexport const chooseFormatForNumber = undefined;\n";

/** The table is of the fourth form, or `toRead` had refused it: what asks whether it is of an earlier one is answered. */
function ofVersionFour(code: string): string {
  const left = code.replaceAll(/\bsetVersion\.call\(.*\);/g, "").replaceAll(/\bthis(?:\.metadata)?\.v[123]\b(?! =)/g, "false");
  if (left.length > code.length - 80 || /\bv4\b(?! =)/.test(left.replaceAll(/\/[/*].*$|^ ?\*.*$/gm, ""))) throw new Error(changed);
  return left;
}

/** A number without what it says of itself beside whether it is possible. */
function withoutUnasked(code: string): string {
  const [before, countries, possible, rest, ...others] = code.split(/^ {2}(?=(?:getPossibleCountries|isPossible|isValid)\(\) \{$)/m);
  const end = rest?.search(/^\}$/m) ?? -1;
  if (!countries || !possible || !rest || end < 0 || others.length > 0) throw new Error(changed);
  return `${before ?? ""}${possible}${rest.slice(end)}`;
}

const changed = "the reader of telephone numbers is not written as it was: look at it again";
