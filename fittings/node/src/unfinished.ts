import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readlinkSync, rmSync } from "node:fs";
import { link, lstat, open, readdir, rename, rm, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";

/**
 * Results that are being made. Each stands beside its final place, in the same folder, under a name that says whose it is, and comes to its
 * own name in one step when all of it is on the disk: whatever ends a run, half a pack never passes for one. What a run that was killed has
 * left is taken away by the next.
 *
 * [Note: Whose leftover] The name holds a mark of this machine, the process number and when that process began. Only a leftover of this
 * machine whose process is gone is removed: a folder may be shared with another machine, and process numbers are used again.
 */

/** The names: `.unmask-unfinished-MACHINE-PROCESS-BEGAN-RANDOM`. A person names no file so. */
const namePattern = /^\.unmask-unfinished-([0-9a-f]{8})-(\d{1,10})-(\d{1,20})-[0-9a-f]{16}$/;

/** Errors of file systems that know no second name for a file (FAT, many shared folders). */
export const noLinkCodes: ReadonlySet<string> = new Set([
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EMLINK",
  "EINVAL",
  "EACCES",
  "EISDIR",
]);

/** Those of this run, to be taken away when it ends. */
const ofThisRun = new Set<string>();
let isWatchingEnd = false;

/** A new place for something unfinished in a folder: nothing stands there yet. It is taken away when the program ends. */
export function unfinishedPlace(folder: string): string {
  if (!isWatchingEnd) process.once("exit", removeOfThisRun);
  isWatchingEnd = true;
  const { pid } = process;
  const place = join(folder, `.unmask-unfinished-${machineMark()}-${pid}-${beganAt(pid) ?? 0}-${randomBytes(8).toString("hex")}`);
  ofThisRun.add(place);
  return place;
}

/** Gives a finished file or folder its own name, on the disk as well. Never over something that is there: throws EEXIST. */
export async function putInPlace(unfinished: string, place: string): Promise<void> {
  await refuseTaken(place);
  if (!(await linked(unfinished, place))) await rename(unfinished, place);
  ofThisRun.delete(unfinished);
  await syncFolder(dirname(place));
}

/** Throws EEXIST when something stands there. */
export async function refuseTaken(place: string): Promise<void> {
  if (await lstat(place).catch(() => undefined)) throw Object.assign(new Error(`EEXIST: ${basename(place)} is there`), { code: "EEXIST" });
}

/** Takes something unfinished away. */
export async function removeUnfinished(unfinished: string): Promise<void> {
  await rm(unfinished, { recursive: true, force: true });
  ofThisRun.delete(unfinished);
}

/** Takes away what runs that are dead have left in a folder; never of one that is alive, never a file of a person's. */
export async function removeOfDeadRuns(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, machine, pid, began] = namePattern.exec(name) ?? [];
    if (machine !== machineMark() || isAlive(Number(pid), Number(began)) || ofThisRun.has(join(folder, name))) continue;
    const found = await lstat(join(folder, name)).catch(() => undefined);
    if (!found || found.uid !== (process.getuid?.() ?? found.uid) || !(found.isFile() || found.isDirectory())) continue;
    // Another run may be taking it away at the same time.
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Makes sure that the names in a folder are on the disk. Some systems cannot say that of a folder. */
export async function syncFolder(folder: string): Promise<void> {
  // Not every system opens a folder, or syncs one: the file itself is on the disk by then.
  const handle = await open(folder).catch(() => undefined);
  // The same.
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** A second name and then the first one taken away: unlike renaming, that never replaces what another run has just put there. */
async function linked(unfinished: string, place: string): Promise<boolean> {
  try {
    await link(unfinished, place);
  } catch (error) {
    if (error instanceof Error && "code" in error && noLinkCodes.has(String(error.code))) return false;
    throw error;
  }
  await unlink(unfinished);
  return true;
}

function removeOfThisRun(): void {
  for (const place of ofThisRun) rmSync(place, { recursive: true, force: true });
}

/** Process numbers are told apart by machine, and where Linux has several sets of them, by set. */
function machineMark(): string {
  return createHash("sha256")
    .update(`${hostname()}\0${readOr(() => readlinkSync("/proc/self/ns/pid"))}`)
    .digest("hex")
    .slice(0, 8);
}

function isAlive(pid: number, began: number): boolean {
  if (pid === process.pid) return began === (beganAt(pid) ?? 0);
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and another user's.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const now = beganAt(pid);
  return now === undefined || now === began;
}

/** When a process began, in the system's own ticks (proc(5), field 22 of stat); undefined where the system does not say. */
function beganAt(pid: number): number | undefined {
  const stat = readOr(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  // The command's name, in brackets, may hold blanks and brackets.
  const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return ticks === undefined ? undefined : Number(ticks);
}

function readOr(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
