import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { Caveat } from "../../parts/caveats.tsx";

/** What the second passphrase is for, and what gives the notes behind it away. */
export function OrdinaryCaveats(): ReactElement {
  return (
    <>
      <p className="second">
        <Trans>
          Typed where your notes are opened, it shows a page of ordinary notes and nothing else. It is for when somebody stands beside you
          and wants to see.
        </Trans>
      </p>
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
          <Trans>Empty notes look made up. Open them once and write a few ordinary lines: a shopping list, a recipe.</Trans>
        </p>
      </Caveat>
    </>
  );
}
