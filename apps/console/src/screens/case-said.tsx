import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { CasePage } from "../desk/case-page.ts";
import { Facts } from "../parts/facts.tsx";
import { sayWhen } from "../parts/say-when.ts";

/** What the person said, in a case of one report or of many. */

/** How it is safe to reach them and what was said of danger, the newest report first: before any button. */
export function HowToReach({ reports }: Pick<CasePage, "reports">): ReactElement {
  return (
    <>
      {reports.toReversed().map(({ report, first }) => (
        <section key={report} aria-label={`How to reach the person, report ${report}`}>
          {reports.length > 1 && <p className="second-words">Said in report {report}</p>}
          <Facts facts={first} />
        </section>
      ))}
    </>
  );
}

/** All that was told, whole, with what was answered for a first page; the newest report first. */
export function InTheirWords({ reports, now }: Pick<CasePage, "reports"> & { readonly now: Instant }): ReactElement {
  return (
    <>
      {reports.toReversed().map(({ report, came, account, said }) => (
        <section key={report} aria-labelledby={`said-${report}`}>
          <h2 id={`said-${report}`}>
            In their words, report {report}
            {came !== null && `, ${sayWhen(came, now)}`}
          </h2>
          {account === "" ? (
            <p className="second-words">Nothing was written. That is not “nothing happened”.</p>
          ) : (
            <blockquote className="account">{account}</blockquote>
          )}
          <Facts facts={said} />
        </section>
      ))}
    </>
  );
}
