import { join } from "node:path";

/** Makes one plain program of a benchmark, so that a child runs without a loader and its peak memory is its own. Returns its path. */
export async function bundleProgram(entry: string, folder: string, name = "bench.mjs"): Promise<string> {
  // Loaded here and kept out of the bundle: the child never builds.
  const { build } = await import("esbuild");
  const outfile = join(folder, name);
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    banner,
    external: ["esbuild", "@myriaddreamin/*"],
  });
  return outfile;
}
