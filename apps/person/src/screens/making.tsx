import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useEffect, useState } from "react";
import type { Progress } from "../engine/protocol.ts";
import { Page } from "../parts/page.tsx";
import { ProgressView } from "../parts/progress.tsx";
import { saySize } from "@unmask/words";
import { type Walk, linesOf } from "../session.ts";

/** Sets the report and seals the pack in the worker. Stopping leaves nothing half made. */
export function Making({ session, change, navigation, engine }: Walk): ReactElement {
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => {
    let isGone = false;
    const { herName, impact, recipients, withheld, pdfOnly, forForce, offered } = session;
    const wishes = {
      herName,
      impact,
      recipients: linesOf(recipients),
      withheld: [...withheld],
      pdfOnly,
      forForce: forForce && offered?.force !== undefined,
    };
    void engine
      .ask({ ask: "pack", wishes }, (told) => {
        if (!isGone) setProgress(told);
      })
      .then((answer) => {
        if (isGone) return;
        isGone = true;
        if (answer.answer === "made") {
          change({ made: answer.made, hindrance: undefined });
          navigation.replace({ name: "saved" });
        } else {
          change({ hindrance: answer.answer === "failed" ? answer.says : t`Stopped. Nothing was left half made.` });
          navigation.replace({ name: "report" });
        }
      });
    return () => {
      if (!isGone) engine.stop();
      isGone = true;
    };
    // One pack for each time that this screen is come to.
  }, []);

  const { doing = t`Getting ready`, done = 0, total = 0 } = progress ?? {};
  return (
    <Page
      title={t`Making it`}
      actions={
        <button type="button" className="secondary" onClick={() => engine.stop()}>
          <Trans>Stop</Trans>
        </button>
      }
    >
      <ProgressView done={done} total={total} says={total > 0 ? t`${doing}: ${saySize(done)} of ${saySize(total)}.` : `${doing}.`} />
      <p className="second">
        <Trans>
          The printed report can take a minute, the first time longer: its typesetter is fetched. Stopping leaves nothing half made.
        </Trans>
      </p>
    </Page>
  );
}
