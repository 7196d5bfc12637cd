import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useEffect, useState } from "react";
import { Page } from "./page.tsx";

/** A group of screens in a part of the app of its own, that is fetched when she asks for it. */
export function BringPart<Part extends object>({
  bring,
  children,
}: {
  readonly bring: () => Promise<Part>;
  readonly children: (part: Part) => ReactElement;
}): ReactElement | null {
  const [brought, setBrought] = useState<Part | "missing">();
  const fetchIt = (): void => {
    bring().then(
      (part) => setBrought(() => part),
      () => setBrought("missing"),
    );
  };
  useEffect(fetchIt, []);
  if (brought === undefined) return null;
  if (brought !== "missing") return children(brought);
  return (
    <Page
      title={t`These pages could not be fetched`}
      actions={
        <button type="button" className="primary" onClick={fetchIt}>
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
