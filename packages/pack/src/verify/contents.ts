import {
  type Checkpoint,
  type Frontier,
  type PublicKey,
  type Timestamp,
  appendLeaf,
  emptyFrontier,
  hexToBytes,
  isLogId,
  leafHash,
  logKeyOf,
  logOrigin,
  rootOf,
  sameBytes,
  verifyCheckpoint,
} from "@unmask/seal";
import {
  type CheckedItem,
  type Instant,
  instantToIso,
  parseExhibitNumber,
  parseInstant,
  parseIsoStamp,
  parseStatement,
  wallToUtcMs,
} from "@unmask/core";
import { gunzipFailureOf } from "@unmask/formats";
import { type CreateHash, type PackFiles, readSmall } from "../pack-files.ts";
import { hashesOf, isPosition, isRecord, maxActLine, parseActLine, parseJson } from "../acts-jsonl.ts";
import { type FindableExhibit, type PlaceInFile, findExhibit, isInPack } from "../find-exhibit.ts";

import { type ReadPackInfo, earlierLogIn, sayEarlierPack } from "../pack-info.ts";
import { commitmentOf, maxLeafLine, parseLeafLine } from "../pack-log.ts";
import { isOriginalPath, layout } from "../pack-layout.ts";
import { isBeforeMade } from "../time-stamp.ts";
import { linesOfStream } from "../file-lines.ts";
import { readPacked, readPackedText } from "../packed-file.ts";

/**
 * Whether the files of a pack belong together (docs/formats/pack.md, "Content"): the leaves that acts give, with the bare ones, give the checkpoint's root,
 * acts point into exhibits that are there, and findings name acts
 * that are shown. A fault here was sealed in: the files are what was sealed, and cannot be right.
 */

/** A larger report is an attack on memory: bytes, unpacked. */
export const maxReport: number = 512 * 1024 * 1024;
/** Bytes; a larger statement is an attack on memory. */
const maxStatement = 32 * 1024 * 1024;

/** What is known already. */
export interface ContentContext {
  readonly createHash: CreateHash;
  readonly info: ReadPackInfo;
  /** Hashes of the payload as it is there. */
  readonly sha256ByPath: ReadonlyMap<string, string>;
  readonly sizeByPath: ReadonlyMap<string, number>;
  readonly checkpoint: Checkpoint | undefined;
  /** Whose signatures fit. */
  readonly signer: PublicKey | undefined;
  readonly tagManifest: Uint8Array;
  /** The time-stamp, when it was found valid. */
  readonly time: Timestamp | undefined;
}

/** The faults; empty when all is well. */
export async function checkContents(files: PackFiles, context: ContentContext): Promise<readonly CheckedItem[]> {
  const report = await readReport(files, context);
  if ("verdict" in report) return [report];
  const statement = await checkStatement(files);
  if (statement !== undefined) return [statement];
  const log = await readLog(files, { ...context, ...report });
  return [
    ...("frontier" in log ? checkClosing(log, context) : log),
    ...(await checkCase(files, context)),
    ...checkMadeAt(report.madeAt, context),
  ];
}

/** What she states must be a statement; what it says is hers, and compared with nothing. */
async function checkStatement(files: PackFiles): Promise<CheckedItem | undefined> {
  const bytes = await readSmall(files, layout.statement, maxStatement).catch(() => undefined);
  const read = bytes && parseStatement(new TextDecoder("utf-8").decode(bytes));
  return read?.ok === true ? undefined : { path: layout.statement, verdict: "error", why: "is no statement" };
}

/** A pack cannot have been stamped before it was made: one of the two clocks, or somebody, is wrong. */
function checkMadeAt(madeAt: Instant, { time }: ContentContext): readonly CheckedItem[] {
  if (!time || !isBeforeMade(time, madeAt)) return [];
  return [{ path: layout.timeReply, verdict: "error", why: "its time lies before the time at which the pack says that it was made" }];
}

interface ExhibitHere extends FindableExhibit {
  readonly size: number;
}

interface ReportHere {
  readonly exhibits: readonly ExhibitHere[];
  readonly madeAt: Instant;
  /** Leaves of the acts that findings name. */
  readonly named: ReadonlySet<number>;
  /** Leaves of the earlier log that goes on; none where it begins here. */
  readonly begun: number;
}

/** When the report was made, and the exhibits that it lists, each compared with what is there. */
async function readReport(files: PackFiles, context: ContentContext): Promise<ReportHere | CheckedItem> {
  const fault = (why: string): CheckedItem => ({ path: layout.report, verdict: "error", why });
  const text = await readPackedText(files, layout.report, { size: context.sizeByPath.get(layout.report) ?? 0, most: maxReport }).catch(
    (error: unknown) => ({ why: whyUnread(error) }),
  );
  if (typeof text === "object") return fault(text.why);
  const report = text === undefined ? undefined : parseJson(text);
  const { info } = context;
  if (!isRecord(report) || !Array.isArray(report["exhibits"]) || !isRecord(report["acts"])) return fault("is no report");
  const named = leavesNamedIn(report["findings"]);
  if (named === undefined) return fault("names acts otherwise than by their leaves");
  const madeAt = parseMadeAt(report["madeAt"]);
  if (madeAt === undefined) return fault("does not say when it was made");
  if (report["id"] !== info.id) return fault("is another pack's report");
  if (report["acts"]["total"] !== actsIn(info) || report["acts"]["shown"] !== info.shownActs)
    return fault("counts other acts than bag-info.txt");
  const whyAfter = whyNotAfter(report["after"], context);
  if (whyAfter !== undefined) return fault(whyAfter);
  const exhibits = new Map<string, ExhibitHere>();
  const members: ExhibitHere[] = [];
  const paths = new Set<string>();
  for (const exhibit of report["exhibits"]) {
    if (!isRecord(exhibit)) return fault("lists an exhibit that is none");
    const { path, sha256, size, withheld } = exhibit;
    if (typeof sha256 !== "string" || typeof size !== "number" || typeof withheld !== "boolean")
      return fault("lists an exhibit that is none");
    const part = parsePart(exhibit, size);
    if (part === undefined || (withheld && part.copy)) return fault("lists a copy that is none");
    // The same file may have been handed over twice: held back once, it is there all the same.
    if (part.within) members.push({ sha256, size, withheld, ...part });
    else exhibits.set(sha256, { sha256, size, withheld: withheld && exhibits.get(sha256)?.withheld !== false, ...part });
    if (withheld) continue;
    if (typeof path !== "string" || !isOriginalPath(path)) return fault("lists an exhibit at a path where none may be");
    if (context.sha256ByPath.get(path) !== (part.copy?.sha256 ?? sha256) || context.sizeByPath.get(path) !== size)
      return fault("lists an exhibit that is not there so");
    paths.add(path);
  }
  for (const path of context.sizeByPath.keys()) {
    if (path.startsWith("data/originals/") && !paths.has(path)) return fault("does not list one of the originals");
  }
  for (const member of members) if (exhibits.get(member.within?.[0]?.sha256 ?? "")?.withheld !== true) return fault(memberBesideArchive);
  return { exhibits: [...exhibits.values(), ...members], madeAt, named, begun: earlierLogIn(info.after[0] ?? "")?.size ?? 0 };
}

/** How many acts there are: each gives a leaf. */
function actsIn({ leaves, earlierLeaves }: ReadPackInfo): number | undefined {
  return leaves === undefined || earlierLeaves === undefined ? undefined : leaves - earlierLeaves;
}

/**
 * Why the pack cannot go on from the earlier one that it names. The earlier pack need not be there: its checkpoint, signed by the same signer under
 * the name of its log, stands in the report.
 */
function whyNotAfter(after: unknown, { info, signer }: ContentContext): string | undefined {
  if (after === undefined) return info.after.length === 0 ? undefined : otherEarlierPack;
  if (!isRecord(after)) return notAnEarlierPack;
  const { id, checkpoint, lastNumber } = after;
  if (typeof id !== "string" || typeof checkpoint !== "string" || typeof lastNumber !== "string") return notAnEarlierPack;
  if (!isLogId(id) || id === info.id || parseExhibitNumber(lastNumber) === undefined) return notAnEarlierPack;
  if (!signer || !verifyCheckpoint(checkpoint, logKeyOf(signer, logOrigin(signer, id))).ok)
    return "goes on from a pack whose checkpoint is not signed by the same signer";
  return info.after.length === 1 && info.after[0] === sayEarlierPack({ id, checkpoint, lastNumber }) ? undefined : otherEarlierPack;
}

const notAnEarlierPack = "goes on from an earlier pack that is none";
const otherEarlierPack = "goes on from another pack than bag-info.txt says";

const memberBesideArchive = "lists a member by itself of an archive that is no exhibit held back";

/** What an exhibit says of its copy and of the archives around it; undefined where it is not written as that is. */
function parsePart(exhibit: Readonly<Record<string, unknown>>, size: number): Pick<ToldCopy, "copy" | "within"> | undefined {
  const { copy, within } = exhibit;
  const around = hashesOf(within);
  if (within !== undefined && around === undefined) return undefined;
  if (copy === undefined) return within === undefined ? {} : undefined;
  if (!isRecord(copy) || typeof copy["sha256"] !== "string") return undefined;
  const leftOut = parseStretches(copy["leftOut"], size);
  const redacted = copy["redacted"] === undefined ? [] : parseStretches(copy["redacted"], size);
  if (!leftOut || !redacted || doMeet(leftOut, redacted)) return undefined;
  return { copy: { sha256: copy["sha256"], leftOut }, ...(around && { within: around }) };
}

type Stretches = readonly (readonly [start: number, end: number])[];

/** Bytes of a file of this size: in order, none touching the next. */
function parseStretches(value: unknown, size: number): Stretches | undefined {
  if (!Array.isArray(value)) return undefined;
  const stretches: (readonly [number, number])[] = [];
  let reached = -1;
  for (const stretch of value) {
    const [start, end]: unknown[] = Array.isArray(stretch) && stretch.length === 2 ? stretch : [];
    if (!isPosition(start) || !isPosition(end) || start <= reached || end <= start || end > size) return undefined;
    stretches.push([start, end]);
    reached = end;
  }
  return stretches;
}

/** Whether two lists have a byte in common: what is written over has no name left to cover. */
function doMeet(a: Stretches, b: Stretches): boolean {
  let at = 0;
  return b.some(([start, end]) => {
    while ((a[at]?.[1] ?? Infinity) <= start) at++;
    return (a[at]?.[0] ?? Infinity) < end;
  });
}

interface ToldCopy extends FindableExhibit {
  readonly copy?: { readonly sha256: string; readonly leftOut: Stretches };
}

/** An instant in the one spelling of our formats. */
function parseMadeAt(written: unknown): Instant | undefined {
  const stamp = typeof written === "string" ? parseIsoStamp(written) : undefined;
  const instant = stamp && parseInstant(wallToUtcMs(stamp.wall));
  return instant !== undefined && instantToIso(instant) === written ? instant : undefined;
}

/** The leaves that findings name, in `acts` and in `codesByAct`; undefined where they name acts otherwise. */
function leavesNamedIn(findings: unknown): ReadonlySet<number> | undefined {
  if (!Array.isArray(findings)) return undefined;
  const named = new Set<number>();
  for (const finding of findings) {
    if (!isRecord(finding) || !Array.isArray(finding["acts"])) return undefined;
    const codes = finding["codesByAct"] ?? {};
    if (!isRecord(codes)) return undefined;
    for (const leaf of finding["acts"]) {
      if (!isPosition(leaf)) return undefined;
      named.add(leaf);
    }
    for (const leaf of Object.keys(codes)) {
      if (!/^(0|[1-9]\d{0,9})$/.test(leaf)) return undefined;
      named.add(Number(leaf));
    }
  }
  return named;
}

/** Why a file could not be read, to stand behind its name. */
function whyUnread(error: unknown): string {
  return gunzipFailureOf(error) ?? "could not be read";
}

/** The case is compared with nothing, but it must be a file that everybody can unpack. */
async function checkCase(files: PackFiles, { sizeByPath }: ContentContext): Promise<readonly CheckedItem[]> {
  try {
    for await (const _ of readPacked(files, layout.case, sizeByPath.get(layout.case) ?? 0));
    return [];
  } catch (error) {
    return [{ path: layout.case, verdict: "error", why: whyUnread(error) }];
  }
}

interface LogHere {
  readonly frontier: Frontier;
  readonly leaves: number;
  /** How many leaves come from shown acts. */
  readonly shown: number;
}

interface LogContext extends ContentContext {
  readonly exhibits: readonly ExhibitHere[];
  readonly named: ReadonlySet<number>;
  readonly begun: number;
}

const outOfOrder = "stands out of order, or a leaf before it is missing";

/**
 * Puts the log together: each leaf is given once, by a shown act or by a bare line. Bare lines are in the order of the log, and acts are, but for
 * those that keep a leaf of an earlier log.
 */
async function readLog(files: PackFiles, context: LogContext): Promise<LogHere | readonly CheckedItem[]> {
  const { createHash, info, named, begun, sizeByPath } = context;
  const exhibitOf = findExhibit(context.exhibits);
  const inActs = (why: string): CheckedItem => ({ path: layout.acts, verdict: "error", why });
  const inLeaves = (why: string): CheckedItem => ({ path: layout.leaves, verdict: "error", why });
  const given = gatherLeaves();
  let [last, namedHere] = [begun - 1, 0];
  const actLines = linesOfStream(readPacked(files, layout.acts, sizeByPath.get(layout.acts) ?? 0), maxActLine);
  const whyActs = await faultIn(actLines, "is not written as acts are", (line) => {
    const act = parseActLine(line);
    if (!act.ok) return "is not written as acts are";
    const { leaf, entry, salt, spans } = act.value;
    if (leaf >= begun && leaf <= last) return outOfOrder;
    last = Math.max(last, leaf);
    if (named.has(leaf)) namedHere++;
    given.add(leaf, leafHash(commitmentOf(hexToBytes(salt) ?? new Uint8Array(), new TextEncoder().encode(entry), createHash)));
    return whyNoSpan(spans, exhibitOf);
  });
  if (whyActs !== undefined) return [inActs(whyActs)];
  const shown = given.count();
  let [before, earlier] = [-1, 0];
  const whyLeaves = await faultIn(linesOfStream(files.read(layout.leaves), maxLeafLine), "is not written as leaves are", (line) => {
    const bare = parseLeafLine(line);
    if (!bare) return "is not written as leaves are";
    if (bare.leaf <= before) return outOfOrder;
    if (bare.earlier && bare.leaf >= begun) return "is marked as one of an earlier log, and lies behind its end";
    before = bare.leaf;
    if (bare.earlier) earlier++;
    given.add(bare.leaf, bare.hash);
    return undefined;
  });
  if (whyLeaves !== undefined) return [inLeaves(whyLeaves)];
  const inOrder = given.inOrder();
  if ("misplaced" in inOrder) {
    const { misplaced } = inOrder;
    const [act, bare] = [misplaced.find((nth) => nth < shown), misplaced.find((nth) => nth >= shown)];
    return [
      ...(act === undefined ? [] : [inActs(`line ${act + 1} ${outOfOrder}`)]),
      ...(bare === undefined ? [] : [inLeaves(`line ${bare - shown + 1} ${outOfOrder}`)]),
    ];
  }
  const { frontier } = inOrder;
  if (shown !== info.shownActs) return [inActs("has another number of lines than bag-info.txt says")];
  if (frontier.size !== info.leaves) return [inLeaves("has another number of lines than bag-info.txt says")];
  if (earlier !== info.earlierLeaves) return [inLeaves("has another number of leaves of an earlier log than bag-info.txt says")];
  if (namedHere !== named.size) return [{ path: layout.report, verdict: "error", why: "rests a finding on an act that is not shown" }];
  return { frontier, leaves: frontier.size, shown };
}

/** Reads a file line by line: what is wrong with the first line that is, or with the file; undefined when all is well. */
async function faultIn(
  lines: AsyncIterable<string>,
  form: string,
  read: (line: string) => string | undefined,
): Promise<string | undefined> {
  let nth = 0;
  try {
    for await (const line of lines) {
      nth++;
      const why = read(line);
      if (why !== undefined) return `line ${nth} ${why}`;
    }
    return undefined;
  } catch (error) {
    return gunzipFailureOf(error) ?? `line ${nth + 1} ${form}`;
  }
}

/** The leaves as they come. Memory grows with the lines that were read, never by a number that one of them states. */
interface GivenLeaves {
  add(leaf: number, hash: Uint8Array): void;
  count(): number;
  /** The tree over all; or, where one is given twice or another is missing, which were given at a place that is not theirs, by the order they came in. */
  inOrder(): { readonly frontier: Frontier } | { readonly misplaced: readonly number[] };
}

function gatherLeaves(): GivenLeaves {
  const numbers: number[] = [];
  let hashes = new Uint8Array(32 * 1024);
  const hashOf = (nth: number): Uint8Array => hashes.subarray(nth * 32, nth * 32 + 32);
  return {
    add(leaf, hash) {
      const at = numbers.push(leaf) * 32 - 32;
      if (at === hashes.length) {
        const more = new Uint8Array(at * 2);
        more.set(hashes);
        hashes = more;
      }
      hashes.set(hash, at);
    },
    count: () => numbers.length,
    inOrder() {
      // Which of those that came stands at each place, from 1.
      const places = new Uint32Array(numbers.length);
      const twice = new Set<number>();
      for (const [nth, leaf] of numbers.entries()) {
        if (places[leaf] === 0) places[leaf] = nth + 1;
        else if (leaf < places.length) twice.add(nth);
      }
      let frontier: Frontier = emptyFrontier;
      for (let nth = places[0]; nth; nth = places[frontier.size]) frontier = appendLeaf(frontier, hashOf(nth - 1));
      if (frontier.size === numbers.length) return { frontier };
      return { misplaced: [...numbers.keys()].filter((nth) => twice.has(nth) || (numbers[nth] ?? 0) > frontier.size) };
    },
  };
}

function whyNoSpan(spans: readonly PlaceInFile[], exhibitOf: (span: PlaceInFile) => ExhibitHere | undefined): string | undefined {
  for (const span of spans) {
    const here = exhibitOf(span);
    if (!here) return "points into a file that is no exhibit";
    if (here.withheld) return "points into a file that is held back";
    const isWhole = span.within === undefined || here.within !== undefined;
    if (span.start > span.end || (isWhole && span.end > here.size)) return "points outside its exhibit";
    if (!isInPack(here, span)) return "points at bytes that are left out";
  }
  return undefined;
}

/**
 * The tag manifest is the last leaf, and with it the leaves give the root that the checkpoint states. A root says that a leaf is another, not
 * which: the acts are named, and the bare leaves where there are any.
 */
function checkClosing({ frontier, leaves, shown }: LogHere, { checkpoint, tagManifest }: ContentContext): readonly CheckedItem[] {
  if (!checkpoint) return [];
  const paths = [...(shown > 0 ? [layout.acts] : []), ...(shown === 0 || shown < leaves ? [layout.leaves] : [])];
  const fault = (why: string): readonly CheckedItem[] => paths.map((path) => ({ path, verdict: "error", why }));
  if (checkpoint.size !== leaves + 1) return fault("the checkpoint is of a log of another length");
  const root = rootOf(appendLeaf(frontier, leafHash(tagManifest)));
  return sameBytes(root, checkpoint.root) ? [] : fault("acts and bare leaves do not give the checkpoint's root");
}
