import type { ReportState } from "../fold/report-state.ts";

/** Whether a report is for somebody else than who made it: it says so, or it names for whom. A row of the queue is called by that name. */
export function isForAnother(who: ReportState["who"]): boolean {
  return who !== null && (who.reporter === "another" || (who.reporter !== "self" && who.forName !== undefined));
}
