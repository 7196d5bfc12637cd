import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, type ReactNode, useMemo, useState } from "react";
import type { Made } from "../engine/protocol.ts";
import { Icon } from "../parts/icon.tsx";
import { Caveat } from "../parts/caveats.tsx";
import { NotWhole } from "../parts/not-whole.tsx";
import { Page } from "../parts/page.tsx";
import { useAddress } from "../parts/use-address.ts";
import { saySize } from "@unmask/words";
import { mostStored } from "../ports/stored-names.ts";
import type { Walk } from "../session.ts";

/** The files that were made, each with what it is for, and what stays behind. */
export function Saved({ session, navigation }: Walk): ReactElement {
  const { made } = session;
  if (!made) {
    return (
      <Page
        title={t`Nothing is made yet`}
        actions={
          <button type="button" className="primary" onClick={() => navigation.go({ name: "report" })}>
            <Trans>Go on to the report</Trans>
          </button>
        }
      >
        <p>
          <Trans>What was made before is gone, because something it was made of has changed.</Trans>
        </p>
      </Page>
    );
  }
  const { force } = session.offered ?? {};
  return (
    <Ready
      made={made}
      navigation={navigation}
      onReport={() => navigation.go({ name: "report" })}
      onRemove={() => navigation.go({ name: "remove" })}
      {...(force && made.forForce && { send: { name: force.name, go: () => navigation.go({ name: "send" }) } })}
    />
  );
}

function Ready({
  made,
  navigation,
  onReport,
  onRemove,
  send,
}: {
  readonly made: Made;
  readonly navigation: Walk["navigation"];
  /** To whom it can be sent from here. */
  readonly send?: { readonly name: string; readonly go: () => void };
  readonly onReport: () => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { id, pack, pdf, publicKey, publicKeyFile, identity, missing, lostLines, isNumberedAnew } = made;
  return (
    <Page
      title={pack ? t`Save these four files` : t`Save the printed report`}
      actions={
        <>
          {send && (
            <button type="button" className="primary" onClick={send.go}>
              <Trans>Send it to {send.name}</Trans>
            </button>
          )}
          <button type="button" className={send ? "bare underlined" : "secondary"} onClick={onReport}>
            <Trans>Make another</Trans>
          </button>
        </>
      }
    >
      <p>
        <Trans>They are gone from here when you leave or close this page.</Trans>
      </p>
      <NotWhole names={missing} lines={lostLines} navigation={navigation} />
      {isNumberedAnew && (
        <Caveat>
          <p>
            <Trans>The numbers of exhibits were lost and are counted anew: an earlier report may have other ones.</Trans>
          </p>
        </Caveat>
      )}
      <ul className="saves">
        {pack && (
          <Save name={`${id}.age`} blob={pack} title={t`The sealed pack`}>
            <Trans>
              For the police, a lawyer, a court: your files, the timeline, the findings and the proofs. It opens only with a key.
            </Trans>
          </Save>
        )}
        <Save name={`${id}.pdf`} blob={pdf} title={t`The printed report`}>
          <Trans>To read and print. It is not sealed: anybody who finds it can read it.</Trans>
        </Save>
        {pack && (
          <>
            <Save name={`${id}.pub`} text={publicKeyFile} title={t`The key that checks the pack`}>
              <Trans>Not secret. It shows that nothing was changed since today. Give it by another way than the pack.</Trans>
            </Save>
            <Save name={`${id}-key.txt`} text={identity} title={t`Your own key`}>
              <Trans>
                Opens the pack. Whoever has it and the pack can read everything: keep it apart from the pack, where only you can reach it.
              </Trans>
            </Save>
          </>
        )}
      </ul>
      {pack && <ToReadOut publicKey={publicKey} />}
      <Caveat>
        <h2>
          <Trans>What stays behind</Trans>
        </h2>
        <p>
          <Trans>
            The files that you save, in this device’s downloads and in the browser’s list of them. “Notes” in the browser’s history. The
            app’s own files, at most {saySize(mostStored)} with nothing of yours in them. Notes that you keep here, locked. Everything else
            goes: at once by “Leave quickly”, soon after you close this page, or else when Notes is opened next.
          </Trans>
        </p>
        <button type="button" className="bare underlined" onClick={onRemove}>
          <Trans>Remove the app’s own files too</Trans>
        </button>
      </Caveat>
    </Page>
  );
}

function ToReadOut({ publicKey }: Pick<Made, "publicKey">): ReactElement {
  return (
    <>
      <h2 className="section">
        <Trans>To read out</Trans>
      </h2>
      <p>
        <Trans>Say this line to whoever checks the pack, by telephone or on paper, so that they know the pack is yours:</Trans>
      </p>
      <p className="spoken">
        <code aria-label={publicKey}>
          {groupsOf(publicKey).map((group, i) => (
            <span key={i}>{group}</span>
          ))}
        </code>
      </p>
      <p className="second">
        <Trans>
          Its secret half is in none of these files: it stays in the notes that you keep here, sealed, or is gone where you keep none. The
          line is printed in the report too.
        </Trans>
      </p>
    </>
  );
}

function groupsOf(text: string): readonly string[] {
  return text.match(/.{1,4}/g) ?? [];
}

function Save({
  name,
  title,
  blob,
  text,
  children,
}: {
  readonly name: string;
  readonly title: string;
  readonly blob?: Blob;
  readonly text?: string;
  readonly children: ReactNode;
}): ReactElement {
  const address = useAddress(useMemo(() => blob ?? new Blob([text ?? ""], { type: "text/plain" }), [blob, text]));
  const [isAsked, setAsked] = useState(false);
  return (
    <li>
      <a className="save" href={address} download={name} onClick={() => setAsked(true)}>
        <Icon name="save" />
        <span>
          {title}
          <span className="second">
            {" "}
            {name}
            {blob ? `, ${saySize(blob.size)}` : ""}
          </span>
        </span>
      </a>
      <p>{children}</p>
      <p className="second" role="status">
        {isAsked && t`Handed to the browser to save.`}
      </p>
    </li>
  );
}
