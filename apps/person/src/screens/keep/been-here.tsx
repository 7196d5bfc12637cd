import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useState } from "react";
import { saySize } from "@unmask/words";
import { emptyPageHere } from "../../leave/leave-quickly.ts";
import { Caveat, Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { Picker } from "../../parts/picker.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import { askToKeep } from "../../ports/vault-place.ts";
import type { Walk } from "../../session.ts";
import type { Mended, ShownCopy } from "../../vault/protocol.ts";
import { KeyField, emptyKey, keyOf } from "./key-field.tsx";
import { bookShown } from "./keeping.ts";
import { LookOnly } from "./look-only.tsx";
import { sayNotWhole } from "./say-copy.ts";
import { type TwelveSlip, comparedSlips, emptySlips } from "./twelve-fields.tsx";
import { useAsking } from "./use-asking.ts";

/** Brings notes back from a copy: it is looked at before anything, and replaces nothing unless it is whole, or she takes the part. */
export function BeenHere(walk: Walk): ReactElement {
  const { vault, engine, navigation } = walk;
  const asking = useAsking(walk);
  const [file, setFile] = useState<File>();
  const [looked, setLooked] = useState<ShownCopy>();
  const [isPartTaken, setPartTaken] = useState(false);
  const [draft, setDraft] = useState(emptyKey);
  const [slips, setSlips] = useState<readonly TwelveSlip[]>([]);
  const [isBack, setBack] = useState(false);
  const [mended, setMended] = useState<Mended>();

  const look = async (picked: File): Promise<void> => {
    setFile(picked);
    setLooked(undefined);
    setPartTaken(false);
    const answer = await asking.ask({ ask: "examine copy", file: picked });
    if (answer.answer === "copy") setLooked(answer.copy);
  };
  const isPartThere = looked?.copy === "cut-short" || (looked?.copy === "altered" && looked.isPartWhole === true);
  const isReady = (looked !== undefined && bringsBackAll(looked)) || (isPartThere && isPartTaken);
  const restore = async (): Promise<void> => {
    const empty = draft.by === "words" ? emptySlips(draft.words) : [];
    setSlips(empty);
    if (file === undefined || empty.length > 0) return;
    const key = keyOf(draft);
    if (key === undefined) return asking.refuse(t`Type what opens the copy first.`);
    const answer = await asking.ask({ ask: "restore copy", file, key, isPartTaken });
    if (answer.answer === "vault") {
      void vault.look();
      // Some browsers ask her, and answer when she has.
      void askToKeep().then(vault.look);
      setMended(answer.mended);
      setBack(true);
    } else if (answer.answer === "copy") {
      setLooked(answer.copy);
      setPartTaken(false);
      if (isPartTaken) asking.refuse(t`Too little of this copy is whole: the file with its keys is not. Nothing was replaced.`);
    } else if (answer.answer === "apart")
      asking.refuse(t`Your notes here have something that this copy has not. Nothing was replaced. Make a copy of what is here first.`);
    else if (answer.answer === "not done" && draft.by === "words") setSlips(comparedSlips(draft.words, answer.words ?? []));
  };

  if (vault.status?.is === "look-only") return <LookOnly {...walk} />;
  if (asking.going) {
    const done = saySize(asking.going.done);
    const total = saySize(asking.going.total);
    return (
      <Page
        title={looked === undefined ? t`Looking at the copy` : t`Bringing your notes back`}
        actions={
          <button type="button" className="secondary" onClick={() => engine.stop()}>
            <Trans>Stop, change nothing</Trans>
          </button>
        }
      >
        <ProgressView {...asking.going} says={asking.going.total > 0 ? t`${done} of about ${total}.` : t`Getting ready.`} />
        <p className="second">
          <Trans>Nothing on this phone changes until the copy has been read to its end.</Trans>
        </p>
      </Page>
    );
  }
  if (isBack) {
    return (
      <Page
        title={t`Your notes are back`}
        actions={
          <button type="button" className="primary" onClick={() => navigation.restart({ name: "home" })}>
            <Trans>Go on</Trans>
          </button>
        }
      >
        {mended === undefined ? (
          <p>
            <Trans>They are kept on this device now, and open with what opened the copy.</Trans>
          </p>
        ) : (
          <p>
            <Trans>What was missing or changed here, and is in the copy, is as it was. What you wrote since is still here.</Trans>
          </p>
        )}
        {mended !== undefined && mended.lost > 0 && (
          <p>
            <Trans>Something is still missing or changed: this copy is older than it. Another copy may have it.</Trans>
          </p>
        )}
        {isPartTaken && (
          <p>
            <Trans>Of what did not come back the name is kept, so that you can bring the file again.</Trans>
          </p>
        )}
      </Page>
    );
  }
  return (
    <Page
      title={t`I have been here before`}
      actions={
        <>
          <button type="button" className={isReady ? "primary" : "secondary"} disabled={!isReady} onClick={() => void restore()}>
            <Trans>Bring back my notes</Trans>
          </button>
          {vault.status?.is === "none" && (
            <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "files" })}>
              <Trans>Only look, without my notes</Trans>
            </button>
          )}
        </>
      }
    >
      <p className="second">
        <Trans>Bring your notes back from a copy. Nothing on this phone changes until the copy has been read to its end.</Trans>
      </p>
      {vault.status?.is === "locked" && (
        <p>
          <Trans>
            There are notes on this device already, locked. <a href={emptyPageHere()}>Open them</a>, with your passphrase or the twelve
            words.
          </Trans>
        </p>
      )}
      {asking.says !== "" && <Hindrance says={asking.says} lang={asking.lang} />}
      <h2>
        <Trans>1. The copy</Trans>
      </h2>
      {file && looked && <Looked file={file} looked={looked} />}
      <p>
        <Picker picks="one" onPicked={([picked]) => picked && void look(picked.file)}>
          {file ? <Trans>Choose another copy</Trans> : <Trans>Choose the copy</Trans>}
        </Picker>
      </p>
      {isPartThere && (
        <label className="choice">
          <input type="checkbox" checked={isPartTaken} onChange={({ target }) => setPartTaken(target.checked)} />
          <Trans>Bring back the part that is whole</Trans>
        </label>
      )}
      {isReady ? (
        <KeyField legend={t`2. What opens it`} draft={draft} slips={slips} onChange={setDraft} />
      ) : (
        <>
          <h2>
            <Trans>2. What opens it</Trans>
          </h2>
          <p className="second">
            <Trans>Needs a whole copy first.</Trans>
          </p>
        </>
      )}
      <details>
        <summary>
          <Trans>I have no copy, only the twelve words</Trans>
        </summary>
        <p>
          <Trans>
            The words open the notes on the device that they were made on, and copies of them. They hold no notes themselves. Look for a
            file named notes-, a date and .tar: on a stick, in downloads, with somebody you gave it to.
          </Trans>
        </p>
      </details>
    </Page>
  );
}

function bringsBackAll({ copy }: ShownCopy): boolean {
  return copy === "closed" || copy === "whole" || copy === "rewrapped";
}

function Looked({ file, looked }: { readonly file: File; readonly looked: ShownCopy }): ReactElement {
  const { name } = file;
  const size = saySize(file.size);
  if (looked.copy === "closed" || looked.copy === "whole") {
    const book = looked.copy === "closed" && looked.book !== undefined ? bookShown(looked.book) : "";
    return (
      <p>
        <bdi>{name}</bdi>, {size}.{" "}
        {looked.copy === "whole" ? (
          <Trans>Every byte of it is as it was written.</Trans>
        ) : book === "" ? (
          <Trans>It begins and ends as a copy does. Every byte is compared when it is opened.</Trans>
        ) : (
          <Trans>Book {book}. It begins and ends as a copy does. Every byte is compared when it is opened.</Trans>
        )}
      </p>
    );
  }
  const why = sayNotWhole(looked);
  return (
    <Caveat>
      <h2>{looked.copy === "cut-short" ? <Trans>This copy is cut short.</Trans> : <Trans>This copy can’t be used.</Trans>}</h2>
      <p>
        <bdi>{name}</bdi>, {size}. {why} <Trans>Nothing was replaced.</Trans>
      </p>
      {(looked.copy === "cut-short" || (looked.copy === "altered" && looked.isPartWhole)) && (
        <p>
          <Trans>If you have the file elsewhere, copy it again. Or bring back the part that is whole.</Trans>
        </p>
      )}
    </Caveat>
  );
}
