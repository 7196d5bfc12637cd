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
      if (!id.endsWith("libphonenumber-js/metadata.min.json.js")) return undefined;
      const [, start = "", json = ""] = /^(.*?export default )(\{[^]*\});?\s*$/s.exec(code) ?? [];
      return { code: `${start}${toRead(json)};`, map: null };
    },
  };
}

/** How a number is written for people, whether it is in service, and where it could be: nobody asks it here (`importers/identity.ts`). */
const unused = ["format.js", "isValid.js", "helpers/getPossibleCountriesForNumber.js"];
const unusedCode = "export default undefined;\nexport const chooseFormatForNumber = undefined;\n";
