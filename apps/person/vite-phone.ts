import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "vite";
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
      const [, start = "", json = ""] = /^(.*?export default )(\{[^]*\});?\s*$/s.exec(code) ?? [];
      return { code: `${start}${toRead(json)};`, map: null };
    },
  };
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
