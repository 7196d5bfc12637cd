import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";

/** Nothing can be kept here: all else goes on. */
export function LookOnly({ navigation }: Walk): ReactElement {
  return (
    <Page
      title={t`Look only: this window keeps nothing`}
      actions={
        <button type="button" className="primary" onClick={() => navigation.replace({ name: "files" })}>
          <Trans>Go on without keeping</Trans>
        </button>
      }
    >
      <p>
        <Trans>
          It is a private window, or a browser that cannot keep notes. You can look at your files, make a report and read what is good to
          know. When you close the window, nothing of it stays.
        </Trans>
      </p>
      <p>
        <Trans>To keep notes, open this page in an ordinary window, or in another browser.</Trans>
      </p>
    </Page>
  );
}
