import { type CaseState, type ReportState } from "@unmask/case";

/** By which ids the log names people: an id of ours, never a name. Inside a report its reporter has one, inside a case each person of it. */

/** Who a report shows: who reports, and for whom where that is another. */
export function personsOfReport({ report, who }: Pick<ReportState, "report" | "who">): readonly string[] {
  return [`${report}/reporter`, ...(who?.reporter === "another" ? [`${report}/for`] : [])];
}

/** Who a case shows: everybody who has a role in it; before anybody has, who reported. */
export function personsOfCase({ case: ref, persons, reports }: Pick<CaseState, "case" | "persons" | "reports">): readonly string[] {
  return persons.length === 0 ? reports.map((report) => `${report}/reporter`) : persons.map(({ person }) => `${ref}/${person}`);
}
