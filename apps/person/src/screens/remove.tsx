import { type ReactElement, useState } from "react";
import { Caveat } from "../parts/caveats.tsx";
import { Page } from "../parts/page.tsx";
import { removeStoredApp } from "../ports/stored-app.ts";
import { type Walk, emptySession, isSomethingHeld } from "../session.ts";

/** Takes the app itself out of this browser: first what goes and what stays, then the one button. */
export function Remove({ session, change, engine }: Walk): ReactElement {
  const [stage, setStage] = useState<"asked" | "removing" | "removed" | "failed">("asked");
  const remove = (): void => {
    setStage("removing");
    engine.close();
    change(emptySession);
    removeStoredApp().then(
      () => setStage("removed"),
      () => setStage("failed"),
    );
  };
  if (stage === "removed" || stage === "failed") {
    return (
      <Page title={stage === "removed" ? "The app’s own files are removed" : "Not everything could be removed"}>
        {stage === "failed" && <p>The browser refused. Its own settings can do it: remove the data of the site “localhost”.</p>}
        <p>“Notes” stays in this browser’s history, and so do the files that you saved. Close this page now.</p>
      </Page>
    );
  }
  return (
    <Page
      title="Remove the app’s own files from this browser"
      actions={
        <button type="button" className="primary" disabled={stage === "removing"} onClick={remove}>
          Remove them
        </button>
      }
    >
      {isSomethingHeld(session) && (
        <Caveat>
          <p>What you brought in, typed or made here and did not save is lost. The files that you chose stay as they are.</p>
        </Caveat>
      )}
      <dl className="facts">
        <div>
          <dt>Goes</dt>
          <dd>The pages of this app. To open it again, its address has to answer: it no longer opens without a network.</dd>
        </div>
        <div>
          <dt>Stays</dt>
          <dd>“Notes” in this browser’s history, which you can clear there, and the files that you saved.</dd>
        </div>
      </dl>
    </Page>
  );
}
