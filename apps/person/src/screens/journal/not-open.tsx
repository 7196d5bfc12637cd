import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";

/** Where a screen needs what is kept here, and it is not open: why, and the way on without it. */
export function NotOpen({ vault, navigation }: Walk): ReactElement | null {
  const { status } = vault;
  // It is asked at this moment: what would stand here for the blink of an eye is not read.
  if (status === undefined) return null;
  return (
    <Page
      title={status.is === "elsewhere" ? t`Your notes are open in another window` : t`Nothing can be kept in this window now`}
      actions={
        <>
          {status.is === "none" && (
            <button type="button" className="primary" onClick={() => navigation.go({ name: "keep", at: "make" })}>
              <Trans>Keep notes on this device</Trans>
            </button>
          )}
          <button
            type="button"
            className={status.is === "none" ? "bare underlined" : "primary"}
            onClick={() => navigation.go({ name: "files" })}
          >
            <Trans>Look at files without keeping them</Trans>
          </button>
        </>
      }
    >
      <p>
        {status.is === "elsewhere" && <Trans>Go on there, or close that window and open your notes here.</Trans>}
        {status.is === "locked" && <Trans>Your notes are locked. Open them first: they are all still there.</Trans>}
        {status.is === "none" && <Trans>Nothing is kept on this device yet.</Trans>}
        {status.is === "look-only" && (
          <Trans>This browser or window keeps nothing. Files can be looked at; all of it goes when you close the page.</Trans>
        )}
      </p>
    </Page>
  );
}
