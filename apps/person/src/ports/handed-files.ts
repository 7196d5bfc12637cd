import type { HandedFile } from "../engine/protocol.ts";

/** The files of an input field; a chosen folder gives its own name and the way below it. */
export function filesOfInput(list: FileList | null): HandedFile[] {
  return Array.from(list ?? [], (file) => ({ name: file.webkitRelativePath || file.name, file }));
}

/** The files and folders that were dropped. Must be called while the event is handled: afterwards the browser has let go of them. */
export async function filesOfDrop(transfer: DataTransfer): Promise<HandedFile[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return Array.from(transfer.files, (file) => ({ name: file.name, file }));
  const found: HandedFile[] = [];
  for (const entry of entries) await addEntry(entry, "", found);
  return found;
}

async function addEntry(entry: FileSystemEntry, folder: string, found: HandedFile[]): Promise<void> {
  const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
  if (isFile(entry)) {
    found.push({ name, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) });
  } else if (isFolder(entry)) {
    for (const inner of await entriesIn(entry)) await addEntry(inner, name, found);
  }
}

/** How every copy of notes begins: the name of its first file (docs/formats/backup.md). */
const beginningOfCopy = "book.json\0";

/** Those that are a copy of notes: nothing in them is read as messages, and they are brought back elsewhere. */
export async function copiesAmong(handed: readonly HandedFile[]): Promise<readonly HandedFile[]> {
  const copies: HandedFile[] = [];
  for (const one of handed) {
    if (!/\.tar$/i.test(one.name)) continue;
    // What cannot be read is named when the files are read.
    const head = await one.file
      .slice(0, beginningOfCopy.length)
      .text()
      .catch(() => "");
    if (head === beginningOfCopy) copies.push(one);
  }
  return copies;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A reader gives its entries in pieces (Chromium: 100 at a time); an empty piece is the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) return all;
    for (const entry of piece) all.push(entry);
  }
}
