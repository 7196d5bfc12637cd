import {
  type Container,
  type Coverage,
  type Covers,
  type CreateHasher,
  type DateOrder,
  type FileTerms,
  type Instant,
  type KnownKind,
  type Reading,
  type Sha256,
  type Source,
  type SourceSpan,
  type Zone,
  createActTally,
  isUndated,
} from "@unmask/core";

import {
  type Importer,
  type ReadContext,
  type Sibling,
  type SourceHead,
  type Sized,
  headSize,
  unread,
  withdrawnNotice,
} from "./importer.ts";
import { knownKindOf } from "./known-kinds.ts";
import { type NotTakenIn, type OwnPaper, type TakenIn, sortFound } from "./not-taken-in.ts";
import {
  type Ending,
  createRefusals,
  type Refusals,
  refusal,
  readStretch,
  type SiblingIndex,
  indexSiblings,
  type Found,
  type Hashed,
  type Leaf,
  hashSource,
  walk,
} from "@unmask/formats";

/**
 * The entrance of the shelf: everything that was handed in goes through here, and everything comes out as readings.
 *
 * [Note: One file, one set of readings] What is read from a file depends on its bytes, its name and the files beside it, never on the order
 * in which files were handed in. A file that an importer recognises is read for itself even if another file refers to it; only files that
 * nobody reads become attachments, or are kept.
 */
export interface ReadSourcesOptions {
  /** The shelf, in order of trust: `importers`. */
  readonly importers: readonly Importer[];
  /** The zone of wall times that come without one. */
  readonly zone: Zone;
  /** Whether the person said so; else each act that relies on it is flagged `zone-assumed`. */
  readonly zoneStated: boolean;
  /** What the person said about the order of dates. */
  readonly dateOrder?: DateOrder;
  /** The moment of the import. */
  readonly now: Instant;
  /** What was stated of single files that were handed in, by their SHA-256; of an archive for all that lies in it. */
  readonly files?: ReadonlyMap<Sha256, FileTerms>;
  /** Where numbers without a country are dialled from, ISO 3166 alpha-2. */
  readonly country: string;
  readonly createHasher: CreateHasher;
  /** Files that came with these and are not read here, where somebody hashed them before. */
  readonly elsewhere?: readonly Sized[];
  /** What stands in for a file that was handed over (docs/formats/pack.md, "Left out"), by its source. */
  readonly copies?: ReadonlyMap<Source, CopyTerms>;
  /** What she gave for the report and not as evidence: a copy of it among the files is passed over. */
  readonly ownPapers?: readonly OwnPaper[];
  /** Names of files, as they are told, that are taken in though they bear the mark of a key or a paper of hers. */
  readonly takesIn?: readonly string[];
  /** Everything is read, our own packs and keys too: what was sealed is read again as it was. */
  readonly takesAll?: boolean;
  /** Bytes dealt with so far and altogether; the latter grows while zips are opened. `name` is the file at hand. */
  onProgress?(bytesDone: number, bytesTotal: number, name: string): void;
  /** The person pressed cancel: what was read stays read, and what was not reached is said. */
  readonly signal?: AbortSignal;
}

/** How a copy is read as the file that it stands in for: under its hash, by its importer, in its order of dates. */
export interface CopyTerms {
  readonly original: Sha256;
  /** Id of the importer that read the original: what told it by may be written over. Null where none did. */
  readonly importer: string | null;
  /** What the whole of the original showed; absent where the terms of the import are enough. */
  readonly dateOrder?: DateOrder;
  /** The archives that the original lay in, outermost first; one list for all copies that lay beside each other. */
  readonly within?: readonly Container[];
}

/** What comes out, step by step. */
export type ImportStep =
  /** A file as it was handed in (a zip is one file), hashed. What a pack carries as an original. */
  | { readonly original: HashedSource }
  /** A file that is passed over: it is no original, and nothing of it is read. These come before the first reading. */
  | { readonly notTakenIn: NotTakenIn }
  /** A file that would be passed over, and is taken in because she asked for it. */
  | { readonly takenIn: TakenIn }
  /** Everything was opened: so many files are looked at from here on. Comes once, before the first reading. */
  | { readonly found: number }
  /** Readings of one file, in its order. `importer` is null for what no importer read (kept files, unread archives). */
  | { readonly readings: readonly Reading[]; readonly importer: string | null }
  /** One file was read to its end, or as far as it went. */
  | { readonly coverage: Coverage }
  /** An importer threw: a mistake of ours. The rest of its file was yielded as unread before this; say so aloud. */
  | { readonly fault: { readonly importer: string; readonly source: SourceSpan; readonly error: unknown } }
  /** The person cancelled; so many files were not reached and have no readings. Always the last step. */
  | { readonly stopped: { readonly filesNotReached: number } };

/** A file that somebody handed in, with the hash and the size in bytes of all of it. */
export interface HashedSource extends Hashed {
  readonly source: Source;
  /** By its bytes, where somebody looked already. */
  readonly ending?: Ending;
}

/** Reads everything that was handed in. Throws only what `Source.read` throws. */
export async function* readSources(sources: readonly Source[], options: ReadSourcesOptions): AsyncGenerator<ImportStep, void, undefined> {
  const progress = createProgress(sources, options);
  const found: Found[] = [];
  for await (const met of walk(sources, { ...options, onHashed: progress.advance })) {
    const one = inItsPlace(met, options);
    found.push(one);
  }
  const isRead = async (source: Source, siblingsOf: () => readonly string[]): Promise<boolean> => {
    const head = await headOf(source, siblingsOf);
    return options.importers.some((one) => one.recognises(head));
  };
  const { taken, notTakenIn, takenIn, bytes } = options.takesAll
    ? { taken: found, notTakenIn: [], takenIn: [], bytes: 0 }
    : await sortFound(found, { ...options, isRead });
  for (const one of notTakenIn) yield { notTakenIn: one };
  for (const one of takenIn) yield { takenIn: one };
  for (const one of taken) {
    if ("opened" in one && one.opened.whole.within === undefined)
      yield { original: { source: one.opened.source, sha256: one.opened.whole.sha256, size: one.opened.whole.end } };
  }
  const files = createFiles(taken, options, progress);
  progress.advance(bytes);
  if (!options.signal?.aborted) yield { found: files.all.length };
  for (const one of taken) {
    if (options.signal?.aborted) break;
    if ("unread" in one) yield { readings: [one], importer: null };
    if ("leaf" in one) yield* readLeaf(one.leaf, files);
  }
  for (const refusals of files.refusalsByContainers.values()) {
    for (const one of refusals.rest()) yield { readings: [{ unread: one }], importer: null };
  }
  for (const file of files.all) {
    if (file.state === "unclaimed" && !file.asked && file.hashed) yield { readings: [keptReading(file, file.hashed)], importer: null };
  }
  const walked = new Set(found.flatMap((one) => ("leaf" in one ? [one.leaf.source] : "opened" in one ? [one.opened.source] : [])));
  const filesNotReached =
    files.all.filter((file) => file.state === "waiting").length + sources.filter((source) => !walked.has(source)).length;
  if (options.signal?.aborted) yield { stopped: { filesNotReached } };
}

/** A copy of a member lies where the member lay. */
function inItsPlace(found: Found, { copies }: ReadSourcesOptions): Found {
  const within = "leaf" in found ? copies?.get(found.leaf.source)?.within : undefined;
  return within && "leaf" in found ? { leaf: { ...found.leaf, within } } : found;
}

/** A file on its way: `waiting` to be looked at, `read` by an importer or told as unread, `unclaimed` by every importer. */
interface File {
  readonly leaf: Leaf;
  readonly source: Source;
  readonly beside: () => SiblingIndex<File>;
  /** All that came together, it among them. */
  readonly together: readonly File[];
  state: "waiting" | "read" | "unclaimed";
  /** An act refers to it. */
  asked: boolean;
  hashed?: Hashed;
  /** What it is, when no importer reads it. */
  known?: KnownKind;
}

interface Files {
  readonly all: readonly File[];
  readonly fileByLeaf: ReadonlyMap<Leaf, File>;
  /** What was told of the files of each zip that could not be unpacked. */
  readonly refusalsByContainers: Map<readonly Container[], Refusals>;
  readonly options: ReadSourcesOptions;
  readonly progress: Progress;
  /** Archives that were handed in, and what came with them and is read elsewhere. */
  readonly hashed: readonly Sized[];
}

function createFiles(found: readonly Found[], options: ReadSourcesOptions, progress: Progress): Files {
  const filesByContainers = new Map<readonly Container[], File[]>();
  const fileByLeaf = new Map<Leaf, File>();
  for (const one of found) {
    if (!("leaf" in one)) continue;
    const together = filesByContainers.get(one.leaf.within) ?? [];
    filesByContainers.set(one.leaf.within, together);
    let index: SiblingIndex<File> | undefined;
    const file: File = {
      leaf: one.leaf,
      source: one.leaf.source,
      beside: () => (index ??= indexOf(together)),
      together,
      state: "waiting",
      asked: false,
    };
    together.push(file);
    fileByLeaf.set(one.leaf, file);
    progress.expect(one.leaf);
  }
  const indexByFiles = new Map<readonly File[], SiblingIndex<File>>();
  function indexOf(together: readonly File[]): SiblingIndex<File> {
    const index = indexByFiles.get(together) ?? indexSiblings(together);
    indexByFiles.set(together, index);
    return index;
  }
  const archives = found.flatMap((one) =>
    "opened" in one && one.opened.whole.within === undefined ? [{ sha256: one.opened.whole.sha256, size: one.opened.whole.end }] : [],
  );
  const hashed = [...archives, ...(options.elsewhere ?? [])];
  return { all: [...fileByLeaf.values()], fileByLeaf, refusalsByContainers: new Map(), options, progress, hashed };
}

async function* readLeaf(leaf: Leaf, files: Files): AsyncGenerator<ImportStep, void, undefined> {
  const file = files.fileByLeaf.get(leaf);
  if (file === undefined) return;
  files.progress.begin(leaf.source.name);
  const hashed = await hashOf(file, files);
  if (hashed === undefined) return;
  if (leaf.within.length === 0) yield { original: { source: leaf.source, ...hashed } };
  const fault = leaf.fault();
  const refused = fault !== undefined && (fault.kind === "refused" || hashed.size === 0);
  if (fault !== undefined && refused) {
    file.state = "read";
    const refusals = files.refusalsByContainers.get(leaf.within) ?? createRefusals();
    files.refusalsByContainers.set(leaf.within, refusals);
    const told = refusals.tell(leaf.source.name, fault.reason, leaf.place ?? spanIn(file, hashed, 0, hashed.size));
    if (told) yield { readings: [{ unread: told }], importer: null };
    return;
  }
  const importer = hashed.size === 0 ? undefined : await importerFor(file, files.options);
  file.state = importer ? "read" : "unclaimed";
  if (importer) yield* readWith(importer, { file, hashed, files });
  if (fault !== undefined) {
    const says = `${refusal(file.source.name, fault.reason)} What there is of it was read.`;
    yield { readings: [unread(says, spanIn(file, hashed, hashed.size, hashed.size))], importer: null };
  }
}

/** Hashes a file once; its bytes are never parsed before. Undefined when cancelled on the way. */
async function hashOf(file: File, { options, progress }: Files): Promise<Hashed | undefined> {
  if (file.hashed) return file.hashed;
  const read = await hashSource(file.source, { ...options, onHashed: progress.advance });
  const copy = options.copies?.get(file.source);
  const hashed = read && copy ? { ...read, sha256: copy.original } : read;
  if (hashed) file.hashed = hashed;
  return hashed;
}

async function importerFor(file: File, { importers, copies }: ReadSourcesOptions): Promise<Importer | undefined> {
  const copy = copies?.get(file.source);
  if (copy) return importers.find(({ id }) => id === copy.importer);
  const head = await headOf(file.source, () => file.beside().namesBeside(file));
  const importer = importers.find((one) => one.recognises(head));
  const known = importer ? undefined : knownKindOf(head);
  if (known) file.known = known;
  return importer;
}

async function headOf(source: Source, siblingsOf: () => readonly string[]): Promise<SourceHead> {
  const bytes = await readStretch(source, 0, headSize);
  let text: string | undefined;
  let siblings: readonly string[] | undefined;
  return {
    name: source.name,
    bytes,
    get text() {
      return (text ??= new TextDecoder("utf-8").decode(bytes, { stream: true }));
    },
    get siblings() {
      return (siblings ??= siblingsOf());
    },
  };
}

interface Reader {
  readonly file: File;
  readonly hashed: Hashed;
  readonly files: Files;
}

/** Runs one importer over one file and answers for it that no byte is passed over, whatever the importer does. */
async function* readWith(importer: Importer, { file, hashed, files }: Reader): AsyncGenerator<ImportStep, void, undefined> {
  const { options, progress } = files;
  const tally = createCoverage();
  const disk = createDisk();
  let reachedEnd = false;
  let error: unknown;
  const readings = importer.read(disk.watched(file, hashed), contextOf({ file, hashed, files }));
  try {
    for await (const batch of readings) {
      const before = tally.reached();
      const gaps = tally.add(batch).map(([start, end]) => unread(passedOver, spanIn(file, hashed, start, end)));
      progress.advance(tally.reached() - before);
      yield { readings: batch, importer: importer.id };
      if (gaps.length > 0) yield { readings: gaps, importer: importer.id };
      if (options.signal?.aborted) break;
    }
    reachedEnd = !options.signal?.aborted;
  } catch (thrown) {
    disk.throwError();
    // An importer may end by throwing when the person cancelled; that is no mistake.
    if (!options.signal?.aborted) error = thrown ?? new Error("nothing was thrown");
  }
  if (tally.reached() < hashed.size) {
    const says = error === undefined ? (reachedEnd ? passedOver : cancelled) : brokenOff;
    const rest = unread(says, spanIn(file, hashed, tally.reached(), hashed.size));
    tally.add([rest]);
    yield { readings: [rest], importer: importer.id };
  }
  const whole = spanIn(file, hashed, 0, hashed.size);
  yield { coverage: { source: whole, importer: importer.id, ...tally.counts() } };
  if (error !== undefined) yield { fault: { importer: importer.id, source: whole, error } };
}

/** Tells an error of the disk, which is the app's to handle, from a mistake of an importer. */
function createDisk(): { watched(file: File, hashed: Hashed): Source; throwError(): void } {
  let error: unknown;
  return {
    watched: (file, { size }) => ({
      name: file.source.name,
      size,
      async read(start, end, room) {
        try {
          return await file.source.read(start, end, room);
        } catch (thrown) {
          error = thrown;
          throw thrown;
        }
      },
    }),
    throwError() {
      if (error !== undefined) throw error;
    },
  };
}

const passedOver = "Our reader for this kind of file passed over these bytes. The file is kept whole; please tell us about it.";
const brokenOff =
  "Our reader for this kind of file broke off here through a mistake of ours. The file is kept whole; please tell us about it.";
const cancelled = "You stopped the import here. Import this file again to read the rest.";

function contextOf({ file, hashed, files }: Reader): ReadContext {
  const { options } = files;
  const { within } = file.leaf;
  const { sha256 } = hashed;
  const { name } = file.source;
  const own = options.files?.get(within[0]?.sha256 ?? sha256);
  const dateOrder = options.copies?.get(file.source)?.dateOrder ?? own?.dateOrder ?? options.dateOrder;
  return {
    sha256: hashed.sha256,
    zone: own?.zone ? { zone: own.zone, stated: true } : { zone: options.zone, stated: options.zoneStated },
    ...(dateOrder === undefined ? {} : { dateOrder }),
    now: own?.at ?? options.now,
    country: options.country,
    // Spelled out: a spread would cost more than the rest of an act, a million times.
    spanOf: within.length === 0 ? (start, end) => ({ sha256, name, start, end }) : (start, end) => ({ sha256, name, start, end, within }),
    sibling: (name) => siblingOf(file, name, files),
    fileOf: (sha256, size) => fileOf({ sha256, size }, file, files),
    tally: createActTally(),
    createHasher: options.createHasher,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
}

function siblingOf(file: File, name: string, files: Files): Promise<Sibling | undefined> | undefined {
  const other = file.beside().find(file, name);
  return other && readSibling(other, files);
}

async function fileOf(wanted: Sized, file: File, files: Files): Promise<Sized | undefined> {
  const isWanted = ({ sha256, size }: Sized): boolean => sha256 === wanted.sha256 && size === wanted.size;
  const known = file.leaf.within.length === 0 ? files.hashed.find(isWanted) : undefined;
  if (known) return known;
  for (const other of file.together) {
    if (other === file || other.source.size !== wanted.size) continue;
    const hashed = await hashOf(other, files);
    if (hashed && isWanted(hashed)) return readSibling(other, files);
  }
  return undefined;
}

async function readSibling(other: File, files: Files): Promise<Sibling | undefined> {
  const hashed = await hashOf(other, files);
  if (hashed === undefined || other.leaf.fault()?.kind === "refused") return undefined;
  other.asked = true;
  const source: Source = { name: other.source.name, size: hashed.size, read: (start, end) => other.source.read(start, end) };
  return { name: other.source.name, ...hashed, source };
}

/** Counts the readings of one file and watches that their spans leave no gap. */
function createCoverage(): {
  add(batch: readonly Reading[]): readonly (readonly [number, number])[];
  reached(): number;
  counts(): Omit<Coverage, "source" | "importer">;
} {
  let reached = 0;
  let acts = 0;
  let notices = 0;
  let unreadSpans = 0;
  let withdrawn = 0;
  let first: Instant | null = null;
  let last: Instant | null = null;
  let covers: Covers | undefined;
  return {
    add(batch) {
      const gaps: (readonly [number, number])[] = [];
      for (const reading of batch) {
        const { start, end } = spanOfReading(reading);
        if (start > reached) gaps.push([reached, start]);
        if (end > reached) reached = end;
        if ("act" in reading) {
          const { earliest } = reading.act.when;
          acts++;
          if (isUndated(reading.act)) continue;
          if (first === null || earliest < first) first = earliest;
          if (last === null || earliest > last) last = earliest;
        } else if ("notice" in reading) {
          notices++;
          if (reading.notice.says === withdrawnNotice) withdrawn++;
          if (reading.notice.covers) covers = widest(covers, reading.notice.covers);
        } else if ("unread" in reading) unreadSpans++;
      }
      unreadSpans += gaps.length;
      return gaps;
    },
    reached: () => reached,
    counts: () => ({
      acts,
      notices,
      unread: unreadSpans,
      ...(withdrawn > 0 && { withdrawn }),
      first,
      last,
      ...(covers === undefined ? {} : { covers }),
    }),
  };
}

function widest(known: Covers = {}, { from = known.from, until = known.until, unblocked = [] }: Covers): Covers {
  const earliest = known.from !== undefined && from !== undefined && known.from < from ? known.from : from;
  const latest = known.until !== undefined && until !== undefined && known.until > until ? known.until : until;
  const all = [...(known.unblocked ?? []), ...unblocked];
  return {
    ...(earliest === undefined ? {} : { from: earliest }),
    ...(latest === undefined ? {} : { until: latest }),
    ...(all.length === 0 ? {} : { unblocked: all }),
  };
}

function spanOfReading(reading: Reading): SourceSpan {
  if ("act" in reading) return reading.act.source;
  if ("notice" in reading) return reading.notice.source;
  return "unread" in reading ? reading.unread.source : reading.kept.source;
}

interface Progress {
  begin(name: string): void;
  expect(leaf: Leaf): void;
  readonly advance: (bytes: number) => void;
}

/** Every byte counts twice: once for its hash, once for being read (or left whole). */
function createProgress(sources: readonly Source[], { onProgress }: ReadSourcesOptions): Progress {
  let done = 0;
  let total = sources.reduce((sum, source) => sum + source.size, 0);
  let name = sources[0]?.name ?? "";
  return {
    begin(next) {
      name = next;
    },
    expect(leaf) {
      total += leaf.within.length === 0 ? leaf.source.size : 2 * leaf.source.size;
    },
    advance(bytes) {
      done += bytes;
      total = Math.max(total, done);
      onProgress?.(done, total, name);
    },
  };
}

function spanIn(file: File, { sha256 }: Hashed, start: number, end: number): SourceSpan {
  const { within } = file.leaf;
  return { sha256, name: file.source.name, start, end, ...(within.length === 0 ? {} : { within }) };
}

function keptReading(file: File, hashed: Hashed): Reading {
  const known = file.known === undefined ? {} : { known: file.known };
  return { kept: { name: file.source.name, ...hashed, ...known, source: spanIn(file, hashed, 0, hashed.size) } };
}
