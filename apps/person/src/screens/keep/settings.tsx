import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useState } from "react";
import { emptyPageHere } from "../../leave/leave-quickly.ts";
import { Caveat, Hindrance } from "../../parts/caveats.tsx";
import { Icon } from "../../parts/icon.tsx";
import { dayOf, dayOfMoment } from "../../parts/moments.ts";
import { Beside } from "../../parts/beside.tsx";
import { Page } from "../../parts/page.tsx";
import type { Walk } from "../../session.ts";
import type { VaultStatus } from "../../vault/protocol.ts";
import { bookShown } from "./keeping.ts";
import type { KeepScreen } from "./keep-screen.ts";
import { LookOnly } from "./look-only.tsx";

/** One short list that leads to all that can be done with what is kept. */
export function Settings(walk: Walk): ReactElement | null {
  const { vault } = walk;
  switch (vault.status?.is) {
    case undefined:
      return null;
    case "none":
      return <NothingKept {...walk} />;
    case "look-only":
      return <LookOnly {...walk} />;
    case "open":
      return <Open {...walk} status={vault.status} />;
    case "locked":
    case "elsewhere":
      return <Shut {...walk} isElsewhere={vault.status.is === "elsewhere"} />;
  }
}

function Open({ navigation, status }: Walk & { readonly status: Extract<VaultStatus, { is: "open" }> }): ReactElement {
  const book = bookShown(status.book);
  const accessibility = t`Accessibility`;
  const copied = status.copyMade === undefined ? t`There is none yet` : t`The last on ${dayOf(dayOfMoment(status.copyMade))}`;
  const rows: readonly (readonly [KeepScreen["at"], string, string])[] = [
    ["copy", t`A copy for another place`, copied],
    ["keys", t`What opens your notes`, t`Passphrase, twelve words, passkey`],
    ["openings", t`Openings and wrong tries`, t`When, and with what`],
    ["been-here", t`Bring notes back from a copy`, t`Replaces nothing that is newer`],
    ["remove", t`Remove everything from this device`, t`Says first what is lost`],
  ];
  return (
    <Page kicker={t`Book ${book}`} title={t`Your notes on this device`}>
      {status.wasListChanged && (
        <Caveat>
          <p>
            <Trans>
              The list of what is kept was changed by something other than this app. It goes on from where it is still as you left it.
            </Trans>
          </p>
        </Caveat>
      )}
      {!status.areWordsProved && (
        <Caveat>
          <p>
            <Trans>You have not typed the twelve words back yet, so nobody knows whether your paper works.</Trans>
          </p>
          <p>
            <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "keep", at: "proof" })}>
              <Trans>Type them from your paper</Trans>
            </button>
          </p>
        </Caveat>
      )}
      <div className="onward">
        {rows.map(([at, says, more]) => (
          <button key={at} type="button" className="row" onClick={() => navigation.go({ name: "keep", at })}>
            <span>
              <strong>{says}</strong>
              <Beside of={says} />
              <span className="second brief">
                {more}
                <Beside of={more} />
              </span>
            </span>
            <Icon name="onward" />
          </button>
        ))}
        <button type="button" className="row" onClick={() => navigation.go({ name: "accessibility" })}>
          <span>
            <strong>{accessibility}</strong>
            <Beside of={accessibility} />
          </span>
          <Icon name="onward" />
        </button>
      </div>
    </Page>
  );
}

function NothingKept({ navigation }: Walk): ReactElement {
  return (
    <Page
      title={t`Nothing is kept on this device`}
      actions={
        <>
          <button type="button" className="primary" onClick={() => navigation.go({ name: "keep", at: "make" })}>
            <Trans>Keep notes here</Trans>
          </button>
          <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "keep", at: "been-here" })}>
            <Trans>I have been here before</Trans>
          </button>
        </>
      }
    >
      <p>
        <Trans>
          What you bring in and type stays in this page, and goes when you close or leave it. You can keep it, locked with a passphrase.
        </Trans>
      </p>
    </Page>
  );
}

function Shut({ vault, isElsewhere }: Walk & { readonly isElsewhere: boolean }): ReactElement {
  const [says, setSays] = useState("");
  const takeOver = async (): Promise<void> => {
    const answer = await vault.ask({ ask: "take over" });
    if (answer.answer === "not done" || answer.answer === "failed") setSays(answer.says);
  };
  return (
    <Page
      title={isElsewhere ? t`Your notes are open in another window` : t`Your notes are locked`}
      actions={
        isElsewhere ? (
          <button type="button" className="primary" onClick={() => void takeOver()}>
            <Trans>Use them here</Trans>
          </button>
        ) : undefined
      }
    >
      {says !== "" && <Hindrance says={says} />}
      {isElsewhere ? (
        <p>
          <Trans>One window has them at a time. Taken over here, they are locked in the other.</Trans>
        </p>
      ) : (
        <p>
          <a href={emptyPageHere()}>
            <Trans>Open them</Trans>
          </a>
        </p>
      )}
    </Page>
  );
}
