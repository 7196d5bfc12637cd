import {
  type Act,
  type Coverage,
  type Kept,
  type KnownFiles,
  type Notice,
  type Reading,
  type ReadingTerms,
  type Sha256,
  type Source,
  type Timeline,
  type Unread,
  mergeActs,
  tallyKnown,
} from "@unmask/core";
import { type Ending, endingOf } from "@unmask/formats";
import { unblockNotice } from "./importer.ts";
import type { NotTakenIn, TakenIn } from "./not-taken-in.ts";
import { type HashedSource, type ImportStep, type ReadSourcesOptions, readSources } from "./read-sources.ts";

/** A file that somebody handed in, as a pack carries it. */
export interface Original extends Omit<HashedSource, "ending"> {
  /** By its bytes. Told here and not by `readSources`, because a summary packs nothing. */
  readonly ending: Ending;
}

/** Everything that an import brought, in memory: what patterns and reports are made of. */
export interface Imported {
  readonly timeline: Timeline;
  readonly originals: readonly Original[];
  /** Files that were to be read and are not whole where they were kept, so that nothing of them was. Left out where there are none. */
  readonly missing?: readonly MissingFile[];
  /** Numbers of lines of her journal that were written and are not whole where they were kept, in order. Left out where there are none. */
  readonly lostLines?: readonly number[];
  /** What else is kept where they were and was not read. Left out where it is nothing. */
  readonly notRead?: NotRead;
  readonly unread: readonly Unread[];
  readonly kept: readonly Kept[];
  /** Lines that the apps and formats wrote themselves. */
  readonly notices: number;
  /** Those in which an app says that its holder took a block back, in the order of each file. */
  readonly unblocks: readonly Notice[];
  readonly caveats: Caveats;
  /** How it was read. */
  readonly terms: ReadingTerms;
}

/** A file that was to be read and is not whole where it was kept: what was noted of it when it came in. */
export interface MissingFile {
  readonly name: string;
  readonly sha256: Sha256;
  /** Its bytes never came there, or did not come back with a copy: of it name and hash alone are kept. */
  readonly isNameAlone?: true;
}

/** What is kept and was not read, because nothing proves that it is hers or it is not as it was written. */
export interface NotRead {
  /** How many entries and files open and stand beside the list of what is kept. */
  readonly entriesApart: number;
  readonly filesApart: number;
  /** How many files nobody can name, because the list of their names is missing or was changed. */
  readonly filesUnnamed: number;
}

/** What a person must be told after an import, whatever is done with the readings. */
export interface Caveats {
  /** Some times without a zone were read as the zone that nobody stated. */
  readonly zoneAssumed: boolean;
  /** Some dates were read day first although nothing shows it. */
  readonly dateOrderAssumed: boolean;
  /** Files in which our reader broke off through a mistake of ours. */
  readonly faults: number;
  /** Files not reached because the person stopped; undefined when she did not. */
  readonly notReached?: number;
  readonly recognised: number;
  readonly unread: number;
  /** Kinds among the kept files that we know and do not read, in the order met. */
  readonly known: readonly KnownFiles[];
  /** What was passed over, each once: keys, and what this program made. */
  readonly notTakenIn: readonly NotTakenIn[];
  /** What would be passed over, and was taken in because she asked for it. */
  readonly takenIn?: readonly TakenIn[];
}

/** Watches the steps of an import for what must be told. */
export interface CaveatWatch {
  add(step: ImportStep): void;
  caveats(): Caveats;
}

/** Starts watching. */
export function watchCaveats(): CaveatWatch {
  let zoneAssumed = false;
  let dateOrderAssumed = false;
  let faults = 0;
  let recognised = 0;
  let unread = 0;
  let notReached: number | undefined;
  const known = tallyKnown();
  const notTakenIn: NotTakenIn[] = [];
  const takenIn: TakenIn[] = [];
  function addReading(reading: Reading): void {
    if ("unread" in reading) unread++;
    else if ("kept" in reading) known.add(reading.kept);
    if (!("act" in reading)) return;
    for (const flag of reading.act.flags) {
      if (flag === "zone-assumed") zoneAssumed = true;
      else if (flag === "date-order-assumed") dateOrderAssumed = true;
    }
  }
  return {
    add(step) {
      if ("readings" in step) step.readings.forEach(addReading);
      else if ("coverage" in step) recognised++;
      else if ("notTakenIn" in step) notTakenIn.push(step.notTakenIn);
      else if ("takenIn" in step) takenIn.push(step.takenIn);
      else if ("fault" in step) faults++;
      else if ("stopped" in step) notReached = (notReached ?? 0) + step.stopped.filesNotReached;
    },
    caveats: () => ({
      zoneAssumed,
      dateOrderAssumed,
      faults,
      recognised,
      unread,
      known: known.list(),
      notTakenIn,
      takenIn,
      ...(notReached === undefined ? {} : { notReached }),
    }),
  };
}

/** What was assumed, each in a sentence, for the person and the report. */
export function assumptionsOf({ zoneAssumed, dateOrderAssumed }: Caveats): readonly string[] {
  return [
    ...(zoneAssumed ? ["No time zone was stated, so times written without one were read as Europe/London."] : []),
    ...(dateOrderAssumed ? ["Nothing in a file shows whether its dates are day first or month first; they were read day first."] : []),
  ];
}

/** Reads all sources and merges their acts into one line of time. `onStep` sees each step before it is gathered. */
export function importAll(sources: readonly Source[], options: ReadSourcesOptions, onStep?: (step: ImportStep) => void): Promise<Imported> {
  return gatherSteps(readSources(sources, options), options, onStep);
}

/** Gathers the steps of one import or of several into one line of time. */
export async function gatherSteps(
  steps: AsyncIterable<ImportStep>,
  options: ReadSourcesOptions,
  onStep?: (step: ImportStep) => void,
): Promise<Imported> {
  const acts: Act[] = [];
  const coverage: Coverage[] = [];
  const originals: Original[] = [];
  const unread: Unread[] = [];
  const kept: Kept[] = [];
  const watch = watchCaveats();
  const unblocks: Notice[] = [];
  let notices = 0;
  for await (const step of steps) {
    onStep?.(step);
    watch.add(step);
    if ("original" in step) {
      const { ending = await endingOf(step.original.source), ...original } = step.original;
      originals.push({ ...original, ending });
    }
    if ("coverage" in step) coverage.push(step.coverage);
    if (!("readings" in step)) continue;
    for (const reading of step.readings) {
      if ("act" in reading) acts.push(reading.act);
      else if ("unread" in reading) unread.push(reading.unread);
      else if ("kept" in reading) kept.push(reading.kept);
      else {
        notices++;
        if (reading.notice.says === unblockNotice) unblocks.push(reading.notice);
      }
    }
  }
  return {
    timeline: mergeActs(acts, coverage),
    originals,
    unread,
    kept,
    notices,
    unblocks,
    caveats: watch.caveats(),
    terms: termsOf(options),
  };
}

function termsOf({ zone, zoneStated, dateOrder, country, now, files }: ReadSourcesOptions): ReadingTerms {
  return { zone, zoneStated, ...(dateOrder === undefined ? {} : { dateOrder }), country, at: now, ...(files && { files }) };
}
