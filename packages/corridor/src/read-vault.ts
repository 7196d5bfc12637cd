import {
  type DateOrder,
  type FileTerms,
  type ReadingTerms,
  type Sha256,
  type Source,
  type Zone,
  instantFromIso,
  parseZone,
} from "@unmask/core";
import { endingOf, isOpened } from "@unmask/formats";
import {
  type ImportStep,
  type Imported,
  type NotRead,
  gatherSteps,
  importers,
  linesOfSteps,
  readSources,
  stepOfLine,
} from "@unmask/importers";
import { textToBytes } from "@unmask/seal";
import {
  type Journal,
  type Original,
  type Vault,
  isOriginalHere,
  keepReadings,
  linesOfReading,
  listApart,
  listOriginals,
  listReadings,
  openOriginal,
  readJournal,
} from "@unmask/vault";
import { type ReadingWorld, readingOptions } from "./import-exports.ts";

/**
 * Reads what a vault holds (docs/formats/vault.md, "Acts"). What was read of originals is kept there and is not read again: their bytes are asked for only
 * where a reader is newer, where she states other terms, or where what was kept is lost. The journal is short, changes with each line, and is read anew each time.
 *
 * [Note: What is read together] What is read of a file hangs on the files beside it. An archive has its own beside it and is read alone; all that lies in none is
 * read together, and is read anew when one more comes in. Only the journal asks for files by their bytes, and of those the catalogue has the hash.
 *
 * [Note: The day of a file] A file is read as of the day on which it came in, whenever that is done: so it is the same whether it was kept or is read anew.
 */
export interface VaultReading {
  readonly imported: Imported;
  /** As they were read: the journal first, then the originals in the order in which they were brought in. */
  readonly sources: readonly Source[];
  /** Originals that do not stand here whole, and so were not read. */
  readonly missing: readonly Original[];
}

/** How it is read. */
export interface VaultAsk {
  /** For all of which nothing else was stated. */
  readonly terms: ReadingTerms;
  /** In place of what was stated of each original. */
  readonly overrule?: { readonly zone?: Zone; readonly dateOrder?: DateOrder };
  /** Every byte of the originals is looked at, as before a report is made: one that was changed is missing. Else their length is. */
  readonly areLookedThrough?: boolean;
}

/** Goes up when what is kept would be read otherwise by the same importers: archives, attachments, columns. */
const layoutOfReadings = 2;

/** The journal as a pack has it among its originals (docs/formats/entry.md). */
const journalName = "journal.jsonl";

/** Reads it. `onStep` sees each step before it is gathered. An original that is found changed as it is read is left out with all of its acts. Throws what the folder of the vault throws. */
export async function readVault(
  vault: Vault,
  ask: VaultAsk,
  world: ReadingWorld,
  onStep?: (step: ImportStep) => void,
): Promise<VaultReading> {
  try {
    return await readOnce(vault, ask, world, onStep);
  } catch (error) {
    if (!(error instanceof Error) || !changedErrors.has(error)) throw error;
    return readOnce(vault, { ...ask, areLookedThrough: true }, world, onStep);
  }
}

/** What was thrown because an original is not as it was brought in. */
const changedErrors = new WeakSet<Error>();

function originalChanged(kind: string): Error {
  const error = new Error(`an original is ${kind}`);
  changedErrors.add(error);
  return error;
}

async function readOnce(...[vault, ask, world, onStep]: Parameters<typeof readVault>): Promise<VaultReading> {
  const listed = await listOriginals(vault);
  // A list of names that is missing or was changed takes nothing else with it.
  const originals = listed.ok ? listed.value : [];
  const here: Held[] = [];
  const missing: Original[] = [];
  for (const original of originals) {
    const source = await sourceOf(vault, original, ask.areLookedThrough === true);
    if (source) here.push({ original, source });
    else missing.push(original);
  }
  const terms = { ...ask.terms, files: termsByFile(originals, ask) };
  const { lines, lostLines } = await readJournal(vault);
  const journal = sourceOfJournal(lines);
  const reading: Reading = { vault, terms, world, progress: createProgress(here, world) };
  const imported = await gatherSteps(stepsOf(here, journal, reading), readingOptions(terms, world), onStep);
  const place = new Map(originals.map(({ sha256 }, i) => [sha256, i]));
  const inOrder = [...imported.originals].sort((a, b) => (place.get(a.sha256) ?? -1) - (place.get(b.sha256) ?? -1));
  const sources = [...(journal ? [journal] : []), ...here.map(({ source }) => source)];
  const files = missing.map(({ name, sha256, file }) => ({ name, sha256, ...(file === undefined && { isNameAlone: true as const }) }));
  const notRead = await notReadOf(vault, listed.ok);
  return {
    imported: {
      ...imported,
      originals: inOrder,
      ...(files.length > 0 && { missing: files }),
      ...(lostLines.length > 0 && { lostLines }),
      ...(notRead && { notRead }),
    },
    sources,
    missing,
  };
}

/** What else is kept and was not read; undefined where it is nothing. */
async function notReadOf(vault: Vault, isCatalogueWhole: boolean): Promise<NotRead | undefined> {
  const apart = await listApart(vault);
  const paths = [...vault.now.log.historyByPath].flatMap(([path, { now }]) => (now === undefined ? [] : [path]));
  const found = {
    entriesApart: apart.reduce((sum, { path, lines }) => sum + (path.startsWith("journal/") ? (lines?.length ?? 1) : 0), 0),
    filesApart: apart.filter(({ path }) => path.startsWith("originals/")).length,
    filesUnnamed: isCatalogueWhole ? 0 : paths.filter((path) => path.startsWith("originals/")).length,
  };
  const isNone = found.entriesApart + found.filesApart + found.filesUnnamed === 0;
  return isNone ? undefined : found;
}

interface Held {
  readonly original: Original;
  readonly source: Source;
}

interface Reading {
  readonly vault: Vault;
  readonly terms: ReadingTerms;
  readonly world: ReadingWorld;
  readonly progress: Progress;
}

async function* stepsOf(here: readonly Held[], journal: Source | undefined, reading: Reading): AsyncGenerator<ImportStep, void, undefined> {
  const { terms, world } = reading;
  const ofEntries = new Set<Sha256>();
  if (journal) {
    const elsewhere = here.map(({ original: { sha256, size } }) => ({ sha256, size }));
    for await (const step of readSources([journal], { ...readingOptions(terms, world), elsewhere })) {
      if ("readings" in step)
        for (const one of step.readings)
          if ("act" in one) for (const { sha256 } of one.act.attachments) if (sha256 !== undefined) ofEntries.add(sha256);
      yield step;
    }
  }
  for await (const step of stepsOfOriginals(here, reading)) yield withoutKept(step, ofEntries);
}

/** A file that belongs to an entry is no file that nothing is known of, as where all is read together. */
function withoutKept(step: ImportStep, ofEntries: ReadonlySet<Sha256>): ImportStep {
  if (!("readings" in step) || step.importer !== null) return step;
  return {
    ...step,
    readings: step.readings.filter((one) => !("kept" in one && one.kept.source.within === undefined && ofEntries.has(one.kept.sha256))),
  };
}

async function* stepsOfOriginals(here: readonly Held[], reading: Reading): AsyncGenerator<ImportStep, void, undefined> {
  const { vault, world } = reading;
  // What she named for one report is no part of what was kept, and of what is read without it nothing is kept.
  const isPlain = [world.ownPapers, world.takesIn, world.takesAll === true ? [1] : []].every((list) => (list ?? []).length === 0);
  const kept = new Set(isPlain ? await listReadings(vault) : []);
  const alone = new Set(here.filter((one) => kept.has(hashOf([one], reading))));
  const others = here.filter((one) => !alone.has(one));
  // Nobody looks into them where all of them were read together.
  if (!kept.has(hashOf(others, reading))) for (const one of others) if (await isOpened(one.source)) alone.add(one);
  const loose = here.filter((one) => !alone.has(one));
  const wanted = new Set<Sha256>();
  const anew: { readonly of: Sha256; readonly lines: Iterable<string> }[] = [];
  for (const together of [...here.flatMap((one) => (alone.has(one) ? [[one]] : [])), loose]) {
    if (together.length === 0) continue;
    const of = hashOf(together, reading);
    wanted.add(of);
    const known = kept.has(of) ? await keptSteps(together, of, reading) : undefined;
    if (known) yield* known;
    else {
      const steps: ImportStep[] = [];
      for await (const step of readAnew(together, reading)) {
        steps.push(step);
        yield step;
      }
      const lines = linesOfSteps(steps);
      if (lines) anew.push({ of, lines });
    }
  }
  if (anew.length === 0 && [...kept].every((of) => wanted.has(of))) return;
  // What could not be kept, on a disk that takes nothing or is full, is met at the next opening: it is read anew then.
  if (isPlain && world.signal?.aborted !== true) await keepReadings(vault, anew, wanted).catch(() => undefined);
}

async function* readAnew(together: readonly Held[], { terms, world, progress }: Reading): AsyncGenerator<ImportStep, void, undefined> {
  const sources = together.map(({ source }) => source);
  for await (const step of readSources(sources, readingOptions(terms, { ...world, onProgress: progress.of(sources) })))
    yield "original" in step ? { original: { ...step.original, ending: await endingOf(step.original.source) } } : step;
}

/** What was kept, whole; undefined where anything of it does not read. */
async function keptSteps(together: readonly Held[], of: Sha256, { vault }: Reading): Promise<readonly ImportStep[] | undefined> {
  const sourceByHash = new Map(together.map(({ original, source }) => [original.sha256, source]));
  const steps: ImportStep[] = [];
  const lines = linesOfReading(vault, of);
  for (;;) {
    const next = await lines.next();
    if (next.done === true) return next.value ? steps : undefined;
    const read = stepOfLine(next.value);
    if (!read.ok) return undefined;
    if (!("file" in read.value)) steps.push(read.value);
    else {
      const { file } = read.value;
      const source = sourceByHash.get(file.sha256);
      if (source === undefined) return undefined;
      steps.push({ original: { ...file, source } });
    }
  }
}

/** All that a reading of these files hangs on, as one hash. */
function hashOf(together: readonly Held[], { terms, world }: Reading): Sha256 {
  const zones = new Map<string, Zone>();
  const files = together.map(({ original: { name, sha256 } }) => {
    const { zone, dateOrder, at } = terms.files?.get(sha256) ?? { at: terms.at };
    const used = zone ?? terms.zone;
    zones.set(used.name, used);
    return [name, sha256, used.name, zone !== undefined || terms.zoneStated, dateOrder ?? terms.dateOrder ?? null, at];
  });
  const readers = importers.map(({ id, version }) => [id, version]);
  const hasher = world.createHasher();
  hasher.update(textToBytes(JSON.stringify([layoutOfReadings, readers, terms.country, [...zones.values()], files])));
  return hasher.digest();
}

/** What was stated of each original. A clock that was set back when one came in is the latest before it. */
function termsByFile(originals: readonly Original[], { terms, overrule = {} }: VaultAsk): ReadonlyMap<Sha256, FileTerms> {
  let latest: FileTerms["at"] | undefined;
  return new Map(
    originals.map(({ sha256, at: written, terms: own }) => {
      const brought = instantFromIso(written) ?? latest ?? terms.at;
      latest = latest !== undefined && latest > brought ? latest : brought;
      const zone = overrule.zone ?? (own?.zone === undefined ? undefined : parseZone(own.zone));
      const dateOrder = overrule.dateOrder ?? own?.dateOrder;
      return [sha256, { ...(zone && { zone }), ...(dateOrder && { dateOrder }), at: latest }];
    }),
  );
}

/** The bytes of an original, opened when the first of them is asked for; undefined where it is not here. */
async function sourceOf(vault: Vault, original: Original, isLookedThrough: boolean): Promise<Source | undefined> {
  if (isLookedThrough) {
    const opened = await openOriginal(vault, original);
    return opened.ok ? opened.value : undefined;
  }
  if (!(await isOriginalHere(vault, original))) return undefined;
  let opened: Promise<Source> | undefined;
  const open = async (): Promise<Source> => {
    const found = await openOriginal(vault, original);
    if (!found.ok) throw originalChanged(found.error.kind);
    return found.value;
  };
  return {
    name: original.name,
    size: original.size,
    read: async (start, end, room) => (await (opened ??= open())).read(start, end, room),
  };
}

function sourceOfJournal(lines: Journal["lines"]): Source | undefined {
  const lineByCounter = new Map(lines.map(({ counter, line }) => [counter, line]));
  // What is lost keeps its place: line n is the line with counter n.
  const whole = Array.from({ length: lines.at(-1)?.counter ?? 0 }, (_, i) => `${lineByCounter.get(i + 1) ?? ""}\n`).join("");
  const bytes = textToBytes(whole);
  if (bytes.length === 0) return undefined;
  return { name: journalName, size: bytes.length, read: async (start, end) => bytes.subarray(start, Math.max(start, end)) };
}

interface Progress {
  /** For what is read together; all that was read before it is added. */
  of(sources: readonly Source[]): NonNullable<ReadingWorld["onProgress"]>;
}

function createProgress(here: readonly Held[], { onProgress }: ReadingWorld): Progress {
  // Every byte counts twice, as in `readSources`: once for its hash, once for being read.
  let total = here.reduce((sum, { source }) => sum + 2 * source.size, 0);
  let before = 0;
  return {
    of(sources) {
      const planned = sources.reduce((sum, { size }) => sum + 2 * size, 0);
      const base = before;
      const rest = total - planned;
      return (done, all, name) => {
        before = base + done;
        total = Math.max(total, rest + all);
        onProgress?.(before, total, name);
      };
    },
  };
}
