import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";

/** Empties the fields of what she is writing: it is not kept. */
export function ThrowAway({ onPress }: { readonly onPress: () => void }): ReactElement {
  return (
    <p>
      <button type="button" className="bare underlined" onClick={onPress}>
        <Trans>Throw away what is typed here</Trans>
      </button>
    </p>
  );
}
