import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";

/** Where a copy of a folder is to be written: undefined where that lies in the folder itself, with which it would be lost. */
export function placeOfCopy(out: string, folder: string): { readonly folder: string; readonly name: string } | undefined {
  const below = relative(resolve(folder), resolve(out));
  const isOutside = below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below);
  return isOutside ? { folder: dirname(resolve(out)), name: basename(resolve(out)) } : undefined;
}
