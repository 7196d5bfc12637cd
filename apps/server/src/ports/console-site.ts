import { readFile, readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

/** The built console, whole in memory: a request never reaches the disk. */
export type ConsoleSite = ReadonlyMap<string, SiteFile>;

/** A file of it. */
export interface SiteFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".json": "application/json",
};

/** Reads the build in a folder, by path: `/index.html`. Only kinds of file that a page needs; fails when there is no build. */
export async function readConsoleSite(folder: string): Promise<ConsoleSite> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile() && types[extname(entry.name)] !== undefined);
  const read = files.map(async (entry): Promise<[string, SiteFile]> => {
    const path = join(entry.parentPath, entry.name);
    const type = types[extname(entry.name)] ?? "application/octet-stream";
    return [`/${relative(folder, path).split(sep).join("/")}`, { type, bytes: new Uint8Array(await readFile(path)) }];
  });
  return new Map(await Promise.all(read));
}
