import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";

/** Where a copy of a folder is to be written: undefined where that lies in the folder itself, with which it would be lost. */
export function placeOfCopy(out: string, folder: string): { readonly folder: string; readonly name: string } | undefined {
  return isWithin(out, folder) ? undefined : { folder: dirname(resolve(out)), name: basename(resolve(out)) };
}

/** Whether a path is a folder or lies in it, by how both are written. */
export function isWithin(path: string, folder: string): boolean {
  const below = relative(resolve(folder), resolve(path));
  return below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}
