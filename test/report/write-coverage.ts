import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Family, families } from "../../packages/pack/src/report/fonts.ts";
import { readCmap } from "./cmap.ts";

/** Writes packages/pack/src/report/font-coverage.ts from the font files: `npx tsx test/report/write-coverage.ts`. The test compares. */

const require = createRequire(new URL("../../packages/pack/package.json", import.meta.url));

/** The characters of a family's first file (regular), as `fonts.ts` unpacks them. */
export function packCoverage({ files }: Family): string {
  let before = 0;
  return readCmap(readFileSync(require.resolve(files[0] ?? "")))
    .map(({ first, last }) => {
      const packed = `${(first - before).toString(36)}${last > first ? `:${(last - first).toString(36)}` : ""}`;
      before = last;
      return packed;
    })
    .join(" ");
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const lines = families.map((family) => `  ${JSON.stringify(family.family)}:\n    ${JSON.stringify(packCoverage(family))},`);
  writeFileSync(
    new URL("../../packages/pack/src/report/font-coverage.ts", import.meta.url),
    `/** The characters that each family draws, packed (\`fonts.ts\`). Made by test/report/write-coverage.ts from the font files. */\n` +
      `// prettier-ignore\nexport const coverageByFamily: Readonly<Record<string, string>> = {\n${lines.join("\n")}\n};\n`,
  );
}
