import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useEffect, useState } from "react";
import { Caveat } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import { isUntouched, noWords, othersIn } from "../../typed-words.ts";
import { WordFields } from "./word-fields.tsx";

/** The words, to be copied by hand; then typed back, so that a slip of the pen is found while they can still be shown. */
export function Receipt({ session, change, navigation }: Walk): ReactElement {
  const { words, offered } = session;
  const name = offered?.force?.name ?? t`the police`;
  const [isTyping, setTyping] = useState(false);
  const [typed, setTyped] = useState(noWords);
  const [others, setOthers] = useState<readonly number[]>([]);
  useEffect(() => change({ wereWordsShown: true }), [change]);
  if (words === undefined) return <Kept onDone={() => navigation.replace({ name: "sending" })} />;
  if (!isTyping) {
    return (
      <Page
        kicker={t`Your letter is with ${name}`}
        title={t`Write these seven words down`}
        actions={
          <>
            <button type="button" className="primary" onClick={() => setTyping(true)}>
              <Trans>I have written them down</Trans>
            </button>
            <button type="button" className="bare underlined" onClick={() => navigation.replace({ name: "sending" })}>
              <Trans>Not yet: back to my letter</Trans>
            </button>
          </>
        }
      >
        <p>
          <Trans>On paper, in this order. They are the only way to read the reply. We don’t have them and can’t get them back.</Trans>
        </p>
        <ol className="words">
          {words.split(" ").map((word, at) => (
            <li key={at}>
              <span aria-hidden="true">{at + 1}</span> <span className="word">{word}</span>
            </li>
          ))}
        </ol>
        <Caveat>
          <p>
            <Trans>A photo or a copy on this phone can be found by someone who looks through it.</Trans>
          </p>
        </Caveat>
      </Page>
    );
  }
  const check = (): void => {
    const wrong = othersIn(typed, words);
    setOthers(wrong);
    if (wrong.length === 0) change({ words: undefined });
  };
  return (
    <Page
      title={t`Type them back from your paper`}
      actions={
        <>
          <button type="button" className="primary" onClick={check}>
            <Trans>Compare them</Trans>
          </button>
          <button type="button" className="bare underlined" onClick={() => setTyping(false)}>
            <Trans>Show the words again</Trans>
          </button>
        </>
      }
    >
      <p>
        <Trans>So that a slip of the pen is found now. Capitals don’t matter.</Trans>
      </p>
      <WordFields
        words={typed}
        slips={others.map((at) => ({
          at,
          says: <strong>{typed[at]?.trim() === "" ? t`Word ${at + 1} is empty.` : t`Word ${at + 1} is another one.`}</strong>,
        }))}
        onChange={(changed) => {
          setTyped(changed);
          setOthers(others.filter((at) => isUntouched(at, typed, changed)));
        }}
      />
    </Page>
  );
}

function Kept({ onDone }: { readonly onDone: () => void }): ReactElement {
  return (
    <Page
      title={t`Your paper has them right.`}
      actions={
        <button type="button" className="primary" onClick={onDone}>
          <Trans>Go on</Trans>
        </button>
      }
    >
      <p>
        <Trans>They are gone from this page now. Keep the paper where nobody else looks. It says nothing of what it is for.</Trans>
      </p>
      <p>
        <Trans>
          Whoever has the words can read the replies, and can write to them as if it were you. The words open neither your letter nor your
          files.
        </Trans>
      </p>
    </Page>
  );
}
