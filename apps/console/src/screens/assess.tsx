import { type ReactElement, useRef, useState } from "react";
import type { Instant } from "@unmask/core";
import { queuePlace } from "../address/place.ts";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { type AnswerToPrompt, type Assessment, type Saved, assessment, saved, withAnswer } from "../desk/assess.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type Report, report as readReport } from "../desk/report.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Acts } from "../parts/acts.tsx";
import { sayDaysIn } from "../parts/civil-day.ts";
import { DangerBox, Facts } from "../parts/facts.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { triage } from "../parts/reasons.tsx";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { ReasonFirst } from "../parts/reason-first.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useReason } from "../parts/use-reason.ts";
import { useTold } from "../parts/use-told.ts";
import { AssessDecision } from "./assess-decision.tsx";
import { AssessPrompts } from "./assess-prompts.tsx";

/** A report to be assessed: opened for a reason first, as on its own page, where none was given yet. Whoever opens it here has read it. */
export function AssessScreen({
  at,
  reference,
  now,
}: {
  readonly at: AtDesk;
  readonly reference: string;
  readonly now: Instant;
}): ReactElement {
  const [reason, giveReason] = useReason(at, reference);
  const [came, setCame] = useState<Answer<Report> | undefined>(undefined);
  const open = async (given: GivenReason): Promise<void> => {
    const opened = await at.world.desk.post(`reports/${reference}/open`, { reason: given }, readReport);
    setCame(opened);
    if (opened.came !== "value") return;
    at.tellLog(opened.value.log);
    giveReason(given);
  };
  const back = (): void => at.way.go({ ...queuePlace, row: reference });
  useKeys(reason ? [] : [{ name: "back", presses: ["Escape"], cap: "Esc", says: "back to the queue", isInBar: true, run: back }]);
  if (reason) return <Opened {...{ at, reference, reason, now }} />;
  return (
    <ReasonFirst at={at} title={`Assess report ${reference}`} reference={reference} offered={[triage]} open={(given) => void open(given)}>
      {came !== undefined && came.came !== "value" && <Hindrance answer={came} now={now} again={() => setCame(undefined)} />}
    </ReasonFirst>
  );
}

/** Assessing a report: left what was sent, in the middle the questions, right the decision. */
function Opened({
  at,
  reference,
  reason,
  now,
}: {
  readonly at: AtDesk;
  readonly reference: string;
  readonly reason: GivenReason;
  readonly now: Instant;
}): ReactElement {
  const { world, way } = at;
  const { answer, again } = useAnswer(reference, () => world.desk.get(`reports/${reference}/assess`, assessment, reason));
  const [sent, setSent] = useState<Answer<Saved> | undefined>(undefined);
  const [newest, setNewest] = useState<Assessment | undefined>(undefined);
  // One answer after the other: of two on their way at once the older could come back last and take the newer off the screen.
  const turn = useRef<Promise<void>>(Promise.resolve());
  useKeys([
    {
      name: "back",
      presses: ["Escape"],
      cap: "Esc",
      says: "back, keeps text",
      isInBar: true,
      run: () => way.go({ screen: "report", reference }),
    },
  ]);
  useTold(at, answer);
  useTold(at, sent);
  const shown = newest ?? (answer?.came === "value" ? answer.value : undefined);
  if (shown === undefined)
    return <PageAwaited title={`Assess report ${reference}`} asking="Asking for the questions." {...{ answer, now, again }} />;
  const save = async (prompt: string, given: AnswerToPrompt): Promise<void> => {
    const body = { saw: shown.saw, prompts: [{ prompt, answer: given }] };
    const done = turn.current.then(async () => {
      const came = await world.desk.post(`reports/${reference}/risk`, body, saved);
      setSent(came);
      if (came.came === "value") setNewest((before) => withAnswer(before ?? shown, prompt, given, came.value));
    });
    turn.current = done;
    await done;
  };
  const lookAgain = (): void => {
    setSent(undefined);
    setNewest(undefined);
    again();
  };
  return (
    <>
      <section className="index" aria-label="What was sent" tabIndex={0}>
        <h2 className="name">{shown.name}</h2>
        <p className="second-words">
          {shown.report}, {shown.state}
        </p>
        <Facts facts={shown.reach} />
        <h3>What happened, in their words</h3>
        {shown.account === "" ? (
          <p className="second-words">Nothing was written. That is not “nothing happened”.</p>
        ) : (
          <blockquote className="account">{shown.account}</blockquote>
        )}
        <h3>What stands out, as it was sent</h3>
        <p className="second-words">In its own order, by a fixed rule; no score.</p>
        <Acts way={at.way} acts={shown.acts} inAll={shown.actsInAll} />
      </section>
      <main id="work" className="work">
        <header className="work-head">
          <h1>Assess this report</h1>
          <p className="end second-words">prompts of {sayDaysIn(shown.rule)}; no number comes out</p>
        </header>
        <DangerBox lines={shown.danger} />
        <p className="sentence" role="status">
          {shown.proposal.says}
        </p>
        {sent !== undefined && sent.came !== "value" && <Hindrance answer={sent} now={now} again={lookAgain} />}
        <AssessPrompts prompts={shown.prompts} give={(prompt, given) => void save(prompt, given)} />
        <p className="second-words">Asked again at each new event, and at arrest, bail, court and order.</p>
      </main>
      <aside className="side" aria-label="The decision">
        <AssessDecision key={shown.report} at={at} shown={shown} now={now} lookAgain={lookAgain} />
      </aside>
    </>
  );
}
