import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { isSecondPerson, operations, parseRole } from "@unmask/case";
import type { AtDesk } from "../../at-desk.ts";
import type { GivenReason } from "../../desk/given-reason.ts";
import type { OrderPage } from "../../desk/order-page.ts";
import type { RegisterRow } from "../../desk/register.ts";
import { OrderForms } from "../../parts/order-forms.tsx";
import { sayWhen } from "../../parts/say-when.ts";
import { readSettlingSpec, settleSpec, settledInWords } from "./settling-specs.ts";
import { Closed } from "./breach-steps.tsx";
import { doubtOf, mayCountLate } from "./register-words.ts";

interface SettlingProps {
  readonly at: AtDesk;
  readonly row: RegisterRow;
  readonly reason: GivenReason;
  readonly now: Instant;
  readonly page: OrderPage;
  readonly again: () => void;
}

function sayOpen(row: RegisterRow): string {
  return mayCountLate(row) ? "A late notice: whether it counts" : "Undecided: what can be done";
}

/** What is undecided is settled by a person, on this order alone, and counts once another agrees. */
export function DutySettling({ row, ...parts }: SettlingProps): ReactElement {
  const { at, page, now } = parts;
  const role = parseRole(at.me.officer.role);
  const may = role !== undefined && operations["settle-duty"].roles[role] !== undefined;
  const settling = page.state.settledDuties.find(({ number }) => number === row.settling?.number);
  const waits = settling !== undefined && settling.read === undefined;
  return (
    <section className="breach-step" aria-labelledby="ways-on">
      <h2 id="ways-on">{waits ? "Settled by one officer; a second person has not read it" : sayOpen(row)}</h2>
      <p>
        {mayCountLate(row)
          ? "It was not met in its period, whichever way this falls."
          : row.due === null
            ? "It has no clock."
            : "It shows the clock that it would have."}{" "}
        Why it is not settled: {doubtOf(row)}.
      </p>
      {settling !== undefined && (
        <p className="notice">
          <b>{settledInWords[settling.how]}</b>: <bdi>“{settling.reason}”</bdi>
          <span className="line second">
            {page.nameOf(settling.by)}, {sayWhen(settling.happened, now)}.{" "}
            {settling.read === undefined
              ? "Nothing has changed by it yet."
              : `${page.nameOf(settling.read.by)} does not agree${settling.read.says === undefined ? "" : `: “${settling.read.says}”`}. Nothing has changed by it.`}
          </span>
        </p>
      )}
      {!may ? (
        <Closed
          says={waits ? "Read it as the second person" : "Settle it"}
          why="Who keeps the register does: a coordinator or a supervisor."
        />
      ) : !waits ? (
        <OrderForms {...parts} specs={row.ways.map((how) => settleSpec(row, how))} />
      ) : isSecondPerson(page.me, [settling.by]).allowed ? (
        <OrderForms {...parts} specs={[readSettlingSpec(settling.number)]} />
      ) : (
        <Closed says="Read it as the second person" why="You settled it: another officer who keeps the register reads it." />
      )}
      <p className="second-words">Each needs your words and a second person. It is one decision on one order, never a rule for the next.</p>
    </section>
  );
}
