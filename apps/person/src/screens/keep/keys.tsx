import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, type ReactNode, useEffect, useState } from "react";
import { Caveat, Hindrance } from "../../parts/caveats.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Beside } from "../../parts/beside.tsx";
import { Page } from "../../parts/page.tsx";
import { PassphraseField } from "../../parts/passphrase-field.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import { knowsPasskeys, makePasskey } from "../../ports/passkey.ts";
import type { Walk } from "../../session.ts";
import type { VaultKey } from "../../vault/protocol.ts";
import { ChoosePassphrase } from "./choose-passphrase.tsx";
import { KeyField, emptyKey, keyOf } from "./key-field.tsx";
import type { KeepScreen } from "./keep-screen.ts";
import { OrdinaryCaveats } from "./ordinary-caveats.tsx";
import { type Asking, useAsking } from "./use-asking.ts";

/** What opens it, and what can be changed about that. */
export function Keys({ navigation }: Walk): ReactElement {
  const rows: readonly (readonly [KeepScreen["at"], string, string])[] = [
    ["new-passphrase", t`A new passphrase`, t`If somebody may know the one you have`],
    ["new-words", t`New twelve words`, t`If the paper is lost, or somebody saw it`],
    ["second-sheet", t`A second sheet`, t`Twelve words for somebody you trust`],
    ["passkey", t`A passkey`, t`Your finger, your face or the code of this device`],
    ["ordinary-notes", t`The second passphrase`, t`It shows ordinary notes`],
  ];
  return (
    <Page title={t`What opens your notes`}>
      <OldCopies />
      <div className="onward">
        {rows.map(([at, says, when]) => (
          <button key={at} type="button" className="row" onClick={() => navigation.go({ name: "keep", at })}>
            <span>
              <strong>{says}</strong>
              <Beside of={says} />
              <span className="second brief">
                {when}
                <Beside of={when} />
              </span>
            </span>
            <Icon name="onward" />
          </button>
        ))}
      </div>
    </Page>
  );
}

/** The truth about every change of what opens it. */
function OldCopies(): ReactElement {
  return (
    <p>
      <Trans>Old copies keep old keys: a copy that you made before a change still opens with what opened it then.</Trans>
    </p>
  );
}

/** Another passphrase in place of the one there is. */
export function NewPassphrase(walk: Walk): ReactElement {
  const asking = useAsking(walk);
  const [draft, setDraft] = useState(emptyKey);
  const [isDone, setDone] = useState(false);
  if (isDone) return <Changed {...walk} title={t`Your new passphrase opens your notes now`} />;
  return (
    <ChoosePassphrase
      title={t`Make a new passphrase`}
      says={<Trans>The old one then opens only copies from before.</Trans>}
      asking={asking}
      onChosen={(passphrase) =>
        void withKey(asking, keyOf(draft), async (key) => {
          const answer = await asking.ask({ ask: "change passphrase", key, passphrase });
          if (answer.answer !== "kept") return;
          walk.change({ isPassphraseNew: true });
          setDone(true);
        })
      }
    >
      <KeyField legend={t`What opens them now`} draft={draft} onChange={setDraft} />
    </ChoosePassphrase>
  );
}

/** Twelve new words: for her, or on a second sheet. */
export function NewWords({ whose, ...walk }: Walk & { readonly whose: "hers" | "trusted" }): ReactElement {
  const { change, navigation } = walk;
  const isHers = whose === "hers";
  return (
    <WithKey
      {...walk}
      title={isHers ? t`Make twelve new words` : t`A second sheet for somebody you trust`}
      does={isHers ? t`Make new words` : t`Make the second sheet`}
      onKey={async (asking, key) => {
        const made = await asking.ask({ ask: isHers ? "new words" : "second sheet", key });
        if (made.answer !== "begun") return;
        const { book, words, recoveryKey } = made;
        change({ keeping: { sheet: { whose, book, words, recoveryKey, ...(isHers && { isUnproved: true }) } } });
        navigation.replace({ name: "keep", at: "sheet" });
      }}
    >
      {isHers ? (
        <p>
          <Trans>
            The words on your paper stop opening this book once you have typed the new ones back. Tear that paper up when you have no copy
            from before.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>Twelve words of their own, beside yours. If there was a second sheet, this one takes its place.</Trans>
        </p>
      )}
      <OldCopies />
    </WithKey>
  );
}

/** A passkey, or none any more. */
export function PasskeyScreen(walk: Walk): ReactElement {
  const { vault } = walk;
  const [count, setCount] = useState(0);
  const [done, setDone] = useState("");
  useEffect(() => {
    void vault.ask({ ask: "passkeys" }).then((answer) => {
      if (answer.answer === "passkeys") setCount(answer.passkeys.length);
    });
  }, [vault.ask]);
  if (done !== "") return <Changed {...walk} title={done} />;
  const remove = async (asking: Asking, key: VaultKey): Promise<void> => {
    const answer = await asking.ask({ ask: "no passkeys", key });
    if (answer.answer === "kept") setDone(t`No passkey opens your notes any more`);
  };
  const add = async (asking: Asking, key: VaultKey): Promise<void> => {
    const passkey = await makePasskey();
    if (passkey === undefined)
      return asking.refuse(t`No passkey was made. You stopped, or this device has none that can open notes. Nothing was changed.`);
    const answer = await asking.ask({ ask: "add passkey", key, passkey });
    if (answer.answer === "kept") setDone(t`The passkey opens your notes now`);
  };
  return (
    <WithKey
      {...walk}
      title={t`Open your notes with a passkey`}
      does={knowsPasskeys() ? t`Add a passkey` : ""}
      onKey={add}
      {...(count > 0 && { also: { does: t`Take all passkeys away`, onKey: remove } })}
    >
      <p>
        <Trans>Your finger, your face or the code of this device then opens your notes, beside the passphrase.</Trans>
      </p>
      <Caveat>
        <p>
          <Trans>
            Whoever can unlock this device can then open your notes. And a passkey may be copied to the account of the device, at Apple or
            Google say: whoever is in that account can have it too. If you share one, or somebody may be in it, do not make a passkey.
          </Trans>
        </p>
      </Caveat>
      {!knowsPasskeys() && (
        <p>
          <Trans>This browser knows no passkeys.</Trans>
        </p>
      )}
      <OldCopies />
    </WithKey>
  );
}

/** Another second passphrase; what is written behind it comes along where she knows the one there is. */
export function OrdinaryNotesKey(walk: Walk): ReactElement {
  const asking = useAsking(walk);
  const [before, setBefore] = useState("");
  const [second, setSecond] = useState("");
  const [again, setAgain] = useState("");
  const [isDone, setDone] = useState(false);
  if (isDone) return <Changed {...walk} title={t`The second passphrase shows ordinary notes now`} />;
  const make = async (): Promise<void> => {
    if (second === "") return asking.refuse(t`Type a second passphrase first.`);
    if (second !== again) return asking.refuse(t`The two are not the same. Type it again.`);
    const read = before === "" ? undefined : await asking.ask({ ask: "ordinary notes", second: before });
    if (read !== undefined && read.answer !== "ordinary notes") return;
    const answer = await asking.ask({ ask: "write ordinary notes", second, notes: read?.notes ?? [] });
    if (answer.answer === "ordinary notes") setDone(true);
  };
  return (
    <Page
      title={t`The second passphrase`}
      actions={
        <button type="button" className="primary" onClick={() => void make()}>
          <Trans>Make it so</Trans>
        </button>
      }
    >
      <OrdinaryCaveats />
      {asking.says !== "" && <Hindrance says={asking.says} lang={asking.lang} />}
      <PassphraseField
        label={t`The one you have`}
        hint={t`Left empty, the ordinary notes begin empty again.`}
        value={before}
        onChange={setBefore}
      />
      <PassphraseField label={t`New second passphrase`} value={second} onChange={setSecond} />
      <PassphraseField label={t`Type it again`} value={again} onChange={setAgain} />
      {asking.going && <ProgressView done={0} total={0} says={t`This takes a few seconds.`} />}
      <OldCopies />
    </Page>
  );
}

/** Says that what opens them is to be typed first. */
async function withKey(asking: Asking, key: VaultKey | undefined, work: (key: VaultKey) => Promise<void>): Promise<void> {
  if (key === undefined) asking.refuse(t`Type what opens your notes now first.`);
  else await work(key);
}

/** Something about keys: what opens them now is asked first. */
function WithKey({
  title,
  does,
  onKey,
  also,
  children,
  vault,
  engine,
}: Pick<Walk, "vault" | "engine"> & {
  readonly title: string;
  /** Empty: nothing of it can be done here. */
  readonly does: string;
  readonly onKey: (asking: Asking, key: VaultKey) => Promise<void>;
  readonly also?: { readonly does: string; readonly onKey: (asking: Asking, key: VaultKey) => Promise<void> };
  readonly children: ReactNode;
}): ReactElement {
  const asking = useAsking({ vault, engine });
  const [draft, setDraft] = useState(emptyKey);
  return (
    <Page
      title={title}
      actions={
        <>
          {does !== "" && (
            <button type="button" className="primary" onClick={() => void withKey(asking, keyOf(draft), (key) => onKey(asking, key))}>
              {does}
              <Beside of={does} />
            </button>
          )}
          {also && (
            <button
              type="button"
              className="bare underlined"
              onClick={() => void withKey(asking, keyOf(draft), (key) => also.onKey(asking, key))}
            >
              {also.does}
              <Beside of={also.does} />
            </button>
          )}
        </>
      }
    >
      {asking.says !== "" && <Hindrance says={asking.says} lang={asking.lang} />}
      {children}
      <KeyField legend={t`What opens them now`} draft={draft} onChange={setDraft} />
      {asking.going && <ProgressView done={0} total={0} says={t`This takes a few seconds.`} />}
    </Page>
  );
}

function Changed({ title, navigation }: Walk & { readonly title: string }): ReactElement {
  return (
    <Page
      title={title}
      actions={
        <>
          <button type="button" className="primary" onClick={() => navigation.replace({ name: "keep", at: "copy" })}>
            <Trans>Make a new copy</Trans>
          </button>
          <button type="button" className="bare underlined" onClick={() => navigation.back()}>
            <Trans>Not now</Trans>
          </button>
        </>
      }
    >
      <OldCopies />
    </Page>
  );
}
