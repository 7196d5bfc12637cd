import { type ReactElement, useState } from "react";
import { type Instant, civilFromDays, civilToIso, dayIn } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import { jurisdictionNames, operations, parseRole } from "@unmask/case";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import type { LogEntry } from "../desk/log-entry.ts";
import { type ConfirmedRow, type QuestionToConfirm, confirmedAnswer, sayValue, toConfirmAnswer } from "../desk/to-confirm.ts";
import { sayCivilDay, sayDaysIn } from "../parts/civil-day.ts";
import { Lack } from "../parts/lack.tsx";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { ReasonFirst } from "../parts/reason-first.tsx";
import { sayWhen, zone } from "../parts/say-when.ts";
import { SmallForm } from "../parts/small-form.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import { checkedEntry, confirmSpec } from "./to-confirm-spec.ts";

const title = "To confirm";

/** What no source says, and what this force confirmed of it, by whom and when. Whoever may change settings gives a reason and can write. */
export function ToConfirmScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const role = parseRole(at.me.officer.role);
  const canWrite = role !== undefined && operations["change-settings"].roles[role] !== undefined;
  const [reason, giveReason] = useState<GivenReason | undefined>(undefined);
  if (!canWrite || reason) return <Shown at={at} now={now} reason={reason} />;
  return (
    <ReasonFirst
      at={at}
      title={title}
      says="Say why you look at what is confirmed, or write a confirmation."
      reference="to-confirm"
      offered={[{ code: "supervision", says: "Settings of the desk" }]}
      open={giveReason}
    />
  );
}

interface ShownProps {
  readonly at: AtDesk;
  readonly now: Instant;
  /** Undefined: this officer reads and writes nothing. */
  readonly reason: GivenReason | undefined;
}

function Shown({ at, now, reason }: ShownProps): ReactElement {
  const { answer, again } = useAnswer("to-confirm", () => at.world.desk.get("to-confirm", toConfirmAnswer, reason));
  useTold(at, answer);
  if (answer?.came !== "value") return <PageAwaited title={title} asking="Asking what was confirmed." {...{ answer, now, again }} />;
  const { questions } = answer.value;
  const open = questions.filter(({ inForce }) => inForce === null).length;
  return (
    <main id="work" className="work one-column">
      <h1>{title}</h1>
      <p className="sentence">
        {open === 0 ? "Every question has an answer." : `${sayNumber(open)} of ${sayNumber(questions.length)} questions are open.`} No
        source that was read answers them. Until somebody who knows does, what is careful is done, and nobody guesses.
      </p>
      {reason ? (
        <Write {...{ at, now, again, reason, questions }} />
      ) : (
        <p className="second-words">An administrator writes here what a solicitor or the force confirmed.</p>
      )}
      {(["EW", "NI", "SCO"] as const).map((code) => (
        <section key={code} aria-labelledby={`confirm-${code}`}>
          <h2 id={`confirm-${code}`}>{jurisdictionNames[code]}</h2>
          <ul className="confirm-list">
            {questions
              .filter(({ jurisdiction }) => jurisdiction === code)
              .map((one) => (
                <Question key={one.about} of={one} now={now} />
              ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

function Question({
  of: { question, careful, rows, inForce },
  now,
}: {
  readonly of: QuestionToConfirm;
  readonly now: Instant;
}): ReactElement {
  const holds = rows.find(({ number }) => number === inForce);
  return (
    <li>
      <b>{question}</b>
      {holds === undefined ? (
        <p className="mind">
          Not confirmed. <span className="second-words">Until then: {careful}.</span>
        </p>
      ) : (
        <Row row={holds} now={now} />
      )}
      {rows.some((row) => row !== holds) && (
        <details>
          <summary>Other rows</summary>
          {rows.map((row) => row !== holds && <Row key={row.number} row={row} now={now} />)}
        </details>
      )}
    </li>
  );
}

function Row({ row, now }: { readonly row: ConfirmedRow; readonly now: Instant }): ReactElement {
  const value = sayValue(row.value);
  return (
    <p>
      {value !== "" && <b>{sayDaysIn(value)}. </b>}
      {row.says}
      <span className="line second">
        confirmed by {row.confirmedBy} on {sayCivilDay(row.confirmedOn)}; holds from {sayCivilDay(row.from)}; written by {row.by},{" "}
        {sayWhen(row.recorded, now)}
      </span>
    </p>
  );
}

function Write({
  at,
  now,
  again,
  reason,
  questions,
}: {
  readonly at: AtDesk;
  readonly now: Instant;
  readonly again: () => void;
  readonly reason: GivenReason;
  readonly questions: readonly QuestionToConfirm[];
}): ReactElement {
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  const [fault, setFault] = useState("");
  const write = async (path: string, body: object): Promise<boolean> => {
    const entry = checkedEntry(body, civilToIso(civilFromDays(dayIn(zone, now))));
    setFault(entry.ok ? "" : entry.error);
    if (!entry.ok) return false;
    const sent = await at.world.desk.post(path, { entry: entry.value, reason }, confirmedAnswer);
    setCame(sent);
    if (sent.came !== "value") return false;
    at.tellLog(sent.value);
    again();
    return true;
  };
  return (
    <div className="writes">
      <SmallForm {...{ at, came, now, again, write }} of="force" spec={confirmSpec(questions)} />
      <Lack says={fault} />
    </div>
  );
}
