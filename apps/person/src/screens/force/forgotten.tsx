import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { Page } from "../../parts/page.tsx";
import { tidyUp } from "../../ports/tidy-up.ts";
import { type Walk, areFilesStanding, isLetterKept, isPackStanding, withoutAll } from "../../session.ts";
import { PackStands } from "./pack-stands.tsx";

/** What her words opened is forgotten. What else of hers is in this page is named without a name of a file, and goes where she says so. */
export function Forgotten({ session, change, navigation, engine }: Walk): ReactElement {
  const isKept = isLetterKept(session);
  const isMoving = areFilesStanding(session) || isPackStanding(session);
  const forget = (): void => {
    // The worker holds the letter that stays, and its files.
    if (!isKept) {
      engine.close();
      void tidyUp();
    }
    change(withoutAll(session));
    navigation.restart({ name: "files" });
  };
  return (
    <Page
      title={t`The replies are forgotten.`}
      actions={
        <>
          <button type="button" className="primary" onClick={forget}>
            <Trans>Forget the rest too</Trans>
          </button>
          <button type="button" className="bare underlined" onClick={() => navigation.restart({ name: "files" })}>
            <Trans>Keep the rest</Trans>
          </button>
        </>
      }
    >
      <p>
        <Trans>
          What you brought in, wrote or made here and did not save or send is still in this page, for whoever holds this device.
        </Trans>
        {isKept && ` ${t`Your letter that left stays in any case.`}`}
      </p>
      <PackStands {...{ session, change, engine }} />
      {isMoving && !isKept && (
        <p>
          <Trans>They do not have all of it yet. If you forget the rest, it can go on nowhere.</Trans>
        </p>
      )}
    </Page>
  );
}
