import {
  type Cover,
  type Instant,
  type Report,
  type Sha256,
  type SourceSpan,
  type Statement,
  type Tool,
  leadWithShown,
} from "@unmask/core";
import { type Imported, assumptionsOf, importers } from "@unmask/importers";
import { assembleReport } from "@unmask/pack";
import { drawingSizes, findAll, illustrate } from "@unmask/patterns";
import { printVoice } from "@unmask/words";

/** What she sends, beside what was read. */
export interface ReportWishes {
  readonly statement: Statement;
  /** Names of files, as handed over, that she holds back. */
  readonly withheld: ReadonlySet<string>;
  /** Her own words on what it has done to her days; blank or undefined when she wrote none. */
  readonly impact: string | undefined;
  /** What she was asked for the first page; left out when nobody asked. */
  readonly cover?: Cover | undefined;
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
export function makeReport(imported: Imported, { statement, withheld, impact, cover }: ReportWishes, { at, random, tool }: Maker): Report {
  const heldBack = heldBackBy(imported, withheld);
  const timeline = heldBack.size === 0 ? imported.timeline : leadWithShown(imported.timeline, isShown);
  // Paper is read by others: it names both and says "you" to nobody.
  const voice = printVoice(statement);
  const found = findAll(timeline, statement, {
    voice,
    at,
    mayQuote: ({ source }) => isShown(source),
  });
  return assembleReport({
    madeAt: at,
    nonce: random(nonceSize),
    statement,
    terms: imported.terms,
    timeline,
    findings: illustrate(found, timeline, { statement, size: drawingSizes.print, voice }),
    originals: imported.originals.map(({ source, sha256, size, ending }) => ({ name: source.name, sha256, size, ending })),
    withheld,
    unread: imported.unread,
    kept: imported.kept,
    impact: impact?.trim(),
    cover,
    assumptions: assumptionsOf(imported.caveats),
    tool: { name: "Unmask", version: tool.version, importers: versionsUsed(imported), zones: tool.zones, engine: tool.engine },
  });

  function isShown({ sha256, within }: SourceSpan): boolean {
    return !heldBack.has(within?.[0]?.sha256 ?? sha256);
  }
}

/** The files that she holds back. An act that stands in one and in another is told as the other has it. */
function heldBackBy({ originals }: Imported, withheld: ReadonlySet<string>): ReadonlySet<Sha256> {
  return new Set(originals.filter(({ source }) => withheld.has(source.name)).map(({ sha256 }) => sha256));
}

/** Version by id of the importers that read something. */
function versionsUsed({ timeline }: Imported): Tool["importers"] {
  const used = new Set(timeline.coverage.map(({ importer }) => importer));
  return Object.fromEntries(importers.filter(({ id }) => used.has(id)).map(({ id, version }) => [id, version]));
}
