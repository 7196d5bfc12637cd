/**
 * Copies of a force's folders and the way back. Keys never lie beside what they open: they go to a folder of their own, or nowhere. The copy
 * carries `SHA256SUMS`, which `sha256sum -c` checks without this program.
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { copyFile, mkdir, open, readFile, readdir, realpath, rename } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { takeLock } from "@unmask/fittings-node";
import { type Result, failed, ok } from "@unmask/core";
import { forceFiles } from "./force-folder.ts";
import { isMissing, syncFolder } from "./shared-sync.ts";

/** What a copy holds. */
export interface Copied {
  readonly files: number;
  /** Roles whose rows are not in the folder: they are PostgreSQL's, and are dumped by its own tool. */
  readonly rowsElsewhere: readonly string[];
}

const roles = ["intake", "case"] as const;
const sumsFile = "SHA256SUMS";
const folderMode = 0o700;

/** Whoever has these opens letters, signs sets, writes logs, empties the intake, tells a mailbox that exists from one that does not. */
const keyFiles: ReadonlySet<string> = new Set([
  forceFiles.openingKey,
  forceFiles.signer,
  forceFiles.log,
  forceFiles.pull,
  forceFiles.mailboxSecret,
  "index.key",
]);

/** What belongs to a running process: its lock, what it opened in the clear, links that wait, files half written. */
const isOfTheMoment = (path: string): boolean => /^(?:intake|case)\/(?:lock|open|links)(?:$|[/.])|\.new$/.test(path);

/** Copies a data folder. Where the rows lie in it the server must be stopped; with PostgreSQL it may run, and its dump is taken first. */
export async function backUp(data: string, out: string, keys: string | undefined): Promise<Result<Copied, string>> {
  const here = roles.filter((role) => existsSync(join(data, role)));
  if (here.length === 0) return failed(`there is no force in ${data}. Nothing was copied.`);
  for (const place of [out, keys])
    if (place !== undefined && existsSync(place)) return failed(`${place} is there already. Name a new folder. Nothing was copied.`);
  const nested = await whyNested(data, out, keys);
  if (nested !== undefined) return failed(`${nested} Name a folder apart. Nothing was copied.`);
  const withRows = here.filter((role) => existsSync(join(data, role, "database")));
  const locks: (() => Promise<void>)[] = [];
  try {
    for (const role of withRows) {
      const lock = await takeLock(join(data, role, "lock"));
      if (!lock.ok) return lock;
      locks.push(lock.value);
    }
    const found = await treeOf(data, here);
    const isKey = (path: string): boolean => keyFiles.has(path.slice(path.indexOf("/") + 1));
    const files = await copyAll(data, out, { ...found, files: found.files.filter((path) => !isKey(path)) });
    if (keys !== undefined) await copyAll(data, keys, { folders: [...here], files: found.files.filter(isKey) });
    return ok({ files, rowsElsewhere: here.filter((role) => !withRows.includes(role)) });
  } finally {
    for (const release of locks) await release();
  }
}

/** Why the places are not apart: keys beside what they open, or a copy that the next copy would carry. Undefined where they are. */
async function whyNested(data: string, out: string, keys: string | undefined): Promise<string | undefined> {
  const [force, copy] = [await placeOf(data), await placeOf(out)];
  if (isWithin(copy, force)) return `${out} lies in ${data}, and the next copy would hold this one.`;
  if (keys === undefined) return undefined;
  const apart = await placeOf(keys);
  if (isWithin(apart, copy) || isWithin(copy, apart))
    return `${keys} and ${out} lie one in the other: keys never lie beside what they open.`;
  return isWithin(apart, force) ? `${keys} lies in ${data}, and the next copy would hold it.` : undefined;
}

function isWithin(place: string, other: string): boolean {
  return `${place}${sep}`.startsWith(other.endsWith(sep) ? other : `${other}${sep}`);
}

/** Where a folder is or will be, its links followed as far as it is there. */
async function placeOf(folder: string): Promise<string> {
  const path = resolve(folder);
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error;
    return join(await placeOf(dirname(path)), basename(path));
  }
}

/** Puts a copy and its keys into a folder where there is no force. Every file must be the one that was copied. */
export async function restore(from: string, keys: string, data: string): Promise<Result<Copied, string>> {
  const taken = roles.find((role) => existsSync(join(data, role)));
  if (taken !== undefined) return failed(`there is a force in ${data} already. Name an empty folder. Nothing was changed.`);
  const parts: { readonly place: string; readonly tree: Tree }[] = [];
  for (const place of [from, keys]) {
    const here = roles.filter((role) => existsSync(join(place, role)));
    if (here.length === 0 || !existsSync(join(place, sumsFile))) return failed(`${place} is no copy of this program. Nothing was changed.`);
    const tree = await treeOf(place, here);
    const wrong = await firstWrong(place, tree.files);
    if (wrong !== undefined)
      return failed(`${join(place, wrong)} is not as it was copied, or is missing. Take another copy. Nothing was changed.`);
    parts.push({ place, tree });
  }
  let files = 0;
  // Under another name until all is there: half a force is never started.
  const unfinished = `${data}.restoring`;
  for (const { place, tree } of parts) files += await copyAll(place, unfinished, tree, false);
  await mkdir(data, { recursive: true, mode: folderMode });
  const here = roles.filter((role) => existsSync(join(unfinished, role)));
  for (const role of here) await rename(join(unfinished, role), join(data, role));
  await syncFolder(data);
  return ok({ files, rowsElsewhere: here.filter((role) => !existsSync(join(data, role, "database"))) });
}

/** Folders and files below a folder, as paths from it; folders too, since a database needs its empty ones. */
interface Tree {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

async function treeOf(place: string, here: readonly string[]): Promise<Tree> {
  const folders: string[] = [...here];
  const files: string[] = [];
  for (const role of here) {
    for (const entry of await readdir(join(place, role), { recursive: true, withFileTypes: true })) {
      const path = relative(place, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
      if (isOfTheMoment(path)) continue;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) files.push(path);
    }
  }
  return { folders: folders.sort(), files: files.sort() };
}

async function copyAll(from: string, to: string, { folders, files }: Tree, isCopy = true): Promise<number> {
  const unfinished = isCopy ? `${to}.unfinished` : to;
  for (const folder of ["", ...folders]) await mkdir(join(unfinished, folder), { recursive: true, mode: folderMode });
  const sums: string[] = [];
  for (const path of files) {
    await mkdir(dirname(join(unfinished, path)), { recursive: true, mode: folderMode });
    await copyFile(join(from, path), join(unfinished, path));
    await syncOf(join(unfinished, path));
    if (isCopy) sums.push(`${await hashOf(join(unfinished, path))}  ${path}\n`);
  }
  if (!isCopy) return files.length;
  const sumsHandle = await open(join(unfinished, sumsFile), "w", 0o600);
  await sumsHandle.writeFile(sums.join(""));
  await sumsHandle.sync();
  await sumsHandle.close();
  await rename(unfinished, to);
  await syncFolder(dirname(to));
  return files.length;
}

async function firstWrong(place: string, files: readonly string[]): Promise<string | undefined> {
  const lines = (await readFile(join(place, sumsFile), "utf8")).split("\n").filter((line) => line !== "");
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  const there = new Set(files);
  const missing = [...sums.keys()].find((path) => !there.has(path));
  if (missing !== undefined) return missing;
  for (const path of files) if (sums.get(path) !== (await hashOf(join(place, path)))) return path;
  return undefined;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest("hex");
}

async function syncOf(file: string): Promise<void> {
  const handle = await open(file, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
