import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useState } from "react";
import { Caveat, Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { PassphraseField } from "../../parts/passphrase-field.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import { askToKeep } from "../../ports/vault-place.ts";
import type { Walk } from "../../session.ts";
import { ChoosePassphrase } from "./choose-passphrase.tsx";
import { LookOnly } from "./look-only.tsx";
import { OpenForAnswers } from "./open-for-answers.tsx";
import { OrdinaryCaveats } from "./ordinary-caveats.tsx";
import { useAsking } from "./use-asking.ts";
import { writeSelfCheck } from "./write-self-check.ts";

/** What it is to keep something here, and what it is not. */
export function Make(walk: Walk): ReactElement {
  const { navigation, session, vault } = walk;
  const is = vault.status?.is;
  if (is === "look-only") return <LookOnly {...walk} />;
  if (is === "locked" && session.selfCheck !== undefined) return <OpenForAnswers {...walk} />;
  if (is !== undefined && is !== "none") {
    return (
      <Page
        title={t`Your notes are kept here already`}
        actions={
          <button type="button" className="primary" onClick={() => navigation.go({ name: "keep", at: "settings" })}>
            <Trans>Go to what is kept</Trans>
          </button>
        }
      >
        <p>
          <Trans>This browser keeps one book of notes. Nothing was changed.</Trans>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title={t`Keep notes on this device`}
      actions={
        <>
          <button type="button" className="primary" onClick={() => navigation.go({ name: "keep", at: "passphrase" })}>
            <Trans>Make a passphrase</Trans>
          </button>
          <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "keep", at: "been-here" })}>
            <Trans>I have been here before</Trans>
          </button>
        </>
      }
    >
      <p>
        <Trans>
          What happens, your files, and what you said here: locked in this browser, and opened by a passphrase that only you know. Nothing
          is sent anywhere.
        </Trans>
      </p>
      <Caveat>
        <h2>
          <Trans>This phone may be watched</Trans>
        </h2>
        <p>
          <Trans>
            While your notes are open, somebody who sees this screen sees them. A passphrase does not help against a program that watches
            you type. If somebody can get at this phone, one that they never held is better.
          </Trans>
        </p>
      </Caveat>
      <h2>
        <Trans>Who may ask for it</Trans>
      </h2>
      <p>
        <Trans>
          If there is a case, the police may ask for what you wrote, and the other side may read what is used. So write what happened, and
          keep plans for leaving in private notes.
        </Trans>
      </p>
      <h2>
        <Trans>You need none of it</Trans>
      </h2>
      <p>
        <Trans>You can ask for help and tell the police without notes, and without proof. You can stop writing whenever you like.</Trans>
      </p>
    </Page>
  );
}

/** The passphrase of new notes. */
export function MakePassphrase(walk: Walk): ReactElement {
  const { change, navigation } = walk;
  return (
    <ChoosePassphrase
      title={t`Make a passphrase`}
      says={<Trans>It opens your notes. Nobody can reset it, we neither. A later page gives you twelve words in case you forget it.</Trans>}
      asking={useAsking(walk)}
      onChosen={(passphrase) => {
        change({ keeping: { passphrase } });
        navigation.go({ name: "keep", at: "ordinary" });
      }}
    />
  );
}

/** A second passphrase, if she wants one; then all is made. */
export function MakeOrdinary(walk: Walk): ReactElement {
  const { session, change, navigation, vault } = walk;
  const { passphrase } = session.keeping;
  const [second, setSecond] = useState("");
  const [again, setAgain] = useState("");
  const asking = useAsking(walk);
  const begin = async (chosen: string): Promise<void> => {
    if (passphrase === undefined) return navigation.replace({ name: "keep", at: "passphrase" });
    if (chosen !== again && chosen !== "") return asking.refuse(t`The two are not the same. Type it again.`);
    const made = await asking.ask({ ask: "begin", passphrase, ...(chosen !== "" && { second: chosen }) });
    if (made.answer !== "begun") return;
    await writeSelfCheck(walk);
    void vault.look();
    // Firefox asks her, beside the page, and answers when she has: she is not kept waiting for it.
    void askToKeep().then(vault.look);
    const { book, words, recoveryKey } = made;
    change({ keeping: { sheet: { whose: "hers", book, words, recoveryKey } } });
    navigation.restart({ name: "keep", at: "sheet" });
  };
  const isGoing = asking.going !== undefined;
  return (
    <Page
      title={t`A second passphrase, if you want one`}
      actions={
        isGoing ? undefined : (
          <>
            <button type="button" className="primary" onClick={() => void begin(second)}>
              {second === "" ? <Trans>Go on without one</Trans> : <Trans>Go on</Trans>}
            </button>
          </>
        )
      }
    >
      <OrdinaryCaveats />
      {asking.says !== "" && <Hindrance says={asking.says} lang={asking.lang} />}
      {isGoing ? (
        <ProgressView done={0} total={0} says={t`Making the keys of your notes. This takes a few seconds.`} />
      ) : (
        <>
          <PassphraseField
            label={t`Second passphrase`}
            hint={t`You can leave it empty, and make one later.`}
            value={second}
            onChange={setSecond}
          />
          {second !== "" && <PassphraseField label={t`Type it again`} value={again} onChange={setAgain} />}
        </>
      )}
    </Page>
  );
}

/** All is made. */
export function Kept({ navigation, vault }: Walk): ReactElement {
  const isPersisted = vault.status?.is === "open" && vault.status.isPersisted;
  return (
    <Page
      title={t`Your notes are kept here now`}
      actions={
        <>
          <button type="button" className="primary" onClick={() => navigation.go({ name: "keep", at: "copy" })}>
            <Trans>Make a copy for another place</Trans>
          </button>
          <button type="button" className="bare underlined" onClick={() => navigation.restart({ name: "home" })}>
            <Trans>Not now: go on</Trans>
          </button>
        </>
      }
    >
      <p>
        <Trans>Your paper works. Keep it where nobody else looks: it says nothing of what it is for.</Trans>
      </p>
      {isPersisted ? (
        <p>
          <Trans>This browser promised not to clear your notes away by itself.</Trans>
        </p>
      ) : (
        <Caveat>
          <p>
            <Trans>
              This browser did not promise to keep them. When the device is full it may clear them away, and Safari does so after seven days
              in which you did not open Notes. In a private window they go when you close it. A copy is what helps.
            </Trans>
          </p>
        </Caveat>
      )}
    </Page>
  );
}
