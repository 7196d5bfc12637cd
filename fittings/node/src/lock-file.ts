import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, lstat, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, parse, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Result, failed, ok } from "@unmask/core";
import { makeFolders } from "./make-folders.ts";
import { noLinkCodes } from "./unfinished.ts";

/**
 * One process for one folder: PGlite opens a folder twice without complaint and both write, which destroys it (tried), and of two programs that write
 * to one vault each clears away what the other has not ended. The lock is a file of ours that names its process, and when that began: process numbers
 * are used again, and in a container the next one has the same.
 */

/** What is held by this process: its own number in a file is a dead one's unless it stands here. */
const held = new Set<string>();

/** How often a dead one's file is taken away before giving up: another starter may be doing the same. */
const maxTries = 5;

/** Bytes of a lock: a longer file is none of ours, and would fill the memory. */
const longestLock = 4 * 1024;

/** Milliseconds between two looks at a lock that another has. */
const lookMs = 50;

/**
 * Takes the lock; the value lets it go. Where another live process has it, a sentence says which and what to do. The lock of a process that is
 * gone does not stand in the way.
 */
export async function takeLock(file: string): Promise<Result<() => Promise<void>, string>> {
  const path = resolve(file);
  if (held.has(path)) return failed(sayHeld(path, process.pid));
  held.add(path);
  const mine = beside(path);
  let isTaken = false;
  try {
    for (let tries = 0; tries < maxTries && !isTaken; tries += 1) {
      // Each time anew: whoever has the folder may have cleared it away.
      await writeFile(mine, JSON.stringify({ process: process.pid, began: beganAt(process.pid) }), { mode: 0o600 });
      isTaken = await linked(mine, path);
      const holder = isTaken ? undefined : await liveHolder(path);
      if (holder !== undefined) return failed(sayHeld(path, holder));
    }
    if (!isTaken) return failed(`Others are starting on ${path} at this moment. Wait until they have, or stop them.`);
  } finally {
    await rm(mine, { force: true });
    if (!isTaken) held.delete(path);
  }
  return ok(async () => {
    await rm(path, { force: true });
    held.delete(path);
  });
}

/** The same; where another has it, it is waited for, so many milliseconds. Makes the folder where it is not there. Throws when the person stops. */
export async function waitForLock(
  file: string,
  { waitMs, signal }: { readonly waitMs: number; readonly signal: AbortSignal },
): Promise<Result<() => Promise<void>, string>> {
  await makeFolders(dirname(resolve(file)), 0o700);
  for (let waited = 0; ; waited += lookMs) {
    signal.throwIfAborted();
    const lock = await takeLock(file);
    if (lock.ok || waited >= waitMs) return lock;
    await setTimeout(lookMs);
  }
}

/** A name of this run beside a lock, with the same ending: who clears a folder of what was not ended clears it too. */
function beside(path: string): string {
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}.${randomBytes(8).toString("hex")}${ext}`);
}

function sayHeld(path: string, holder: number): string {
  return `This folder is in use by process ${holder}: two at once would destroy it. Stop that one first, or use it. (${path})`;
}

/** The whole file comes to its name at once: nobody reads a half one. */
async function linked(mine: string, path: string): Promise<boolean> {
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST") || hasCode(error, "ENOENT")) return false;
    if (!(error instanceof Error && "code" in error && noLinkCodes.has(String(error.code)))) throw error;
    return written(mine, path);
  }
}

/** The same on a disk that knows no second name for a file (FAT): a half one can be read there for a moment. */
async function written(mine: string, path: string): Promise<boolean> {
  try {
    await writeFile(path, await readFile(mine), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST") || hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

/** Whether another live process holds the lock. Nothing is changed. */
export async function isHeldByOther(path: string): Promise<boolean> {
  return aliveIn(await readUnlessMissing(path)) !== undefined;
}

/** The live process that holds the lock; undefined when there is none (any more), and its file is gone. */
async function liveHolder(path: string): Promise<number | undefined> {
  const first = await readUnlessMissing(path);
  if (first === "") await setTimeout(lookMs);
  const text = first === "" ? await readUnlessMissing(path) : first;
  if (text === undefined) return undefined;
  const alive = aliveIn(text);
  if (alive !== undefined) return alive;
  const aside = beside(path);
  try {
    await rename(path, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
  // Between reading and taking away another may have put its own there: then that goes back.
  if ((await readUnlessMissing(aside)) !== text) await linked(aside, path);
  await removeAny(aside);
  return undefined;
}

/** Takes away a lock, or what somebody put under its name; a folder with something in it stays beside. */
async function removeAny(path: string): Promise<void> {
  // A folder that is not empty is somebody's, and stands in nobody's way under this name.
  if ((await lstat(path).catch(noneThere))?.isDirectory() === true) await rmdir(path).catch(() => undefined);
  else await rm(path, { force: true });
}

/** The other live process that the text of a lock names. */
function aliveIn(text: string | undefined): number | undefined {
  const holder = text === undefined ? undefined : parseHolder(text);
  return holder && holder.process !== process.pid && isAlive(holder.process, holder.began) ? holder.process : undefined;
}

/**
 * The text of a lock; undefined where there is none. What is no plain file is read as nobody's: a pipe would be waited in for ever, and a link leads
 * elsewhere. Neither names a process, so that neither stands in the way.
 */
async function readUnlessMissing(path: string): Promise<string | undefined> {
  const found = await lstat(path).catch(noneThere);
  if (found === undefined) return undefined;
  if (!found.isFile() || found.size > longestLock) return nobodys;
  return readFile(path, "utf8").catch(noneThere);
}

const nobodys = "not a lock";

function noneThere(error: unknown): undefined {
  if (hasCode(error, "ENOENT")) return undefined;
  throw error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

function parseHolder(text: string): { readonly process: number; readonly began: string } | undefined {
  const [, number, began] = /^\{"process":(\d{1,10}),"began":"([0-9a-f. -]*)"\}$/.exec(text) ?? [];
  return number === undefined || began === undefined ? undefined : { process: Number(number), began };
}

function isAlive(number: number, began: string): boolean {
  try {
    process.kill(number, 0);
  } catch (error) {
    if (hasCode(error, "ESRCH")) return false;
  }
  const now = beganAt(number);
  return now === "" || began === "" || now === began;
}

/** The start of the machine and of the process, where the system tells (Linux); empty elsewhere. */
function beganAt(number: number): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // The name of the program may hold anything, so what follows its last bracket is counted.
    const [, fields = ""] = /\) (.*)$/s.exec(readFileSync(`/proc/${number}/stat`, "utf8")) ?? [];
    return `${boot}.${fields.split(" ")[19] ?? ""}`;
  } catch (error) {
    if (error instanceof Error) return "";
    throw error;
  }
}
