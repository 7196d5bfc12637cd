import { Fragment, type ReactElement } from "react";
import type { daySheetRows } from "@unmask/case";
import { type Instant, daysFromCivil, parseCivilDay } from "@unmask/core";
import { paperLawOf } from "@unmask/law";
import { sayWeekday } from "@unmask/words";
import { sayCivilDay } from "../parts/civil-day.ts";
import { sayNow } from "../parts/say-when.ts";

type Sheet = ReturnType<typeof daySheetRows>;
type Line = Sheet["rows"][number];

const columns = ["What", "Order, whom it binds", "Rule, and why", "Past, or over, from", "By whom, when"] as const;

/** The day sheet: day by day, each reminder on its own day, with room for a hand. The browser prints it without the bars around it. */
export function LookAheadSheet({
  sheet,
  none,
  to,
  by,
  force,
  now,
}: {
  readonly sheet: Sheet;
  /** What stands where no line does. */
  readonly none: string;
  readonly to: string;
  readonly by: string;
  readonly force: string;
  readonly now: Instant;
}): ReactElement {
  const days = [...new Set(sheet.rows.map(({ day }) => day))];
  return (
    <section className="day-sheet" aria-label="Day sheet">
      <h2>Day sheet, to {sayCivilDay(to)}</h2>
      <p className="second-words">
        <bdi>{force}</bdi>. Read {sayNow(now)} by {by}. What is to be notified is in the register, and what has no day on the screen alone.
        Names of people stand on it: it is a paper of the case. Sections are of the {paperLawOf("EW").act}, where no other Act stands beside
        them.
      </p>
      {sheet.rows.length === 0 && <p>{none}</p>}
      {sheet.rows.length + sheet.ended.length > 0 && (
        <table className="plain-table sheet-lines">
          <caption className="unseen">What has a day, day by day, and what ended lately</caption>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <Fragment key={day}>
                <Head says={sayDay(day)} />
                <Lines lines={sheet.rows.filter((one) => one.day === day)} isDated={false} />
              </Fragment>
            ))}
            {sheet.ended.length > 0 && <Head says="Ended lately" />}
            <Lines lines={sheet.ended} isDated />
          </tbody>
        </table>
      )}
    </section>
  );
}

function Head({ says }: { readonly says: string }): ReactElement {
  return (
    <tr className="sheet-day">
      <th scope="rowgroup" colSpan={columns.length}>
        {says}
      </th>
    </tr>
  );
}

function Lines({ lines, isDated }: { readonly lines: readonly Line[]; readonly isDated: boolean }): ReactElement {
  return (
    <>
      {lines.map(({ day, at, what, order, subject, section, why, ours, open, act, past }, i) => (
        // Two clocks of one order can have one day and the same words.
        <tr key={`${i} ${order}`}>
          <th scope="row">
            {isDated && `${sayCivilDay(day)}: `}
            {at !== undefined && `${at} `}
            {what}
            {open !== undefined && <span className="line second mind">{open.replace("-", " ")}</span>}
          </th>
          <td data-says={columns[1]}>
            {order} <bdi className="line">{subject}</bdi>
            {!ours && <span className="line second">not ours</span>}
          </td>
          <td data-says={columns[2]}>
            {[[section, act].filter((one) => one !== undefined).join(", "), why].filter((one) => one !== "").join(": ")}
          </td>
          <td data-says={columns[3]}>{past !== undefined && sayCivilDay(past)}</td>
          <td data-says={columns[4]} className="for-hand" />
        </tr>
      ))}
    </>
  );
}

/** A paper says the weekday whole. */
function sayDay(written: string): string {
  const day = parseCivilDay(written);
  return day === undefined ? written : sayWeekday(daysFromCivil(day));
}
