import {
  type Act,
  type ActId,
  type Container,
  type Finding,
  type ReadingTerms,
  type Result,
  type Source,
  type StatementDocument,
  type Timeline,
  type TimelineAct,
  failed,
  mergeActs,
  ok,
  parseStatement,
  parseZone,
  timelineActFromJson,
  timelineActToJson,
  withStatedTwins,
} from "@unmask/core";
import { type CopyTerms, importers, placeOf, withIdsOf } from "@unmask/importers";
import { findAll } from "@unmask/patterns";
import { printVoice } from "@unmask/words";
import {
  type PackFiles,
  type ToldReport,
  layout,
  linesOfStream,
  maxActLine,
  parseActLine,
  findingOf,
  maxReport,
  readPacked,
  readPackedText,
  readReport,
  readSmall,
  sourceInPack,
} from "@unmask/pack";
import { withFear } from "./fear-in-cover.ts";
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

/** How many agree, which differ, how many could not be compared and why. */
export interface Comparison {
  readonly agrees: number;
  /** At most `mostDifferences`. */
  readonly differs: readonly Difference[];
  /** Differences in all. */
  readonly differing: number;
  readonly notCompared: number;
  /** Why, each reason once. */
  readonly why: readonly string[];
}

/** Something that differs: which, and in what, never the words themselves. */
export interface Difference {
  /** Id of the act, or name of the pattern. */
  readonly which: string;
  readonly why: string;
}

/** Differences that are listed; a pack whose every act differs must not fill the memory with saying so. */
const mostDifferences = 100;
/** Bytes; a larger statement is an attack on memory. */
const maxStatement = 32 * 1024 * 1024;

/** Reads the originals of an opened pack again and compares. The error says why that cannot be done. */
export async function readAgain(files: PackFiles, world: ReadingWorld): Promise<Result<ReadAgain, string>> {
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
  const read = await readOriginals(files, report, { terms, world });
  const who = stateCase(stated.value);
  // By the names that she states as one person's, messages in two exports are one act.
  const timeline = who.ok ? withStatedTwins(read, who.value) : read;
  const compared = await compareActs(readPacked(files, layout.acts, sizeOf(layout.acts)), report, timeline);
  if (!compared.ok) return compared;
  const { acts, idByLeaf } = compared.value;
  const toldFindings: Finding[] = [];
  for (const one of report.findings) {
    const finding = findingOf(one, (leaf) => idByLeaf.get(leaf));
    if (!finding) return failed(`${layout.report} rests a finding on an act that the pack does not show`);
    toldFindings.push(finding);
  }
  const findings = compareFindings(report, stated.value, toldFindings, {
    timeline,
    isUnsure: acts.notCompared > report.acts.total - report.acts.shown,
  });
  const otherVersions = otherVersionsOf(report);
  const differs = acts.differing > 0 || findings.differing > 0;
  return ok({
    outcome: !differs ? "agrees" : otherVersions.length > 0 ? "other-version" : "differs",
    acts,
    findings,
    otherVersions,
  });
}

/**
 * The originals of the pack, and the copies that stand for some, as the acts were read out of them. A copy is read by the importer and in the order
 * of dates that are told of it, and its acts are named by their places: of three equal lines the second may be left out, and the count in an id is
 * then the pack's word. All else of an id is worked out anew.
 */
async function readOriginals(files: PackFiles, report: ToldReport, { terms, world }: ReadingTermsHere): Promise<Timeline> {
  const copies = new Map<Source, CopyTerms>();
  const archives = new Map<string, readonly Container[]>();
  const sources = report.exhibits.flatMap((exhibit) => {
    if (exhibit.withheld) return [];
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
}

function termsOf({ terms }: ToldReport): ReadingTerms | undefined {
  const zone = parseZone(terms.zone);
  return zone && { ...terms, zone };
}

function otherVersionsOf({ tool }: ToldReport): ReadAgain["otherVersions"] {
  return Object.entries(tool.importers).flatMap(([id, version]) => {
    const here = importers.find((importer) => importer.id === id)?.version;
    return here === version ? [] : [{ importer: id, pack: version, here }];
  });
}

interface ComparedActs {
  readonly acts: Comparison;
  /** Of each act that the pack shows. */
  readonly idByLeaf: ReadonlyMap<number, ActId>;
}

/** Each line of the acts against the act of its id in the originals, and the acts of the originals that no line has. */
async function compareActs(told: AsyncIterable<Uint8Array>, report: ToldReport, { acts }: Timeline): Promise<Result<ComparedActs, string>> {
  const unclaimed = new Map<ActId, TimelineAct[]>();
  for (const act of acts) {
    const same = unclaimed.get(act.id);
    if (same) same.push(act);
    else unclaimed.set(act.id, [act]);
  }
  const heldBack = report.exhibits.some(({ withheld }) => withheld);
  const compared = startComparing();
  const idByLeaf = new Map<number, ActId>();
  let number = 0;
  for await (const line of linesOfStream(told, maxActLine)) {
    number++;
    const written = parseActLine(line);
    const act = written.ok ? timelineActFromJson(written.value.entry) : written;
    if (!act.ok || !written.ok) return failed(`${layout.acts}, line ${number}: ${act.ok ? "" : act.error}`);
    const candidates = unclaimed.get(act.value.id) ?? [];
    const index = Math.max(
      0,
      candidates.findIndex((one) => sameWords(one, act.value)),
    );
    const [again] = candidates.splice(index, 1);
    idByLeaf.set(written.value.leaf, again?.id ?? act.value.id);
    if (again === undefined) compared.differs(act.value.id, "does not stand in the originals");
    else if (timelineActToJson(again) === written.value.entry) compared.agrees();
    else if (heldBack && isSameButForSources(again, act.value)) compared.skips("a file that is held back may hold the better record of it");
    else compared.differs(act.value.id, `has other values in the originals: ${keysThatDiffer(again, act.value).join(", ")}`);
  }
  for (const [id, left] of unclaimed) for (const _ of left) compared.differs(id, "stands in the originals and not in the pack");
  const hidden = report.acts.total - report.acts.shown;
  if (hidden > 0) compared.skips("it stands only in what is held back or left out", hidden);
  return ok({ acts: compared.result(), idByLeaf });
}

function sameWords(a: Act, b: Act): boolean {
  return a.text === b.text && a.when.wrote === b.when.wrote && a.from.normal === b.from.normal;
}

/** The same kind of act by the same hand with the same words at the same time; flags, names and places may be those of another record. */
function isSameButForSources(again: TimelineAct, told: TimelineAct): boolean {
  return keysThatDiffer(again, told).every((key) =>
    ["flags", "grade", "to", "thread", "sources", "source", "versionOf", "sourceId"].includes(key),
  );
}

/** Names of the fields that differ; never their values. What an act was made of stands in no pack. */
function keysThatDiffer({ records: _, ...a }: TimelineAct, b: TimelineAct): readonly string[] {
  const one: Readonly<Record<string, unknown>> = { ...a };
  const other: Readonly<Record<string, unknown>> = { ...b };
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => canonicalJson(one[key]) !== canonicalJson(other[key]));
}

/** One spelling whatever the order of keys. */
function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_, one: unknown) =>
      typeof one === "object" && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ) ?? ""
  );
}

/** What the patterns find in the originals, with what she stated, against what the pack says that they found. */
function compareFindings(
  report: ToldReport,
  stated: StatementDocument,
  toldFindings: readonly Finding[],
  { timeline, isUnsure }: { readonly timeline: Timeline; readonly isUnsure: boolean },
): Comparison {
  const compared = startComparing();
  const statement = stateCase(stated);
  if (!statement.ok || isUnsure) {
    const why = !statement.ok ? statement.error : "files are held back that may hold the better record of an act";
    if (toldFindings.length > 0) compared.skips(why, toldFindings.length);
    return compared.result();
  }
  const afraid = withFear(statement.value, report.cover);
  const again = new Map(groupByPattern(findAll(timeline, afraid, { voice: printVoice(afraid), at: report.madeAt })));
  for (const [pattern, told] of groupByPattern(toldFindings)) {
    const here = again.get(pattern) ?? [];
    again.delete(pattern);
    for (const [i, finding] of told.entries()) {
      const same = here[i];
      if (pattern === aboutPlaces && (stated.leftOut?.places ?? 0) > 0) compared.skips("her places are not told in the pack");
      else if (same === undefined) compared.differs(pattern, "is not found in the originals");
      else {
        const keys = findingKeysThatDiffer(same, finding);
        if (keys.length === 0) compared.agrees();
        else compared.differs(pattern, `is another when it is found again, in: ${keys.join(", ")}`);
      }
    }
    for (const _ of here.slice(told.length)) compared.differs(pattern, "is found in the originals and not in the pack");
  }
  for (const [pattern, here] of again) for (const _ of here) compared.differs(pattern, "is found in the originals and not in the pack");
  return compared.result();
}

/** The pattern that looks for her places. */
const aboutPlaces = "whereabouts";

function groupByPattern(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byPattern = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = byPattern.get(finding.pattern);
    if (same) same.push(finding);
    else byPattern.set(finding.pattern, [finding]);
  }
  return byPattern;
}

/** Its parts that differ; its picture is for reading and stands in no data. */
function findingKeysThatDiffer(a: Finding, b: Finding): readonly string[] {
  return (["standing", "line", "says", "acts", "how", "couldChange", "table", "rule", "codesByAct"] as const).filter(
    (key) => canonicalJson(a[key]) !== canonicalJson(b[key]),
  );
}

/** What she stated, as far as the pack tells it; her places it does not tell. */
async function readStatement(files: PackFiles): Promise<Result<StatementDocument, string>> {
  const bytes = await readSmall(files, layout.statement, maxStatement).catch(() => undefined);
  return bytes === undefined ? failed("cannot be read") : parseStatement(new TextDecoder("utf-8").decode(bytes));
}

interface Comparing {
  agrees(): void;
  differs(which: string, why: string): void;
  /** So many at once: a pack may claim any number of acts that it does not show. */
  skips(why: string, count?: number): void;
  result(): Comparison;
}

function startComparing(): Comparing {
  let agrees = 0;
  let differing = 0;
  let notCompared = 0;
  const differs: Difference[] = [];
  const reasons = new Set<string>();
  return {
    agrees: () => void agrees++,
    differs(which, why) {
      differing++;
      if (differs.length < mostDifferences) differs.push({ which, why });
    },
    skips(why, count = 1) {
      notCompared += count;
      reasons.add(why);
    },
    result: () => ({ agrees, differs, differing, notCompared, why: [...reasons] }),
  };
}
