import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import type { Report } from "../desk/report.ts";
import { useReportCommand } from "../parts/use-report-command.ts";
import { SmallForm } from "../parts/small-form.tsx";
import type { WriteSpec } from "../parts/written-fields.ts";
import { BreachLines, InstrumentLines, SearchLines, TaskLines } from "./noted-lines.tsx";
import { breachSpec, dangerSpec, instrumentSpec, searchSpec, taskDoneSpec, taskSpec } from "./noted-specs.ts";
import { withdrawSpecs, withdrawable } from "./withdraw-specs.ts";
import { WithdrawnLines } from "./withdrawn.tsx";
import { giveBackSpec, groupInWords, groupSpec, readingSpec } from "./report-specs.ts";

/** What a part of an opened report is given. */
export interface ReportPartProps {
  readonly at: AtDesk;
  readonly report: Report;
  readonly reason: GivenReason;
  readonly now: Instant;
  /** Asks for the report again; what is shown stays until it is there. */
  readonly again: () => void;
}

/** One small form of a report, which says of its own command what came of it. */
function ReportWrite({ at, report, reason, now, again, spec }: ReportPartProps & { readonly spec: WriteSpec }): ReactElement {
  const { came, write } = useReportCommand(at, reason, again);
  const send = (path: string, body: object): Promise<boolean> => write(report.report, path, { saw: report.saw, ...body });
  return <SmallForm {...{ at, spec, came, now, again }} of={report.report} write={send} />;
}

/** The place to write of a danger, also where one stands: each keeps its own minute and words. */
export function ReportDangerRaised(parts: ReportPartProps): ReactElement {
  return (
    <div className="writes">
      <ReportWrite {...parts} spec={dangerSpec("danger")} />
    </div>
  );
}

/** What stands in the queue by hand, and how it gets there; and to whom it goes back. */
export function ReportInQueue(parts: ReportPartProps): ReactElement {
  const { at, report } = parts;
  const { byHand } = report;
  return (
    <>
      {byHand !== undefined && (
        <p>
          <b>Put into “{groupInWords[byHand.group]}” by hand</b> by {byHand.by}: “{byHand.reason}”
        </p>
      )}
      <div className="writes">
        {report.with?.id === at.me.officer.id && <ReportWrite {...parts} spec={giveBackSpec} />}
        <ReportWrite {...parts} spec={groupSpec} />
      </div>
    </>
  );
}

/** What was written of the report beside its life, each list with its forms. */
export function ReportNoted(parts: ReportPartProps): ReactElement {
  const { at, report, now } = parts;
  const { noted } = report;
  const { id, name } = at.me.officer;
  return (
    <>
      <h2>To be done</h2>
      <TaskLines noted={noted} />
      <div className="writes">
        <ReportWrite {...parts} spec={taskSpec("tasks", [{ value: id, says: name }])} />
        {noted.tasks.some(({ done }) => !done) && <ReportWrite {...parts} spec={taskDoneSpec(noted)} />}
      </div>
      <h2>Where was looked</h2>
      <SearchLines noted={noted} now={now} />
      <div className="writes">
        <ReportWrite {...parts} spec={searchSpec} />
      </div>
      <h2>Acts that break an order</h2>
      <BreachLines noted={noted} now={now} />
      <WithdrawnLines noted={noted} kinds={withdrawable.breaches} now={now} />
      <div className="writes">
        <ReportWrite {...parts} spec={breachSpec} />
      </div>
      <h2>Licensed instrument</h2>
      <InstrumentLines noted={noted} now={now} />
      <div className="writes">
        <ReportWrite {...parts} spec={instrumentSpec} />
      </div>
    </>
  );
}

/** Attempts that nobody made, struck; and the one place to withdraw what was written by mistake: an attempt, an act that breaks no order. */
export function ReportWithdrawals(parts: ReportPartProps): ReactElement {
  const { noted } = parts.report;
  return (
    <>
      <WithdrawnLines noted={noted} kinds={withdrawable.attempts} now={parts.now} />
      <div className="writes">
        {withdrawSpecs(noted, [...withdrawable.attempts, ...withdrawable.breaches]).map((spec) => (
          <ReportWrite key={spec.name} {...parts} spec={spec} />
        ))}
      </div>
    </>
  );
}

/** A decision against the rule that waits for a second person, where this officer may be that person. */
export function ReportReading(parts: ReportPartProps): ReactElement | null {
  const { at, report } = parts;
  const owed = report.decisions.find(({ proposed, read, isOwn }) => proposed !== undefined && read === undefined && !isOwn);
  if (owed === undefined || at.me.officer.role !== "supervisor") return null;
  return (
    <div className="writes">
      <ReportWrite {...parts} spec={readingSpec(owed)} />
    </div>
  );
}
