import type { ReactElement } from "react";
import { PlaceLink } from "../parts/place-link.tsx";
import { sayWhen } from "../parts/say-when.ts";
import type { CasePartProps } from "./case-part.ts";
import { CaseSmall } from "./case-small.tsx";
import { reportAddedSpec, reportRemovedSpec } from "./case-specs.ts";

/** The reports that a case rests on, and how one joins it or leaves it. */
export function CaseReports(parts: CasePartProps): ReactElement {
  const { at, page, now } = parts;
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">Reports of this case</h2>
      <ul className="lines">
        {page.reports.map(({ report, name, came }) => (
          <li key={report}>
            <span className="second-words">{came === null ? "" : sayWhen(came, now)}</span>
            <PlaceLink way={at.way} to={{ screen: "report", reference: report }}>
              {report}, {name ?? "name not given"}
            </PlaceLink>
          </li>
        ))}
      </ul>
      <CaseSmall {...parts} specs={[reportAddedSpec, ...(page.reports.length > 1 ? [reportRemovedSpec(page)] : [])]} />
    </section>
  );
}
