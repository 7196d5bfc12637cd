import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Plugin, defineConfig } from "vite";
import { typst } from "./vite-typst.ts";

/** Emits /sw.js: the hand-written service worker with the list of everything the build made, and a version over all of it. */
function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    generateBundle(_options, bundle) {
      const text = readFileSync(fileURLToPath(new URL("src/offline/service-worker.js", import.meta.url)), "utf8");
      const hash = createHash("sha256").update(text);
      const files = ["/"];
      for (const [name, made] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (name.endsWith(".map")) continue;
        hash.update(name).update(made.type === "chunk" ? made.code : made.source);
        // The typesetter and its fonts (60 MB) are fetched when a report is first made, not when the app is.
        if (name !== "index.html" && !/\.(wasm|ttf)$/.test(name)) files.push(`/${name}`);
      }
      const version = hash.digest("hex").slice(0, 16);
      this.emitFile({
        type: "asset",
        fileName: "sw.js",
        source: `const version = ${JSON.stringify(version)};\nconst files = ${JSON.stringify(files)};\n${text}`,
      });
    },
  };
}

export default defineConfig({
  plugins: [offline(), typst()],
  build: {
    target: "es2023",
    sourcemap: true,
    // Inlined assets would be data: addresses, which the content policy refuses for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: "es", plugins: () => [typst()] },
});
