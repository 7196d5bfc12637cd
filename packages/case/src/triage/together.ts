import type { ReportState } from "../fold/report-state.ts";

/** Reports that are read as one: the first of them, with all that were joined into it. */
export interface Together {
  readonly root: ReportState;
  /** In order of their number, the root among them. */
  readonly all: readonly ReportState[];
}

/** Joins what officers joined. A report that was joined stands in no row of its own; nothing of it is lost. */
export function readTogether(reports: readonly ReportState[]): readonly Together[] {
  const byName = new Map(reports.map((one) => [one.report, one]));
  const members = new Map<string, ReportState[]>();
  for (const one of [...reports].sort(byNumber)) {
    const root = rootOf(one, byName);
    members.set(root, [...(members.get(root) ?? []), one]);
  }
  return [...members].map(([root, all]) => ({ root: byName.get(root) ?? first(all), all }));
}

/** Follows the joins. Two that were joined into one another by two people at once are one, under the lower number. */
function rootOf(report: ReportState, byName: ReadonlyMap<string, ReportState>): string {
  const seen = new Map<string, ReportState>();
  let at: ReportState = report;
  for (;;) {
    if (seen.has(at.report)) return first(inRing(at, byName)).report;
    seen.set(at.report, at);
    const next = at.joinedInto === null ? undefined : byName.get(at.joinedInto);
    // What was sent to another force waits here no more, and must not take with it what was joined into it.
    if (!next || next.sentTo !== null) return at.report;
    at = next;
  }
}

function inRing(start: ReportState, byName: ReadonlyMap<string, ReportState>): readonly ReportState[] {
  const ring: ReportState[] = [];
  for (let at: ReportState | undefined = start; at && !ring.includes(at);) {
    ring.push(at);
    at = at.joinedInto === null ? undefined : byName.get(at.joinedInto);
  }
  return ring.sort(byNumber);
}

function first(reports: readonly ReportState[]): ReportState {
  const [one] = reports;
  if (!one) throw new Error("a group of no report");
  return one;
}

/** By the number of a report, as it was counted: R-999 before R-2100. */
export function byNumber(one: ReportState, other: ReportState): number {
  return numberOf(one.report) - numberOf(other.report);
}

function numberOf(report: string): number {
  return Number(report.slice("R-".length));
}
