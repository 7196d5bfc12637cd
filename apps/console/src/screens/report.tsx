import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { type Place, queuePlace } from "../address/place.ts";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type Report, report as readReport } from "../desk/report.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Acts } from "../parts/acts.tsx";
import { Facts } from "../parts/facts.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { triage } from "../parts/reasons.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { ReasonFirst } from "../parts/reason-first.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useHolds } from "../parts/use-holds.ts";
import { useReason } from "../parts/use-reason.ts";
import { useTold } from "../parts/use-told.ts";
import { MakeCaseAsked } from "./make-case-asked.tsx";
import { type MakeCase, useMakeCase } from "../parts/use-make-case.ts";
import { useReportCommand } from "../parts/use-report-command.ts";
import { HandOn } from "./report-hand-on.tsx";
import { VerdictBox } from "../parts/verdict-box.tsx";
import { DecisionLines } from "./decision-lines.tsx";
import { Reached } from "./reached.tsx";
import { ReportContacts } from "./report-contacts.tsx";
import { ReportDanger } from "./report-danger.tsx";
import { ReportDuties } from "./report-duties.tsx";
import { ReportJoined } from "./report-joined.tsx";
import { ReportDangerRaised, ReportInQueue, ReportNoted, type ReportPartProps, ReportReading, ReportWithdrawals } from "./report-noted.tsx";

/** One report, opened for a reason: asked for first where none was given yet, as after a reload. */
export function ReportScreen({
  at,
  reference,
  now,
}: {
  readonly at: AtDesk;
  readonly reference: string;
  readonly now: Instant;
}): ReactElement {
  const [reason, giveReason] = useReason(at, reference);
  const back = (): void => at.way.go({ ...queuePlace, row: reference });
  useKeys([{ name: "back", presses: ["Escape"], cap: "Esc", says: "back to the queue", isInBar: true, run: back }]);
  if (reason) return <Opened {...{ at, reference, reason, now }} />;
  return <ReasonFirst at={at} title={`Report ${reference}`} reference={reference} offered={[triage]} open={giveReason} />;
}

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
  const { world } = at;
  const { answer, again } = useAnswer(reference, () => world.desk.post(`reports/${reference}/open`, { reason }, readReport));
  useTold(at, answer);
  useHolds(at, { of: "report", id: reference }, answer?.came === "value" ? answer.value.saw : undefined, again);
  useKeys([{ name: "look-again", presses: ["Shift+r"], cap: "⇧R", says: "look at the report again", run: again }]);
  if (answer?.came === "value") return <Words report={answer.value} {...{ at, reason, now, again }} />;
  return <PageAwaited title={`Report ${reference}`} asking="Opening it. The reason is written with it." {...{ answer, now, again }} />;
}

function Words(parts: ReportPartProps): ReactElement {
  const { report, at, reason, now, again } = parts;
  // Each part says of its own command what came of it, at its own place.
  const ofDanger = useReportCommand(at, reason, again);
  const ofContact = useReportCommand(at, reason, again);
  const ofJoin = useReportCommand(at, reason, again);
  const caseMade = useMakeCase(at, report.report, reason);
  return (
    <>
      <main id="work" className="work">
        <header className="work-head">
          <h1>{report.name}</h1>
          <p className="second-words">
            {report.report}, {report.state}
          </p>
        </header>
        <ReportDanger {...{ at, report, now, again }} command={ofDanger} />
        <Reached {...{ at, reason, now, again }} persons={report.reached} />
        <h2>What happened, in their words</h2>
        {report.account === "" ? (
          <p className="second-words">Nothing was written. That is not “nothing happened”.</p>
        ) : (
          <blockquote className="account">{report.account}</blockquote>
        )}
        <ReportDangerRaised {...parts} />
        <Actions {...parts} makeCase={caseMade} />
        <ReportInQueue {...parts} />
        {report.case === undefined && <HandOn at={at} reference={report.report} reason={reason} now={now} then={again} />}
        <ReportJoined {...{ at, report, now, again }} command={ofJoin} />
        <ReportDuties {...{ at, report, reason, now, again }} makeCase={caseMade} />
        <ReportContacts {...{ at, report, now, again }} command={ofContact} />
        <ReportWithdrawals {...parts} />
        <h2>Decided</h2>
        <DecisionLines decisions={report.decisions} now={now} />
        <ReportReading {...parts} />
        <ReportNoted {...parts} />
        <h2>What stands out, as it was sent</h2>
        <p className="second-words">In the order of the report, by a fixed rule; no score.</p>
        <Acts way={at.way} acts={report.acts} inAll={report.actsInAll} />
      </main>
      <Known report={report} />
    </>
  );
}

/** What can be done with it as a whole: assess it, take it, make a case of it, say that it is the same as another. */
function Actions({ at, report, reason, now, again, makeCase }: ReportPartProps & { readonly makeCase: MakeCase }): ReactElement {
  const { way } = at;
  const taking = useReportCommand(at, reason, again);
  const take = (): void => void taking.write(report.report, "take", {});
  const assess: Place = { screen: "assess", reference: report.report };
  const join: Place = { screen: "join", reference: report.report };
  const isFree = report.with === undefined;
  useKeys([
    { name: "assess", presses: ["r"], cap: "R", says: "assess", isInBar: true, run: () => way.go(assess) },
    ...(isFree ? [{ name: "take", presses: ["a"], cap: "A", says: "take it", isInBar: true, run: take }] : []),
    { name: "same", presses: ["d"], cap: "D", says: "the same as another report", run: () => way.go(join) },
  ]);
  return (
    <>
      <p className="actions">
        <button type="button" className="first-button" onClick={() => way.go(assess)} aria-keyshortcuts="R">
          Assess this report <KeyCap of={{ name: "assess", presses: ["r"], cap: "R" }} />
        </button>
        {isFree && (
          <button type="button" className="second-button" onClick={take} aria-keyshortcuts="A">
            Take it <KeyCap of={{ name: "take", presses: ["a"], cap: "A" }} />
          </button>
        )}
        {report.toldIn !== undefined ? (
          <PlaceLink way={way} to={{ screen: "case", case: report.toldIn, part: "now" }}>
            Open case {report.toldIn}, in which it is told
          </PlaceLink>
        ) : report.case === undefined ? (
          <button type="button" className="second-button" onClick={makeCase.ask}>
            Make a case of it
          </button>
        ) : (
          <PlaceLink way={way} to={{ screen: "case", case: report.case, part: "now" }}>
            Open case {report.case}, in which it stands
          </PlaceLink>
        )}
        <button type="button" className="second-button" onClick={() => way.go(join)} aria-keyshortcuts="D">
          The same as another <KeyCap of={{ name: "same", presses: ["d"], cap: "D" }} />
        </button>
      </p>
      {taking.came && <Hindrance answer={taking.came} now={now} again={take} />}
      {makeCase.isAsked && <MakeCaseAsked report={report.report} makeCase={makeCase} />}
      {makeCase.came && <Hindrance answer={makeCase.came} now={now} again={() => void makeCase.make()} />}
    </>
  );
}

/** What is known beside the words, what is lost first, and what was checked. */
function Known({ report }: { readonly report: Report }): ReactElement {
  return (
    <aside className="side" aria-label="What is known and what was checked" tabIndex={0}>
      <h2>What is known</h2>
      <Facts facts={report.facts} />
      <h2>Lost first</h2>
      {report.lost.length === 0 ? (
        <p className="second-words">No time of loss is known. That is not “nothing is lost”.</p>
      ) : (
        <Facts facts={report.lost} />
      )}
      <h2>What was checked, and what came out</h2>
      {report.checks.length === 0 && <p className="second-words">No pack came with it: there is nothing to check yet.</p>}
      <ul className="checks">
        {report.checks.map(({ verdict, says }) => (
          <li key={says}>
            <VerdictBox verdict={verdict} /> {says}
          </li>
        ))}
      </ul>
      <p className="second-words">
        <b>Not proved by any of this:</b> who held the phone, that a chat is complete, that a text was not edited before it was exported.
      </p>
    </aside>
  );
}
