import { type Sha256, parseSha256 } from "@unmask/core";
import { piecesOf } from "@unmask/formats";
import { bytesToHex, bytesToText, textToBytes } from "@unmask/seal";
import { type FileMark, isSameMark } from "./log.ts";
import { type Folder, readSmall } from "./folder.ts";
import { asideOf, isPart, layout, partOf, pathOfPart } from "./layout.ts";
import { layBeside } from "./log-file.ts";
import { markOf } from "./mark.ts";
import type { VaultWorld } from "./vault.ts";

/** The list of what was written while the vault was locked: plain lines, which nobody signs (docs/formats/vault.md, "Written while locked"). */

/** The list itself, in bytes: 1,000 notes take a fifth of it. */
export const longestList: number = 1024 * 1024;

/** One line of it. */
export interface WaitingLine {
  /** From 1; it says in which order they came. */
  readonly number: number;
  /** `waiting/….age` */
  readonly path: string;
  readonly mark: FileMark;
}

/** What reading the list came to. */
export interface WaitingList {
  /** It is as we write it, to its end or to where a write broke off. */
  readonly reads: boolean;
  readonly lines: readonly WaitingLine[];
  /** Bytes of a line that broke off stand at the end. */
  readonly isTorn: boolean;
}

const lineForm = /^\{"number":([1-9]\d{0,8}),"file":"([0-9a-f]{32}\.age)","size":(0|[1-9]\d{0,15}),"sha256":"([0-9a-f]{64})"\}$/;

/** Reads the list of a folder; none is an empty one. */
export async function readWaitingList(folder: Folder): Promise<WaitingList> {
  const source = await folder.open(layout.waitingList);
  if (source !== undefined && source.size > longestList) return { reads: false, lines: [], isTorn: false };
  return parseWaitingList((await readSmall(folder, layout.waitingList, longestList)) ?? new Uint8Array());
}

/** Reads the bytes of a list. */
export function parseWaitingList(bytes: Uint8Array): WaitingList {
  const text = bytesToText(bytes);
  if (text === undefined) return { reads: false, lines: [], isTorn: false };
  const ended = text.split("\n");
  let rest = ended.pop() ?? "";
  // Bytes of the last line that did not arrive.
  if (rest === "" && ended.at(-1)?.includes("\0") === true) rest = ended.pop() ?? "";
  const lines = ended.flatMap((line) => parseLine(line) ?? []);
  const isInOrder = lines.every(({ number }, i) => number > (lines[i - 1]?.number ?? 0));
  const isTorn = rest !== "";
  return { reads: lines.length === ended.length && isInOrder && (!isTorn || isBeginning(rest)), lines, isTorn };
}

/** One line, with its line feed. */
export function writeWaitingLine({ number, path, mark }: WaitingLine): Uint8Array {
  const file = path.slice("waiting/".length);
  return textToBytes(`${JSON.stringify({ number, file, size: mark.size, sha256: mark.sha256 })}\n`);
}

/**
 * Ends or clears what a write to it has left that did not end, and takes out what she has decided on. A list that does not read is left as it is:
 * it is told of.
 */
export async function endWaiting(
  { folder, createHasher }: Pick<VaultWorld, "folder" | "createHasher">,
  isDecided: (path: string) => boolean,
): Promise<void> {
  const list = await readWaitingList(folder);
  if (!list.reads) return;
  const files = (await folder.list()).filter(({ path }) => path.startsWith("waiting/"));
  const left = list.lines.filter(({ path }) => !isDecided(path));
  if (list.isTorn || left.length < list.lines.length) await replaceList(folder, left);
  const markByPath = new Map(left.map(({ path, mark }) => [path, mark]));
  for (const { path } of files) {
    if (isDecided(path) && !isPart(path)) await folder.remove(path);
    if (!isPart(path)) continue;
    const source = await folder.open(path);
    const wanted = markByPath.get(pathOfPart(path));
    const isWanted = source !== undefined && wanted !== undefined && isSameMark(await markOf({ createHasher }, source), wanted);
    if (isWanted) await folder.move(path, pathOfPart(path));
    else await folder.remove(path);
  }
}

/**
 * The list, ready for one more line: one that does not read, or stands where nobody can write, is laid beside, and the lines that read go on. Notes of
 * the others stay where they are, and are told of as planted.
 */
export async function mendWaitingList(world: Pick<VaultWorld, "folder" | "random">): Promise<readonly WaitingLine[]> {
  const { folder } = world;
  const [above = ""] = layout.waitingList.split("/");
  for (const path of [above, layout.waitingList, partOf(layout.waitingList)])
    if ((await folder.kindAt(path)) === "other" || (path === above && (await folder.kindAt(path)) === "file")) await layBeside(world, path);
  const { reads, lines } = await readWaitingList(folder);
  if (reads) return lines;
  const source = await folder.open(layout.waitingList);
  if (source !== undefined) await folder.write(asideOf(layout.waitingList, bytesToHex(world.random(8))), piecesOf(source, 0, source.size));
  const inOrder = lines.filter(({ number }, i) => lines.slice(0, i).every((before) => before.number < number));
  await replaceList(folder, inOrder);
  return inOrder;
}

async function replaceList(folder: Folder, lines: readonly WaitingLine[]): Promise<void> {
  if (lines.length === 0) return folder.remove(layout.waitingList);
  await folder.write(partOf(layout.waitingList), each(lines));
  await folder.move(partOf(layout.waitingList), layout.waitingList);
}

async function* each(lines: readonly WaitingLine[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const line of lines) yield writeWaitingLine(line);
}

function parseLine(text: string): WaitingLine | undefined {
  const [, number = "", file = "", size = "", hash = ""] = lineForm.exec(text) ?? [];
  const sha256: Sha256 | undefined = parseSha256(hash);
  return sha256 && { number: Number(number), path: `waiting/${file}`, mark: { size: Number(size), sha256 } };
}

/** What broke off: the beginning of a line, or noughts for bytes that did not arrive. */
function isBeginning(rest: string): boolean {
  return rest.includes("\0") || /^\{(?:"[^}\uFFFD]*\}?)?$/.test(rest);
}
