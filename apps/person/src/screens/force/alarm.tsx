import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";

/** The one red thing, above what there is to do: these pages are no emergency service. */
export function Alarm({ says = "" }: { readonly says?: string }): ReactElement {
  return (
    <p className="alarm">
      <a href="tel:999">
        <Trans>In danger now? Call 999.</Trans>
      </a>{" "}
      {says}
    </p>
  );
}
