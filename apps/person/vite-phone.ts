import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { withoutFormats } from "../../packages/importers/src/phone-table.ts";

/**
 * Fetches of the reader of telephone numbers what reading takes: its table without how numbers are set in groups, and its code as it was written,
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
    transform(code, id) {
      if (!id.endsWith("libphonenumber-js/metadata.min.json.js")) return undefined;
      const [, start = "", json = ""] = /^(.*?export default )(\{[^]*\});?\s*$/s.exec(code) ?? [];
      return { code: `${start}${withoutFormats(json)};`, map: null };
    },
  };
}
