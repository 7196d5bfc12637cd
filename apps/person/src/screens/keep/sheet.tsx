import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useState } from "react";
import { Caveat } from "../../parts/caveats.tsx";
import { momentNow } from "../../parts/moments.ts";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import { type Sheet, bookShown, inGroups } from "./keeping.ts";

/** New words, shown once: to be written by hand, or printed as a sheet of A4. */
export function SheetScreen({ session, change, navigation }: Walk): ReactElement {
  const { sheet } = session.keeping;
  if (sheet === undefined) return <Shown onKeys={() => navigation.replace({ name: "keep", at: "new-words" })} />;
  const book = bookShown(sheet.book);
  const isHers = sheet.whose === "hers";
  const done = (): void => {
    change({ keeping: {} });
    navigation.replace({ name: "keep", at: isHers ? "proof" : "keys" });
  };
  return (
    <Page
      kicker={t`Book ${book}`}
      title={isHers ? t`Write these twelve words down` : t`Twelve words for somebody you trust`}
      actions={
        <>
          <button type="button" className="primary" onClick={done}>
            <Trans>I have them on paper</Trans>
          </button>
          <button type="button" className="bare underlined" onClick={() => print()}>
            <Trans>Print a sheet</Trans>
          </button>
        </>
      }
    >
      {isHers ? (
        <p>
          <Trans>
            By hand, in this order. They open everything if you forget the passphrase. They are shown once: nobody else has them, we
            neither.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>
            Whoever has this paper and a copy, or this phone, can open everything. Give it to somebody who is on your side, and keep your
            own paper too. These words are shown once.
          </Trans>
        </p>
      )}
      {sheet.isUnproved === true && (
        <p>
          <Trans>They open your notes once you have typed them back. Until then the words on your old paper do.</Trans>
        </p>
      )}
      <Words words={sheet.words} />
      <Caveat>
        <p>
          <Trans>
            A photo of them on this phone can be found. A printer may keep what it printed, and others who use it may see the list.
          </Trans>
        </p>
      </Caveat>
      <details>
        <summary>
          <Trans>The same, as a key for a helper with a computer</Trans>
        </summary>
        <p>
          <Trans>
            It works with the free program age, without us: first it opens identity.age in the copy, then what is in there opens the rest.
            It stands on the printed sheet too.
          </Trans>
        </p>
        <Key recoveryKey={sheet.recoveryKey} />
      </details>
      <Paper sheet={sheet} />
    </Page>
  );
}

function Words({ words }: Pick<Sheet, "words">): ReactElement {
  return (
    <ol className="twelve shown words">
      {words.map((word, at) => (
        <li key={word + String(at)}>
          <span aria-hidden="true">{at + 1}</span> <span className="word">{word}</span>
        </li>
      ))}
    </ol>
  );
}

function Key({ recoveryKey }: Pick<Sheet, "recoveryKey">): ReactElement {
  return (
    <p className="spoken">
      <code aria-label={recoveryKey}>
        {inGroups(recoveryKey).map((group, at) => (
          <span key={at}>{group}</span>
        ))}
      </code>
    </p>
  );
}

/** What is printed: it never says what the notes are about. */
function Paper({ sheet }: { readonly sheet: Sheet }): ReactElement {
  const book = bookShown(sheet.book);
  // As it is first shown: a sheet that is printed later was made then all the same.
  const [{ day, moment }] = useState(momentNow);
  return (
    <section className="paper" aria-hidden="true">
      <header>
        <span>
          <Trans>Keep this on paper. Make no photo of it.</Trans>
        </span>
        <span>
          <Trans>
            Printed {day}, book {book}
          </Trans>
        </span>
      </header>
      <p className="paper-title">
        <Trans>Twelve words</Trans>
      </p>
      <p className="paper-says">
        <Trans>
          These twelve words open everything if you forget the passphrase. Nobody else has them, we neither. Paper, at somebody’s you trust.
          A photo of them on this phone can be found.
        </Trans>
      </p>
      <Words words={sheet.words} />
      <p className="paper-small">
        <Trans>Read down the left column, then down the right. All in small letters, no accents.</Trans>
      </p>
      <h2>
        <Trans>How to use them</Trans>
      </h2>
      <ol>
        <li>
          <Trans>
            Open Notes on any phone or computer. Choose <strong>I have been here before</strong>.
          </Trans>
        </li>
        <li>
          <Trans>
            Choose your copy: a file named notes-<em>date</em>.tar. Without it the words open only the device they were made on.
          </Trans>
        </li>
        <li>
          <Trans>
            Choose <strong>Twelve words</strong>, and type them in this order.
          </Trans>
        </li>
      </ol>
      <h2>
        <Trans>The same, as a key</Trans>
      </h2>
      <p>
        <Trans>
          For somebody who helps you with a computer. It works with the free program <strong>age</strong>, without us: first it opens{" "}
          <code>identity.age</code> in the copy, then what is in there opens the rest.
        </Trans>
      </p>
      <Key recoveryKey={sheet.recoveryKey} />
      <p className="paper-small">
        <Trans>Type it as one line, without the spaces. The last six letters notice a slip.</Trans>
      </p>
      <h2>
        <Trans>What it opens, and until when</Trans>
      </h2>
      <p>
        <Trans>
          Book {book} and every copy of it made after {moment}. A copy from before keeps the words of its own day: keep that paper too. New
          words do not shut an old copy.
        </Trans>
      </p>
      <div className="paper-cut">
        <p className="paper-small">
          <Trans>Cut here. The lower part may lie anywhere: it opens nothing.</Trans>
        </p>
        <dl className="facts">
          <div>
            <dt>
              <Trans>Book</Trans>
            </dt>
            <dd>{book}</dd>
          </div>
          <div>
            <dt>
              <Trans>The paper is with</Trans>
            </dt>
            <dd />
          </div>
          <div>
            <dt>
              <Trans>The copy is with</Trans>
            </dt>
            <dd />
          </div>
        </dl>
      </div>
    </section>
  );
}

function Shown({ onKeys }: { readonly onKeys: () => void }): ReactElement {
  return (
    <Page
      title={t`These words were shown once`}
      actions={
        <button type="button" className="primary" onClick={onKeys}>
          <Trans>Make new words</Trans>
        </button>
      }
    >
      <p>
        <Trans>They stand on your paper now, and nowhere else. If you have no paper, make new words.</Trans>
      </p>
    </Page>
  );
}
