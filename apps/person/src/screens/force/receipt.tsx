import { type ReactElement, useEffect, useState } from "react";
import { Caveat } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import { isUntouched, noWords, othersIn } from "../../typed-words.ts";
import { WordFields } from "./word-fields.tsx";

/** The words, to be copied by hand; then typed back, so that a slip of the pen is found while they can still be shown. */
export function Receipt({ session, change, navigation }: Walk): ReactElement {
  const { words, offered } = session;
  const name = offered?.force?.name ?? "the police";
  const [isTyping, setTyping] = useState(false);
  const [typed, setTyped] = useState(noWords);
  const [others, setOthers] = useState<readonly number[]>([]);
  useEffect(() => change({ wereWordsShown: true }), [change]);
  if (words === undefined) return <Kept onDone={() => navigation.replace({ name: "sending" })} />;
  if (!isTyping) {
    return (
      <Page
        kicker={`Your letter is with ${name}`}
        title="Write these seven words down"
        actions={
          <>
            <button type="button" className="primary" onClick={() => setTyping(true)}>
              I have written them down
            </button>
            <button type="button" className="bare underlined" onClick={() => navigation.replace({ name: "sending" })}>
              Not yet: back to my letter
            </button>
          </>
        }
      >
        <p>On paper, in this order. They are the only way to read the reply. We don’t have them and can’t get them back.</p>
        <ol className="words">
          {words.split(" ").map((word, at) => (
            <li key={at}>
              <span aria-hidden="true">{at + 1}</span> <span className="word">{word}</span>
            </li>
          ))}
        </ol>
        <Caveat>
          <p>A photo or a copy on this phone can be found by someone who looks through it.</p>
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
      title="Type them back from your paper"
      actions={
        <>
          <button type="button" className="primary" onClick={check}>
            Compare them
          </button>
          <button type="button" className="bare underlined" onClick={() => setTyping(false)}>
            Show the words again
          </button>
        </>
      }
    >
      <p>So that a slip of the pen is found now. Capitals don’t matter.</p>
      <WordFields
        words={typed}
        slips={others.map((at) => ({
          at,
          says: <strong>{typed[at]?.trim() === "" ? `Word ${at + 1} is empty.` : `Word ${at + 1} is another one.`}</strong>,
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
      title="Your paper has them right."
      actions={
        <button type="button" className="primary" onClick={onDone}>
          Go on
        </button>
      }
    >
      <p>They are gone from this page now. Keep the paper where nobody else looks. It says nothing of what it is for.</p>
      <p>
        Whoever has the words can read the replies, and can write to them as if it were you. The words open neither your letter nor your
        files.
      </p>
    </Page>
  );
}
