import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";
import { type Plugin, defineConfig } from "vite";
import { catalogue } from "./vite-catalogue.ts";
import { first, styleInPages } from "./vite-first.ts";
import { law } from "./vite-law.ts";
import { lean } from "./vite-lean.ts";
import { phone } from "./vite-phone.ts";
import { preact } from "./vite-preact.ts";
import { press } from "./vite-press.ts";
import { references } from "./vite-references.ts";
import { terse } from "./vite-terse.ts";
import { typst } from "./vite-typst.ts";
import { words } from "./vite-words.ts";

/** What only a report needs, the typesetter and its fonts; and what only a picture needs that is asked what it says. */
const isForReport = (name: string): boolean => /\.(wasm|ttf)$|\/exif-[^/]+\.js$/.test(name);

/** What is written for the typesetter alone, fetched when a paper is first set: its layouts with what stands in them, and what its fonts draw. */
const isOfPapers = /\/corridor\/src\/set-papers\.ts$/;

/** What reads a zip, and what talks to a force: fetched with what reads, since nearly every export is a zip, and files apart press worse. */
const isOfReading = /\/archive\/(?:zip|zip-member)\.ts$|\/workers\/reading\.ts$|\/engine\/force-desk\.ts$|\/ports\/proof-of-work\.ts$/;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Emits /sw.js: the hand-written service worker with the lists of everything the build made, and a version over all of it. */
function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    // After the pages themselves are written.
    enforce: "post",
    async generateBundle(_options, bundle) {
      const text = await bundleServiceWorker();
      const hash = createHash("sha256").update(text);
      const asTheyAre = readdirSync(here("public")).map((name) => [name, readFileSync(here(`public/${name}`))] as const);
      const made = Object.entries(bundle).map(([name, one]) => [name, one.type === "chunk" ? one.code : one.source] as const);
      const lists: Readonly<Record<"shell" | "app" | "reportFiles", string[]>> = { shell: [], app: [], reportFiles: [] };
      const all = [...made, ...asTheyAre].filter(([name]) => !name.endsWith(".map")).sort(([a], [b]) => (a < b ? -1 : 1));
      // A page names all that it needs to begin.
      const pages = all.flatMap(([name, content]) => (name.endsWith(".html") ? [String(content)] : [])).join();
      for (const [name, content] of all) {
        hash.update(name).update(content);
        const isFirst = name.endsWith(".html") || pages.includes(`"/${name}"`);
        // A page is asked for by its folder.
        lists[isFirst ? "shell" : isForReport(name) ? "reportFiles" : "app"].push(`/${name.replace(/(^|\/)index\.html$/, "$1")}`);
      }
      const facts = { version: hash.digest("hex").slice(0, 16), ...lists };
      const source = Object.entries(facts).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`);
      this.emitFile({ type: "asset", fileName: "sw.js", source: source.join("") + text });
    },
  };
}

async function bundleServiceWorker(): Promise<string> {
  const { outputFiles } = await esbuild({ entryPoints: [here("src/offline/service-worker.js")], bundle: true, minify: true, write: false });
  return outputFiles.map(({ text }) => text).join("");
}

export default defineConfig({
  plugins: [catalogue(), first(), styleInPages(), offline(), law(), lean(), preact(), references(), typst(), phone(), terse(), press()],
  build: {
    target: "es2023",
    // Beside the scripts, for whoever looks into a fault: no script names its own, which would be forty bytes of each that nobody can press.
    sourcemap: "hidden",
    // Inlined assets would be data: addresses, which the content policy refuses for scripts and fonts.
    assetsInlineLimit: 0,
    // A part of the app is fetched with what it imports; a list of that in the first page would be a fiftieth of its script.
    modulePreload: { polyfill: false, resolveDependencies: (_file, files, { hostType }) => (hostType === "html" ? files : []) },
    rolldownOptions: {
      input: { app: here("index.html"), notes: here("notes/index.html") },
      // What is fetched for another language alone stands with its pages.
      output: { chunkFileNames: ({ name }) => (/^cy\b/.test(name) ? "cy/words-[hash].js" : "assets/[name]-[hash].js") },
    },
  },
  worker: {
    format: "es",
    rolldownOptions: {
      output: {
        // Hints for a minifier, which has run.
        comments: { annotation: false },
        codeSplitting: {
          groups: [
            { name: "engine", tags: ["$initial"] },
            { name: "reading", test: isOfReading },
            { name: "typst-papers", test: isOfPapers },
          ],
        },
      },
    },
    plugins: () => [lean(), references(), typst(), phone(), words(), terse()],
  },
});
