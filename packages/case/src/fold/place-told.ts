import type { ReportState } from "./report-state.ts";

/** Where it happens, as it was told with a report: wherever a danger stands, whoever is sent needs it there. */

/** A place, and the report with which it was told. */
export interface PlaceTold {
  readonly report: string;
  readonly says: string;
}

/** Every place that was told with these reports, each report once, in their order. That somebody is there now is said by none of them. */
export function placesTold(reports: readonly Pick<ReportState, "report" | "place">[]): readonly PlaceTold[] {
  const all = reports.flatMap(({ report, place }) => (place === null ? [] : [{ report, says: place }]));
  return [...new Map(all.map((one) => [one.report, one])).values()];
}

/** "Place told with R-26: 14 Mill Lane, Northbury". */
export function placeInWords({ report, says }: PlaceTold): string {
  return `Place told with ${report}: ${says}`;
}
