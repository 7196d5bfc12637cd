import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";
import type { Plugin } from "vite";
import { lengthenedMarkup, longerMode } from "./vite-longer.ts";
import type { documents as made } from "./src/first/document.ts";

type Documents = typeof made;

/** What moves through the first page, as it is run. Bytes. */
const scriptBelow = 10_000;

const place = "<!-- the first page -->";
const placeOfCover = "<!-- its cover -->";
const placeOfApp = `<div id="app" hidden>`;

/**
 * Writes the first page into the document, so that it is whole without script, and refuses a build in which its script has grown too large. Its text is
 * bundled by itself: Node cannot import a room by its name before anything is built.
 */
export function first(): Plugin {
  let isLonger = false;
  return {
    name: "first",
    // After the pages themselves are written.
    enforce: "post",
    configResolved({ mode }) {
      isLonger = mode === longerMode;
    },
    // What the app takes with it is named in its own parts: nothing is looked up before it is fetched.
    load: {
      order: "pre",
      handler: (id) => (id.endsWith("vite/preload-helper.js") ? "export const __vitePreload = (load) => load();" : undefined),
    },
    transformIndexHtml: {
      order: "pre",
      async handler(html) {
        if (!html.includes(place)) return html;
        const { "/": english } = await readDocuments();
        return html
          .replace(place, () => (isLonger ? lengthenedMarkup(english.page) : english.page))
          .replace(placeOfCover, () => english.cover);
      },
    },
    // The same page in another language, of the same script and looks, at a path of its own.
    async generateBundle(_options, bundle) {
      const { "/": english, ...others } = await readDocuments();
      const page = bundle["index.html"];
      const html = page?.type === "asset" ? String(page.source) : "";
      for (const [path, other] of Object.entries(others)) {
        const source = [
          [`lang="${english.language}"`, `lang="${other.language}"`],
          [isLonger ? lengthenedMarkup(english.page) : english.page, other.page],
          [english.cover, other.cover],
          [placeOfApp, `${other.inEnglish}${placeOfApp.replace(">", ` lang="${english.language}">`)}`],
        ].reduce((before, [old = "", text = ""]) => replaced(before, old, text), html);
        this.emitFile({ type: "asset", fileName: `${path.slice(1)}index.html`, source });
      }
    },
    // As it was written: names of other files are put in last.
    writeBundle(_options, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") throw new Error("the build has no first page");
      const html = String(page.source);
      const named = Object.values(bundle).filter(({ fileName }) => html.includes(`"/${fileName}"`));
      const script = named.reduce((sum, one) => sum + (one.type === "chunk" ? Buffer.byteLength(one.code) : 0), 0);
      if (script === 0 || script >= scriptBelow)
        throw new Error(`the script of the first page takes ${script} bytes, not below ${scriptBelow}`);
      this.info(`script of the first page: ${script} bytes`);
    },
  };
}

/** Throws where the old text is not there. */
function replaced(html: string, old: string, text: string): string {
  if (!html.includes(old)) throw new Error(`the first page does not hold what is to be in another language: ${old.slice(0, 80)}`);
  return html.replace(old, () => text);
}

async function readDocuments(): Promise<Documents> {
  const { outputFiles } = await esbuild({
    entryPoints: [fileURLToPath(new URL("src/first/document.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const { documents }: { readonly documents?: Documents } = await import(`data:text/javascript;base64,${code}`);
  if (documents === undefined) throw new Error("the first page gives no document");
  return documents;
}
