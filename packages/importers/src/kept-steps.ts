import {
  type Reading,
  type Result,
  type Sha256,
  count,
  coverageForm,
  coverageFromJson,
  failed,
  flag,
  object,
  oneOf,
  orNull,
  readStrictly,
  readingsFromColumns,
  readingsToColumns,
  sha256FromJson,
  text,
  fault,
} from "@unmask/core";
import { type Ending, endings } from "@unmask/formats";
import type { NotTakenIn, TakenIn } from "./not-taken-in.ts";
import type { ImportStep } from "./read-sources.ts";

/**
 * What was read, as lines to be kept, so that it is not read again (docs/formats/vault.md, "Acts"): the steps of an import one a line, readings as columns
 * in blocks. What comes back gives the same timeline, byte for byte, as the files would.
 */

/** Readings of one block: a list of a million columns would hold the memory of a phone twice. */
const mostOfBlock = 5_000;
/** UTF-16 units of words in one block: 5,000 letters of a megabyte each are one line otherwise. */
const longestBlock = 8 * 1024 * 1024;

/** A file that was handed in, without its bytes. */
export interface KeptFile {
  readonly sha256: Sha256;
  readonly size: number;
  readonly ending: Ending;
}

/** A step that was kept; the bytes of an original are where they were. */
export type KeptStep =
  { readonly file: KeptFile } | Exclude<ImportStep, { original: unknown } | { fault: unknown } | { stopped: unknown } | { found: unknown }>;

/** Lines for what was read to its end; undefined where it was not: an importer broke off, or the person stopped it. */
export function linesOfSteps(steps: readonly ImportStep[]): Iterable<string> | undefined {
  const isWhole = steps.every(
    (step) => !("fault" in step || "stopped" in step) && !("original" in step && step.original.ending === undefined),
  );
  return isWhole ? linesOf(steps) : undefined;
}

function* linesOf(steps: readonly ImportStep[]): Generator<string, void, undefined> {
  let block: Reading[] = [];
  let units = 0;
  let by: string | null = null;
  function* blockEnded(): Generator<string, void, undefined> {
    if (block.length > 0) yield JSON.stringify({ importer: by, readings: readingsToColumns(block) });
    block = [];
    units = 0;
  }
  for (const step of steps) {
    if (!("readings" in step)) {
      yield* blockEnded();
      const kept = formOf(step);
      if (kept !== undefined) yield JSON.stringify(kept);
      continue;
    }
    if (step.importer !== by) yield* blockEnded();
    by = step.importer;
    for (const reading of step.readings) {
      block.push(reading);
      units += "act" in reading ? (reading.act.text?.length ?? 0) : 0;
      if (block.length >= mostOfBlock || units >= longestBlock) yield* blockEnded();
    }
  }
  yield* blockEnded();
}

function formOf(step: ImportStep): object | undefined {
  if ("original" in step) {
    const { sha256, size, ending } = step.original;
    return { file: { sha256, size, ending } };
  }
  if ("coverage" in step) return { coverage: coverageForm(step.coverage) };
  return "notTakenIn" in step || "takenIn" in step ? step : undefined;
}

/** The step that a line holds. The error says where it is none, never what stands there. */
export function stepOfLine(line: string): Result<KeptStep, string> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return failed("line is no JSON");
  }
  return readStrictly(value, "line", stepFromJson);
}

const stepFromJson = object((fields): KeptStep => {
  const { readings } = fields.may("readings", (value, path) => {
    const read = readingsFromColumns(value);
    return read.ok ? read.value : fault(path, read.error);
  });
  if (readings) return { readings, importer: fields.must("importer", orNull(text)) };
  const { file, coverage, notTakenIn } = {
    ...fields.may("file", fileFromJson),
    ...fields.may("coverage", coverageFromJson),
    ...fields.may("notTakenIn", notTakenInFromJson),
  };
  if (file) return { file };
  if (coverage) return { coverage };
  return notTakenIn ? { notTakenIn } : { takenIn: fields.must("takenIn", takenInFromJson) };
});

const fileFromJson = object((fields): KeptFile => ({
  sha256: fields.must("sha256", sha256FromJson),
  size: fields.must("size", count),
  ending: fields.must("ending", oneOf(endings)),
}));

const notTakenInFromJson = object((fields): NotTakenIn => ({
  kind: fields.must("kind", oneOf(["key", "own", "pack", "report", "unfinished"])),
  name: fields.must("name", text),
  says: fields.must("says", text),
  isArchive: fields.must("isArchive", flag),
  ...fields.may("canBeTakenIn", flag),
}));

const takenInFromJson = object((fields): TakenIn => ({ name: fields.must("name", text), says: fields.must("says", text) }));
