import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useEffect, useState } from "react";
import type { Progress } from "../engine/protocol.ts";
import { ArrivingView } from "../parts/arriving-view.tsx";
import { Page } from "../parts/page.tsx";
import { ProgressView } from "../parts/progress.tsx";
import { saySize } from "@unmask/words";
import { type ReadingStage, readAll } from "../read-all.ts";
import { reportBegins } from "../report-begins.ts";
import { type Walk, withoutImport } from "../session.ts";

/** Reads the files in the worker; stopping keeps what was read. Where her notes are open, the files are taken in first, and all that is kept is read. */
export function Reading({ to, ...walk }: Walk & { readonly to: "timeline" | "report" | undefined }): ReactElement {
  const { session, change, navigation, engine } = walk;
  const [progress, setProgress] = useState<Progress>();
  const [stage, setStage] = useState<ReadingStage>("reading");
  const isKept = walk.vault.status?.is === "open";
  useEffect(() => {
    let isGone = false;
    void readAll(walk, {
      tell: (told) => {
        if (!isGone) setProgress(told);
      },
      enter: setStage,
    }).then(({ answer, ...found }) => {
      if (isGone) return;
      isGone = true;
      if (answer.answer === "import-summary") {
        change({ ...withoutImport, ...found, importSummary: answer.importSummary, hindrance: undefined });
        const read = { sideByNormal: session.sideByNormal, ...found, importSummary: answer.importSummary };
        navigation.replace(to === "report" ? reportBegins(read) : { name: to ?? "import-summary" });
      } else {
        const says = answer.answer === "failed" || answer.answer === "not done" ? answer.says : t`Nothing was read.`;
        change({ ...found, hindrance: says });
        navigation.replace({ name: "import-summary" });
      }
    });
    return () => {
      // She went back: what is being read is not wanted any more.
      if (!isGone) engine.stop();
      isGone = true;
    };
    // One reading for each time that this screen is come to, whatever changes around it.
  }, []);

  const acts = progress?.acts ?? 0;
  return (
    <Page
      {...(session.files.length > 0 && { kicker: plural(session.files.length, { one: "# file", other: "# files" }) })}
      title={stage === "taking in" ? t`Sealing your files` : isKept ? t`Reading what is kept here` : t`Reading your files`}
      actions={
        <>
          <button type="button" className="secondary" onClick={() => engine.stop()}>
            {stage === "taking in" ? t`Stop here, keep what is in` : acts === 0 ? t`Stop here` : t`Stop here, keep the ${acts}`}
          </button>
        </>
      }
    >
      <ArrivingView weeks={progress?.weeks ?? []} />
      {/* Each byte is dealt with twice, once to be hashed and once to be read; what is shown is her bytes. */}
      <ProgressView
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
        says={
          progress && stage === "taking in"
            ? t`${saySize(progress.done)} of ${saySize(progress.total)} sealed on this device.`
            : progress
              ? t`${saySize(progress.done / 2)} of about ${saySize(progress.total / 2)}. ${plural(acts, { one: "# act", other: "# acts" })} so far.`
              : t`Getting ready.`
        }
      />
      <p className="second file-name">
        <bdi>{progress?.doing ?? ""}</bdi>
      </p>
      <p className="second">
        <Trans>The files themselves are not changed.</Trans>
      </p>
    </Page>
  );
}
