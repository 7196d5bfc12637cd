import type { ReactElement } from "react";
import type { daySheetRows } from "@unmask/case";
import type { Instant } from "@unmask/core";
import { paperLawOf } from "@unmask/law";
import { sayCivilDay } from "../parts/civil-day.ts";
import { sayNow } from "../parts/say-when.ts";

type Sheet = ReturnType<typeof daySheetRows>;
type Line = Sheet["rows"][number];

/** The day sheet: day by day, each reminder on its own day, with room for a hand. The browser prints it without the bars around it. */
export function LookAheadSheet({
  sheet,
  to,
  by,
  now,
}: {
  readonly sheet: Sheet;
  readonly to: string;
  readonly by: string;
  readonly now: Instant;
}): ReactElement {
  const days = [...new Set(sheet.rows.map(({ day }) => day))];
  return (
    <section className="day-sheet" aria-label="Day sheet">
      <h2>Day sheet, to {sayCivilDay(to)}</h2>
      <p className="second-words">
        Read {sayNow(now)} by {by}. What has no day is on the screen alone. Names of people stand on it: it is a paper of the case. Sections
        are of the {paperLawOf("EW").act}, where no other Act stands beside them.
      </p>
      {days.map((day) => (
        <Lines key={day} title={sayCivilDay(day)} lines={sheet.rows.filter((one) => one.day === day)} isDated={false} />
      ))}
      {sheet.rows.length === 0 && <p>Nothing has a day in this time.</p>}
      {sheet.ended.length > 0 && <Lines title="Ended lately" lines={sheet.ended} isDated />}
    </section>
  );
}

function Lines({
  title,
  lines,
  isDated,
}: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly isDated: boolean;
}): ReactElement {
  return (
    <table className="plain-table sheet-lines">
      <caption>{title}</caption>
      <thead className="unseen">
        <tr>
          {["What", "Order", "Why", "Done by"].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ day, at, what, order, subject, section, why, ours, undecided, act }, i) => (
          // Two clocks of one order can have one day and the same words.
          <tr key={`${i} ${order}`}>
            <th scope="row">
              {isDated && `${sayCivilDay(day)}: `}
              {at !== undefined && `${at} `}
              {what}
              {undecided && <span className="line second mind">not decided</span>}
            </th>
            <td>
              {order} <bdi>{subject}</bdi>
              {!ours && <span className="line second">not ours</span>}
            </td>
            <td>{[[section, act].filter((one) => one !== undefined).join(", "), why].filter((one) => one !== "").join(": ")}</td>
            <td className="for-hand" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
