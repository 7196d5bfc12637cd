import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { Page } from "../../parts/page.tsx";
import type { LetterDraft } from "../../letter-draft.ts";
import type { Walk } from "../../session.ts";
import { AboutFields, DangerField, Field, ReachFields } from "./letter-fields.tsx";

/** What the letter says: danger first. Everything can be left empty, and is then unsaid. */
export function LetterScreen({ session: { letter }, change, navigation }: Walk): ReactElement {
  const set = (said: Partial<LetterDraft>): void => change({ letter: { ...letter, ...said } });
  return (
    <Page title={t`What do you want to tell them?`} actions={<Done onPress={navigation.back} />}>
      <p>
        <Trans>Each of these may stay empty. It goes sealed, before any file.</Trans>
      </p>
      <DangerField value={letter.danger} onChange={(danger) => set({ danger })} />
      <Field of="account" label={t`What happened, in your words`} rows={5} said={letter} onChange={set} />
      <AboutFields said={letter} onChange={set} />
    </Page>
  );
}

/** How she can be reached without anybody else learning of it. It stands in the letter and nowhere else. */
export function ReachScreen({ session: { letter }, change, navigation }: Walk): ReactElement {
  const set = (said: Partial<LetterDraft>): void => change({ letter: { ...letter, ...said } });
  return (
    <Page title={t`How may they reach you?`} actions={<Done onPress={navigation.back} />}>
      <p>
        <Trans>Only ways that nobody else sees or hears. Left empty, they can answer only to your seven words.</Trans>
      </p>
      <ReachFields said={letter} onChange={set} />
    </Page>
  );
}

function Done({ onPress }: { readonly onPress: () => void }): ReactElement {
  return (
    <button type="button" className="primary" onClick={onPress}>
      <Trans>Done</Trans>
    </button>
  );
}
