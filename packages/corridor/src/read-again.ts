import {
  type Act,
  type ActId,
  type Container,
  type FileTerms,
  type ReadingTerms,
  type Result,
  type Sha256,
  type Source,
  type StatementDocument,
  type Timeline,
  failed,
  mergeActs,
  ok,
  parseStatement,
  parseZone,
  withStatedTwins,
} from "@unmask/core";
import { type CopyTerms, importers, placeOf, withIdsOf } from "@unmask/importers";
import {
  type PackFiles,
  type ToldReport,
  findingOf,
  layout,
  maxReport,
  readPacked,
  readPackedText,
  readReport,
  readSmall,
  sourceInPack,
} from "@unmask/pack";
import { type FilesInDoubt, compareActs } from "./compare-acts.ts";
import { type FindingOfBoth, type FindingOfPack, compareFindings } from "./compare-findings.ts";
import type { Agreement, Comparison } from "./comparison.ts";
import { type ReadingWorld, importExports } from "./import-exports.ts";
import { stateCase } from "./state-case.ts";
import { toldActs } from "./tell-pack.ts";

/**
 * The answer to a signer who invents: the originals in a pack are read again, by the importers of whoever checks, on the terms that the pack
 * states, and each act and finding is compared with what the pack says. Nothing is compared with itself: whatever the pack says about an act
 * but its terms of reading comes out of the originals a second time.
 *
 * [Note: What cannot be compared] An act that stands only in a file that is held back, or in bytes that are left out, has no bytes to be read from:
 * it is "not compared", and counted. Findings rest on what goes alone. Her places are told to nobody, so a finding about where she was is not
 * compared where she named any.
 */
export interface ReadAgain {
  readonly outcome: AgainOutcome;
  readonly acts: Comparison;
  readonly findings: Comparison;
  /** Importers that read something, where the pack names another version than this program has (`undefined`: it has none of that name). */
  readonly otherVersions: readonly { readonly importer: string; readonly pack: string; readonly here: string | undefined }[];
}

/**
 * `agrees`: everything that could be compared agrees. `differs`: something does not, although the same importers read it. `other-version`: it does
 * not, and another version of an importer read it, which can be the reason.
 */
export type AgainOutcome = "agrees" | "differs" | "other-version";

/** The counts, and of each act and finding what came of it. */
export interface ReadAgainWhole {
  readonly again: ReadAgain;
  /** By the leaf of each act that the pack shows. */
  readonly agreements: ReadonlyMap<number, Agreement>;
  /** In the order of the pack, and then those that are found here alone. */
  readonly findings: readonly FindingOfBoth[];
}

/** Bytes; a larger statement is an attack on memory. */
const maxStatement = 32 * 1024 * 1024;

const nothingInDoubt: FilesInDoubt = { altered: new Set(), unread: new Set() };

/**
 * Reads the originals of an opened pack again and compares. What the check found altered is read all the same, and compared but for its places; what
 * cannot be read is not compared. The error says why none of it can be done.
 */
export async function readAgain(
  files: PackFiles,
  world: ReadingWorld,
  doubt: FilesInDoubt = nothingInDoubt,
): Promise<Result<ReadAgainWhole, string>> {
  const sizeByPath = new Map((await files.list()).map(({ path, size }) => [path, size]));
  const sizeOf = (path: string): number => sizeByPath.get(path) ?? 0;
  const json = await readPackedText(files, layout.report, { size: sizeOf(layout.report), most: maxReport }).catch(() => undefined);
  const told = json === undefined ? failed("cannot be read") : readReport(json);
  if (!told.ok) return failed(`${layout.report}: ${told.error}`);
  const report = told.value;
  const stated = await readStatement(files);
  if (!stated.ok) return failed(`${layout.statement}: ${stated.error}`);
  const terms = termsOf(report);
  if (terms === undefined) return failed(`${layout.report} names a time zone that this program does not know`);
  const read = await readOriginals(files, report, { terms, world, unread: doubt.unread });
  const who = stateCase(stated.value);
  // By the names that she states as one person's, messages in two exports are one act.
  const timeline = who.ok ? withStatedTwins(read, who.value) : read;
  const compared = await compareActs(readPacked(files, layout.acts, sizeOf(layout.acts)), report, { timeline, doubt });
  if (!compared.ok) return compared;
  const { acts, agreements, idByLeaf } = compared.value;
  const ofPack: FindingOfPack[] = [];
  for (const one of report.findings) {
    const finding = findingOf(one, (leaf) => idByLeaf.get(leaf));
    if (!finding) return failed(`${layout.report} rests a finding on an act that the pack does not show`);
    ofPack.push({ told: one, finding });
  }
  const { findings, both } = compareFindings(report, stated.value, ofPack, {
    timeline,
    idByLeaf,
    isUnsure: acts.notCompared > report.acts.total - report.acts.shown,
  });
  const otherVersions = otherVersionsOf(report);
  const differs = acts.differing > 0 || findings.differing > 0;
  const outcome = !differs ? "agrees" : otherVersions.length > 0 ? "other-version" : "differs";
  return ok({ again: { outcome, acts, findings, otherVersions }, agreements, findings: both });
}

/**
 * The originals of the pack, and the copies that stand for some, as the acts were read out of them. A copy is read by the importer and in the order
 * of dates that are told of it, and its acts are named by their places: of three equal lines the second may be left out, and the count in an id is
 * then the pack's word. All else of an id is worked out anew.
 */
async function readOriginals(files: PackFiles, report: ToldReport, { terms, world, unread }: ReadingTermsHere): Promise<Timeline> {
  const copies = new Map<Source, CopyTerms>();
  const archives = new Map<string, readonly Container[]>();
  const sources = report.exhibits.flatMap((exhibit) => {
    if (exhibit.withheld || unread.has(exhibit.path)) return [];
    const { copy, within } = exhibit;
    const around = within && (archives.get(JSON.stringify(within)) ?? within);
    if (around) archives.set(JSON.stringify(within), around);
    return [exhibit.name, ...(exhibit.alsoNamed ?? [])].map((name) => {
      const source = sourceInPack(files, exhibit, name);
      const { importer = null, dateOrder } = copy ?? {};
      if (copy)
        copies.set(source, { original: exhibit.sha256, importer, ...(dateOrder && { dateOrder }), ...(around && { within: around }) });
      return source;
    });
  });
  if (copies.size === 0) return (await importExports(sources, terms, { ...world, takesAll: true })).timeline;
  const told = new Map<string, readonly ActId[]>();
  for await (const { act } of toldActs(files, report))
    for (const span of act.sources) told.set(placeOf(span), [act.id, ...(act.alsoIds ?? [])]);
  const acts: Act[] = [];
  const { timeline } = await importExports(sources, terms, { ...world, copies, takesAll: true }, (step) => {
    if ("readings" in step) for (const one of step.readings) if ("act" in one) acts.push(one.act);
  });
  return mergeActs(
    withIdsOf(acts, (span) => told.get(placeOf(span)) ?? []),
    timeline.coverage,
  );
}

interface ReadingTermsHere {
  readonly terms: ReadingTerms;
  readonly world: ReadingWorld;
  /** Paths of files that are not there to be read. */
  readonly unread: ReadonlySet<string>;
}

function termsOf({ terms }: ToldReport): ReadingTerms | undefined {
  const { zone: name, files: told = [], ...rest } = terms;
  const zone = parseZone(name);
  const files = new Map<Sha256, FileTerms>();
  for (const { sha256, zone: own, ...one } of told) {
    const stated = own === undefined ? undefined : parseZone(own);
    if (own !== undefined && stated === undefined) return undefined;
    files.set(sha256, { ...one, ...(stated && { zone: stated }) });
  }
  return zone && { ...rest, zone, ...(files.size > 0 && { files }) };
}

function otherVersionsOf({ tool }: ToldReport): ReadAgain["otherVersions"] {
  return Object.entries(tool.importers).flatMap(([id, version]) => {
    const here = importers.find((importer) => importer.id === id)?.version;
    return here === version ? [] : [{ importer: id, pack: version, here }];
  });
}

/** What she stated, as far as the pack tells it; her places it does not tell. The error says where it is no statement. */
export async function readStatement(files: PackFiles): Promise<Result<StatementDocument, string>> {
  const bytes = await readSmall(files, layout.statement, maxStatement).catch(() => undefined);
  return bytes === undefined ? failed("cannot be read") : parseStatement(new TextDecoder("utf-8").decode(bytes));
}
