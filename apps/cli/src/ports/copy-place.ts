import { realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** Where a copy of a folder is to be written: undefined where that lies in the folder itself, with which it would be lost. */
export async function placeOfCopy(out: string, folder: string): Promise<{ readonly folder: string; readonly name: string } | undefined> {
  return (await isWithin(out, folder)) ? undefined : { folder: dirname(resolve(out)), name: basename(resolve(out)) };
}

/** Whether a path is a folder or lies in it, whatever links lead there. */
export async function isWithin(path: string, folder: string): Promise<boolean> {
  const below = relative(await realPlace(folder), await realPlace(path));
  return below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}

/** The folders in which a path lies, whatever links lead there, the nearest first. */
export async function foldersAbove(path: string): Promise<readonly string[]> {
  const above: string[] = [];
  for (let folder = await realPlace(path); dirname(folder) !== folder; folder = dirname(folder)) above.push(dirname(folder));
  return above;
}

/** Where a path really is; what is not there yet is named below what is. */
async function realPlace(path: string): Promise<string> {
  const whole = resolve(path);
  // Nothing is there, or a link that leads nowhere: the folder above it tells.
  const real = await realpath(whole).catch(() => undefined);
  if (real !== undefined) return real;
  const above = dirname(whole);
  return above === whole ? whole : join(await realPlace(above), basename(whole));
}
