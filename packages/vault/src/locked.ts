import { type CreateHasher, type Result, type Source, failed, ok } from "@unmask/core";
import { type Book, readBook } from "./book.ts";
import { readAll } from "./folder.ts";
import { type VaultFailure, type VaultWorld, vaultFailure } from "./vault.ts";
import { layout, longestIdentity, longestNotes, longestPlain, partOf } from "./layout.ts";
import { isSameMark } from "./log.ts";
import { logIn } from "./log-file.ts";
import { markOf } from "./mark.ts";
import { readFirstOfCopy } from "./examine-copy.ts";

/** What a vault shows before it is opened: whose it is, and the two files that a passphrase is tried on. */
export interface LockedVault {
  /** Absent where `book.json` does not read: it may have been changed, and the keys open the rest all the same. */
  readonly book?: Book;
  readonly identityFile: Uint8Array;
  /** Absent where it is lost. */
  readonly notesFile?: Uint8Array;
}

/** Reads one file, where it is there and no longer than it may be. */
type ReadShort = (path: string, most: number) => Promise<Uint8Array | undefined>;

/** Looks at a vault that is locked. It changes nothing. Of keys that were changed in a write that is done, those that hold from then on. */
export async function readLocked(world: Pick<VaultWorld, "folder" | "createHasher">): Promise<Result<LockedVault, VaultFailure>> {
  const { folder } = world;
  const onItsWay = await identityOnItsWay(world);
  const locked = await lockedOf(async (path, most) => {
    if (path === layout.identity && onItsWay !== undefined) return onItsWay;
    const source = await folder.open(path);
    return source === undefined || source.size > most ? undefined : readAll(source);
  });
  if (locked === "newer-format") return failed(vaultFailure("newer-format"));
  if (locked !== undefined) return ok(locked);
  const isHere = (await folder.list()).some(({ path }) => path === layout.log || path === layout.book);
  return failed(isHere ? vaultFailure("not-whole", layout.identity) : vaultFailure("no-vault"));
}

/**
 * Whether `identity.age` is the one that the log has last; no key is needed. One that was changed answers as if she had mistyped: before she is told so,
 * this is asked.
 */
export async function isIdentityAsLogged(world: Pick<VaultWorld, "folder" | "createHasher">): Promise<boolean> {
  const { folder, createHasher } = world;
  if ((await identityOnItsWay(world)) !== undefined) return true;
  const { reading } = await logIn(folder, { recipient: "" });
  const source = await folder.open(layout.identity);
  return source !== undefined && isSameMark(reading.state.historyByPath.get(layout.identity)?.now, await markOf({ createHasher }, source));
}

/**
 * The `identity.age` of a write that was done and broke off before the file came into its place, a change of keys or a copy that was brought back;
 * whoever opens the vault makes the move, and it is the keys of this one that open. No key is needed.
 */
async function identityOnItsWay({ folder, createHasher }: Pick<VaultWorld, "folder" | "createHasher">): Promise<Uint8Array | undefined> {
  const source = await folder.open(partOf(layout.identity));
  if (source === undefined || source.size > longestIdentity) return undefined;
  const { reading } = await logIn(folder, { recipient: "" });
  const isLogged = isSameMark(reading.state.historyByPath.get(layout.identity)?.now, await markOf({ createHasher }, source));
  return isLogged ? readAll(source) : undefined;
}

/** What a copy shows before it is opened. */
export interface LockedCopy extends LockedVault {
  /** Whether `identity.age` is the one that its log has last. One that was changed answers as if she had mistyped: before she is told so, this is asked. */
  readonly isIdentityAsLogged: boolean;
}

/** Looks at a copy before it is opened, whole or cut: the keys that a passphrase opens are those of `examineCopy`. */
export async function readLockedCopy(
  source: Source,
  createHasher: CreateHasher,
): Promise<LockedCopy | "newer-format" | "not-a-copy" | "too-many-files" | "altered"> {
  const first = await readFirstOfCopy(source, createHasher);
  if (typeof first === "string") return first;
  const { read, loggedIdentity } = first;
  const locked = await lockedOf(async (path, most) => (path === layout.identity && loggedIdentity) || read(path, most));
  if (locked === undefined) return "altered";
  return locked === "newer-format" ? locked : { ...locked, isIdentityAsLogged: loggedIdentity !== undefined };
}

async function lockedOf(read: ReadShort): Promise<LockedVault | "newer-format" | undefined> {
  const bytes = await read(layout.book, longestPlain);
  const book = bytes === undefined ? "altered" : readBook(bytes);
  if (book === "newer-format") return book;
  const identityFile = await read(layout.identity, longestIdentity);
  const notesFile = await read(layout.notes, longestNotes);
  return identityFile && { ...(book !== "altered" && { book }), identityFile, ...(notesFile && { notesFile }) };
}
