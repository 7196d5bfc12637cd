import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { CasePage } from "../desk/case-page.ts";
import { Facts } from "../parts/facts.tsx";
import { sayWhen } from "../parts/say-when.ts";

/** What the person said, in a case of one report or of many. */

/**
 * How it is safe to reach each person and what was said of danger, before any button: of who is in danger first, then the newest report first. Of
 * several each stands under their name.
 */
export function HowToReach({ reached, first }: Pick<CasePage, "reached" | "first">): ReactElement {
  const inDanger = new Set(first.danger.map(({ of }) => of));
  const inOrder = reached.toReversed().toSorted((one, other) => Number(inDanger.has(other.report)) - Number(inDanger.has(one.report)));
  return (
    <>
      {inOrder.map(({ report, name, reach }) => (
        <section key={report} aria-label={`How to reach ${name}, ${report}`}>
          {reached.length > 1 && (
            <p className="bold">
              {name}, {report}
            </p>
          )}
          <Facts facts={reach} />
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
