import { createRequire } from "node:module";
import type { Plugin } from "vite";
import { families } from "../../packages/pack/src/report/fonts.ts";

/**
 * What the typesetter needs of the build: its glue without `new Function`, which the content policy refuses, and the addresses of the
 * report's fonts. Belongs in `plugins` and in `worker.plugins`, because the typesetter runs in a worker.
 */
export function typst(): Plugin {
  const require = createRequire(import.meta.url);
  const glue = require.resolve("@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler.mjs");
  return {
    name: "typst",
    enforce: "pre",
    resolveId(id) {
      // The package's own entry holds a third `new Function`, for Node only.
      if (id === "@myriaddreamin/typst-ts-web-compiler") return glue;
      return id === fontsModule ? `\0${fontsModule}` : undefined;
    },
    load(id) {
      return id === `\0${fontsModule}` ? fontAddressesModule((file) => require.resolve(file)) : undefined;
    },
    transform(code, id) {
      if (id.endsWith("-template.ts")) return { code: withoutNotes(code), map: null };
      return id === glue ? { code: patchGlue(code), map: null } : undefined;
    },
  };
}

/** Module with `fontAddressByFile`: the address of each font file by its path inside node_modules. */
const fontsModule = "virtual:report-fonts";

/** The only texts that the compiler ever hands to `new Function` (found in its WebAssembly), as functions. */
const knownFunctions: readonly (readonly [parameters: string, body: string])[] = [
  ["", "return 0"],
  ["", "return true"],
  ["path", "return path"],
  ["", "throw new Error('Dummy AccessModel, please initialize compiler with withAccessModel()')"],
  ["", "throw new Error('Dummy Registry, please initialize compiler with withPackageRegistry()')"],
];

/** Leaves out of a layout what is for whoever reads it: notes on lines of their own, and the blanks before a line. The paper is the same. */
export function withoutNotes(code: string): string {
  return code.replace(/^[ \t]*\/\/ .*\n/gm, "").replace(/^[ \t]+/gm, "");
}

/** Replaces `new Function` in the compiler's glue by a table that throws on any other text. Throws unless there are exactly two. */
export function patchGlue(code: string): string {
  const parts = code.split("new Function(");
  if (parts.length !== 3) throw new Error(`the glue of the typesetter has ${parts.length - 1} places to patch, not 2: look at it again`);
  const cases = knownFunctions.map(
    ([parameters, body]) => `  ${JSON.stringify(`${parameters}|${body}`)}: (${parameters}) => { ${body}; },`,
  );
  return `${parts.join("knownFunction(")}
const knownFunctions = {
${cases.join("\n")}
};
function knownFunction(...texts) {
  const key = \`\${texts.slice(0, -1).join(",")}|\${texts.at(-1)}\`;
  if (!Object.hasOwn(knownFunctions, key)) throw new Error("the typesetter asks for a function that it is not known to need");
  return knownFunctions[key];
}
`;
}

function fontAddressesModule(resolve: (file: string) => string): string {
  const files = families.flatMap((family) => family.files);
  const imports = files.map((file, i) => `import font${i} from ${JSON.stringify(`${resolve(file)}?url`)};`);
  const entries = files.map((file, i) => `  [${JSON.stringify(file)}, font${i}],`);
  return `${imports.join("\n")}\nexport const fontAddressByFile = new Map([\n${entries.join("\n")}\n]);\n`;
}
