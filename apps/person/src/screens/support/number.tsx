import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { Page } from "../../parts/page.tsx";

/** A number so large that it can be read from here and typed into another phone. */
export function NumberScreen({ service, number }: { readonly service: string; readonly number: string }): ReactElement {
  return (
    <Page title={service}>
      <p className="large">
        <bdi>{number}</bdi>
      </p>
      <p>
        <Trans>
          Type it into another phone: a friend’s, one at work, a telephone in a shop. The call then stays in the list of that one.
        </Trans>
      </p>
      <p className="second">
        <Trans>“Back” hides it from this page.</Trans>
      </p>
    </Page>
  );
}
