import type { Finding, Instant, Report, Statement, Tool } from "@unmask/core";
import { type Imported, assumptionsOf, importers } from "@unmask/importers";
import { assembleReport } from "@unmask/pack";
import { drawingSizes, findAll, illustrate } from "@unmask/patterns";

/** What she sends, beside what was read. */
export interface ReportWishes {
  readonly statement: Statement;
  /** Names of files, as handed over, that she holds back. */
  readonly withheld: ReadonlySet<string>;
  /** Her own words on what it has done to her days; blank or undefined when she wrote none. */
  readonly impact: string | undefined;
}

/** Where and when it is made. */
export interface Maker {
  readonly at: Instant;
  /** Cryptographically strong random bytes. */
  random(length: number): Uint8Array;
  /** The version of the program, the engine and its time-zone data, as they name themselves. */
  readonly tool: Pick<Tool, "version" | "engine" | "zones">;
}

/** Random bytes that name a pack. */
const nonceSize = 6;

/** The report: every act, what the patterns find with its pictures for print, every original under its exhibit number. */
export function makeReport(
  imported: Imported,
  { statement, withheld, impact }: ReportWishes,
  { at, random, tool }: Maker,
  findings: readonly Finding[] = findAll(imported.timeline, statement),
): Report {
  return assembleReport({
    madeAt: at,
    nonce: random(nonceSize),
    statement,
    terms: imported.terms,
    timeline: imported.timeline,
    findings: illustrate(findings, imported.timeline, { statement, size: drawingSizes.print }),
    originals: imported.originals.map(({ source, sha256, size }) => ({ name: source.name, sha256, size })),
    withheld,
    unread: imported.unread,
    kept: imported.kept,
    impact: impact?.trim(),
    assumptions: assumptionsOf(imported.caveats),
    tool: { name: "Unmask", version: tool.version, importers: versionsUsed(imported), zones: tool.zones, engine: tool.engine },
  });
}

/** Version by id of the importers that read something. */
function versionsUsed({ timeline }: Imported): Tool["importers"] {
  const used = new Set(timeline.coverage.map(({ importer }) => importer));
  return Object.fromEntries(importers.filter(({ id }) => used.has(id)).map(({ id, version }) => [id, version]));
}
