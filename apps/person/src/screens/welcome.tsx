import type { ReactElement } from "react";
import { CallRow } from "../parts/call-row.tsx";
import { Caveat } from "../parts/caveats.tsx";
import { Page } from "../parts/page.tsx";
import { saySize } from "@unmask/words";
import { mostStored } from "../ports/stored-app.ts";
import type { Walk } from "../session.ts";

/** In order of need: danger, mind this, what stays behind, go on. `isLoadedAgain`: a session was in the middle of it. */
export function Welcome({ navigation, isLoadedAgain }: Walk & { readonly isLoadedAgain: boolean }): ReactElement {
  return (
    <Page
      title="Is anyone in danger now?"
      actions={
        <>
          <p className="small">Have your exported files ready. Stop when you like.</p>
          <button type="button" className="primary" onClick={() => navigation.go({ name: "files" })}>
            Go on
          </button>
        </>
      }
    >
      <CallRow />
      {isLoadedAgain && (
        <Caveat>
          <h2>This page was loaded again</h2>
          <p>It keeps nothing, so what you had read in, typed or made here is gone. Your files are unchanged: choose them again.</p>
        </Caveat>
      )}
      <Caveat>
        <h2>Can someone else see this device?</h2>
        <p>Someone who can unlock it could see this page and the files you save. A friend’s device, or one in a library, may be better.</p>
      </Caveat>
      <dl className="facts">
        <div>
          <dt>Stays</dt>
          <dd>
            “Notes” in this browser’s history, and the app’s own files (at most {saySize(mostStored)}, nothing of yours), so that it opens
            without a network.
            <button type="button" className="bare underlined below" onClick={() => navigation.go({ name: "remove" })}>
              Remove them
            </button>
          </dd>
        </div>
        <div>
          <dt>Not kept</dt>
          <dd>Your files and answers. Nothing leaves this device, and nothing of yours stays unless you save it.</dd>
        </div>
        <div>
          <dt>Leaving</dt>
          <dd>“Leave quickly”, or Shift three times, opens an empty notes page. It can’t clear the history.</dd>
        </div>
      </dl>
    </Page>
  );
}
