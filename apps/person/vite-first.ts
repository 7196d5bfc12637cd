import { brotliCompressSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";
import type { Plugin } from "vite";

/** Whoever opens the page has the first question before them after this much, on a slow network. Bytes, pressed. */
const firstQuestionAtMost = 60_000;
/** What moves through the first page, as it is run. Bytes. */
const scriptBelow = 10_000;

const place = "<!-- the first page -->";
const placeOfCover = "<!-- its cover -->";

/**
 * Writes the first page into the document, so that it is whole without script, and refuses a build in which it has grown too large. Its text is
 * bundled by itself: Node cannot import a room by its name before anything is built.
 */
export function first(): Plugin {
  return {
    name: "first",
    // After the pages themselves are written.
    enforce: "post",
    // What the app takes with it is named in its own parts: nothing is looked up before it is fetched.
    load: {
      order: "pre",
      handler: (id) => (id.endsWith("vite/preload-helper.js") ? "export const __vitePreload = (load) => load();" : undefined),
    },
    transformIndexHtml: {
      order: "pre",
      async handler(html) {
        if (!html.includes(place)) return html;
        const { page, cover } = await readDocument();
        return html.replace(place, page).replace(placeOfCover, cover);
      },
    },
    // As it was written: names of other files are put in last.
    writeBundle(_options, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") throw new Error("the build has no first page");
      const html = String(page.source);
      const named = Object.values(bundle).filter(({ fileName }) => html.includes(`"/${fileName}"`));
      const contents = named.map((one) => (one.type === "chunk" ? one.code : one.source));
      const wire = [html, ...contents].reduce((sum, content) => sum + brotliCompressSync(content).length, 0);
      const script = named.reduce((sum, one) => sum + (one.type === "chunk" ? Buffer.byteLength(one.code) : 0), 0);
      if (wire > firstQuestionAtMost) throw new Error(`the first question takes ${wire} bytes, more than ${firstQuestionAtMost}`);
      if (script === 0 || script >= scriptBelow)
        throw new Error(`the script of the first page takes ${script} bytes, not below ${scriptBelow}`);
      this.info(`first question: ${wire} bytes pressed; script: ${script} bytes`);
    },
  };
}

async function readDocument(): Promise<{ readonly page: string; readonly cover: string }> {
  const { outputFiles } = await esbuild({
    entryPoints: [fileURLToPath(new URL("src/first/document.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const made: unknown = await import(`data:text/javascript;base64,${code}`);
  if (typeof made === "object" && made !== null && "firstDocument" in made && "coverDocument" in made)
    return { page: String(made.firstDocument), cover: String(made.coverDocument) };
  throw new Error("the first page gives no document");
}
