import { type Result, failed, ok } from "@unmask/core";
import { sameBytes, sealStream, textToBytes } from "@unmask/seal";
import { type Folder, isNoRoom, piece, readAll } from "./folder.ts";
import { type LogRecord, type LogState, emptyLog, isSameMark, signDeed } from "./log.ts";
import { isPart, layout, longestLog, longestPlain, partOf, pathOfPart } from "./layout.ts";
import { beginLog, cutLog, layBeside, logIn } from "./log-file.ts";
import { type Vault, type VaultFailure, type VaultWorld, vaultFailure } from "./vault.ts";
import { markOf, writeMarked } from "./mark.ts";
import { endWaiting } from "./waiting-list.ts";
import { writeBook } from "./book.ts";

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
  /** What stands in its place already, as it is to be from now on. */
  readonly stands?: readonly LogRecord[];
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
  const { world, now } = vault;
  const { folder } = world;
  if (!(await isOurs(vault))) return failed(vaultFailure("overtaken"));
  try {
    if (now.log.length === 0) await beginAnew(vault);
    else if (now.isUnfinished) await endWrites(world, now.log, { isCutNeeded: true, isTailForeign: now.isTailForeign });
  } catch (error) {
    if (!isNoRoom(error)) throw error;
    return failed(vaultFailure("no-room"));
  }
  now.isUnfinished = false;
  now.isTailForeign = false;
  for (const { path } of deed.puts) await makeWay(world, now.log, path);
  const records: LogRecord[] = [];
  try {
    for (const { path, pieces } of deed.puts) records.push({ path, put: await writeMarked(world, partOf(path), pieces) });
  } catch (error) {
    vault.now.isUnfinished = true;
    // What cannot be taken away now is cleared before the next write; the first failure is the one to tell.
    await removeParts(folder, deed.puts).catch(() => undefined);
    if (isNoRoom(error)) return failed(vaultFailure("no-room"));
    throw error;
  }
  for (const record of deed.stands ?? []) records.push(record);
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

/**
 * Begins a log in place of one of which nothing is proved, which is laid beside: with what follows from the keys, and the two files that a passphrase
 * opens. All else is apart until she says that it is hers.
 */
async function beginAnew({ world, recipient, keys, now }: Vault): Promise<void> {
  const { folder } = world;
  if ((await folder.kindAt(layout.log)) !== undefined) await layBeside(world, layout.log);
  await makeWay(world, emptyLog, layout.book);
  const records: LogRecord[] = [{ path: layout.book, put: await writeMarked(world, partOf(layout.book), piece(writeBook(recipient))) }];
  for (const path of [layout.identity, layout.notes]) {
    const source = await folder.open(path);
    if (source !== undefined) records.push({ path, put: await markOf(world, source) });
  }
  const { bytes, state } = signDeed(emptyLog, records, { recipient, signer: keys.signer });
  await beginLog(world, bytes);
  now.log = state;
  await folder.move(partOf(layout.book), layout.book);
}

/** What stands behind a log. */
interface LogTail {
  /** Something does that no good signature covers. */
  readonly isCutNeeded: boolean;
  /** It is not of a write that broke off: nobody knows what it tells of, so nothing is taken away for good. */
  readonly isTailForeign: boolean;
}

/** Ends or clears what a write has left that did not end. */
export async function endWrites(world: VaultWorld, log: LogState, { isCutNeeded, isTailForeign }: LogTail): Promise<void> {
  const { folder } = world;
  if (isCutNeeded) await cutLog(world, log.length, { isKept: isTailForeign });
  const files = await folder.list();
  const isHere = new Set(files.map(({ path }) => path));
  for (const path of isHere) {
    if (!isPart(path) || path === layout.restoring || path === layout.held || path.startsWith("waiting/")) continue;
    const wanted = log.historyByPath.get(pathOfPart(path))?.now;
    const source = wanted && (await folder.open(path));
    const isWanted = source !== undefined && isSameMark(await markOf(world, source), wanted);
    if (isWanted) {
      await makeWay(world, log, pathOfPart(path), { isPartKept: true });
      await folder.move(path, pathOfPart(path));
    } else if (isTailForeign) await layBeside(world, path);
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

/** Whether nobody else has written: the log is as long as this window left it, or has what a broken write of its own left; or there still is none. */
async function isOurs({ world: { folder }, recipient, keys, now }: Vault): Promise<boolean> {
  if (now.log.length === 0) return !(await logIn(folder, { recipient, publicKey: keys.signer.publicKey })).reading.isSigned;
  const size = (await folder.open(layout.log))?.size;
  return size !== undefined && (now.isUnfinished ? size >= now.log.length : size === now.log.length);
}

/**
 * Moves aside what stands where a file is to come, and is neither what the log has nor what it had there: it may be the last of what she kept, and a folder
 * or a link there would end every write for good.
 */
async function makeWay(
  world: VaultWorld,
  log: LogState,
  path: string,
  { isPartKept = false }: { readonly isPartKept?: boolean } = {},
): Promise<void> {
  const { folder } = world;
  const [above = "", inner] = path.split("/");
  if (inner !== undefined && (await folder.kindAt(above)) !== undefined) await layBeside(world, above);
  if (!isPartKept && (await folder.kindAt(partOf(path))) === "other") await layBeside(world, partOf(path));
  const kind = await folder.kindAt(path);
  // What the book says follows from the keys: nothing of hers is lost with one that was changed.
  if (kind === undefined || (kind === "file" && (path === layout.book || (await isKnown(world, log, path))))) return;
  await layBeside(world, path);
}

async function isKnown(world: VaultWorld, log: LogState, path: string): Promise<boolean> {
  const { now, before = [] } = log.historyByPath.get(path) ?? {};
  const source = await world.folder.open(path);
  if (source === undefined) return false;
  const likely = [now, ...before].filter((mark) => mark?.size === source.size);
  if (likely.length === 0) return false;
  const mark = await markOf(world, source);
  return likely.some((one) => isSameMark(one, mark));
}

async function removeParts(folder: Folder, puts: readonly Put[]): Promise<void> {
  for (const { path } of puts) await folder.remove(partOf(path));
}
