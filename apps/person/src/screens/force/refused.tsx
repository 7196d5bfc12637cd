import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
  return (
    <Page
      kicker={t`To ${name}`}
      title={t`Nothing was sent.`}
      actions={
        <>
          <Alarm says={t`You need no report for that.`} />
          <button type="button" className="primary" onClick={navigation.back}>
            <Trans>Keep it here</Trans>
          </button>
          {made && (
            <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "saved" })}>
              <Trans>Save it as a file to take along</Trans>
            </button>
          )}
        </>
      }
    >
      <p>
        <Trans>{says} So we stopped.</Trans>
      </p>
      {locks && (
        <dl className="locks">
          <dt>
            <Trans>Known since {sayDay(daysFromCivil(locks.since))}, in this browser</Trans>
          </dt>
          <dd>{shortly(locks.known)}</dd>
          <dt>
            <Trans>Offered today</Trans>
          </dt>
          <dd className="amber">{shortly(locks.offered)}</dd>
        </dl>
      )}
      <h2>
        <Trans>What it can be</Trans>
      </h2>
      <p>
        <Trans>
          A change that the police forgot to announce in the right way, or a fault of theirs. Or somebody between you and them. We can’t
          tell which.
        </Trans>
      </p>
      <h2>
        <Trans>What you can do</Trans>
      </h2>
      <p>
        {locks ? (
          <Trans>Ring 101 and say: “your report page offers a new lock”.</Trans>
        ) : (
          <Trans>Ring 101 and say: “your report page does not take reports”.</Trans>
        )}{" "}
        {made ? <Trans>Or take the report there: it is here, whole, until you leave.</Trans> : <Trans>Or take the report there.</Trans>}
      </p>
    </Page>
  );
}

/** Enough of a signer to read out and compare. */
function shortly(signer: string): string {
  return `${signer.slice(0, 4)} ${signer.slice(4, 8)} ${signer.slice(8, 12)} … ${signer.slice(-4)}`;
}
