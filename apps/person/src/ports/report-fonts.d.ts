/** Made by apps/person/vite-typst.ts: the address of each font file of the report by its path inside node_modules. */
declare module "virtual:report-fonts" {
  export const fontAddressByFile: ReadonlyMap<string, string>;
}
