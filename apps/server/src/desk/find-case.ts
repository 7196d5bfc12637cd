import { type CaseEvent, type CaseState, type DutyRules, type ReportState, foldCase, foldReport, shippedForceClocks } from "@unmask/case";
import { deskLawOf } from "@unmask/law";
import type { Transaction } from "kysely";
import { asMachine } from "../access/as-machine.ts";
import type { DeskCall } from "../access/desk-route.ts";
import { readStream, readStreams } from "../sql/case/case-events.ts";
import { joinedInto } from "../sql/case/projections.ts";
import type { FoundReport } from "./find-report.ts";
import { readOwnFreeDays } from "../sql/case/free-days.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";

/** A case as its events make it, with the reports that belong to it. */
export interface FoundCase {
  readonly state: CaseState;
  /** What was written in the case itself. */
  readonly events: readonly CaseEvent[];
  readonly reports: readonly ReportState[];
  /** Those that are read as one with its reports and stand in no case, by the report of the case: what was said there counts for the case. */
  readonly joinedTo: ReadonlyMap<string, readonly FoundReport[]>;
  /** The same in one list, each once. */
  readonly joined: readonly ReportState[];
  /** What happened in each of those reports, by its reference. */
  readonly eventsOf: ReadonlyMap<string, readonly CaseEvent[]>;
  /** By what its duties are worked out: the law of the place that its first report names, and the force's own figures. */
  readonly rules: DutyRules;
}

/** The case that a request names; undefined where it was never opened. Who asks was let in before (desk-route.ts). */
export async function findCase(call: CaseCall & Pick<DeskCall<unknown>, "params">): Promise<FoundCase | undefined> {
  return readCase(call, call.params["case"] ?? "");
}

/** What reading a case needs of a call. */
export type CaseCall = Pick<DeskCall<unknown>, "tx" | "officer" | "now"> & { readonly parts: Pick<DeskCall<unknown>["parts"], "force"> };

/** The same by its number. */
export async function readCase(call: CaseCall, ref: string): Promise<FoundCase | undefined> {
  const { tx, parts } = call;
  const { force } = parts;
  const events = await readStream(tx, force.id, { of: "case", id: ref });
  if (events.length === 0) return undefined;
  const state = foldCase(ref, events);
  const streams = await readStreams(tx, force.id, { of: "report", ids: state.reports });
  const rules = await dutyRulesOf(tx, force, [...streams.values()].flat());
  const joinedTo = await joinedToReports(call, state.reports);
  return {
    state,
    events,
    reports: state.reports.flatMap((report) => {
      const found = streams.get(report);
      return found === undefined ? [] : [foldReport(report, found)];
    }),
    joinedTo,
    joined: joinedOnce(joinedTo),
    eventsOf: streams,
    rules,
  };
}

/**
 * What is read as one with these reports of a case and stands in no case, by the report. It is read as the machine: whoever may read the case reads
 * what was joined to it (docs/access.md), and one that stands in another case stays with that case.
 */
export async function joinedToReports(call: CaseCall, reports: readonly string[]): Promise<ReadonlyMap<string, readonly FoundReport[]>> {
  const { tx, parts } = call;
  const all = new Map<string, readonly FoundReport[]>();
  await asMachine(tx, call, async () => {
    for (const report of reports) {
      const streams = await readStreams(tx, parts.force.id, { of: "report", ids: await joinedInto(tx, parts.force.id, report) });
      const found = [...streams].map(([id, events]) => ({ state: foldReport(id, events), events }));
      all.set(
        report,
        found.filter(({ state }) => state.case === null),
      );
    }
  });
  return all;
}

/** Each of them once: one report can be read as one with two of a case. */
export function joinedOnce(joinedTo: ReadonlyMap<string, readonly FoundReport[]>): readonly ReportState[] {
  const all = [...joinedTo.values()].flat().map(({ state }) => state);
  return [...new Map(all.map((one) => [one.report, one])).values()];
}

/** By what duties are worked out: the law of the place that the first of these reports names; where none does, that of England and Wales is taken. */
export async function dutyRulesOf(
  tx: Transaction<CaseTables>,
  force: { readonly id: string; readonly name: string },
  events: readonly CaseEvent[],
): Promise<DutyRules> {
  return dutyRulesIn(events, force.name, await readOwnFreeDays(tx, force.id));
}

/** The same where the force's own free days are at hand. */
export function dutyRulesIn(events: readonly CaseEvent[], force: string, ownFreeDays: Parameters<typeof deskLawOf>[1]): DutyRules {
  const [said] = events.flatMap((event) =>
    event.kind === "report-received" || event.kind === "report-typed" ? (event.body.jurisdiction ?? []) : [],
  );
  return { law: deskLawOf(said ?? "EW", ownFreeDays), force: shippedForceClocks(force), isLawTaken: said === undefined };
}
