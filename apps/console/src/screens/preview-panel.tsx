import { type ReactElement, useEffect, useRef, useState } from "react";
import type { Instant } from "@unmask/core";
import type { QueueRow } from "@unmask/case";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { justLog } from "../desk/log-entry.ts";
import { type Preview, preview as readPreview } from "../desk/preview.ts";
import { DangerBox, Facts } from "../parts/facts.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import type { Layout } from "../parts/layout.ts";
import { OpenAnyway } from "../parts/open-anyway.tsx";
import { Reasons, triage } from "../parts/reasons.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import { isAlone, sayNext } from "./queue-row-words.ts";

/** A row passed over on the way to another is not a look: a preview is asked for when the choice has stood so long. Milliseconds. */
const restMs = 350;

/** What stands beside the rows of the chosen report: danger, safe contact before any button, and why it may be opened. */
export function PreviewPanel({
  at,
  row,
  place,
  of,
  now,
  layout,
}: {
  readonly at: AtDesk;
  readonly row: QueueRow;
  /** From 1: its place among the rows shown, and of how many. */
  readonly place: number;
  readonly of: number;
  readonly now: Instant;
  readonly layout: Layout;
}): ReactElement {
  const { world, tellLog, way, me, giveReason } = at;
  const [why, giveWhy] = useState<GivenReason | undefined>(undefined);
  const about = `${row.report} ${why?.code ?? ""} ${why?.words ?? ""}`;
  const { answer, again } = useAnswer(
    about,
    () => world.desk.get(`reports/${row.report}/preview`, readPreview, why),
    why === undefined ? restMs : 0,
  );
  const [hindrance, setHindrance] = useState<Answer<unknown> | undefined>(undefined);
  useTold(at, answer);
  // Where its row says something new, as when a pack has come behind its letter, what stands here is no longer all.
  const says = JSON.stringify({ ...row, rank: 0 });
  const said = useRef(says);
  useEffect(() => {
    if (said.current !== says) again();
    said.current = says;
  }, [says, again]);

  const take = async (): Promise<boolean> => {
    const taken = await world.desk.post(`reports/${row.report}/take`, {}, justLog);
    setHindrance(taken.came === "value" ? undefined : taken);
    if (taken.came === "value") tellLog(taken.value);
    return taken.came === "value";
  };
  const open = (reason: GivenReason): void => {
    giveReason(row.report, reason);
    way.go({ screen: "report", reference: row.report });
  };
  const reasonsOf = (preview: Preview): ReactElement => (
    <Reasons
      level="h3"
      reference={row.report}
      officer={me.officer.name}
      offered={preview.reasons}
      open={open}
      take={() => void take().then((isTaken) => isTaken && again())}
      takeAndOpen={layout === "narrow" ? (reason) => void take().then((isTaken) => isTaken && open(reason)) : undefined}
    />
  );
  return (
    <section className="panel" aria-labelledby="panel-name">
      <header className="panel-head">
        <h2 id="panel-name">{row.reporter.says}</h2>
        {layout !== "narrow" && (
          <p className="second-words">
            row {place} of {of}
          </p>
        )}
      </header>
      {layout === "narrow" && (
        <>
          <p className="panel-why">{row.why.first}</p>
          {row.why.second !== undefined && <p className="panel-why second-words">{row.why.second}</p>}
          <p className={`panel-why${isAlone(row) ? " bold" : ""}`}>{sayNext(row)}</p>
        </>
      )}
      {answer?.came === "value" ? (
        <Words preview={answer.value} row={row} layout={layout} reasons={reasonsOf(answer.value)} />
      ) : answer?.came === "refused" && answer.refusal.rule === "reason" ? (
        // A force may want a reason before the preview, too.
        <Reasons level="h3" reference={row.report} officer={me.officer.name} offered={[triage]} open={giveWhy} />
      ) : answer ? (
        <>
          <Hindrance answer={answer} now={now} again={again} />
          {row.case !== undefined && mayOpenAnyway(answer) && <OpenAnyway at={at} of={{ case: row.case }} now={now} then={again} />}
        </>
      ) : (
        <p role="status" className="second-words">
          Asking for the preview.
        </p>
      )}
      {hindrance && <Hindrance answer={hindrance} now={now} again={() => void take()} />}
    </section>
  );
}

/**
 * On a narrow screen: how to reach them, then what can be done, then the rest. What says that somebody is in danger stands in the row's own
 * words above; who said it, and since when, comes after the buttons, but before them where the row does not say it yet.
 */
function Words({
  preview,
  row,
  layout,
  reasons,
}: {
  readonly preview: Preview;
  readonly row: QueueRow;
  readonly layout: Layout;
  readonly reasons: ReactElement;
}): ReactElement {
  const danger = <DangerBox level="h3" lines={preview.danger} />;
  const state = (
    <p className="second-words">
      Report {preview.report}, {preview.state}
    </p>
  );
  if (layout === "narrow")
    return (
      <>
        {row.group !== "danger" && danger}
        <Facts facts={preview.reach} />
        {reasons}
        {row.group === "danger" && danger}
        {state}
        <Facts facts={preview.facts} />
      </>
    );
  return (
    <>
      {state}
      {danger}
      <Facts facts={preview.reach} />
      <Facts facts={preview.facts} />
      {reasons}
    </>
  );
}

/** Refused because the officer is not on the case, where the server leaves a way open. It decides again when that is tried. */
function mayOpenAnyway(answer: Answer<unknown>): boolean {
  return answer.came === "refused" && answer.refusal.rule === "need-to-know" && answer.refusal.allows !== "";
}
