/**
 * One process for one data folder: PGlite opens a folder twice without complaint and both write, which destroys it (tried). The lock is a
 * file of ours that names its process, and when that began: process numbers are used again, and in a container the next one has the same.
 */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Result, failed, ok } from "@unmask/core";
import { hasCode, isMissing } from "./shared-sync.ts";

/** What is held by this process: its own number in a file is a dead one's unless it stands here. */
const held = new Set<string>();

/** How often a dead one's file is taken away before giving up: another starter may be doing the same. */
const maxTries = 5;

/**
 * Takes the lock; the value lets it go. Where another live process has it, a sentence says which and what to do. The lock of a process that is
 * gone does not stand in the way.
 */
export async function takeLock(file: string): Promise<Result<() => Promise<void>, string>> {
  const path = resolve(file);
  if (held.has(path)) return failed(sayHeld(path, process.pid));
  held.add(path);
  const mine = `${path}.${randomBytes(8).toString("hex")}`;
  let isTaken = false;
  try {
    await writeFile(mine, JSON.stringify({ process: process.pid, began: beganAt(process.pid) }), { mode: 0o600 });
    for (let tries = 0; tries < maxTries && !isTaken; tries += 1) {
      isTaken = await linked(mine, path);
      const holder = isTaken ? undefined : await liveHolder(path);
      if (holder !== undefined) return failed(sayHeld(path, holder));
    }
    if (!isTaken) return failed(`Others are starting on ${path} at this moment. Wait until they have, or stop them.`);
  } finally {
    await unlink(mine);
    if (!isTaken) held.delete(path);
  }
  return ok(async () => {
    await unlink(path);
    held.delete(path);
  });
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
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** The live process that holds the lock; undefined when there is none (any more), and its file is gone. */
async function liveHolder(path: string): Promise<number | undefined> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const holder = parseHolder(text);
  if (holder && holder.process !== process.pid && isAlive(holder.process, holder.began)) return holder.process;
  const aside = `${path}.${randomBytes(8).toString("hex")}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  // Between reading and taking away another may have put its own there: then that goes back.
  if ((await readFile(aside, "utf8")) !== text) await linked(aside, path);
  await unlink(aside);
  return undefined;
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
