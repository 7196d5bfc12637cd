import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";
import type { Plugin } from "vite";

const codes = ["EW", "SCO", "NI"] as const;

/**
 * Works out the law in plain words when the app is built: her page takes its sentences and where they stand, and not the list of facts on which they
 * rest, thirty times as long. Belongs in `plugins`.
 */
export function law(): Plugin {
  return {
    name: "law",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith("/law/src/plain-law.ts")) return undefined;
      const parts = await Promise.all(codes.map(async (code) => [code, await partsOf(code)] as const));
      return `const parts = ${JSON.stringify(Object.fromEntries(parts))};\nexport const plainLawOf = (code) => parts[code];\n`;
    },
  };
}

/** Bundled by itself: Node cannot import a room by its name before anything is built. */
async function partsOf(code: (typeof codes)[number]): Promise<readonly unknown[]> {
  const { outputFiles } = await esbuild({
    stdin: {
      contents: `import { plainLawOf } from "@unmask/law"; export const parts = plainLawOf(${JSON.stringify(code)});`,
      resolveDir: fileURLToPath(new URL("src", import.meta.url)),
    },
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
  });
  const bundled = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const made: unknown = await import(`data:text/javascript;base64,${bundled}`);
  if (typeof made === "object" && made !== null && "parts" in made && Array.isArray(made.parts) && made.parts.length > 0) return made.parts;
  throw new Error(`the law of ${code} is not said in plain words`);
}
