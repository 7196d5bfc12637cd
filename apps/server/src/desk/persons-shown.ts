import { type CaseState, type ReportState } from "@unmask/case";

/** By which ids the log names people: an id of ours, never a name. Inside a report its reporter has one, inside a case each person of it. */

/** Who a report shows: who reports, and for whom where that is another. */
export function personsOfReport({ report, who }: Pick<ReportState, "report" | "who">): readonly string[] {
  return [`${report}/reporter`, ...(who?.reporter === "another" ? [`${report}/for`] : [])];
}

/** Who a case shows: everybody who has a role in it, and who reported. Whoever is both stands under both ids: no entry says that they are one. */
export function personsOfCase({ case: ref, persons, reports }: Pick<CaseState, "case" | "persons" | "reports">): readonly string[] {
  return [...persons.map(({ person }) => `${ref}/${person}`), ...reports.map((report) => `${report}/reporter`)];
}
