import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useState } from "react";
import { Page } from "../../parts/page.tsx";
import { askToKeep, clearsAfterWeek } from "../../ports/vault-place.ts";
import type { Walk } from "../../session.ts";

/** What the browser did not promise: to keep what lies here. How it can be asked, and what else helps. */
export function KeepPromise({ vault }: Walk): ReactElement {
  const [says, setSays] = useState("");
  const isKept = vault.status?.is === "open" && vault.status.isPersisted;
  const ask = async (): Promise<void> => {
    await askToKeep();
    const status = await vault.look();
    if (status?.is !== "open" || !status.isPersisted)
      setSays(t`The browser did not promise it. Put Notes on the home screen, and keep a copy somewhere else.`);
  };
  return (
    <Page
      title={isKept ? t`The browser promised to keep this` : t`The browser has not promised to keep this`}
      actions={
        !isKept && (
          <button type="button" className="primary" onClick={() => void ask()}>
            <Trans>Ask the browser to keep it</Trans>
          </button>
        )
      }
    >
      <p role="status" className={says === "" ? "unseen" : "amber"}>
        {says}
      </p>
      <p>
        {isKept ? (
          <Trans>It does not clear this away by itself. A lost or broken phone loses it all the same: keep a copy somewhere else.</Trans>
        ) : (
          <>
            <Trans>A browser can clear away what a page keeps, when room is short.</Trans>{" "}
            {clearsAfterWeek() && <Trans>Safari may do it when this page was not opened for a week.</Trans>}{" "}
            <Trans>On the home screen it is kept.</Trans>
          </>
        )}
      </p>
      <h2>
        <Trans>Put Notes on the home screen</Trans>
      </h2>
      <ul>
        <li>
          <Trans>iPhone: the Share button, then “Add to Home Screen”.</Trans>
        </li>
        <li>
          <Trans>Android and computers: the menu of the browser, then “Install” or “Add to Home screen”.</Trans>
        </li>
      </ul>
      <p className="second">
        <Trans>The icon is called Notes. Whoever looks at this phone can see that it is there.</Trans>
      </p>
    </Page>
  );
}
