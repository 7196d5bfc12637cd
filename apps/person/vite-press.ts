import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";
import { longerMode } from "./vite-longer.ts";
import { weighApp } from "./vite-weigh.ts";

/** Worth pressing: pictures would be pressed twice, and what explains the code to a debugger never crosses a slow network. */
const isPressed = (name: string): boolean => /\.(html|js|css|svg|webmanifest|wasm|ttf)$/.test(name);

/** Above this the best quality takes minutes, and a middle one gives nine tenths of it in seconds. Bytes. */
const mostForBest = 2 * 2 ** 20;

const byBrotli = promisify(brotliCompress);
const byGzip = promisify(gzip);

/**
 * Presses the whole build once, so that serving costs nothing: beside each file one `.br`, and one `.gz` for browsers that take brotli from
 * the network only under https. Then weighs it, and refuses what is heavier than was promised.
 */
export function press(): Plugin {
  let folder = "";
  let isWeighed = true;
  return {
    name: "press",
    apply: "build",
    configResolved({ root, build, mode }) {
      folder = join(root, build.outDir);
      // Longer words than anybody gets weigh nothing that anybody fetches.
      isWeighed = mode !== longerMode;
    },
    async closeBundle(error) {
      // A build that failed says why, and not that nothing is there to press.
      if (error) return;
      const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(isPressed);
      await Promise.all(names.map((name) => pressFile(join(folder, name))));
      if (!isWeighed) return;
      const sizes = new Map(names.map((name) => [name, statSync(join(folder, `${name}.br`)).size]));
      for (const { says, most, weight } of weighApp({ sizes, textOf: (name) => readFileSync(join(folder, name), "utf8") }))
        process.stdout.write(`Her app, pressed: ${says} ${weight} bytes of ${most}\n`);
    },
  };
}

async function pressFile(path: string): Promise<void> {
  const bytes = readFileSync(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: bytes.length > mostForBest ? 5 : constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [br, gz] = await Promise.all([byBrotli(bytes, { params }), byGzip(bytes, { level: constants.Z_BEST_COMPRESSION })]);
  writeFileSync(`${path}.br`, br);
  writeFileSync(`${path}.gz`, gz);
}
