import { Trans } from "@lingui/react/macro";
import { t } from "@lingui/core/macro";
import { type ReactElement, useEffect, useState } from "react";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import type { JournalScreens } from "./journal-screens.tsx";
import type { JournalScreen } from "./names.ts";

interface Brought {
  readonly JournalScreens: typeof JournalScreens;
}

/** What she writes and keeps, in a part of the app of its own: whoever looks at files alone does not wait for it. */
export function BringJournal(parts: Walk & { readonly screen: JournalScreen }): ReactElement | null {
  const [brought, setBrought] = useState<Brought | "missing">();
  const bring = (): void => {
    import("./journal-screens.tsx").then(setBrought, () => setBrought("missing"));
  };
  useEffect(bring, []);
  if (brought === undefined) return null;
  if (brought !== "missing") return <brought.JournalScreens {...parts} />;
  return (
    <Page
      title={t`This part could not be fetched`}
      actions={
        <button type="button" className="primary" onClick={bring}>
          <Trans>Try again</Trans>
        </button>
      }
    >
      <p>
        <Trans>The first time it comes from the address of this page, and nothing answers there now. What you kept is still here.</Trans>
      </p>
    </Page>
  );
}
