import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { clockDrawing } from "@unmask/case";
import { ChartOrTable } from "@unmask/fittings-screen";
import type { AtDesk } from "../../at-desk.ts";
import type { RegisterRow } from "../../desk/register.ts";
import { sayDaysIn } from "../../parts/civil-day.ts";
import { numberInRow, sayStanding, sayWhat } from "./register-words.ts";

/** The chosen duty: its exact label and no stronger one, its days in boxes, and what it rests on. */
export function RegisterDutyPanel({
  row,
  now,
}: {
  readonly at: AtDesk;
  readonly row: RegisterRow;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  const { metOn, ...duty } = row;
  const clock = clockDrawing({ ...duty, ...(metOn !== null && { metOn }) }, { now });
  const [what, standing] = [sayWhat(row), sayStanding(row)];
  return (
    <>
      <header className="panel-head">
        <h2>
          <bdi>{row.subject}</bdi>, {numberInRow(row)}
        </h2>
      </header>
      {row.label === null ? (
        <p className={row.stands === "undecided" ? "notice undecided" : "notice"}>
          <b className={standing.isMind ? "mind" : undefined}>
            {row.stands === "undecided" ? "Undecided" : what.first}: {standing.first}
          </b>
          <span className="line second">{sayDaysIn(row.why)}</span>
        </p>
      ) : (
        <div className="notice minded">
          <p>
            <b className="mind label">{capital(row.label)}</b>
          </p>
          <p>
            {what.first} ({row.section}): {standing.first}. An officer decides.
          </p>
        </div>
      )}
      {clock ? (
        <ChartOrTable drawing={{ phone: clock.drawing, desktop: clock.drawing }} table={clock.table} caption={clock.drawing.title} />
      ) : (
        <p>
          <b>{what.first}</b> <span className="second-words">{what.second}</span>
        </p>
      )}
      <p className="second-words">
        {sayDaysIn(row.why)}. A clock is worked out from what is written; it says nothing about anybody’s reasons and decides nothing.
      </p>
    </>
  );
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
