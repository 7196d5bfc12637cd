import { type CaseState, type ReportState, isForAnother } from "@unmask/case";

/** By which ids the log names people: an id of ours, never a name. Inside a report its reporter has one, inside a case each person of it. */

/** Who a report shows: who reports, and for whom where that is another. */
export function personsOfReport({ report, who }: Pick<ReportState, "report" | "who">): readonly string[] {
  return [`${report}/reporter`, ...(isForAnother(who) ? [`${report}/for`] : [])];
}

/** Who a case shows: everybody who has a role in it, who reported, and for whom. Whoever is two of them stands under each id: no entry says that they are one. */
export function personsOfCase({ state, reports }: Shown): readonly string[] {
  return [...state.persons.map(({ person }) => `${state.case}/${person}`), ...reports.flatMap(personsOfReport)];
}

/** A case with its reports. */
interface Shown {
  readonly state: Pick<CaseState, "case" | "persons">;
  readonly reports: readonly Pick<ReportState, "report" | "who">[];
}
