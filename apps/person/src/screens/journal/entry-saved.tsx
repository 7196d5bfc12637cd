import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";

/** It is on the disk: nothing more is to be done. */
export function EntrySaved({ navigation, entry }: Walk & { readonly entry: number }): ReactElement {
  return (
    <Page
      title={t`Saved`}
      actions={
        <>
          <button type="button" className="primary" onClick={() => navigation.replace({ name: "home" })}>
            <Trans>Go to the beginning</Trans>
          </button>
          <button type="button" className="bare underlined" onClick={() => navigation.replace({ name: "one-entry", entry })}>
            <Trans>Read what I wrote</Trans>
          </button>
        </>
      }
    >
      <p>
        <Trans>It is sealed on this device, as number {entry}. You can add to it at any time. What you wrote stays as it is.</Trans>
      </p>
      <button type="button" className="bare underlined" onClick={() => navigation.replace({ name: "entry" })}>
        <Trans>Write about something else</Trans>
      </button>
    </Page>
  );
}
