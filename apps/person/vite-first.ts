import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";
import type { Plugin } from "vite";
import { lengthenedMarkup, longerMode } from "./vite-longer.ts";
import type { documents } from "./src/first/document.ts";
import type { faceDocuments } from "./src/face/document.ts";

/** What is written into the pages. */
interface Written {
  readonly documents: typeof documents;
  readonly faceDocuments: typeof faceDocuments;
}

/** What moves through the first page, as it is run. Bytes. */
const scriptBelow = 10_000;

const place = "<!-- the first page -->";
const placeOfFace = "<!-- the notes page -->";
const placeOfCover = "<!-- its cover -->";
const placeOfApp = `<div id="app" hidden>`;

/**
 * Writes the first page and the notes page into their documents, so that they are whole without script, and refuses a build in which the script of the
 * first has grown too large. Their text is bundled by itself: Node cannot import a room by its name before anything is built.
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
        const { documents, faceDocuments } = await readWritten();
        const longer = (markup: string): string => (isLonger ? lengthenedMarkup(markup) : markup);
        return html
          .replace(place, () => longer(documents["/"].page))
          .replace(placeOfFace, () => longer(faceDocuments["/notes/"]))
          .replace(placeOfCover, () => documents["/"].cover);
      },
    },
    // The same pages in another language, of the same script and looks, at paths of their own.
    async generateBundle(_options, bundle) {
      const { documents, faceDocuments } = await readWritten();
      const { "/": english, "/cy/": welsh } = documents;
      const written = (markup: string): string => (isLonger ? lengthenedMarkup(markup) : markup);
      const emit = (fileName: string, changes: readonly (readonly [old: string, text: string])[]): void => {
        const page = bundle[fileName];
        const html = page?.type === "asset" ? String(page.source) : "";
        const both = [[`lang="${english.language}"`, `lang="${welsh.language}"`], [english.cover, welsh.cover], ...changes] as const;
        const source = both.reduce((before, [old, text]) => replaced(before, old, text), html);
        this.emitFile({ type: "asset", fileName: `cy/${fileName}`, source });
      };
      emit("index.html", [
        [written(english.page), welsh.page],
        [placeOfApp, `${welsh.inEnglish}${placeOfApp.replace(">", ` lang="${english.language}">`)}`],
      ]);
      emit("notes/index.html", [[written(faceDocuments["/notes/"]), faceDocuments["/cy/notes/"]]]);
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

/** Takes out of every part of the app the list of styles that it would ask for: the style of a page stands in the page, and the list would be a seventieth of the script of the first. */
export function styleInPages(): Plugin {
  return {
    name: "style-in-pages",
    generateBundle: {
      // After the lists are written.
      order: "post",
      handler(_options, bundle) {
        for (const one of Object.values(bundle))
          if (one.type === "chunk")
            one.code = one.code.replace(/^const __vite__mapDeps=.*\n/m, "").replace(/,__vite__mapDeps\(\[[\d,]*\]\)/g, "");
      },
    },
  };
}

/** Throws where the old text is not there. */
function replaced(html: string, old: string, text: string): string {
  if (!html.includes(old)) throw new Error(`the first page does not hold what is to be in another language: ${old.slice(0, 80)}`);
  return html.replace(old, () => text);
}

async function readWritten(): Promise<Written> {
  const { outputFiles } = await esbuild({
    stdin: {
      contents: `export { documents } from "./first/document.ts"; export { faceDocuments } from "./face/document.ts";`,
      resolveDir: fileURLToPath(new URL("src", import.meta.url)),
    },
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const { documents, faceDocuments }: Partial<Written> = await import(`data:text/javascript;base64,${code}`);
  if (documents === undefined || faceDocuments === undefined) throw new Error("a page gives no document");
  return { documents, faceDocuments };
}
