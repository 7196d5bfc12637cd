import type { Exhibit, Report, Statement } from "@unmask/core";
import { type Original, importers } from "@unmask/importers";
import { drawingSizes, findAll, illustrate } from "@unmask/patterns";
import manifest from "../package.json" with { type: "json" };
import type { TakenIn } from "./take-in.ts";
import type { World } from "./world.ts";

/** What the person adds to what the files say. */
export interface Said {
  readonly statement: Statement;
  readonly impact?: string;
  /** Names of originals that she holds back. */
  readonly withheld: ReadonlySet<string>;
}

/** An exhibit with the bytes it stands for. */
export interface Assembled {
  readonly report: Report;
  readonly originalByPath: ReadonlyMap<string, Original>;
}

/** Puts together what she sends: exhibits, timeline, findings, what is missing. */
export function assembleReport(taken: TakenIn, said: Said, world: World): Assembled {
  const originalByPath = new Map<string, Original>();
  const exhibits = exhibitsOf(taken.originals, said.withheld, originalByPath);
  const withheld = exhibits.filter((exhibit) => exhibit.withheld).length;
  const used = new Set(taken.timeline.coverage.map(({ importer }) => importer));
  const report: Report = {
    id: `UM-${Buffer.from(world.random(6)).toString("hex").toUpperCase()}`,
    madeAt: world.now(),
    statement: said.statement,
    timeline: taken.timeline,
    findings: illustrate(findAll(taken.timeline, said.statement), taken.timeline, { statement: said.statement, size: drawingSizes.print }),
    exhibits,
    unread: taken.unread,
    kept: taken.kept,
    ...(said.impact === undefined ? {} : { impact: said.impact }),
    selection: {
      rule: "Every act that the files handed over hold is in the pack, whoever did it; none was left out by choice.",
      moreExists: [
        "The phones and accounts themselves, which were not copied: only what their owner exported is here.",
        ...(withheld === 0 ? [] : [`${withheld} ${withheld === 1 ? "file is" : "files are"} held back and named by hash alone.`]),
      ],
    },
    assumptions: taken.watch.assumptions(),
    tool: {
      name: "Unmask",
      version: manifest.version,
      importers: Object.fromEntries(importers.filter(({ id }) => used.has(id)).map(({ id, version }) => [id, version])),
      zones: process.versions["tz"] ?? "not named by the engine",
      engine: `Node ${process.versions.node}`,
    },
  };
  return { report, originalByPath };
}

/** Numbered in the order of hash, so that two machines agree. The same bytes handed over twice are one exhibit. */
function exhibitsOf(originals: readonly Original[], withheld: ReadonlySet<string>, originalByPath: Map<string, Original>): Exhibit[] {
  const sorted = [...originals].sort((a, b) => (a.sha256 < b.sha256 ? -1 : a.sha256 > b.sha256 ? 1 : 0));
  const distinct = sorted.filter(({ sha256 }, i) => sha256 !== sorted[i - 1]?.sha256);
  return distinct.map((original, i) => {
    const path = `data/originals/${String(i + 1).padStart(4, "0")}.bin`;
    originalByPath.set(path, original);
    const { sha256, size, source } = original;
    return { number: `E${i + 1}`, path, name: source.name, sha256, size, withheld: withheld.has(source.name) };
  });
}
