import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import type { Navigation } from "../navigation.ts";

/** Where counts are shown and nobody is her: what that does to them, and where to say it. */
export function NobodyIsYou({ navigation }: { readonly navigation: Navigation }): ReactElement {
  return (
    <div className="nobody-is-you">
      <p className="amber">
        <Trans>Nobody is you yet: how much you sent is not known.</Trans>
      </p>
      <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "people" })}>
        <Trans>Say which names and numbers are you</Trans>
      </button>
    </div>
  );
}
