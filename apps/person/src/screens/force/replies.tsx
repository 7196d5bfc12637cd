import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useState } from "react";
import type { Answer } from "../../engine/protocol.ts";
import { withMailbox } from "../../begun-answer.ts";
import { Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { type Walk, isSomethingHeld, withoutMatter } from "../../session.ts";
import { emptyIn, isUntouched, noWords } from "../../typed-words.ts";
import { Alarm } from "./alarm.tsx";
import { ReadReplies } from "./read-replies.tsx";
import { Refused } from "./refused.tsx";
import { type WordSlip, WordFields } from "./word-fields.tsx";

type Slip = Extract<Answer, { answer: "slip" }>;

/** Her words, then what they open. Neither leaves this page's memory, and both go when she closes it, leaves, or asks for it. */
export function Replies(walk: Walk): ReactElement {
  const { session, navigation, engine, change } = walk;
  const { typed: words, replies: found } = session;
  const [slip, setSlip] = useState<Slip>();
  const [empty, setEmpty] = useState<readonly number[]>([]);
  const [hindrance, setHindrance] = useState("");
  const [isLooking, setLooking] = useState(false);
  const [force, setForce] = useState<Extract<Answer, { answer: "force" }>>();

  const look = async (): Promise<void> => {
    setSlip(undefined);
    // It is told in the replies that it belongs to.
    if (session.answering.going !== undefined) return setHindrance(t`Your answer is still on its way. Look again when it is there.`);
    setHindrance("");
    const empty = emptyIn(words);
    setEmpty(empty);
    if (empty.length > 0) return;
    setLooking(true);
    const answer = await engine.ask({ ask: "replies", words: words.join(" ") });
    setLooking(false);
    if (answer.answer === "slip") setSlip(answer);
    else if (answer.answer === "replies" && answer.replies.length === 0) change({ replies: answer });
    else if (answer.answer === "replies") change({ replies: answer, typed: noWords, ...withMailbox(session, answer.mailbox) });
    else if (answer.answer === "force") setForce(answer);
    else setHindrance(answer.answer === "not sent" || answer.answer === "failed" ? answer.says : t`You stopped.`);
  };
  const forget = (): void => {
    const gone = withoutMatter(session);
    change(gone);
    void engine.ask({ ask: "forget" });
    navigation.restart({ name: isSomethingHeld({ ...session, ...gone }) ? "forgotten" : "files" });
  };
  if (isLooking) {
    return (
      <Page
        title={t`Looking for replies`}
        actions={
          <button type="button" className="secondary" onClick={engine.stop}>
            <Trans>Stop</Trans>
          </button>
        }
      >
        <p role="status">
          <Trans>This takes some seconds. Your words stay on this phone.</Trans>
        </p>
      </Page>
    );
  }
  if (force) {
    return force.refused ? <Refused {...walk} refused={force.refused} /> : <Page title={t`Nobody takes reports at this address now.`} />;
  }
  if (found && found.replies.length > 0) return <ReadReplies {...walk} {...found} onForget={forget} />;
  if (found)
    return <Nothing notUnderstood={found.notUnderstood} onAgain={() => void look()} onOther={() => change({ replies: undefined })} />;
  const slips = [...empty.map(emptyAt), ...(slip?.slips.map(slipAt) ?? [])];
  const place = slips[0] && slips[0].at + 1;
  return (
    <Page
      title={t`Type your seven words`}
      actions={
        <>
          <button
            type="button"
            className={place === undefined ? "primary" : "outlined wide"}
            disabled={place !== undefined}
            onClick={() => void look()}
          >
            {place === undefined ? t`Look for replies` : t`Look for replies: word ${place} first`}
          </button>
          <details className="lost">
            <summary>
              <Trans>I have lost my words</Trans>
            </summary>
            <p>
              <Trans>Nobody can find them again, we neither. Ring 101 and give your name: you need no words for that.</Trans>
            </p>
          </details>
        </>
      }
    >
      <p>
        <Trans>They stay on this phone. Spaces and capitals don’t matter.</Trans>
      </p>
      {hindrance !== "" && <Hindrance says={hindrance} />}
      {slip && place === undefined && <Hindrance says={slip.says} />}
      <WordFields
        words={words}
        slips={slips}
        onChange={(changed) => {
          change({ typed: changed });
          // The others stay marked: each is mended at its own place.
          const left = slip?.slips.filter((one) => isUntouched(one.place - 1, words, changed)) ?? [];
          setSlip(slip && left.length > 0 ? { ...slip, slips: left } : undefined);
          setEmpty(empty.filter((at) => isUntouched(at, words, changed)));
        }}
      />
      <p className="second">
        <Trans>Type any word again to change it. Nothing is sent until all seven fit together.</Trans>
      </p>
    </Page>
  );
}

function emptyAt(at: number): WordSlip {
  return {
    at,
    says: (
      <strong>
        <Trans>Word</Trans> {at + 1} <Trans>is empty.</Trans>
      </strong>
    ),
  };
}

function slipAt({ place, likely: [meant] }: Slip["slips"][number]): WordSlip {
  return {
    at: place - 1,
    meant,
    says: (
      <>
        <strong>
          <Trans>Word {place} is not on our list.</Trans>
        </strong>
        {meant !== undefined && ` ${t`Did you write “${meant}”?`}`}
      </>
    ),
  };
}

/** One page for no reply, other words and too old: what is told must not differ. */
function Nothing({
  notUnderstood,
  onAgain,
  onOther,
}: {
  readonly notUnderstood: number;
  readonly onAgain: () => void;
  readonly onOther: () => void;
}): ReactElement {
  return (
    <Page
      title={t`Nothing is here for these words.`}
      actions={
        <>
          <Alarm />
          <button type="button" className="primary" onClick={onAgain}>
            <Trans>Look again</Trans>
          </button>
          <button type="button" className="bare underlined" onClick={onOther}>
            <Trans>Type other words</Trans>
          </button>
        </>
      }
    >
      <p>
        <Trans>One of three things. We can’t say which, so that nobody who tries out words learns anything.</Trans>
      </p>
      <dl className="locks">
        <dt className="strong">
          <Trans>There is no reply yet</Trans>
        </dt>
        <dd>
          <Trans>A report is opened by people. Look again tomorrow.</Trans>
        </dd>
        <dt className="strong">
          <Trans>They are the words of another report</Trans>
        </dt>
        <dd>
          <Trans>They fit together, so none is mistyped.</Trans>
        </dd>
        <dt className="strong">
          <Trans>The words are too old</Trans>
        </dt>
        <dd>
          <Trans>Replies are kept for about 26 weeks.</Trans>
        </dd>
      </dl>
      {notUnderstood > 0 && (
        <p>
          <Trans>Something is here that these pages cannot read. Ring 101 and say so.</Trans>
        </p>
      )}
      <h2>
        <Trans>You need not wait</Trans>
      </h2>
      <p>
        <Trans>Ring 101 and give your name. You need no words for that.</Trans>
      </p>
    </Page>
  );
}
