/** Where everything stands in a vault (docs/formats/vault.md, "Files"), and how long each may be. */
export const layout = {
  book: "book.json",
  identity: "identity.age",
  notes: "notes.age",
  log: "log",
  catalogue: "catalogue.age",
  statement: "statement.age",
  settings: "settings.age",
  openings: "openings.age",
  /** Which readings of originals are kept (acts.ts). */
  acts: "acts/list.age",
  waitingList: "waiting/list",
  tries: "tries.json",
  /** Stands while a copy is brought back into a vault that is there already (restore.ts). */
  restoring: "restoring.part",
  /** Stands while a program has the folder of a disk, and says which (fittings/node); a part, so that it is nothing amiss. */
  held: "held.part",
} as const;

/** The folders in it. */
export const layoutFolders: ReadonlySet<string> = new Set(["journal", "originals", "private", "waiting", "acts"]);

/** The log, in bytes: a longer one is there to fill the memory. */
export const longestLog: number = 64 * 1024 * 1024;
/** A line of the log, in bytes: a line without end. */
export const longestLogLine = 1024;
/** `book.json` and `tries.json`, in bytes: the same. */
export const longestPlain: number = 4 * 1024;
/** `identity.age`, in bytes: some lines of keys and at most a few hundred ways to open it. */
export const longestIdentity: number = 64 * 1024;
/** `notes.age`, in bytes: its plaintext is 64 KiB. */
export const longestNotes: number = 128 * 1024;
/** A segment of the journal, and each document, in bytes of plaintext: a sealed bomb of text. */
export const longestDocument: number = 64 * 1024 * 1024;
/** A block of acts, unpacked, in UTF-16 units: a bomb of gzip. */
export const longestActs: number = 256 * 1024 * 1024;
/** A reading of originals, unpacked, in bytes; no more of it than a block is held at a time: the same. */
export const longestReading: number = 16 * 1024 * 1024 * 1024;
/** Notes written while it was locked: somebody fills the phone by way of the locked page. */
export const mostWaiting = 1_000;
/** One such note with its files, in bytes. */
export const longestWaiting: number = 64 * 1024 * 1024;

const part = ".part";

/** The name that a file has until its write is done. */
export function partOf(path: string): string {
  return `${path}${part}`;
}

/** Whether a file is a write that did not end. */
export function isPart(path: string): boolean {
  return path.endsWith(part);
}

/** The path that a part was on its way to. */
export function pathOfPart(path: string): string {
  return path.slice(0, -part.length);
}

const single: ReadonlySet<string> = new Set([
  layout.book,
  layout.identity,
  layout.notes,
  layout.catalogue,
  layout.statement,
  layout.settings,
  layout.openings,
  layout.acts,
]);

/** Whether this is the path of lines of the journal. */
export function isSegment(path: string): boolean {
  return /^journal\/\d{6}\.age$/.test(path);
}

const aside = ".aside";

/** The name of what stood in the way at a path: no vault has one of that form. */
export function asideOf(path: string, mark: string): string {
  return `${path.replace(/\.age$/, "")}${path === layout.log ? "-" : "."}${mark}${aside}`;
}

/** Whether this is something that was moved out of the way. */
export function isAside(path: string): boolean {
  return path.endsWith(aside);
}

/** Whether this is a catalogue that was moved out of the way: it names files of hers. */
export function isCatalogueAside(path: string): boolean {
  return /^catalogue\.[0-9a-f]{16}\.aside$/.test(path);
}

/** Whether a vault may have a file of this path that is sealed to it and that nothing can make again. */
export function canBeHers(path: string): boolean {
  return isCovered(path) && path !== layout.book && path !== layout.identity && path !== layout.notes && !path.startsWith("acts/");
}

/** Whether a vault may have a file of this path that its log covers. */
export function isCovered(path: string): boolean {
  return single.has(path) || isSegment(path) || /^(?:originals|private|acts)\/[0-9a-f]{32}\.age$/.test(path);
}

/** Whether this is the path of a note that was written while the vault was locked. */
export function isWaitingPath(path: string): boolean {
  return /^waiting\/[0-9a-f]{32}\.age$/.test(path);
}
