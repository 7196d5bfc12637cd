import { saySize } from "@unmask/words";
import { type ReactElement, useState } from "react";
import { Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import { type Sending, type Walk, canBeginAnother, withAnotherLetter } from "../../session.ts";
import { Alarm } from "./alarm.tsx";
import { goOnSending, sendIt } from "./send-it.ts";

/** The letter is there before the files, so the seven words are offered while the files go on. */
export function SendingScreen(walk: Walk): ReactElement {
  const { session, change, navigation, engine } = walk;
  const { sending, words, offered } = session;
  const name = offered?.force?.name ?? "the police";
  const [isAsked, setAsked] = useState(false);
  if (!sending) return <Page title="Nothing is on its way" />;
  if (sending.stage === "not sent") return <NotSent {...walk} {...sending} />;
  if (sending.stage === "letter") {
    return (
      <Page
        kicker={`To ${name}`}
        title="Your letter is on its way."
        actions={
          <button type="button" className="secondary" onClick={() => engine.stopSending("letter")}>
            Stop
          </button>
        }
      >
        <ProgressView done={0} total={0} says={`${sending.doing}.`} />
        <p className="second">This takes some seconds. Until they have said that it is there, nothing counts as sent.</p>
      </Page>
    );
  }
  const { stage, hasFiles } = sending;
  return (
    <Page
      kicker={`To ${name}`}
      title={titleOf(sending)}
      actions={
        <>
          <Alarm />
          {words !== undefined && (
            <button type="button" className="primary" onClick={() => navigation.go({ name: "receipt" })}>
              Show my seven words
            </button>
          )}
          {stage === "files" && hasFiles && (
            <button type="button" className="bare underlined" onClick={() => engine.stopSending("letter")}>
              Stop the files, go on later
            </button>
          )}
          {stage === "stopped" && (
            <button
              type="button"
              className={words === undefined ? "primary" : "bare underlined"}
              onClick={() => goOnSending(walk, sending)}
            >
              Go on with the files
            </button>
          )}
          {words === undefined && (
            <button type="button" className="secondary" onClick={() => navigation.go({ name: "replies" })}>
              Look for replies
            </button>
          )}
          {canBeginAnother(session) && (
            <button
              type="button"
              className="bare underlined"
              onClick={() => {
                if (words !== undefined && !isAsked) return setAsked(true);
                change(withAnotherLetter);
                // What went already does not go again by itself.
                navigation.replace({ name: "send", isAlone: session.made?.pack === session.sentPack });
              }}
            >
              {isAsked ? "Give up my seven words" : "Write another letter"}
            </button>
          )}
        </>
      }
    >
      {isAsked && <Hindrance says="Another letter takes the seven words of this one away. Then nobody can read the reply to it." />}
      <div className="goes">
        <p className="sides">
          <strong>Letter</strong> <strong className="hers">There</strong>
        </p>
        <p className="second">It is on their disk. They can read it now.</p>
      </div>
      {hasFiles && <Files {...sending} />}
      {words !== undefined && (
        <section className="mind">
          <p>
            <strong>Seven words are ready for you.</strong> They are the only way to read the reply. They stay in this page until you have
            typed them back, begin another letter, or close it. Have pen and paper near.
          </p>
        </section>
      )}
    </Page>
  );
}

function titleOf({ stage, hasFiles }: Sending): string {
  if (stage === "whole" || !hasFiles) return hasFiles ? "Your letter and your files are there." : "Your letter is there.";
  return stage === "stopped" ? "Your letter is there. The rest has stopped." : "Your letter is there. The rest is on its way.";
}

function Files({ stage, done, total }: Sending): ReactElement {
  return (
    <>
      <div className="goes">
        <p className="sides">
          <strong>Report and files</strong>
          <strong className={stage === "whole" ? "hers" : ""}>
            {stage === "whole" ? "There" : `${saySize(done)} of ${saySize(total)}`}
          </strong>
        </p>
        {stage !== "whole" && <ProgressView done={done} total={total} says={stage === "files" ? "On its way." : "Stopped."} />}
      </div>
      {stage !== "whole" && (
        <>
          <h2>The rest can stop and go on.</h2>
          <p>
            What is there stays there for 48 hours. While this page is open, it goes on from where it was. If you leave, the files have to
            be sent anew; the letter stays.
          </p>
        </>
      )}
    </>
  );
}

function NotSent({ says, mayBeThere, hasFiles, ...walk }: Walk & Sending): ReactElement {
  const { session, navigation } = walk;
  return (
    <Page
      title={mayBeThere ? "Nobody has said whether your letter is there." : "Nothing was sent."}
      actions={
        <>
          <Alarm says="You need no report for that." />
          <button type="button" className="primary" onClick={() => sendIt(walk, session.sentPack)}>
            {mayBeThere ? "Send the same letter again" : "Try again"}
          </button>
          {!mayBeThere && (
            <button type="button" className="bare underlined" onClick={() => navigation.replace({ name: "send", isAlone: !hasFiles })}>
              Go back to the letter
            </button>
          )}
          {session.made && (
            <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "saved" })}>
              Save it as a file to take along
            </button>
          )}
        </>
      }
    >
      <p>{says}</p>
      <p>
        {mayBeThere
          ? "It goes again as it was, and they have it once. What you want to add can go when it is there. You can also ring 101."
          : "What you wrote is still here. You can also ring 101, or take the report there."}
      </p>
    </Page>
  );
}
