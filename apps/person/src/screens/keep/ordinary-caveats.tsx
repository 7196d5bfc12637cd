import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { Caveat } from "../../parts/caveats.tsx";

/** What gives the ordinary notes away, said before there is a passphrase for them. */
export function OrdinaryCaveats(): ReactElement {
  return (
    <Caveat>
      <p>
        <Trans>It deceives a glance, not an examination: somebody who takes this phone apart can see that more is kept.</Trans>
      </p>
      <p>
        <Trans>
          A note written while your notes are locked is not among these. Whoever writes one and looks for it here sees that there is more.
        </Trans>
      </p>
      <p>
        <Trans>
          Empty notes look made up, and these are empty at first. Open them once and write a few ordinary lines: a shopping list, a recipe.
        </Trans>
      </p>
    </Caveat>
  );
}
