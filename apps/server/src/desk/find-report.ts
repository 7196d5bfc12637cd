import { type CaseEvent, type ReportState, foldReport } from "@unmask/case";
import type { DeskCall } from "../access/desk-route.ts";
import { readStream } from "../sql/case/case-events.ts";

/** A report with its events. */
export interface FoundReport {
  readonly state: ReportState;
  readonly events: readonly CaseEvent[];
}

/** The report that a request names; undefined where it has no event. Who asks was let in before (desk-route.ts). */
export async function findReport({
  tx,
  parts,
  params,
}: Pick<DeskCall<unknown>, "tx" | "parts" | "params">): Promise<FoundReport | undefined> {
  const id = params["reference"] ?? "";
  const events = await readStream(tx, parts.force.id, { of: "report", id });
  return events.length === 0 ? undefined : { state: foldReport(id, events), events };
}
