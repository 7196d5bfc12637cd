import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useState } from "react";
import { Hindrance } from "../../parts/caveats.tsx";
import { Page } from "../../parts/page.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { type Walk, withoutImport } from "../../session.ts";
import { NotOpen } from "./not-open.tsx";
import { said } from "./told-in.ts";
import { sayNotDone } from "./use-asked.ts";
import { useSaving } from "./use-saving.ts";

/** Takes an entry back: it is not told any more as having happened, and stays to be read. */
export function WithdrawEntry({ entry: to, ...walk }: Walk & { readonly entry: number }): ReactElement {
  const { navigation, vault } = walk;
  const [why, setWhy] = useState("");
  const { isSaving, says, save } = useSaving();
  if (vault.status?.is !== "open") return <NotOpen {...walk} />;
  const takeBack = (): void =>
    void save(async () => {
      const because = said(why);
      const answer = await vault.ask({ ask: "withdraw entry", to, ...(because !== undefined && { says: because }) });
      if (answer.answer !== "kept") return sayNotDone(answer) ?? t`It was not done. Nothing has changed.`;
      walk.change(withoutImport);
      navigation.back();
      return undefined;
    });
  return (
    <Page
      kicker={t`Number ${to}`}
      title={t`Take it back?`}
      actions={
        <>
          <button type="button" className="primary" disabled={isSaving} onClick={takeBack}>
            <Trans>Take it back</Trans>
          </button>
          <button type="button" className="bare underlined" onClick={() => navigation.back()}>
            <Trans>Leave it as it is</Trans>
          </button>
        </>
      }
    >
      {says !== undefined && <Hindrance says={says} />}
      <p>
        <Trans>
          It then counts no more as something that happened. It is not rubbed out: it stays here, and in a report, marked as taken back with
          the day. That is what makes the rest believed.
        </Trans>
      </p>
      <p>
        <Trans>To put something right, adding to it is often enough.</Trans>
      </p>
      <TextField says={t`Why, if you want to say`} rows={3} value={why} onChange={setWhy} />
    </Page>
  );
}
