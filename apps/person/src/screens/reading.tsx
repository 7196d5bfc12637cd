import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactElement, useEffect, useState } from "react";
import type { Progress } from "../engine/protocol.ts";
import { ArrivingView } from "../parts/arriving-view.tsx";
import { Page } from "../parts/page.tsx";
import { ProgressView } from "../parts/progress.tsx";
import { saySize } from "@unmask/words";
import { type Walk, withoutImport } from "../session.ts";

/** Reads the files in the worker; stopping keeps what was read. */
export function Reading({ session, change, navigation, engine }: Walk): ReactElement {
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => {
    let isGone = false;
    const { files, zone, dateOrder } = session;
    void engine
      .ask({ ask: "read", files, zone, ...(dateOrder === undefined ? {} : { dateOrder }) }, (told) => {
        if (!isGone) setProgress(told);
      })
      .then((answer) => {
        if (isGone) return;
        isGone = true;
        if (answer.answer === "import-summary") {
          change({ ...withoutImport, importSummary: answer.importSummary, hindrance: undefined });
          navigation.replace({ name: "import-summary" });
        } else {
          change({ hindrance: answer.answer === "failed" ? answer.says : t`Nothing was read.` });
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
      kicker={plural(session.files.length, { one: "# file", other: "# files" })}
      title={t`Reading your files`}
      actions={
        <>
          <button type="button" className="secondary" onClick={() => engine.stop()}>
            {acts === 0 ? t`Stop here` : t`Stop here, keep the ${acts}`}
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
          progress
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
