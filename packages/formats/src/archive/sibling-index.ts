import { type Source, normalName } from "@unmask/core";

/**
 * Which file beside a source is meant by a name written in it.
 *
 * [Note: No guessing across folders] Two chats have pictures of one name, and the picture of the one is no evidence for the other. So a bare
 * name is looked for in the folder of the source and below it, where it must be the only one; a name with folders in it is tried from the
 * folder of the source and from each folder above. Case, invisible marks and the form of accents do not count: exports change them.
 */
export interface SiblingIndex<T extends { readonly source: Source }> {
  /** The file that `name`, written in `asking`, stands for; undefined when it was not handed over or more than one could be meant. */
  find(asking: T, name: string): T | undefined;
  /** Names of the files in the folder of `asking` and below it, its own among them, in order of path. One array for all that ask. */
  namesBeside(asking: T): readonly string[];
}

/** Indexes the files that came together: of one zip, or all that lay in none. */
export function indexSiblings<T extends { readonly source: Source }>(files: readonly T[]): SiblingIndex<T> {
  const fileByPath = new Map<string, T>();
  const filesByBase = new Map<string, T[]>();
  const pathByFile = new Map<T, string>();
  for (const file of files) {
    const path = comparable(file.source.name);
    pathByFile.set(file, path);
    if (!fileByPath.has(path)) fileByPath.set(path, file);
    const base = baseOf(path);
    const same = filesByBase.get(base);
    if (same) same.push(file);
    else filesByBase.set(base, [file]);
  }

  function find(asking: T, name: string): T | undefined {
    if (files.length < 2) return undefined; // A chat without its media asks for each of them.
    const wanted = comparable(name);
    if (wanted === "") return undefined;
    const folder = folderOf(pathByFile.get(asking) ?? "");
    const exact = fileByPath.get(folder + wanted);
    if (exact !== undefined && exact !== asking) return exact;
    if (wanted.includes("/")) {
      for (let above = parentOf(folder); above !== undefined; above = parentOf(above)) {
        const hit = fileByPath.get(above + wanted);
        if (hit !== undefined && hit !== asking) return hit;
      }
    }
    const below = (filesByBase.get(baseOf(wanted)) ?? []).filter((file) => file !== asking && pathByFile.get(file)?.startsWith(folder));
    return new Set(below.map((file) => pathByFile.get(file))).size === 1 ? below[0] : undefined;
  }

  // Sorted by path, a folder with all below it is one stretch: a zip of a hundred thousand folders is not searched for each of them.
  let sorted: readonly (readonly [path: string, name: string])[] | undefined;
  const namesByFolder = new Map<string, readonly string[]>();
  function namesBeside(asking: T): readonly string[] {
    const folder = folderOf(pathByFile.get(asking) ?? "");
    const known = namesByFolder.get(folder);
    if (known) return known;
    sorted ??= [...pathByFile].map(([file, path]) => [path, file.source.name] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const names: string[] = [];
    for (let at = firstFrom(sorted, folder); sorted[at]?.[0].startsWith(folder); at++) names.push(sorted[at]?.[1] ?? "");
    namesByFolder.set(folder, names);
    return names;
  }

  return { find, namesBeside };
}

/** Place of the first path that is not before `folder`. */
function firstFrom(sorted: readonly (readonly [path: string, name: string])[], folder: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.[0] ?? "") < folder) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A path for comparing: `/` between folders, no leading "./" or "/", each name as `normalName` has it. */
function comparable(path: string): string {
  return path
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+/, "")
    .split("/")
    .map(normalName)
    .join("/");
}

/** `a/b/` of `a/b/c`; empty at the top. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** `a/` of `a/b/`; empty of `a/`; undefined of the top. */
function parentOf(folder: string): string | undefined {
  return folder === "" ? undefined : folder.slice(0, folder.lastIndexOf("/", folder.length - 2) + 1);
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
