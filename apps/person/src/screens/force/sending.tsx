import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
  const name = offered?.force?.name ?? t`the police`;
  const [isAsked, setAsked] = useState(false);
  if (!sending) return <Page title={t`Nothing is on its way`} />;
  if (sending.stage === "not sent") return <NotSent {...walk} {...sending} />;
  if (sending.stage === "letter") {
    return (
      <Page
        kicker={t`To ${name}`}
        title={t`Your letter is on its way.`}
        actions={
          <button type="button" className="secondary" onClick={() => engine.stopSending("letter")}>
            <Trans>Stop</Trans>
          </button>
        }
      >
        <ProgressView done={0} total={0} says={`${sending.doing}.`} />
        <p className="second">
          <Trans>This takes some seconds. Until they have said that it is there, nothing counts as sent.</Trans>
        </p>
      </Page>
    );
  }
  const { stage, hasFiles } = sending;
  return (
    <Page
      kicker={t`To ${name}`}
      title={titleOf(sending)}
      actions={
        <>
          <Alarm />
          {words !== undefined && (
            <button type="button" className="primary" onClick={() => navigation.go({ name: "receipt" })}>
              <Trans>Show my seven words</Trans>
            </button>
          )}
          {stage === "files" && hasFiles && (
            <button type="button" className="bare underlined" onClick={() => engine.stopSending("letter")}>
              <Trans>Stop the files, go on later</Trans>
            </button>
          )}
          {stage === "stopped" && (
            <button
              type="button"
              className={words === undefined ? "primary" : "bare underlined"}
              onClick={() => goOnSending(walk, sending)}
            >
              <Trans>Go on with the files</Trans>
            </button>
          )}
          {words === undefined && (
            <button type="button" className="secondary" onClick={() => navigation.go({ name: "replies" })}>
              <Trans>Look for replies</Trans>
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
              {isAsked ? t`Give up my seven words` : t`Write another letter`}
            </button>
          )}
        </>
      }
    >
      {isAsked && <Hindrance says={t`Another letter takes the seven words of this one away. Then nobody can read the reply to it.`} />}
      <div className="goes">
        <p className="sides">
          <Trans>
            <strong>Letter</strong> <strong className="hers">There</strong>
          </Trans>
        </p>
        <p className="second">
          <Trans>It is on their disk. They can read it now.</Trans>
        </p>
      </div>
      {hasFiles && <Files {...sending} />}
      {words !== undefined && (
        <section className="mind">
          <p>
            <Trans>
              <strong>Seven words are ready for you.</strong> They are the only way to read the reply. They stay in this page until you have
              typed them back, begin another letter, or close it. Have pen and paper near.
            </Trans>
          </p>
        </section>
      )}
    </Page>
  );
}

function titleOf({ stage, hasFiles }: Sending): string {
  if (stage === "whole" || !hasFiles) return hasFiles ? t`Your letter and your files are there.` : t`Your letter is there.`;
  return stage === "stopped" ? t`Your letter is there. The rest has stopped.` : t`Your letter is there. The rest is on its way.`;
}

function Files({ stage, done, total }: Sending): ReactElement {
  return (
    <>
      <div className="goes">
        <p className="sides">
          <strong>
            <Trans>Report and files</Trans>
          </strong>
          <strong className={stage === "whole" ? "hers" : ""}>
            {stage === "whole" ? t`There` : t`${saySize(done)} of ${saySize(total)}`}
          </strong>
        </p>
        {stage !== "whole" && <ProgressView done={done} total={total} says={stage === "files" ? t`On its way.` : t`Stopped.`} />}
      </div>
      {stage !== "whole" && (
        <>
          <h2>
            <Trans>The rest can stop and go on.</Trans>
          </h2>
          <p>
            <Trans>
              What is there stays there for 48 hours. While this page is open, it goes on from where it was. If you leave, the files have to
              be sent anew; the letter stays.
            </Trans>
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
      title={mayBeThere ? t`Nobody has said whether your letter is there.` : t`Nothing was sent.`}
      actions={
        <>
          <Alarm says={t`You need no report for that.`} />
          <button type="button" className="primary" onClick={() => sendIt(walk, session.sentPack)}>
            {mayBeThere ? t`Send the same letter again` : t`Try again`}
          </button>
          {!mayBeThere && (
            <button type="button" className="bare underlined" onClick={() => navigation.replace({ name: "send", isAlone: !hasFiles })}>
              <Trans>Go back to the letter</Trans>
            </button>
          )}
          {session.made && (
            <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "saved" })}>
              <Trans>Save it as a file to take along</Trans>
            </button>
          )}
        </>
      }
    >
      <p>{says}</p>
      <p>
        {mayBeThere
          ? t`It goes again as it was, and they have it once. What you want to add can go when it is there. You can also ring 101.`
          : t`What you wrote is still here. You can also ring 101, or take the report there.`}
      </p>
    </Page>
  );
}
