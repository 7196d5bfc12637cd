import {
  type Act,
  type ActId,
  type DateOrder,
  type NameRedactor,
  type Result,
  type Source,
  type Statement,
  failed,
  isWrittenOver,
  mergeActs,
  ok,
  withStatedTwins,
} from "@unmask/core";
import {
  type CopyTerms,
  type Imported,
  type LeftOutNames,
  hashOf,
  ordersToTry,
  placeOf,
  readsAsBefore,
  withIdsOf,
} from "@unmask/importers";
import { type Candidate, type ChosenFile, cannotGoInPart } from "./choose-files.ts";
import type { ReadingWorld } from "./import-exports.ts";
import { type Gathered, fileKey, gather } from "./read-each-file.ts";

/** What was read of what goes, with the files as they stand in the pack. */
export interface ReadGoing {
  readonly imported: Imported;
  readonly files: readonly ChosenFile[];
}

interface Going {
  readonly imported: Imported;
  readonly whole: Gathered;
  readonly world: ReadingWorld;
  readonly redactor: NameRedactor | undefined;
  readonly leftOut: LeftOutNames | undefined;
  /** By whom two exports of one chat are one. */
  readonly statement: Statement;
}

/**
 * Reads what goes, and holds each copy against its original. An order of dates that only the whole file shows is looked for: it stands with the
 * copy, so that whoever reads it again reads it so.
 */
export async function readWhatGoes(candidates: readonly Candidate[], going: Going): Promise<Result<ReadGoing, string>> {
  const { imported, whole, world, redactor, leftOut, statement } = going;
  const present = candidates.filter(({ withheld }) => !withheld);
  const copies = present.filter(({ leftOut, within }) => leftOut !== undefined || within !== undefined);
  const sources = present.map(({ source }) => source);
  const ids = idsByPlace(whole);
  const orderBySource = new Map<Source, DateOrder>();
  let waiting = (redactor ?? leftOut) === undefined ? copies : present;
  for (const order of ordersToTry) {
    if (order !== undefined) for (const { source } of waiting) orderBySource.set(source, order);
    const terms = new Map(copies.map((one) => [one.source, copyTermsOf(one, orderBySource.get(one.source))]));
    const read = await gather(sources, imported, world, terms);
    waiting = waiting.filter((one) => !isReadAsBefore(one, { whole, read, ids, redactor, leftOut }));
    if (waiting.length > 0) continue;
    const acts = [...read.files.values()].flatMap(({ readings }) => readings.flatMap((one) => ("act" in one ? [one.act] : [])));
    const named = withIdsOf(acts, (span) => ids.get(placeOf(span)) ?? []);
    const files: ChosenFile[] = [];
    for (const one of candidates) files.push(await chosenOf(one, orderBySource.get(one.source), world));
    const timeline = withStatedTwins(mergeActs(named, read.imported.timeline.coverage), statement);
    return ok({ imported: { ...read.imported, timeline, originals: imported.originals, terms: imported.terms }, files });
  }
  const [first] = waiting;
  const why =
    first?.leftOut === undefined || first.leftOut.length === 0
      ? "is not read as before once names in it are covered"
      : "cannot be read in part as it is read in whole";
  return failed(cannotGoInPart(first?.wasNamed ?? first?.name ?? "", why));
}

function copyTermsOf({ sha256, importer = null, within }: Candidate, dateOrder: DateOrder | undefined): CopyTerms {
  return { original: sha256, importer, ...(dateOrder && { dateOrder }), ...(within && { within }) };
}

function idsByPlace({ files }: Gathered): ReadonlyMap<string, readonly ActId[]> {
  const ids = new Map<string, readonly ActId[]>();
  for (const { readings } of files.values()) for (const one of readings) if ("act" in one) ids.set(placeOf(one.act.source), [one.act.id]);
  return ids;
}

interface Held {
  readonly whole: Gathered;
  readonly read: Gathered;
  readonly ids: ReadonlyMap<string, readonly ActId[]>;
  readonly redactor: NameRedactor | undefined;
  readonly leftOut: LeftOutNames | undefined;
}

function isReadAsBefore(
  { name, wasNamed = name, sha256, size, leftOut: gone = [], within }: Candidate,
  { whole, read, ids, redactor, leftOut }: Held,
): boolean {
  const actsIn = ({ files }: Gathered, named: string): readonly Act[] =>
    (files.get(fileKey({ name: named, sha256, start: 0, end: size, ...(within && { within }) }))?.readings ?? []).flatMap((one) =>
      "act" in one ? [one.act] : [],
    );
  const before = actsIn(whole, wasNamed).filter(({ source }) => !isWrittenOver({ leftOut: gone }, source));
  const after = withIdsOf(actsIn(read, name), (span) => ids.get(placeOf(span)) ?? []);
  return readsAsBefore(before, after, { redactor, leftOut });
}

async function chosenOf(candidate: Candidate, dateOrder: DateOrder | undefined, world: ReadingWorld): Promise<ChosenFile> {
  const { name, sha256, size, ending, withheld, source, leftOut, redacted, importer = null, within } = candidate;
  const file = { name, sha256, size, ending, withheld, source, ...(within && { within }) };
  if (leftOut === undefined && within === undefined) return file;
  const hashed = await hashOf(source, world);
  if (!hashed) throw new Error("a copy could not be hashed");
  return {
    ...file,
    copy: { sha256: hashed.sha256, importer, leftOut: leftOut ?? [], ...(redacted && { redacted }), ...(dateOrder && { dateOrder }) },
  };
}
