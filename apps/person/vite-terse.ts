import { minify } from "terser";
import type { Plugin } from "vite";

/**
 * Says the code shorter before the minifier of the build does: this one folds what is called once into its place, that one gives the short names.
 * Together a hundredth less crosses the network than with either alone. Belongs in `plugins` and in `worker.plugins`.
 */
export function terse(): Plugin {
  return {
    name: "terse",
    apply: "build",
    // As whole as it gets: other plugins have put in what they put in.
    enforce: "post",
    async renderChunk(code) {
      const { code: said = "", map } = await minify(code, {
        module: true,
        ecma: 2020,
        // Statements in rows of commas repeat less, and so do those that took in the one before.
        compress: { passes: 2, sequences: false, collapse_vars: false, keep_fargs: false, inline: 1 },
        mangle: false,
        sourceMap: true,
      });
      return { code: said, map: typeof map === "string" ? map : null };
    },
  };
}
