/** One rule: every file that prettier knows is as it would write it. */
export const rules = ["layout"];

/** One for each kind of file, and one in each folder of sources. */
export const plants = [
  ...["packages/law/src", "packages/formats/src/scan", "fittings/screen/src", "apps/cli/src", "test", "bench", "house"].map((folder) => ({
    rule: "layout",
    file: `${folder}/planted-layout.ts`,
    text: "export const planted = {a:1}\n",
  })),
  { rule: "layout", file: "apps/person/src/planted-layout.css", text: "p{color:red}\n" },
  { rule: "layout", file: "apps/person/src/planted-layout.tsx", text: "export const planted=<p >a</p>\n" },
];

/** Prettier warns with the path of the file. */
export const isRefused = (output, { file }) => output.includes(`[warn] ${file}\n`);

/** Prettier is asked about the plants alone: everything else takes it half a minute and is what the check itself looks at. */
export const places = plants.map(({ file }) => file);
