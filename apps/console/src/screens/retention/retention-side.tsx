import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../../at-desk.ts";
import type { Answer } from "../../desk/answer.ts";
import type { GivenReason } from "../../desk/given-reason.ts";
import type { LogEntry } from "../../desk/log-entry.ts";
import type { OfferedReason } from "../../desk/preview.ts";
import { type KeptRow, decidedAnswer } from "../../desk/retention.ts";
import { sayCivilDay, sayDaysIn } from "../../parts/civil-day.ts";
import { KnownBy } from "../../parts/known-by.tsx";
import { Reasons } from "../../parts/reasons.tsx";
import { sayNow, sayWhen } from "../../parts/say-when.ts";
import { SmallForm } from "../../parts/small-form.tsx";
import { useOneAtATime } from "../../parts/use-one-at-a-time.ts";
import { useReason } from "../../parts/use-reason.ts";
import { openSpecs, whyNoErasing } from "./retention-specs.ts";
import { sayAnswer, sayRule } from "./retention-words.ts";

const offered: readonly OfferedReason[] = [{ code: "supervision", says: "The review of what is kept" }];

/** The chosen case or report: who proposed what, the five questions, and what can be decided; who may not is told so in the button's place. */
export function RetentionSide({
  at,
  row,
  now,
  again,
}: {
  readonly at: AtDesk;
  readonly row: KeptRow;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  const { subject, proposed, agreed, hold, isHeld } = row;
  const me = at.me.officer.id;
  const [reason, giveReason] = useReason(at, `retention ${subject.id}`);
  const why = whyNoErasing(row, me);
  return (
    <>
      <h2>
        {subject.of === "case" ? "Case" : "Report"} {subject.id}
      </h2>
      <p className="second-words">
        {sayRule(row)}
        {row.isShipped ? ", a placeholder" : ""}; {row.due === null ? "it has not ended" : `review ${sayCivilDay(row.due)}`}
      </p>
      <dl className="facts">
        <div>
          <dt>First person</dt>
          <dd>
            {proposed === null ? (
              "nobody has proposed to erase it"
            ) : (
              <>
                {proposed.by}, {sayWhen(proposed.at, now)}: <q>{proposed.reason}</q>
                {proposed.asked && <span className="line second">the person it is about asks for it</span>}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>Second person</dt>
          <dd>
            {agreed !== null ? (
              `${agreed.by}, ${sayNow(agreed.at)}`
            ) : proposed === null ? (
              "—"
            ) : (
              <b className="mind">waits: another supervisor of it{proposed.id === me ? ", not you" : ""}</b>
            )}
          </dd>
        </div>
        {hold !== null && (
          <div>
            <dt>Hold</dt>
            <dd>
              <q>{hold.reason}</q> {hold.by}
              <span className="line second">
                {isHeld ? "to" : "ended with"} {sayCivilDay(hold.until)}
              </span>
            </dd>
          </div>
        )}
      </dl>
      <h3>Asked before it may go</h3>
      <dl className="asked-lines">
        {row.answers.map((one) => (
          <div key={one.question}>
            <dt>{one.asks}</dt>
            <dd>
              <b className={one.answer === "no" ? undefined : "mind"}>{sayDaysIn(sayAnswer(one))}</b>{" "}
              {one.from !== null && <KnownBy how={one.from === "worked-out" ? "worked-out" : "account"} />}
            </dd>
          </div>
        ))}
      </dl>
      {why.length > 0 && (
        <div className="notice minded" id="why-no-erasing">
          <p>
            <b>{agreed !== null ? "It goes." : row.mayDecide ? "Cannot go yet." : "Not yours to decide."}</b> {sayDaysIn(why.join(" "))}
          </p>
        </div>
      )}
      {row.mayDecide &&
        (reason ? (
          <Decide {...{ at, row, now, again, reason }} />
        ) : (
          <>
            <p className="second-words">What you decide is written with why you look at it.</p>
            <Reasons level="h3" reference={subject.id} officer={at.me.officer.name} offered={offered} open={giveReason} />
          </>
        ))}
      <section className="beside">
        <h3>A hold is a reason with an end</h3>
        <p className="second-words">It says who, why, and the day on which it is looked at again. A hold without a day cannot be saved.</p>
        <h3>After a restore</h3>
        <p className="second-words">
          An older copy would bring back what was erased. The restore is given the newest list of what was, and it is erased again before
          the desk opens.
        </p>
        <p className="second-words">
          No national period is known here: the schedule is the force’s, dated, and signed off by its data protection officer.
        </p>
      </section>
    </>
  );
}

function Decide({
  at,
  row,
  now,
  again,
  reason,
}: {
  readonly at: AtDesk;
  readonly row: KeptRow;
  readonly now: Instant;
  readonly again: () => void;
  readonly reason: GivenReason;
}): ReactElement {
  const { subject, saw } = row;
  const specs = openSpecs(row, at.me.officer.id);
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  const oneAtATime = useOneAtATime();
  const write = async (path: string, body: object): Promise<boolean> => {
    const whose = subject.of === "case" ? `cases/${subject.id}` : `reports/${subject.id}`;
    const answer = await oneAtATime(() => at.world.desk.post(`${whose}/${path}`, { ...body, saw, reason }, decidedAnswer));
    if (answer === undefined) return false;
    setCame(answer);
    if (answer.came !== "value") return false;
    at.tellLog(answer.value);
    again();
    return true;
  };
  return (
    <div className="writes">
      {!specs.some(({ letter }) => letter === "e") && row.agreed === null && (
        <button type="button" className="first-button" aria-disabled="true" aria-describedby="why-no-erasing">
          {row.proposed === null ? "Propose to erase it" : "Agree to erase it"}
        </button>
      )}
      {specs.map((spec) => (
        <SmallForm key={spec.name} {...{ at, spec, came, write, now, again }} of={`retention ${subject.id}`} />
      ))}
    </div>
  );
}
