import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useState } from "react";
import { emptyPageHere } from "../../leave/leave-quickly.ts";
import { Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { PassphraseField } from "../../parts/passphrase-field.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import type { Walk } from "../../session.ts";
import { useAsking } from "./use-asking.ts";
import { writeSelfCheck } from "./write-self-check.ts";

/** Her notes are kept here and locked: opened, they take what she kept of the questions, which stands in this page alone. */
export function OpenForAnswers(walk: Walk): ReactElement {
  const [typed, setTyped] = useState("");
  const asking = useAsking(walk);
  const open = async (): Promise<void> => {
    const answer = await asking.ask({ ask: "unlock", key: { by: "passphrase", typed } });
    setTyped("");
    // It opened ordinary notes: these stand on the notes page, and nothing is said of others.
    if (answer.answer === "ordinary notes") return location.replace(emptyPageHere());
    if (answer.answer !== "vault" || answer.status.is !== "open") return;
    await writeSelfCheck(walk);
    walk.navigation.restart({ name: "home" });
  };
  return (
    <Page
      title={t`Open my notes`}
      actions={
        asking.going === undefined ? (
          <button type="button" className="primary" onClick={() => void open()}>
            <Trans>Open</Trans>
          </button>
        ) : undefined
      }
    >
      <p>
        <Trans>Your notes are locked. Opened, they keep your answers too.</Trans>
      </p>
      {asking.says !== "" && <Hindrance says={asking.says} lang={asking.lang} />}
      {asking.going === undefined ? (
        <PassphraseField label={t`Passphrase`} value={typed} onChange={setTyped} />
      ) : (
        <ProgressView done={0} total={0} says={t`Opening. It takes a few seconds.`} />
      )}
    </Page>
  );
}
