import type { CreateHasher } from "@unmask/core";
import { recipientOf } from "@unmask/seal";
import { type Folder, type FolderFile, readAll } from "./folder.ts";
import { type LogReading, type LogState, type PathHistory, isSameMark } from "./log.ts";
import { bookIn, wasDone } from "./open-vault.ts";
import { logIn } from "./log-file.ts";
import { inTurn, isBeingRestored } from "./deed.ts";
import { canBeHers, isCatalogueAside, isCovered, isPart, isWaitingPath, layout, partOf } from "./layout.ts";
import type { Vault, VaultKeys } from "./vault.ts";
import { doesOpen, doesSeemToOpen } from "./sealed-file.ts";
import { markOf } from "./mark.ts";
import { readTries } from "./tries.ts";
import { doesNoteRead } from "./waiting.ts";
import { readWaitingList } from "./waiting-list.ts";

/** What is otherwise in a vault than its log says (docs/formats/vault.md, "Check"). */
export type Verdict = "missing" | "older" | "apart" | "altered" | "planted";

/** What a check found. */
export interface VaultCheck {
  /** Nothing is otherwise. Without keys it says that of the hashes alone. */
  readonly isWhole: boolean;
  /** Whether the log's signature was looked at: that needs a key. */
  readonly isSignatureChecked: boolean;
  /** Each path that is otherwise, by name. */
  readonly verdicts: readonly { readonly path: string; readonly verdict: Verdict }[];
}

/** What a check looks at. */
export interface CheckOptions {
  readonly folder: Folder;
  readonly createHasher: CreateHasher;
  readonly keys?: VaultKeys;
  /** The log of a copy of this vault: it shows what no vault can say of itself, that all of it is an older one. */
  readonly logOfCopy?: Uint8Array;
  /** Of what can be long, the originals and what was read of them, the length alone is looked at. */
  readonly isQuick?: boolean;
}

/** Looks over a vault that is open, as quickly as it opens: what is missing, what was put there, and every byte of all but the originals. */
export function lookOver(vault: Vault): Promise<VaultCheck> {
  // In its turn: a write that is on its way would look like a change.
  return inTurn(vault, () => checkVault({ ...vault.world, keys: vault.keys, isQuick: true }));
}

/** Whether nobody else has written to a vault that is open: each write makes the log longer. */
export function isLogAsLeft(vault: Vault): Promise<boolean> {
  return inTurn(vault, async () => (await vault.world.folder.open(layout.log))?.size === vault.now.log.length);
}

/** Checks a vault, open or not. It changes nothing; what a write has left that broke off is nothing amiss. */
export async function checkVault({ folder, createHasher, keys, logOfCopy, isQuick = false }: CheckOptions): Promise<VaultCheck> {
  const files = await folder.list();
  const book = await bookIn(folder);
  const own = keys === undefined ? undefined : await recipientOf(keys.identity);
  const recipient = own ?? (typeof book === "string" ? "" : book.recipient);
  const { reading } = await logIn(folder, { recipient, ...(keys && { publicKey: keys.signer.publicKey }) });
  const look: Look = {
    folder,
    createHasher,
    ...(keys && { keys }),
    isQuick,
    log: reading.state,
    fileByPath: new Map(files.map((file) => [file.path, file])),
  };
  const logVerdict = await verdictOfLog(look, reading, logOfCopy);
  const isBookAmiss = typeof book === "string" || book.recipient !== recipient;
  const amiss: Amiss[] = [
    ...(logVerdict === undefined ? [] : [{ path: layout.log, verdict: logVerdict }]),
    ...(isBookAmiss && look.fileByPath.has(layout.book) ? [{ path: layout.book, verdict: "altered" as const }] : []),
    ...((await readTries(folder)) === "altered" ? [{ path: layout.tries, verdict: "altered" as const }] : []),
    ...(await verdictsByLog(look)),
    ...(await verdictsOfWaiting(look)),
  ];
  const verdicts = [...new Map(amiss.toReversed().map(({ path, verdict }) => [path, verdict]))]
    .map(([path, verdict]) => ({ path, verdict }))
    .sort(({ path: a }, { path: b }) => (a < b ? -1 : 1));
  return { isWhole: verdicts.length === 0, isSignatureChecked: keys !== undefined, verdicts };
}

interface Amiss {
  readonly path: string;
  readonly verdict: Verdict;
}

interface Look {
  readonly folder: Folder;
  readonly createHasher: CreateHasher;
  readonly keys?: VaultKeys;
  readonly isQuick: boolean;
  readonly log: LogState;
  readonly fileByPath: ReadonlyMap<string, FolderFile>;
}

async function verdictOfLog(look: Look, reading: LogReading, logOfCopy: Uint8Array | undefined): Promise<Verdict | undefined> {
  if (!look.fileByPath.has(layout.log)) return "missing";
  if (reading.verdict === "altered" || (await wasDone(look, reading))) return "altered";
  if (logOfCopy === undefined) return undefined;
  const source = await look.folder.open(layout.log);
  const own = source === undefined ? new Uint8Array() : (await readAll(source)).subarray(0, look.log.length);
  if (beginsWith(own, logOfCopy)) return undefined;
  return beginsWith(logOfCopy, own) ? "older" : "altered";
}

/** Whether bytes begin with others, or are the same. */
export function beginsWith(whole: Uint8Array, beginning: Uint8Array): boolean {
  return beginning.length <= whole.length && beginning.every((byte, i) => byte === whole[i]);
}

/** Of each path what the log has against what stands there. */
async function verdictsByLog(look: Look): Promise<readonly Amiss[]> {
  const found: Amiss[] = [];
  for (const [path, { now, before }] of look.log.historyByPath) {
    if (now === undefined) continue;
    const verdict = await verdictOf(path, { now, before }, look);
    if (verdict !== undefined) found.push({ path, verdict });
  }
  const isRestoring = look.fileByPath.has(layout.restoring) && (await isBeingRestored(look));
  const lastGone = new Set(look.log.lastDeed.flatMap((record) => ("gone" in record ? [record.path] : [])));
  for (const { path, kind } of look.fileByPath.values()) {
    const history = look.log.historyByPath.get(path);
    const isOurs = kind === "file" && (isPart(path) || path === layout.log || path === layout.tries || path === layout.waitingList);
    if (isOurs || isWaitingPath(path) || history?.now !== undefined || isUnknown(path, look)) continue;
    // The move or the end of a write that is done may still be ahead.
    if (history !== undefined && (isRestoring || lastGone.has(path))) continue;
    const source = history === undefined ? undefined : await look.folder.open(path);
    const mark = source && (await markOf(look, source));
    const isOlder = history?.before.some((one) => isSameMark(one, mark)) === true;
    found.push({ path, verdict: isOlder ? "older" : (await isApart(path, look)) ? "apart" : "planted" });
  }
  return found;
}

async function verdictOf(path: string, { now, before }: PathHistory, look: Look): Promise<Verdict | undefined> {
  if (look.fileByPath.get(path)?.kind === "other") return "altered";
  const source = await look.folder.open(path);
  if (look.isQuick && isLong(path) && source !== undefined && source.size === now?.size) return undefined;
  // A hash is not asked of a file that nothing of this length was ever written as.
  const isPossible = source !== undefined && [now, ...before].some((mark) => mark?.size === source.size);
  const mark = isPossible ? await markOf(look, source) : undefined;
  if (mark !== undefined && isSameMark(mark, now)) return undefined;
  const part = await look.folder.open(partOf(path));
  if (part !== undefined && part.size === now?.size && isSameMark(await markOf(look, part), now)) return undefined;
  if (!look.fileByPath.has(path)) return "missing";
  if (mark !== undefined && before.some((one) => isSameMark(one, mark))) return "older";
  return (await isApart(path, look)) ? "apart" : "altered";
}

function isLong(path: string): boolean {
  return path.startsWith("originals/") || path.startsWith("acts/");
}

/** Where nothing is proved nobody can say what a vault has: of what is sealed to it, without a key; of what it lives by, at all. */
function isUnknown(path: string, { log, keys }: Look): boolean {
  return log.length === 0 && isCovered(path) && (keys === undefined || !canBeHers(path));
}

/** Whether it opens, and so may be hers, whatever the log says; nobody can say without a key. */
async function isApart(path: string, { folder, keys, isQuick }: Look): Promise<boolean> {
  if (keys === undefined || !(canBeHers(path) || isCatalogueAside(path))) return false;
  const source = await folder.open(path);
  return source !== undefined && (isQuick && isLong(path) ? doesSeemToOpen(source, keys) : doesOpen(source, keys));
}

async function verdictsOfWaiting(look: Look): Promise<readonly Amiss[]> {
  const { reads, lines } = await readWaitingList(look.folder);
  const found: Amiss[] = reads ? [] : [{ path: layout.waitingList, verdict: "altered" }];
  const isListed = new Set(lines.map(({ path }) => path));
  const isDecided = (path: string): boolean => look.log.historyByPath.has(path);
  for (const { path, mark } of lines) {
    if (isDecided(path)) continue;
    const verdict = await verdictOf(path, { now: mark, before: [] }, look);
    if (verdict !== undefined) found.push({ path, verdict });
    else if (look.fileByPath.has(path) && !(await noteReads(path, look))) found.push({ path, verdict: "altered" });
  }
  const lastGone = new Set(look.log.lastDeed.map(({ path }) => path));
  for (const path of look.fileByPath.keys()) {
    if (!isWaitingPath(path) || lastGone.has(path)) continue;
    // What she decided on went then, and was put back.
    if (isDecided(path)) found.push({ path, verdict: "older" });
    else if (reads && !isListed.has(path)) found.push({ path, verdict: "planted" });
  }
  return found;
}

/** Whether a note that waits reads to its end; nobody can say without a key. */
async function noteReads(path: string, { folder, keys }: Look): Promise<boolean> {
  const source = await folder.open(path);
  return source !== undefined && (keys === undefined || doesNoteRead(source, keys));
}
