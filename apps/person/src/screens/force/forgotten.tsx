import type { ReactElement } from "react";
import { Page } from "../../parts/page.tsx";
import { tidyUp } from "../../ports/tidy-up.ts";
import { type Walk, isLetterStanding, withoutAll } from "../../session.ts";

/** What her words opened is forgotten. What else of hers is in this page is named without a name of a file, and goes where she says so. */
export function Forgotten({ session, change, navigation, engine }: Walk): ReactElement {
  const isStanding = isLetterStanding(session);
  const forget = (): void => {
    // The worker holds the letter that stands, and its files.
    if (!isStanding) {
      engine.close();
      void tidyUp();
    }
    change(withoutAll(session));
    navigation.restart({ name: "files" });
  };
  return (
    <Page
      title="The replies are forgotten."
      actions={
        <>
          <button type="button" className="primary" onClick={forget}>
            Forget the rest too
          </button>
          <button type="button" className="bare underlined" onClick={() => navigation.restart({ name: "files" })}>
            Keep the rest
          </button>
        </>
      }
    >
      <p>
        What you brought in, wrote or made here and did not save or send is still in this page, for whoever holds this device.
        {isStanding && " Your letter that left stays in any case."}
      </p>
    </Page>
  );
}
