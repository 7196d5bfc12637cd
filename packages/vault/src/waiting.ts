import {
  type ReadValue,
  type Result,
  type Source,
  asPlainText,
  count,
  failed,
  instantFromJson,
  instantToIso,
  isBlank,
  list,
  longestEntryText,
  normalForm,
  object,
  ok,
  parseSha256,
  parsed,
  readStrictly,
  text,
} from "@unmask/core";
import { bytesToHex, bytesToText, envelopeFailureOf, openSource, sealStream, sealedSize, textToBytes } from "@unmask/seal";
import { type FileMark, isSameMark } from "./log.ts";
import { type Original, cataloguePut, catalogueToChange } from "./catalogue.ts";
import { type Put, inTurn, write } from "./deed.ts";
import { type Vault, type VaultFailure, type VaultKeys, type VaultWorld, vaultFailure } from "./vault.ts";
import { type WaitingLine, endWaiting, mendWaitingList, readWaitingList, writeWaitingLine } from "./waiting-list.ts";
import { bookIn, isVaultHere } from "./open-vault.ts";
import { logIn } from "./log-file.ts";
import { createWatch, readyToTake } from "./originals.ts";
import { layout, longestWaiting, mostWaiting, partOf } from "./layout.ts";
import { isNoRoom } from "./folder.ts";
import { lineToAdd } from "./journal.ts";
import { markOf, step, writeMarked } from "./mark.ts";
import { openedSource } from "./sealed-file.ts";
import { parseJson } from "./book.ts";

/**
 * What is written while the vault is locked (docs/formats/vault.md, "Written while locked"): sealed to it, so that nothing can be read back, and signed
 * by nobody, since whoever holds the phone can write. At the next opening she says of each whose it is.
 */

/** What is written down on the locked page. */
export interface WhileLocked {
  /** The device's clock: `2026-10-04T21:14:05.123Z`. */
  readonly at: string;
  readonly words: string;
  /** Her words for when it happened. */
  readonly when?: string;
  readonly files?: readonly Source[];
}

/** One note that waits for her word. */
export type WaitingNote =
  | {
      readonly path: string;
      readonly number: number;
      readonly at: string;
      readonly words: string;
      readonly when?: string;
      /** Each file that was added, to be read by position. */
      readonly files: readonly Source[];
    }
  /** It is gone, or is not what was written. */
  | { readonly path: string; readonly number: number; readonly lost: true };

/** Bytes of its first line: words of 20,000 letters and the names of a thousand files. */
const longestHead = 1024 * 1024;

/**
 * Keeps a note in a vault that is locked; no key is needed. What could not be an entry afterwards is refused here, before it is told as saved, and
 * what a word processor put between its words becomes blanks. Answers when it is on the disk.
 */
export async function writeWhileLocked(
  world: VaultWorld,
  { at, words: typed, when: typedWhen, files = [] }: WhileLocked,
): Promise<Result<undefined, VaultFailure>> {
  const words = asPlainText(typed);
  const when = typedWhen === undefined || isBlank(typedWhen) ? undefined : asPlainText(typedWhen);
  const unfit = unfitnessOf(words);
  if (unfit !== undefined) return failed(unfit);
  const { folder } = world;
  const book = await bookIn(folder);
  if (book === "newer-format") return failed(vaultFailure("newer-format"));
  if (book === "altered" || !(await isBookAsLogged(world)))
    return failed((await isVaultHere(folder)) ? vaultFailure("book-altered", layout.book) : vaultFailure("no-vault"));
  await endWaiting(world, () => false);
  const waiting = await mendWaitingList(world);
  if (waiting.length >= mostWaiting) return failed(vaultFailure("log-full"));
  const marks: FileMark[] = [];
  for (const file of files) marks.push(await markOf(world, file));
  const named = files.map(({ name }, i) => ({ name, ...marks[i] }));
  const head = textToBytes(`${JSON.stringify({ at, words, when, ...(named.length > 0 && { files: named }) })}\n`);
  const size = marks.reduce((sum, mark) => sum + mark.size, head.length);
  if (size > longestWaiting || head.length > longestHead) return failed(vaultFailure("too-long"));
  const path = `waiting/${bytesToHex(world.random(16))}.age`;
  try {
    const { aead } = world;
    const sealed = sealStream(plainOf(head, files), { recipients: [book.recipient], ...(aead && { aead }) });
    const mark = await writeMarked(world, partOf(path), sealed);
    const number = (waiting.at(-1)?.number ?? 0) + 1;
    await folder.append(layout.waitingList, writeWaitingLine({ number, path, mark }));
    await folder.move(partOf(path), path);
  } catch (error) {
    if (!isNoRoom(error)) throw error;
    return failed(vaultFailure("no-room"));
  }
  return ok(undefined);
}

/** Why words can be no entry (docs/formats/entry.md); undefined where they can. */
function unfitnessOf(words: string): VaultFailure | undefined {
  if (isBlank(words)) return vaultFailure("blank");
  const over = normalForm(words, "NFC").length - longestEntryText;
  if (over <= 0) return undefined;
  const [most, more] = [longestEntryText, over].map((count) => count.toLocaleString("en-GB"));
  const says = `This is ${more} characters too long: a note holds ${most}. Nothing was saved. Take the end off, save it, and then save the rest as a second note.`;
  return { ...vaultFailure("too-long"), says };
}

/**
 * Whether `book.json` is the one that the log has last; no key is needed. Whoever puts another recipient there has to change the log as well, which
 * the next opening cannot miss. A log that says nothing of it stands in nobody's way.
 */
async function isBookAsLogged(world: VaultWorld): Promise<boolean> {
  const source = await world.folder.open(layout.book);
  const wanted = (await logIn(world.folder, { recipient: "" })).reading.state.historyByPath.get(layout.book)?.now;
  return wanted === undefined || (source !== undefined && isSameMark(await markOf(world, source), wanted));
}

/** The notes that wait for her word, in the order in which they came. */
export function readWaiting(vault: Vault): Promise<readonly WaitingNote[]> {
  return inTurn(vault, async () => {
    const notes: WaitingNote[] = [];
    for (const line of await undecidedLines(vault)) notes.push(await openWaiting(vault, line));
    return notes;
  });
}

/** How many notes wait for her word; none of them is opened. */
export function countWaiting(vault: Vault): Promise<number> {
  return inTurn(vault, async () => (await undecidedLines(vault)).length);
}

/** What the list of waiting notes has that she has not decided on. To be called in turn. */
export async function undecidedLines({ world, now }: Vault): Promise<readonly WaitingLine[]> {
  const { lines } = await readWaitingList(world.folder);
  return lines.filter(({ path }) => !now.log.historyByPath.has(path));
}

/** What she says of a note. */
export interface WaitingWord {
  /** Whether the files that were added to it are taken in as originals. */
  readonly isKept: boolean;
  /** The device's clock. */
  readonly at: string;
  /** The line of the journal that says what she said: an entry, or that a note was thrown away. */
  line(counter: number, files: readonly Original[]): string;
}

/** Keeps her word on a note: the line of the journal, the originals and the end of the note are one write. Answers with the counter of the line. */
export function decideWaiting(vault: Vault, note: WaitingNote, word: WaitingWord): Promise<Result<number, VaultFailure>> {
  return inTurn(vault, async () => {
    const isWaiting = (await readWaitingList(vault.world.folder)).lines.some(({ path }) => path === note.path);
    if (!isWaiting || vault.now.log.historyByPath.has(note.path)) return failed(vaultFailure("not-whole", note.path));
    const taken = await takeFiles(vault, "lost" in note || !word.isKept ? [] : note.files, word.at);
    const next = await lineToAdd(vault, (counter) => word.line(counter, taken.originals));
    if (!next.ok) return next;
    const written = await write(vault, { puts: [...taken.puts, next.value.put], gone: [note.path, ...taken.gone] });
    if (!written.ok) return written;
    await endWaiting(vault.world, (path) => vault.now.log.historyByPath.has(path));
    return ok(next.value.counter);
  });
}

/** The files of a note as originals, each once, and the writes that bring them in. */
async function takeFiles(
  vault: Vault,
  files: readonly Source[],
  at: string,
): Promise<{ readonly originals: readonly Original[]; readonly puts: readonly Put[]; readonly gone: readonly string[] }> {
  if (files.length === 0) return { originals: [], puts: [], gone: [] };
  const catalogue = await catalogueToChange(vault);
  let known = catalogue;
  const originals: Original[] = [];
  const puts: Put[] = [];
  const gone: string[] = [];
  for (const source of files) {
    const ready = await readyToTake(vault, catalogue, { source, at });
    const twice = originals.find(({ sha256 }) => sha256 === ready.original.sha256);
    originals.push(twice ?? ready.original);
    if (twice !== undefined || ready.became === "here-already") continue;
    gone.push(...ready.gone); // bounded: one path at most.
    known = [...known.filter(({ sha256 }) => sha256 !== ready.original.sha256), ready.original];
    puts.push(createWatch(ready).put(vault));
  }
  return { originals, gone, puts: puts.length > 0 ? [...puts, cataloguePut(vault, known)] : [] };
}

async function openWaiting(vault: Vault, { path, number, mark }: WaitingLine): Promise<WaitingNote> {
  const lost = { path, number, lost: true } as const;
  const source = await vault.world.folder.open(path);
  if (source === undefined || source.size > sealedSize(longestWaiting)) return lost;
  if (!isSameMark(await markOf(vault.world, source), mark)) return lost;
  const opened = await openedSource(vault, source, path);
  const parts = opened.ok ? await partsOf(opened.value) : undefined;
  if (!opened.ok || parts === undefined) return lost;
  const { head, ends } = parts;
  const files = head.files.map(({ name, size }, i) => within(opened.value, name, (ends[i] ?? 0) - size, ends[i] ?? 0));
  return { path, number, at: head.at, words: head.words, ...(head.when !== undefined && { when: head.when }), files };
}

/** Whether a sealed note reads as one to its end: anybody can seal something to the vault and list it. */
export async function doesNoteRead(source: Source, keys: VaultKeys): Promise<boolean> {
  if (source.size > sealedSize(longestWaiting)) return false;
  try {
    return (await partsOf(await openSource(source, { identities: [keys.identity] }))) !== undefined;
  } catch (error) {
    if (envelopeFailureOf(error) === undefined) throw error;
    return false;
  }
}

/** The first line of a note, and where each of its files ends; undefined where they are not all of it. */
async function partsOf(opened: Source): Promise<{ readonly head: Head; readonly ends: readonly number[] } | undefined> {
  const head = await headOf(opened);
  if (head === undefined) return undefined;
  const ends = head.files.reduce<number[]>((all, { size }) => [...all, (all.at(-1) ?? head.length) + size], []);
  return (ends.at(-1) ?? head.length) === opened.size ? { head, ends } : undefined;
}

interface Head {
  readonly at: string;
  readonly words: string;
  readonly when?: string;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  /** Bytes of the line, its line feed included. */
  readonly length: number;
}

async function headOf(opened: Source): Promise<Head | undefined> {
  const most = Math.min(opened.size, longestHead);
  const bytes = new Uint8Array(most);
  for (let filled = 0; filled < most;) {
    const piece = await opened.read(filled, most);
    if (piece.length === 0) return undefined;
    bytes.set(piece, filled);
    filled += piece.length;
  }
  const end = bytes.indexOf(0x0a);
  const read = readStrictly(parseJson(bytesToText(bytes.subarray(0, Math.max(0, end))) ?? ""), "note", headFields);
  return read.ok ? { ...read.value, length: end + 1 } : undefined;
}

const headFields: ReadValue<Omit<Head, "length">> = object(({ must, may }) => ({
  at: must("at", (value, path) => instantToIso(instantFromJson(value, path))),
  words: must("words", text),
  ...may("when", text),
  files: [],
  ...may(
    "files",
    list(
      object((file) => {
        file.must("sha256", parsed(parseSha256, "SHA-256"));
        return { name: file.must("name", text), size: file.must("size", count) };
      }),
    ),
  ),
}));

function within(source: Source, name: string, start: number, end: number): Source {
  return {
    name,
    size: end - start,
    read: (from, until, room) => source.read(Math.min(end, start + from), Math.min(end, start + until), room),
  };
}

async function* plainOf(head: Uint8Array, files: readonly Source[]): AsyncGenerator<Uint8Array, void, undefined> {
  yield head;
  for (const file of files) {
    for (let at = 0; at < file.size;) {
      const bytes = await file.read(at, Math.min(file.size, at + step));
      if (bytes.length === 0) throw new Error("a file changed while it was read");
      at += bytes.length;
      yield bytes;
    }
  }
}
