import type { CreateHasher, ReadingTerms, Source } from "@unmask/core";
import {
  type CopyTerms,
  type ImportStep,
  type ReadSourcesOptions,
  type Imported,
  type OwnPaper,
  importers,
  importAll,
} from "@unmask/importers";

/** Numbers written without a country are read as dialled in the United Kingdom, until a person can state another. */
export const country = "GB";

/** What reading may use of the world; an app puts the real parts in. */
export interface ReadingWorld {
  readonly createHasher: CreateHasher;
  /** Bytes dealt with so far and altogether; `name` is the file at hand. */
  onProgress?(bytesDone: number, bytesTotal: number, name: string): void;
  /** The person stopped: what was read stays read. */
  readonly signal?: AbortSignal;
  /** What stands in for files that were handed over, by its source. */
  readonly copies?: ReadonlyMap<Source, CopyTerms>;
  /** What she gave for the report and not as evidence: a copy of it among the files is passed over. */
  readonly ownPapers?: readonly OwnPaper[];
  /** Names of files, as they are told, that are taken in though they bear the mark of a key or a paper of hers. */
  readonly takesIn?: readonly string[];
  /** What was sealed is read again as it was, our own papers and keys among it. */
  readonly takesAll?: boolean;
}

/** The options of `readSources`: every importer of the shelf, on these terms. */
export function readingOptions({ at, ...terms }: ReadingTerms, world: ReadingWorld): ReadSourcesOptions {
  return { importers, ...terms, now: at, ...world };
}

/** Reads exports into one timeline. `onStep` sees each step before it is gathered. Throws only what `Source.read` throws. */
export async function importExports(
  sources: readonly Source[],
  terms: ReadingTerms,
  world: ReadingWorld,
  onStep?: (step: ImportStep) => void,
): Promise<Imported> {
  return importAll(sources, readingOptions(terms, world), onStep);
}
