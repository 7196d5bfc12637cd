import { type Result, failed, ok } from "@unmask/core";
import { recipientOf } from "@unmask/seal";
import { type Folder, type FolderFile, isNoRoom, isRefusedByDisk, piece, readSmall } from "./folder.ts";
import { type LogReading, type LogRecord, emptyLog, isSameMark, signDeed } from "./log.ts";
import { beginLog, logIn } from "./log-file.ts";
import { type Vault, type VaultFailure, type VaultKeys, type VaultWorld, vaultFailure } from "./vault.ts";
import { endWrites } from "./deed.ts";
import { isPart, layout, longestPlain, partOf } from "./layout.ts";
import { markOf, writeMarked } from "./mark.ts";
import { readBook, writeBook } from "./book.ts";

/** What a new vault begins with, made by whoever makes its keys: `identity.age`, and `notes.age`, which is always there. */
export interface NewVault {
  readonly identityFile: Uint8Array;
  readonly notesFile: Uint8Array;
}

/**
 * Makes a vault in an empty folder. The log comes into its place first of all: a folder where everything is a part is no vault yet, and what stands
 * in it is cleared at the next try.
 */
export async function createVault(
  world: VaultWorld,
  keys: VaultKeys,
  { identityFile, notesFile }: NewVault,
): Promise<Result<Vault, VaultFailure>> {
  const recipient = await recipientOf(keys.identity);
  const bytesByPath = [
    [layout.book, writeBook(recipient)],
    [layout.identity, identityFile],
    [layout.notes, notesFile],
  ] as const;
  if (!(await isRoomForVault(world.folder))) return failed(vaultFailure("not-empty"));
  await clearParts(world.folder);
  try {
    const records: LogRecord[] = [];
    for (const [path, bytes] of bytesByPath) records.push({ path, put: await writeMarked(world, partOf(path), piece(bytes)) });
    await beginLog(world, signDeed(emptyLog, records, { recipient, signer: keys.signer }).bytes);
  } catch (error) {
    if (!isNoRoom(error)) throw error;
    await clearParts(world.folder);
    return failed(vaultFailure("no-room"));
  }
  return openVault(world, keys);
}

/**
 * Opens a vault, having first ended or cleared what a write has left that broke off, and laid beside what stands behind its log and is none. What is
 * proved by its log is hers, however little that is. `areOfHere`: the keys are those of the folder's own `identity.age`, so that a log or a book of
 * another vault stands there in place of hers; without it keys that nothing here bears out are those of another vault.
 */
export async function openVault(
  world: VaultWorld,
  keys: VaultKeys,
  { areOfHere = false }: { readonly areOfHere?: boolean } = {},
): Promise<Result<Vault, VaultFailure>> {
  const { folder } = world;
  const files = await folder.list();
  if (files.every(({ path }) => isPart(path))) return failed(vaultFailure("no-vault"));
  const book = await bookIn(folder);
  if (book === "newer-format") return failed(vaultFailure("newer-format"));
  const recipient = await recipientOf(keys.identity);
  const { reading, bytes } = await logIn(folder, { recipient, publicKey: keys.signer.publicKey });
  const { state, isSigned } = reading;
  if (!isSigned && !areOfHere && (book === "altered" || book.recipient !== recipient)) return failed(vaultFailure("another-key"));
  const holds = reading.verdict === "holds" && !(await wasDone(world, reading));
  const tail = { isCutNeeded: bytes > state.length, isTailForeign: !holds };
  // A log of which nothing is proved is laid beside by the first write, which begins another.
  const isUnfinished = !(await areWritesEnded(world, state, { ...tail, isCutNeeded: isSigned && tail.isCutNeeded }));
  const isTailForeign = !holds && (isUnfinished || !isSigned);
  return ok({ world, keys, recipient, now: { log: state, holds, isUnfinished, isTailForeign, turn: Promise.resolve() } });
}

/** Ends what was begun; false where the disk does not take it, full or only to be read: what is there is read all the same, and the next write tries again. */
async function areWritesEnded(...unended: Parameters<typeof endWrites>): Promise<boolean> {
  try {
    await endWrites(...unended); // bounded: three arguments.
    return true;
  } catch (error) {
    if (!isRefusedByDisk(error)) throw error;
    return false;
  }
}

/** Whether a vault can be made here: nothing is here, or only what a try to make one has left. */
export async function isRoomForVault(folder: Folder): Promise<boolean> {
  return (await folder.list()).every(isLeftover);
}

/** Whether a vault is here, whole or damaged: its book, or the log and the keys of one. It looks at these alone, in whatever folder of a machine. */
export async function isVaultHere(folder: Folder): Promise<boolean> {
  if ((await bookIn(folder)) !== "altered") return true;
  return (await folder.open(layout.log)) !== undefined && (await folder.open(layout.identity)) !== undefined;
}

/** Takes away what a try to make a vault has left. */
export async function clearParts(folder: Folder): Promise<void> {
  for (const { path } of await folder.list()) if (isPart(path) && path !== layout.held) await folder.remove(path);
}

function isLeftover({ path, kind }: FolderFile): boolean {
  return isPart(path) && kind === "file";
}

/** What `book.json` says; one that is missing is altered. */
export async function bookIn(folder: Folder): Promise<ReturnType<typeof readBook>> {
  const source = await folder.open(layout.book);
  if (source === undefined || source.size > longestPlain) return "altered";
  return readBook((await readSmall(folder, layout.book, longestPlain)) ?? new Uint8Array());
}

/**
 * Whether what is unsigned at the end of a log was done all the same. A write that broke off has moved nothing: where a file stands as an unsigned
 * record has it, and not as before, the log was cut after it was told as saved, and cutting it further would make it look whole.
 */
export async function wasDone(world: Pick<VaultWorld, "folder" | "createHasher">, { state, unsigned }: LogReading): Promise<boolean> {
  for (const record of unsigned) {
    if (!("put" in record) || isSameMark(state.historyByPath.get(record.path)?.now, record.put)) continue;
    const source = await world.folder.open(record.path);
    if (source?.size === record.put.size && isSameMark(await markOf(world, source), record.put)) return true;
  }
  return false;
}
