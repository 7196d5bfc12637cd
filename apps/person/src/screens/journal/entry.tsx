import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useState } from "react";
import { begunEntry, withDraft, withWriting } from "../../begun-writing.ts";
import { draftToText } from "../../entry-draft.ts";
import { Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { ProgressView } from "../../parts/progress.tsx";
import { type Walk, withoutImport } from "../../session.ts";
import { MainFields, MoreFields, type Typing } from "./entry-fields.tsx";
import { endSaved, endWriting } from "./keep-writing.ts";
import { NotOpen } from "./not-open.tsx";
import { sayDraftFault } from "./words.ts";
import { writingNow } from "./say-when.ts";
import { said, toldIn } from "./told-in.ts";
import { sayNotDone, useAsked } from "./use-asked.ts";
import { ThrowAway } from "./throw-away.tsx";
import { useSaving } from "./use-saving.ts";

/** What happened, in her words; all the rest now or later. */
export function Entry(walk: Walk): ReactElement {
  const { session, change, navigation, vault } = walk;
  const writing = begunEntry(session.begun);
  const { draft } = writing;
  const [isChecked, setChecked] = useState(false);
  const { isSaving, says, save, dropSays } = useSaving();
  const known = useAsked(vault, { ask: "entries", from: 0, count: 1 });
  const isFirst = known?.answer === "entries" && known.total === 0;
  if (vault.status?.is !== "open") return <NotOpen {...walk} />;
  const typing: Typing = {
    draft,
    isChecked,
    onChange(changed) {
      dropSays();
      setChecked(false);
      change({ begun: withWriting(session.begun, withDraft(writing, changed)) });
    },
  };
  const keep = (): void => {
    setChecked(true);
    void save(async () => {
      const words = said(draft.words);
      if (words === undefined) return sayDraftFault("no-words");
      const told = toldIn(draft, writingNow());
      if (!told.ok) return sayDraftFault(told.error);
      const answer = await vault.ask({ ask: "add entry", words, told: told.value, by: draft.by });
      if (answer.answer !== "kept") return sayNotDone(answer) ?? t`It was not saved. Your words are still in this page.`;
      change(withoutImport);
      const since = await endSaved(walk, writing, answer);
      navigation.replace({ name: since ? "amend-entry" : "entry-saved", entry: answer.counter ?? 0 });
      return undefined;
    });
  };
  return (
    <Page
      title={t`What happened?`}
      actions={
        <button type="button" className="primary" disabled={isSaving} onClick={keep}>
          <Trans>Save</Trans>
        </button>
      }
    >
      {says !== undefined && <Hindrance says={says} />}
      {isSaving && draft.files.length > 0 && <ProgressView done={0} total={0} says={t`Sealing what goes with it.`} />}
      <p className="field words-first">
        <label className="unseen" htmlFor="entry-words">
          <Trans>What happened?</Trans>
        </label>
        <textarea
          id="entry-words"
          dir="auto"
          rows={4}
          aria-describedby="entry-words-hint"
          value={draft.words}
          onChange={({ target }) => typing.onChange({ words: target.value })}
        />
        <span className="second" id="entry-words-hint">
          <Trans>Your words stay as you write them. You can add to them later.</Trans>
        </span>
      </p>
      <MainFields {...typing} />
      <MoreFields {...typing} />
      {draftToText(draft) !== undefined && <ThrowAway onPress={() => void endWriting(walk, writing)} />}
      {isFirst && <BeforeTheFirst />}
    </Page>
  );
}

/** Told once, before there is an entry. */
function BeforeTheFirst(): ReactElement {
  return (
    <>
      <h2>
        <Trans>Good to know before the first</Trans>
      </h2>
      <ul>
        <li>
          <Trans>You need none of this to report. It helps you remember, and it helps others see the whole.</Trans>
        </li>
        <li>
          <Trans>The other side may one day read what goes to the police. Plans to stay safe belong in private notes.</Trans>
        </li>
        <li>
          <Trans>When it happened and when you wrote it are kept as two times. Writing late is no fault.</Trans>
        </li>
      </ul>
    </>
  );
}
