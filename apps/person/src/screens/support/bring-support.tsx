import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useEffect, useState } from "react";
import type { SupportScreen } from "../../navigation.ts";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import type { SupportScreens } from "./support-screens.tsx";

interface Brought {
  readonly SupportScreens: typeof SupportScreens;
}

/** Who can help and what is known, in a part of the app of its own, that is fetched when she asks for it. */
export function BringSupport(parts: Walk & { readonly screen: SupportScreen }): ReactElement | null {
  const [brought, setBrought] = useState<Brought | "missing">();
  const bring = (): void => {
    import("./support-screens.tsx").then(setBrought, () => setBrought("missing"));
  };
  useEffect(bring, []);
  if (brought === undefined) return null;
  if (brought !== "missing") return <brought.SupportScreens {...parts} />;
  return (
    <Page
      title={t`These pages could not be fetched`}
      actions={
        <button type="button" className="primary" onClick={bring}>
          <Trans>Try again</Trans>
        </button>
      }
    >
      <p>
        <Trans>
          The first time they come from the address of this page, and nothing answers there now. “Help now”, at the top, has numbers to
          call.
        </Trans>
      </p>
    </Page>
  );
}
