import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { Icon } from "./icon.tsx";

/** The one red thing. */
export function CallRow(): ReactElement {
  return (
    <>
      <a className="danger" href="tel:999">
        <Icon name="phone" />
        <Trans>Call 999</Trans>
      </a>
      <p className="second">
        <Trans>
          Can’t speak? Call from a mobile, listen, then press <strong>55</strong> when you are asked.
        </Trans>
      </p>
    </>
  );
}
