import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useState } from "react";
import { begunEntry, withDraft, withWriting } from "../../begun-writing.ts";
import { type EntryDraft, draftToText } from "../../entry-draft.ts";
import { Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { type Walk, withoutImport } from "../../session.ts";
import { MainFields, MoreFields } from "./entry-fields.tsx";
import { endSaved, endWriting } from "./keep-writing.ts";
import { NotOpen } from "./not-open.tsx";
import { writingNow } from "./say-when.ts";
import { said, toldIn } from "./told-in.ts";
import { sayNotDone } from "./use-asked.ts";
import { ThrowAway } from "./throw-away.tsx";
import { useSaving } from "./use-saving.ts";
import { sayDraftFault } from "./words.ts";

/** More about an entry. What was written before stays, and this stands behind it with its own hour. */
export function AmendEntry({ entry: to, ...walk }: Walk & { readonly entry: number }): ReactElement {
  const { session, change, navigation, vault } = walk;
  const writing = begunEntry(session.begun, to);
  const { draft } = writing;
  const [isChecked, setChecked] = useState(false);
  const { isSaving, says, save, dropSays } = useSaving();
  if (vault.status?.is !== "open") return <NotOpen {...walk} />;
  const onChange = (changed: Partial<EntryDraft>): void => {
    dropSays();
    setChecked(false);
    change({ begun: withWriting(session.begun, withDraft(writing, changed)) });
  };
  const keep = (): void => {
    setChecked(true);
    void save(async () => {
      const told = toldIn(draft, writingNow());
      if (!told.ok) return sayDraftFault(told.error);
      const words = said(draft.words);
      if (words === undefined && Object.keys(told.value).length === 0) return sayDraftFault("nothing-added");
      const answer = await vault.ask({ ask: "amend entry", to, ...(words !== undefined && { words }), told: told.value, by: draft.by });
      if (answer.answer !== "kept") return sayNotDone(answer) ?? t`It was not saved. Your words are still in this page.`;
      change(withoutImport);
      if (!(await endSaved(walk, writing, answer))) navigation.back();
      return undefined;
    });
  };
  return (
    <Page
      kicker={t`Number ${to}`}
      title={t`Add to it`}
      actions={
        <button type="button" className="primary" disabled={isSaving} onClick={keep}>
          <Trans>Save</Trans>
        </button>
      }
    >
      {says !== undefined && <Hindrance says={says} />}
      <TextField
        says={t`What you want to add or put right`}
        hint={t`What you wrote before stays as it is. This stands behind it, with today’s date.`}
        rows={4}
        value={draft.words}
        onChange={(words) => onChange({ words })}
      />
      <MainFields {...{ draft, isChecked, onChange }} />
      <MoreFields {...{ draft, isChecked, onChange }} />
      {draftToText(draft) !== undefined && <ThrowAway onPress={() => void endWriting(walk, writing)} />}
    </Page>
  );
}
