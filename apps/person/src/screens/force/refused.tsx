import { daysFromCivil } from "@unmask/core";
import { sayDay } from "@unmask/words";
import type { ReactElement } from "react";
import type { RefusedForce } from "../../engine/force-protocol.ts";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import { Alarm } from "./alarm.tsx";

/** Nothing was sent, and why: both locks, what it can be, and what she can do without these pages. */
export function Refused({ refused: { name, locks, says }, session, navigation }: Walk & { readonly refused: RefusedForce }): ReactElement {
  const { made } = session;
  const offers = locks ? "offers a new lock" : "does not take reports";
  return (
    <Page
      kicker={`To ${name}`}
      title="Nothing was sent."
      actions={
        <>
          <Alarm says="You need no report for that." />
          <button type="button" className="primary" onClick={navigation.back}>
            Keep it here
          </button>
          {made && (
            <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "saved" })}>
              Save it as a file to take along
            </button>
          )}
        </>
      }
    >
      <p>{says} So we stopped.</p>
      {locks && (
        <dl className="locks">
          <dt>Known since {sayDay(daysFromCivil(locks.since))}, in this browser</dt>
          <dd>{shortly(locks.known)}</dd>
          <dt>Offered today</dt>
          <dd className="amber">{shortly(locks.offered)}</dd>
        </dl>
      )}
      <h2>What it can be</h2>
      <p>
        A change that the police forgot to announce in the right way, or a fault of theirs. Or somebody between you and them. We can’t tell
        which.
      </p>
      <h2>What you can do</h2>
      <p>
        Ring 101 and say: “your report page {offers}”. Or take the report there
        {made ? ": it is here, whole, until you leave" : ""}.
      </p>
    </Page>
  );
}

/** Enough of a signer to read out and compare. */
function shortly(signer: string): string {
  return `${signer.slice(0, 4)} ${signer.slice(4, 8)} ${signer.slice(8, 12)} … ${signer.slice(-4)}`;
}
