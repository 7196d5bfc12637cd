import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { clockDrawing } from "@unmask/case";
import { ChartOrTable } from "@unmask/fittings-screen";
import type { AtDesk } from "../../at-desk.ts";
import type { RegisterRow } from "../../desk/register.ts";
import { useKeys } from "../../keys/keyboard.tsx";
import { sayDaysIn } from "../../parts/civil-day.ts";
import { KeyCap } from "../../parts/key-cap.tsx";
import { PlaceLink } from "../../parts/place-link.tsx";
import { Reasons } from "../../parts/reasons.tsx";
import { reasonsForCase, useReason } from "../../parts/use-reason.ts";
import { DutyOpened } from "./duty-opened.tsx";
import { doubtOf, numberInRow, rowOf, sayStanding, sayWhat } from "./register-words.ts";

/** Units of a phone's column: letters stand there as large as beside it. */
const phoneWidth = 350;

/** The chosen duty: its exact label and no stronger one, its days in boxes, and what it rests on. */
export function RegisterDutyPanel({
  at,
  row,
  next,
  now,
  again,
}: {
  readonly at: AtDesk;
  readonly row: RegisterRow;
  /** The next undecided one, where there is another. */
  readonly next?: RegisterRow | undefined;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  const { metOn, ...duty } = row;
  const drawn = { ...duty, ...(metOn !== null && { metOn }) };
  const beside = { now, isOrderOver: row.over !== undefined };
  const [clock, onPhone] = [clockDrawing(drawn, beside), clockDrawing(drawn, { ...beside, width: phoneWidth })];
  const [what, standing] = [sayWhat(row), sayStanding(row)];
  const [reason, giveReason] = useReason(at, row.order);
  const toOrder = (): void => at.way.go({ screen: "order", order: row.order });
  const orderKey = { name: "to-order", presses: ["o"], cap: "O" };
  useKeys([{ ...orderKey, says: "order", isInBar: true, run: toOrder }]);
  return (
    <>
      <div className="panel-head">
        <h2>
          <bdi>{row.subject}</bdi>, {numberInRow(row)}
        </h2>
        <p>
          <button type="button" className="in-line" aria-keyshortcuts="O" onClick={toOrder}>
            Order <KeyCap of={orderKey} />
          </button>
        </p>
      </div>
      {row.label === null ? (
        <p className={row.stands === "undecided" ? "notice undecided" : "notice"}>
          <b className={standing.isMind ? "mind" : undefined}>
            {row.stands === "undecided" ? "Undecided" : what.first}: {standing.first}
          </b>
          <span className="line second">{row.stands === "undecided" ? doubtOf(row) : sayDaysIn(row.why)}</span>
        </p>
      ) : (
        <div className={row.isDecided === true ? "notice" : "notice minded"}>
          <p>
            <b className={row.isDecided === true ? "label" : "mind label"}>{capital(row.label)}</b>
          </p>
          <p>
            {what.first} ({row.section}): {standing.first}. {row.isDecided === true ? "" : "An officer decides."}
          </p>
        </div>
      )}
      {clock && onPhone ? (
        <>
          <h3 className="clock-title">{clock.drawing.title}</h3>
          <ChartOrTable drawing={{ phone: onPhone.drawing, desktop: clock.drawing }} table={clock.table} caption={clock.drawing.title} />
        </>
      ) : (
        <p>
          <b>{what.first}</b> <span className="second-words">{what.second}</span>
        </p>
      )}
      <p className="second-words">
        {sayDaysIn(row.why)}. A clock is worked out from what is written; it says nothing about anybody’s reasons and decides nothing.
      </p>
      {row.jurisdiction === "NI" && (
        <p className="second-words">
          Northern Ireland: only what was read of its Act is worked out. The rest is not known here: ask your solicitor.
        </p>
      )}
      {reason ? (
        <DutyOpened {...{ at, row, now, reason }} wrote={again} />
      ) : (
        <>
          <p>Service, the order’s copy and what was asked stand in the order: say why you open it.</p>
          <Reasons level="h3" reference={row.order} officer={at.me.officer.name} offered={reasonsForCase} open={giveReason} />
        </>
      )}
      {next !== undefined && (
        <p className="next-undecided">
          <b>Undecided, next in the list:</b>{" "}
          <PlaceLink way={at.way} to={{ screen: "register", row: rowOf(next) }} isInPlace>
            <bdi>{next.subject}</bdi>, {sayWhat(next).first.toLowerCase()}
          </PlaceLink>{" "}
          <span className="second-words">{sayStanding(next).first}</span>
        </p>
      )}
    </>
  );
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
