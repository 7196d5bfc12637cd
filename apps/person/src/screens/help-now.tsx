import type { ReactElement } from "react";
import { Page } from "../parts/page.tsx";
import type { Walk } from "../session.ts";
import { CallRow } from "../parts/call-row.tsx";

/** The day on which what stands here was looked up. */
const checkedOn = "25 November 2026";

/** Says less rather than something that nobody confirmed: the numbers of the police and no other. */
export function HelpNow({ navigation }: Walk): ReactElement {
  return (
    <Page
      title="Help now"
      actions={
        <button type="button" className="primary" onClick={navigation.back}>
          Go back to where I was
        </button>
      }
    >
      <h2>Danger now</h2>
      <CallRow />
      <h2>Not at this moment</h2>
      <p>
        Call the police on <a href="tel:101">101</a>. Say that it keeps happening, and that you have a timeline of it. You need none to
        report it. If you think that it is stalking, you can say so.
      </p>
      <h2>People who know this well</h2>
      <p>
        There are free helplines for people who are followed, watched or contacted again and again: look for the National Stalking Helpline.
        No helpline’s number stands here, because we could not confirm one with the service itself.
      </p>
      <h2>Before you call</h2>
      <p>A call stays in this phone’s list of calls, and may stand on a shared bill. A friend’s phone leaves neither with you.</p>
      <h2>To leave this page</h2>
      <p>
        “Leave quickly”, or Shift pressed three times, closes everything and opens an empty notes page. It can’t clear the browser’s
        history.
      </p>
      <p className="small">Looked up on {checkedOn}.</p>
    </Page>
  );
}
