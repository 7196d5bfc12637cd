import { type Result, failed, ok } from "@unmask/core";
import { piecesOf } from "@unmask/formats";
import { bytesToHex, sameBytes, sealStream, textToBytes } from "@unmask/seal";
import { type Folder, isNoRoom, piece, readAll } from "./folder.ts";
import { type LogRecord, type LogState, isSameMark, signDeed } from "./log.ts";
import { asideOf, isPart, isSegment, layout, longestLog, longestPlain, partOf, pathOfPart } from "./layout.ts";
import { type Vault, type VaultFailure, type VaultWorld, vaultFailure } from "./vault.ts";
import { markOf, writeMarked } from "./mark.ts";
import { endWaiting } from "./waiting-list.ts";

/**
 * One write of one or more files (docs/formats/vault.md, "One write"): parts beside their places, then the log, then the moves. From the moment that
 * the log's new lines are on the disk it is done, and only then is it told so; whatever ends the program before that leaves parts that are cleared,
 * and after it, moves that are made up for.
 */

/** One file to be written: its bytes as they will lie there. */
export interface Put {
  readonly path: string;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** What one write does. A path stands in it once. */
export interface Deed {
  readonly puts: readonly Put[];
  readonly gone?: readonly string[];
}

/** A file of the vault, sealed to it. */
export function sealedPut(vault: Vault, path: string, plain: AsyncIterable<Uint8Array>): Put {
  const { aead } = vault.world;
  return { path, pieces: sealStream(plain, { recipients: [vault.recipient], ...(aead && { aead }) }) };
}

/** The same for bytes in memory. */
export function sealedBytes(vault: Vault, path: string, plain: Uint8Array): Put {
  return sealedPut(vault, path, piece(plain));
}

/**
 * Does one thing after whatever was begun before it, so that no two writes of a window cross. `work` looks at the vault and says what is to be
 * written and what it then answers; where it gives a failure, nothing is written.
 */
export async function inTurn<T>(vault: Vault, work: () => Promise<T>): Promise<T> {
  const before = vault.now.turn;
  const mine = before.then(work, work);
  // Whoever asked for it meets the failure; the next in the row only waits.
  vault.now.turn = mine.catch(() => undefined);
  return mine;
}

/** Writes. Ask for it inside `inTurn`. Throws what the disk or the pieces throw, but for a lack of room. */
export async function write(vault: Vault, deed: Deed): Promise<Result<undefined, VaultFailure>> {
  const { folder } = vault.world;
  if (!vault.now.holds) return failed(vaultFailure("log-altered", layout.log));
  if (!(await isOurs(vault))) return failed(vaultFailure("overtaken"));
  if (vault.now.isUnfinished) await endWrites(vault.world, vault.now.log, { isCutNeeded: true });
  vault.now.isUnfinished = false;
  for (const { path } of deed.puts) {
    await makeWay(vault, path);
    if (!(await standsAsLogged(folder, path, vault.now.log))) return failed(vaultFailure("not-whole", path));
  }
  const records: LogRecord[] = [];
  try {
    for (const { path, pieces } of deed.puts) records.push({ path, put: await writeMarked(vault.world, partOf(path), pieces) });
  } catch (error) {
    vault.now.isUnfinished = true;
    // What cannot be taken away now is cleared before the next write; the first failure is the one to tell.
    await removeParts(folder, deed.puts).catch(() => undefined);
    if (isNoRoom(error)) return failed(vaultFailure("no-room"));
    throw error;
  }
  for (const path of deed.gone ?? []) records.push({ path, gone: true });
  const { bytes, state } = signDeed(vault.now.log, records, { recipient: vault.recipient, signer: vault.keys.signer });
  if (state.length > longestLog) {
    await removeParts(folder, deed.puts);
    return failed(vaultFailure("log-full"));
  }
  vault.now.isUnfinished = true;
  try {
    await folder.append(layout.log, bytes);
  } catch (error) {
    if (isNoRoom(error)) return failed(vaultFailure("no-room"));
    throw error;
  }
  vault.now.log = state;
  for (const { path } of deed.puts) await folder.move(partOf(path), path);
  for (const path of deed.gone ?? []) await folder.remove(path);
  vault.now.isUnfinished = false;
  return ok(undefined);
}

/** Ends or clears what a write has left that did not end. `isCutNeeded`: something unsigned stands behind the log. */
export async function endWrites(world: VaultWorld, log: LogState, { isCutNeeded }: { readonly isCutNeeded: boolean }): Promise<void> {
  const { folder } = world;
  if (isCutNeeded) await cutLog(folder, log.length);
  const files = await folder.list();
  const isHere = new Set(files.map(({ path }) => path));
  for (const path of isHere) {
    if (!isPart(path) || path === layout.restoring || path === layout.held || path.startsWith("waiting/")) continue;
    const wanted = log.historyByPath.get(pathOfPart(path))?.now;
    const source = wanted && (await folder.open(path));
    const isWanted = source !== undefined && isSameMark(await markOf(world, source), wanted);
    if (isWanted) await folder.move(path, pathOfPart(path));
    else await folder.remove(path);
  }
  // A file that is put back long after it went is told of (check.ts), not cleared: it did not come from a write of ours.
  const isRestoring = isHere.has(layout.restoring) && (await isBeingRestored(world));
  const gone = isRestoring
    ? [...log.historyByPath].flatMap(([path, { now }]) => (now === undefined ? [path] : []))
    : log.lastDeed.flatMap((record) => ("gone" in record ? [record.path] : []));
  for (const path of gone) if (isHere.has(path)) await folder.remove(path);
  if (isRestoring && isHere.has(partOf(layout.waitingList))) await folder.move(partOf(layout.waitingList), layout.waitingList);
  await endWaiting(world, (path) => log.historyByPath.has(path));
  if (isHere.has(layout.restoring)) await folder.remove(layout.restoring);
}

/** What stands in `restoring.part`: which log it is that a copy was brought back with. */
export function restoringMark({ createHasher }: Pick<VaultWorld, "createHasher">, log: Uint8Array): Uint8Array {
  const hasher = createHasher();
  hasher.update(log);
  return textToBytes(`${hasher.digest()}\n`);
}

/** Whether a copy was brought back and what it left is not in its place yet: the mark is of the log that stands here. */
export async function isBeingRestored({ folder, createHasher }: Pick<VaultWorld, "folder" | "createHasher">): Promise<boolean> {
  const [mark, log] = [await folder.open(layout.restoring), await folder.open(layout.log)];
  if (mark === undefined || log === undefined || mark.size > longestPlain || log.size > longestLog) return false;
  return sameBytes(await readAll(mark), restoringMark({ createHasher }, await readAll(log)));
}

/** Whether nobody else has written: the log is as long as this window left it, or has what a broken write of its own left. */
async function isOurs(vault: Vault): Promise<boolean> {
  const size = (await vault.world.folder.open(layout.log))?.size;
  return size !== undefined && (vault.now.isUnfinished ? size >= vault.now.log.length : size === vault.now.log.length);
}

/**
 * A file that the log does not know, or has otherwise, is never written over: it may be the last of what she kept. Neither is something that is no file:
 * the move would fail when the log has it as done.
 */
async function standsAsLogged(folder: Folder, path: string, log: LogState): Promise<boolean> {
  const kinds = [await folder.kindAt(path), await folder.kindAt(partOf(path))];
  if (kinds.includes("other")) return false;
  const found = await folder.open(path);
  if (found === undefined) return kinds[0] === undefined;
  // What it says follows from the keys: nothing of hers is lost with one that was changed.
  if (path === layout.book) return true;
  return found.size === log.historyByPath.get(path)?.now?.size;
}

/**
 * Moves aside what stands where a line of the journal is to come and no log ever had: it is not of this vault, or is of a log that was cut back, and then
 * it is hers and stays. The check names it as planted.
 */
async function makeWay({ world: { folder, random }, now: { log } }: Vault, path: string): Promise<void> {
  if (!isSegment(path) || log.historyByPath.has(path) || (await folder.open(path)) === undefined) return;
  await folder.move(path, asideOf(path, bytesToHex(random(8))));
}

async function removeParts(folder: Folder, puts: readonly Put[]): Promise<void> {
  for (const { path } of puts) await folder.remove(partOf(path));
}

async function cutLog(folder: Folder, length: number): Promise<void> {
  const log = await folder.open(layout.log);
  if (log === undefined || log.size <= length) return;
  await folder.write(partOf(layout.log), piecesOf(log, 0, length));
  await folder.move(partOf(layout.log), layout.log);
}
