import { type Result, type Source, failed, ok } from "@unmask/core";
import { piecesOf } from "@unmask/formats";
import { bytesToText, recipientOf, sealStream } from "@unmask/seal";
import { type Copy, type CopyAnswer, examineCopy, isPartEnough, openInCopy } from "./examine-copy.ts";
import { type FileMark, type LogRecord, type LogState, emptyLog, isSameMark, signDeed } from "./log.ts";
import { type Folder, isNoRoom, piece, readAll } from "./folder.ts";
import { type Original, parseCatalogue, writeCatalogue } from "./catalogue.ts";
import { type Vault, type VaultFailure, type VaultKeys, type VaultWorld, vaultFailure } from "./vault.ts";
import { beginLog, layBeside } from "./log-file.ts";
import { clearParts, isRoomForVault, openVault } from "./open-vault.ts";
import { beginsWith } from "./check.ts";
import { isCopied } from "./copy.ts";
import { doesOpen } from "./sealed-file.ts";
import { isCovered, layout, partOf } from "./layout.ts";
import { markOf, writeMarked } from "./mark.ts";
import { readWaitingList, writeWaitingLine } from "./waiting-list.ts";
import { endWrites, restoringMark } from "./deed.ts";

/** What bringing a copy back came to. */
export type Restored =
  | {
      readonly became: "restored";
      readonly vault: Vault;
      /** Paths that the copy was to have, and that were not whole in it. */
      readonly lost: readonly string[];
      /** What was in it and is not of it, as far as it has a name; absent where the tar was as ours are. It did not come. */
      readonly planted?: readonly string[];
    }
  /**
   * The vault that is here has more than the copy, and was not whole: what the copy has as the vault's own log wants it is in its place again, and all
   * else is as it was. `lost`: what is still not whole.
   */
  | { readonly became: "mended"; readonly vault: Vault; readonly mended: readonly string[]; readonly lost: readonly string[] }
  /** Nothing was changed: the copy is not whole, or is none of this book. */
  | { readonly became: "refused"; readonly answer: CopyAnswer }
  /**
   * Nothing was changed: the vault that is here has something that the copy does not have. Bytes of log that each has beyond what both have; the files
   * here that open and are in neither log.
   */
  | { readonly became: "apart"; readonly here: number; readonly inCopy: number; readonly unlogged: readonly string[] };

/** How to bring a copy back. */
export interface RestoreOptions {
  readonly keys: VaultKeys;
  /** She said that of a copy that is cut short or altered what is whole is to be brought back. */
  readonly isPartTaken?: boolean;
}

/**
 * Brings a copy back into an empty folder, or into a vault that the copy goes on from. Everything is written beside and flushed; then the log comes into
 * its place, and from then on the folder is the vault of the copy. Of a copy that is cut short or altered what is whole becomes a vault with a log of its
 * own.
 */
export async function restoreCopy(
  world: VaultWorld,
  source: Source,
  { keys, isPartTaken = false }: RestoreOptions,
): Promise<Result<Restored, VaultFailure>> {
  const answer = await examineCopy(source, { createHasher: world.createHasher, keys });
  const copy = "copy" in answer ? answer.copy : undefined;
  const isWhole = answer.answer === "whole" || answer.answer === "rewrapped";
  if (copy === undefined || (!isWhole && !isPartTaken)) return ok({ became: "refused", answer });
  try {
    const restored = isWhole ? await restoreWhole(world, copy, keys) : await restorePart(world, { answer, copy }, keys);
    if (!restored.ok || restored.value.became !== "restored" || answer.answer !== "rewrapped") return restored;
    return ok({ ...restored.value, planted: answer.planted });
  } catch (error) {
    if (!isNoRoom(error)) throw error;
    // Parts that stand beside are cleared by whoever opens or tries next.
    return failed(vaultFailure("no-room"));
  }
}

async function restoreWhole(world: VaultWorld, copy: Copy, keys: VaultKeys): Promise<Result<Restored, VaultFailure>> {
  const isNew = await isRoomForVault(world.folder);
  if (!isNew) {
    const here = await openVault(world, keys);
    if (!here.ok) return here.error.kind === "no-vault" ? failed(vaultFailure("not-empty")) : here;
    const unlogged = await unloggedHere(here.value, copy);
    const apart = await whatIsApart(here.value, copy, unlogged);
    if (apart !== undefined) return ok((await mendHere(here.value, copy, unlogged)) ?? apart);
    // What stands as a log and proves nothing is laid beside.
    if (here.value.now.log.length === 0 && (await world.folder.kindAt(layout.log)) !== undefined) await layBeside(world, layout.log);
  }
  const lostActs: string[] = [];
  for (const [path, { now }] of copy.log.historyByPath) {
    if (now !== undefined && !isCopied(path) && !(await stands(world, path, now))) lostActs.push(path);
  }
  return bringIn(world, { copy, keys, log: copy.log, logBytes: copy.logBytes, gone: lostActs, records: [] });
}

/**
 * Puts back what is missing or changed here, where the copy has it byte for byte as the log that stands here wants it; undefined where there is nothing
 * of the kind. The log is not touched any more: each file comes as a part, which is then moved into its place as by whoever opens the vault. What opens
 * with her key and is in no log is left: it may be the last of what she kept.
 */
async function mendHere(vault: Vault, copy: Copy, unlogged: readonly string[]): Promise<Restored | undefined> {
  const { world, now: state } = vault;
  const isLeft = new Set(unlogged);
  const mended: string[] = [];
  const lost: string[] = [];
  for (const [path, { now }] of state.log.historyByPath) {
    if (now === undefined || !isCopied(path) || (await stands(world, path, now))) continue;
    const whole = copy.wholeByPath.get(path);
    const isWanted = whole !== undefined && isSameMark(whole.mark, now) && !isLeft.has(path);
    if (!isWanted || (await world.folder.kindAt(path)) === "other") lost.push(path);
    else {
      if (!isSameMark(await writeMarked(world, partOf(path), piecesOf(whole.source, 0, now.size)), now))
        throw new Error("a copy changed while it was read");
      mended.push(path);
    }
  }
  if (mended.length === 0) return undefined;
  await endWrites(world, state.log, { isCutNeeded: false, isTailForeign: false });
  return { became: "mended", vault, mended, lost };
}

/** A vault of what is whole in a copy that is cut short or altered: the same files, in a log of its own. Originals that are missing are to be brought again. */
async function restorePart(
  world: VaultWorld,
  { answer, copy }: { readonly answer: CopyAnswer; readonly copy: Copy },
  keys: VaultKeys,
): Promise<Result<Restored, VaultFailure>> {
  if (!(await isRoomForVault(world.folder))) return failed(vaultFailure("not-empty"));
  if (!isPartEnough(copy)) return ok({ became: "refused", answer });
  const records = [...copy.wholeByPath].flatMap(([path, { mark }]): LogRecord[] =>
    copy.log.historyByPath.has(path) ? [{ path, put: mark }] : [],
  );
  return bringIn(world, { copy, keys, log: emptyLog, logBytes: new Uint8Array(), gone: [], records });
}

/** A copy on its way into a folder. */
interface BringIn {
  readonly copy: Copy;
  readonly keys: VaultKeys;
  /** The log that the folder is to have, but for what is added to it here. */
  readonly log: LogState;
  readonly logBytes: Uint8Array;
  /** Files of that log that are not there, and that nobody misses. */
  readonly gone: readonly string[];
  /** What is added to it. */
  readonly records: readonly LogRecord[];
}

/**
 * [Note: One step] All files are written beside; what the copy does not carry is taken out of its log and its catalogue in one more write at the end of
 * the same log; the list of what waits stands beside too. A mark says of which log all this is. Then the log is moved into its place: before that
 * nothing has changed, and after it whoever opens the folder makes the moves.
 */
async function bringIn(world: VaultWorld, { copy, keys, log, logBytes, gone, records }: BringIn): Promise<Result<Restored, VaultFailure>> {
  const { folder } = world;
  await clearParts(folder);
  const recipient = await recipientOf(keys.identity);
  const catalogue = await catalogueWithout(copy, keys);
  for (const [path, { mark, source }] of copy.wholeByPath) {
    if ((await stands(world, path, mark)) || (path === layout.catalogue && catalogue !== undefined)) continue;
    const written = await writeMarked(world, partOf(path), piecesOf(source, 0, mark.size));
    if (!isSameMark(written, mark)) throw new Error("a copy changed while it was read");
  }
  const added = [
    ...records.filter(({ path }) => path !== layout.catalogue || catalogue === undefined),
    ...gone.map((path) => ({ path, gone: true as const })),
  ];
  if (catalogue !== undefined) {
    const { aead } = world;
    const pieces = sealStream(piece(catalogue), { recipients: [recipient], ...(aead && { aead }) });
    added.push({ path: layout.catalogue, put: await writeMarked(world, partOf(layout.catalogue), pieces) });
  }
  const more = added.length === 0 ? new Uint8Array() : signDeed(log, added, { recipient, signer: keys.signer }).bytes;
  const whole = new Uint8Array(logBytes.length + more.length);
  whole.set(logBytes);
  whole.set(more, logBytes.length);
  const waiting = await waitingWith(folder, copy);
  if (waiting.length > 0) await folder.write(partOf(layout.waitingList), piece(waiting));
  await folder.write(layout.restoring, piece(restoringMark(world, whole)));
  await beginLog(world, whole);
  const opened = await openVault(world, keys);
  return opened.ok ? ok({ became: "restored", vault: opened.value, lost: copy.lost }) : opened;
}

/** The catalogue of a copy without the originals that do not come back with it; undefined where it may stay as it is. */
async function catalogueWithout(copy: Copy, keys: VaultKeys): Promise<Uint8Array | undefined> {
  const catalogue = parseCatalogue((await openInCopy(copy, layout.catalogue, keys)) ?? new Uint8Array());
  if (catalogue === undefined) return undefined;
  const left = catalogue.map(({ file, ...rest }): Original => {
    const isHere = file !== undefined && copy.wholeByPath.has(file);
    return { ...rest, ...(isHere && { file }) };
  });
  return sameText(catalogue, left) ? undefined : writeCatalogue(left);
}

function sameText(one: readonly Original[], other: readonly Original[]): boolean {
  return bytesToText(writeCatalogue(one)) === bytesToText(writeCatalogue(other));
}

/** The list of what waits here and of what waited when the copy was made and is neither here nor decided. */
async function waitingWith(folder: Folder, copy: Copy): Promise<Uint8Array> {
  const { lines } = await readWaitingList(folder);
  const more = copy.waiting.filter(({ path }) => copy.wholeByPath.has(path) && !lines.some((line) => line.path === path));
  const last = lines.at(-1)?.number ?? 0;
  const all = [...lines, ...more.map((line, i) => ({ ...line, number: last + i + 1 }))].map(writeWaitingLine);
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const line of all) {
    whole.set(line, at);
    at += line.length;
  }
  return whole;
}

async function stands(world: VaultWorld, path: string, mark: FileMark): Promise<boolean> {
  const source = await world.folder.open(path);
  return source?.size === mark.size && isSameMark(await markOf(world, source), mark);
}

/** What the vault that is here has and the copy has not, and the other way round; undefined where the copy goes on from it. */
async function whatIsApart({ world, now }: Vault, copy: Copy, unlogged: readonly string[]): Promise<Restored | undefined> {
  const source = await world.folder.open(layout.log);
  const here = source === undefined ? new Uint8Array() : (await readAll(source)).subarray(0, now.log.length);
  if (beginsWith(copy.logBytes, here) && unlogged.length === 0) return undefined;
  let same = 0;
  while (same < here.length && here[same] === copy.logBytes[same]) same += 1;
  return { became: "apart", here: here.length - same, inCopy: copy.logBytes.length - same, unlogged };
}

/**
 * Files in the way of the copy's that no record of either log is of, and that open with her key: somebody cut the log, and this may be the last of what
 * she kept. What does not open is damaged, and the copy has it whole.
 */
async function unloggedHere({ world, keys, now }: Vault, copy: Copy): Promise<readonly string[]> {
  const unlogged: string[] = [];
  for (const path of copy.wholeByPath.keys()) {
    const source = isCovered(path) ? await world.folder.open(path) : undefined;
    if (source === undefined) continue;
    const mark = await markOf(world, source);
    const histories = [now.log.historyByPath.get(path), copy.log.historyByPath.get(path)];
    const isLogged = histories.some((one) => [one?.now, ...(one?.before ?? [])].some((known) => isSameMark(known, mark)));
    if (!isLogged && (await doesOpen(source, keys))) unlogged.push(path);
  }
  return unlogged;
}
