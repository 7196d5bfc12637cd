/** The list of what was erased, `DIR/case/erased.jsonl`, and the files that go with a case. */
import { existsSync } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type ErasedLine, erasedLineToJson, parseErasedLine } from "@unmask/case";
import { type Result, failed, ok } from "@unmask/core";
import type { ErasedFiles, ErasedList } from "../retention/erase.ts";
import { type Blobs, openBlobs } from "./blobs-folder.ts";
import { isMissing, syncFolder } from "./shared-sync.ts";

const listFile = "erased.jsonl";
/** Lies there while an erasure runs. */
const unfinishedFile = "erasing";

/** The list of a case folder. */
export function openErasedList(folder: string): ErasedList {
  const place = join(folder, listFile);
  return {
    read: async () => {
      const lines = readErasedList(await textOf(place));
      if (!lines.ok) throw new Error(lines.error);
      return lines.value;
    },
    add: async (line) => writeWhole(folder, listFile, `${await textOf(place)}${erasedLineToJson(line)}\n`),
    begin: () => writeWhole(folder, unfinishedFile, ""),
    end: async () => {
      await rm(join(folder, unfinishedFile), { force: true });
      await syncFolder(folder);
    },
    isUnfinished: async () => existsSync(join(folder, unfinishedFile)),
  };
}

/** Joins a newer list, which `readErasedList` has read, to the one that lies in a case folder. */
export async function joinErasedList(folder: string, newer: string): Promise<void> {
  const there = await textOf(join(folder, listFile));
  const known = new Set(there.split("\n"));
  const more = newer.split("\n").filter((line) => line !== "" && !known.has(line));
  if (more.length > 0) await writeWhole(folder, listFile, `${there}${more.map((line) => `${line}\n`).join("")}`);
}

/** Sealed letters and packs by item, and what waits sealed for another force. The caller holds the folder's lock. */
export async function openErasedFiles(folder: string): Promise<ErasedFiles> {
  const [blobs, waiting] = [await openBlobs(join(folder, "blobs")), await openBlobs(join(folder, "handed-on"))];
  const each = async ({ items, files }: Pick<ErasedLine, "items" | "files">): Promise<readonly (readonly [Blobs, string])[]> => {
    const [of, handed] = [new Set(items), new Set(files)];
    const kept = (await blobs.names()).filter((name) => of.has(name));
    // The packs of a letter bear its name and their place.
    const sent = (await waiting.names()).filter((name) => handed.has(name) || handed.has(name.slice(0, -2)));
    return [...kept.map((name) => [blobs, name] as const), ...sent.map((name) => [waiting, name] as const)];
  };
  return {
    standing: async (of) => (await each(of)).map(([, name]) => name),
    remove: async (of) => {
      for (const [from, name] of await each(of)) await from.remove(name);
    },
  };
}

/** Reads a list; fails with a sentence where a line of it is damaged. */
export function readErasedList(written: string): Result<readonly ErasedLine[], string> {
  const lines: ErasedLine[] = [];
  for (const [at, line] of written.split("\n").entries()) {
    if (line === "") continue;
    const read = parseErasedLine(line);
    if (!read.ok) return failed(`Line ${at + 1} of the list of what was erased is damaged: put ${listFile} back from a copy.`);
    lines.push(read.value);
  }
  return ok(lines);
}

async function textOf(place: string): Promise<string> {
  try {
    return await readFile(place, "utf8");
  } catch (error) {
    if (isMissing(error)) return "";
    throw error;
  }
}

async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const unfinished = join(folder, `${name}.new`);
  const handle = await open(unfinished, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, join(folder, name));
  await syncFolder(folder);
}
