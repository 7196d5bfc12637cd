import { type CaseEvent, type CaseState, type DutyRules, type ReportState, foldCase, foldReport, shippedForceClocks } from "@unmask/case";
import { deskLawOf } from "@unmask/law";
import type { Transaction } from "kysely";
import type { DeskCall } from "../access/desk-route.ts";
import { readStream, readStreams } from "../sql/case/case-events.ts";
import { readOwnFreeDays } from "../sql/case/free-days.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";

/** A case as its events make it, with the reports that belong to it. */
export interface FoundCase {
  readonly state: CaseState;
  readonly reports: readonly ReportState[];
  /** What happened in each of those reports, by its reference. */
  readonly eventsOf: ReadonlyMap<string, readonly CaseEvent[]>;
  /** By what its duties are worked out: the law of the place that its first report names, and the force's own figures. */
  readonly rules: DutyRules;
}

/** The case that a request names; undefined where it was never opened. Who asks was let in before (desk-route.ts). */
export async function findCase(call: Pick<DeskCall<unknown>, "tx" | "parts" | "params">): Promise<FoundCase | undefined> {
  return readCase(call.tx, call.parts.force, call.params["case"] ?? "");
}

/** The same by its number. */
export async function readCase(
  tx: Transaction<CaseTables>,
  force: { readonly id: string; readonly name: string },
  ref: string,
): Promise<FoundCase | undefined> {
  const events = await readStream(tx, force.id, { of: "case", id: ref });
  if (events.length === 0) return undefined;
  const state = foldCase(ref, events);
  const streams = await readStreams(tx, force.id, { of: "report", ids: state.reports });
  return {
    state,
    reports: state.reports.flatMap((report) => {
      const found = streams.get(report);
      return found === undefined ? [] : [foldReport(report, found)];
    }),
    eventsOf: streams,
    rules: await dutyRulesOf(tx, force, [...streams.values()].flat()),
  };
}

/** By what duties are worked out: the law of the place that the first of these reports names; where none does, that of England and Wales is taken. */
export async function dutyRulesOf(
  tx: Transaction<CaseTables>,
  force: { readonly id: string; readonly name: string },
  events: readonly CaseEvent[],
): Promise<DutyRules> {
  const [said] = events.flatMap((event) =>
    event.kind === "report-received" || event.kind === "report-typed" ? (event.body.jurisdiction ?? []) : [],
  );
  const law = deskLawOf(said ?? "EW", await readOwnFreeDays(tx, force.id));
  return { law, force: shippedForceClocks(force.name), isLawTaken: said === undefined };
}
