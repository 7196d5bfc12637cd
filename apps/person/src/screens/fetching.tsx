import type { ReactElement } from "react";
import { Page } from "../parts/page.tsx";
import { loadAgain } from "../ports/stored-app.ts";

/** While the rest of the app comes, and what to do when it does not. */
export function Fetching({ isMissing }: { readonly isMissing: boolean }): ReactElement {
  if (!isMissing) return <Page key="coming" title="Getting the rest of these pages" />;
  return (
    <Page
      key="missing"
      title="The rest of these pages could not be fetched"
      actions={
        <button type="button" className="primary" onClick={() => void loadAgain()}>
          Load this page again
        </button>
      }
    >
      <p>
        The first time, it comes from the address of this page, and nothing answers there now. Start it again, or wait for the network, then
        load this page again. Nothing of yours is in here yet.
      </p>
    </Page>
  );
}
