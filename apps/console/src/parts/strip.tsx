import type { ReactElement } from "react";
import type { QueueActs } from "@unmask/case";
import { sayCount, sayNumber } from "@unmask/words";
import { type WeekAxis, countOfWeek, weeksShown } from "./weeks.ts";

/** One week is so wide, the tallest of all rows so high; below the line stand the reports. In units of the drawing, which grows with the text. */
const step = 2;
const highest = 18;
const line = 20;
const below = 6;

/** The most acts of one week in any of the rows: one scale for all of them, so that 2 acts and 3,000 are honest side by side. */
export function tallestOf(rows: readonly { readonly acts: QueueActs }[]): number {
  return rows.reduce((most, { acts }) => acts.weeks.reduce((so, week) => Math.max(so, week.acts), most), 1);
}

/** Acts a week through eighteen months: height by the root of how many, dark foot for midnight to five, a triangle for each report. */
export function Strip({
  acts,
  axis,
  tallest,
}: {
  readonly acts: QueueActs;
  readonly axis: WeekAxis;
  readonly tallest: number;
}): ReactElement {
  const placeOf = (week: string): number | undefined => {
    const place = (countOfWeek(week) ?? -1) - axis.first;
    return place >= 0 && place < weeksShown ? place * step : undefined;
  };
  const heightOf = (count: number): number => Math.max(1, highest * Math.sqrt(count / tallest));
  return (
    <>
      <svg className="strip" viewBox={`0 0 ${weeksShown * step} ${line + below}`} role="img" aria-label={sayStrip(acts)}>
        {acts.weeks.map(({ week, acts: count, night }) => {
          const x = placeOf(week);
          if (x === undefined || count === 0) return null;
          const height = heightOf(count);
          const foot = (height * night) / count;
          return (
            <g key={week}>
              <rect className="fill role-day" x={x} y={line - height} width={step - 0.25} height={height} />
              {night > 0 && <rect className="fill role-night" x={x} y={line - foot} width={step - 0.25} height={foot} />}
            </g>
          );
        })}
        <line className="stroke role-line" x1="0" y1={line} x2={weeksShown * step} y2={line} strokeWidth="0.75" />
        {acts.reports.map((week, i) => {
          const x = placeOf(week);
          return x === undefined ? null : (
            <polygon
              // Two reports of one week lie on each other.
              key={`${week} ${i}`}
              className="fill role-hers"
              points={`${x + 1},${line + 1.5} ${x + 3.5},${line + 5.5} ${x - 1.5},${line + 5.5}`}
            />
          );
        })}
      </svg>
      <span className="chart-label" aria-hidden="true">
        {sayActs(acts)}
      </span>
    </>
  );
}

/** "58 acts", "367 new of 3,223", "914 acts, 911 of their own besides": what the person wrote is in no other number. */
function sayActs({ total, own = 0, new: added }: QueueActs): string {
  const counted = added === undefined ? sayCount(total, "act") : `${sayNumber(added)} new of ${sayNumber(total)}`;
  return own === 0 ? counted : `${counted}, ${sayNumber(own)} of their own besides`;
}

/** The picture in its numbers. */
function sayStrip(acts: QueueActs): string {
  const nights = acts.weeks.reduce((sum, { night }) => sum + night, 0);
  const most = acts.weeks.reduce((so, week) => Math.max(so, week.acts), 0);
  const [first] = acts.weeks;
  const last = acts.weeks.at(-1);
  if (first === undefined || last === undefined) return `${sayActs(acts)}; none with a known week.`;
  const weeks = `${sayCount(acts.weeks.length, "week")} with acts, from week ${first.week.slice(6)} of ${first.week.slice(0, 4)} to week ${last.week.slice(6)} of ${last.week.slice(0, 4)}`;
  return `${sayActs(acts)}. ${weeks}; at most ${sayNumber(most)} in one week; ${sayNumber(nights)} between midnight and 5. ${sayCount(acts.reports.length, "report")}.`;
}
