import {
  type Checkpoint,
  type Frontier,
  type Timestamp,
  appendLeaf,
  bytesToHex,
  emptyFrontier,
  hexToBytes,
  leafHash,
  rootOf,
  sameBytes,
} from "@unmask/seal";
import { type Instant, instantToIso, parseInstant, parseStatement, parseIsoStamp, wallToUtcMs, type CheckedItem } from "@unmask/core";
import { type CreateHash, type PackFiles, readSmall } from "../pack-files.ts";
import { isRecord, maxActLine, parseActLine, parseJson } from "../acts-jsonl.ts";

import type { ReadPackInfo } from "../pack-info.ts";
import { commitmentOf } from "../pack-log.ts";
import { isOriginalPath, layout } from "../pack-layout.ts";
import { isBeforeMade } from "../time-stamp.ts";
import { linesOfStream } from "../file-lines.ts";

/**
 * Whether the files of a pack belong together (docs/formats/pack.md, "Content"): acts match their leaves, leaves give the checkpoint's root,
 * and acts point into exhibits that are there. A fault here was sealed in: the files are what was sealed, and cannot be right.
 */

/** A larger report is an attack on memory. */
const maxReport = 512 * 1024 * 1024;
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
  readonly tagManifest: Uint8Array;
  /** The time-stamp, when it was found valid. */
  readonly time: Timestamp | undefined;
}

/** The faults; empty when all is well. */
export async function checkContents(files: PackFiles, context: ContentContext): Promise<readonly CheckedItem[]> {
  const report = await readReport(files, context);
  if ("verdict" in report) return [report];
  const { exhibits, madeAt } = report;
  const statement = await checkStatement(files);
  if (statement !== undefined) return [statement];
  const log = await readLog(files, { ...context, exhibits });
  return [...("verdict" in log ? [log] : checkClosing(log, context)), ...checkMadeAt(madeAt, context)];
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

interface ExhibitHere {
  readonly size: number;
  readonly withheld: boolean;
}

interface ReportHere {
  readonly exhibits: ReadonlyMap<string, ExhibitHere>;
  readonly madeAt: Instant;
}

/** When the report was made, and the exhibits that it lists, each compared with what is there. */
async function readReport(files: PackFiles, context: ContentContext): Promise<ReportHere | CheckedItem> {
  const fault = (why: string): CheckedItem => ({ path: layout.report, verdict: "error", why });
  const bytes = await readSmall(files, layout.report, maxReport).catch(() => undefined);
  const report = bytes && parseJson(new TextDecoder("utf-8").decode(bytes));
  const { info } = context;
  if (!isRecord(report) || !Array.isArray(report["exhibits"]) || !isRecord(report["acts"])) return fault("is no report");
  const madeAt = parseMadeAt(report["madeAt"]);
  if (madeAt === undefined) return fault("does not say when it was made");
  if (report["id"] !== info.id) return fault("is another pack's report");
  if (report["acts"]["total"] !== info.leaves || report["acts"]["shown"] !== info.shownActs)
    return fault("counts other acts than bag-info.txt");
  const exhibits = new Map<string, ExhibitHere>();
  const paths = new Set<string>();
  for (const exhibit of report["exhibits"]) {
    if (!isRecord(exhibit)) return fault("lists an exhibit that is none");
    const { path, sha256, size, withheld } = exhibit;
    if (typeof sha256 !== "string" || typeof size !== "number" || typeof withheld !== "boolean")
      return fault("lists an exhibit that is none");
    // The same file may have been handed over twice: held back once, it is there all the same.
    exhibits.set(sha256, { size, withheld: withheld && exhibits.get(sha256)?.withheld !== false });
    if (withheld) continue;
    if (typeof path !== "string" || !isOriginalPath(path)) return fault("lists an exhibit at a path where none may be");
    if (context.sha256ByPath.get(path) !== sha256 || context.sizeByPath.get(path) !== size)
      return fault("lists an exhibit that is not there so");
    paths.add(path);
  }
  for (const path of context.sizeByPath.keys()) {
    if (path.startsWith("data/originals/") && !paths.has(path)) return fault("does not list one of the originals");
  }
  return { exhibits, madeAt };
}

/** An instant in the one spelling of our formats. */
function parseMadeAt(written: unknown): Instant | undefined {
  const stamp = typeof written === "string" ? parseIsoStamp(written) : undefined;
  const instant = stamp && parseInstant(wallToUtcMs(stamp.wall));
  return instant !== undefined && instantToIso(instant) === written ? instant : undefined;
}

interface LogHere {
  readonly frontier: Frontier;
  readonly leaves: number;
}

/** Reads acts and leaves side by side: both are in the order of the log. */
async function readLog(
  files: PackFiles,
  context: ContentContext & { readonly exhibits: ReadonlyMap<string, ExhibitHere> },
): Promise<LogHere | CheckedItem> {
  const { createHash, exhibits, info } = context;
  const inActs = (why: string): CheckedItem => ({ path: layout.acts, verdict: "error", why });
  const inLeaves = (why: string): CheckedItem => ({ path: layout.leaves, verdict: "error", why });
  const acts = linesOfStream(files.read(layout.acts), maxActLine);
  let frontier: Frontier = emptyFrontier;
  let shown = 0;
  let act = await nextAct(acts);
  try {
    for await (const line of linesOfStream(files.read(layout.leaves), 64)) {
      const leaf = /^[0-9a-f]{64}$/.test(line) ? hexToBytes(line) : undefined;
      if (!leaf) return inLeaves(`line ${frontier.size + 1} is no leaf`);
      if (act === "broken") return inActs(`line ${shown + 1} is not written as acts are`);
      if (act && act.leaf === frontier.size) {
        shown++;
        const salt = hexToBytes(act.salt) ?? new Uint8Array();
        const commitment = commitmentOf(salt, new TextEncoder().encode(act.entry), createHash);
        if (bytesToHex(commitment) !== line) return inActs(`line ${shown} does not match its leaf`);
        const why = whyNoSpan(act.spans, exhibits);
        if (why !== undefined) return inActs(`line ${shown} ${why}`);
        act = await nextAct(acts);
      }
      frontier = appendLeaf(frontier, leafHash(leaf));
    }
  } catch {
    return inLeaves("is not written as leaves are");
  }
  if (act !== undefined) return inActs(`line ${shown + 1} has no leaf, or stands out of order`);
  if (frontier.size !== info.leaves) return inLeaves("has another number of lines than bag-info.txt says");
  if (shown !== info.shownActs) return inActs("has another number of lines than bag-info.txt says");
  return { frontier, leaves: frontier.size };
}

type NextAct = Extract<ReturnType<typeof parseActLine>, { ok: true }>["value"] | "broken" | undefined;

async function nextAct(lines: AsyncGenerator<string, void, undefined>): Promise<NextAct> {
  try {
    const next = await lines.next();
    if (next.done) return undefined;
    const act = parseActLine(next.value);
    return act.ok ? act.value : "broken";
  } catch {
    return "broken";
  }
}

function whyNoSpan(
  spans: readonly { exhibit: string; start: number; end: number; inArchive: boolean }[],
  exhibits: ReadonlyMap<string, ExhibitHere>,
): string | undefined {
  for (const { exhibit, start, end, inArchive } of spans) {
    const here = exhibits.get(exhibit);
    if (!here) return "points into a file that is no exhibit";
    if (here.withheld) return "points into a file that is held back";
    if (start > end || (!inArchive && end > here.size)) return "points outside its exhibit";
  }
  return undefined;
}

/** The tag manifest is the last leaf, and with it the leaves give the root that the checkpoint states. */
function checkClosing({ frontier, leaves }: LogHere, { checkpoint, tagManifest }: ContentContext): readonly CheckedItem[] {
  if (!checkpoint) return [];
  if (checkpoint.size !== leaves + 1)
    return [{ path: layout.leaves, verdict: "error", why: "the checkpoint is of a log of another length" }];
  const root = rootOf(appendLeaf(frontier, leafHash(tagManifest)));
  return sameBytes(root, checkpoint.root)
    ? []
    : [{ path: layout.leaves, verdict: "error", why: "the leaves do not give the checkpoint's root" }];
}
