import type { ReactElement } from "react";
import { civilFromDays } from "@unmask/core";
import { sayShortMonthOf } from "@unmask/words";
import type { WeekOfActs } from "../engine/protocol.ts";

/** Units of the picture. */
const width = 350;
const tallest = 56;
const base = 64;
const widestMark = 9;
/** A mark must be seen, however many weeks there are. */
const narrowestMark = 1;

/** What has arrived so far: marks on a line, a stronger foot for the nights. The numbers stand beside it in words. */
export function ArrivingView({ weeks }: { readonly weeks: readonly WeekOfActs[] }): ReactElement {
  const first = weeks[0]?.week ?? 0;
  const span = Math.max(1, (weeks.at(-1)?.week ?? 0) - first + 1);
  const perRoot = tallest / Math.sqrt(weeks.reduce((most, { count }) => Math.max(most, count), 1));
  const pitch = Math.min(widestMark / 0.74, width / span);
  const mark = Math.max(narrowestMark, pitch * 0.74);
  return (
    <svg className="drawing" viewBox={`0 0 ${width} ${base + 22}`} aria-hidden="true" focusable="false">
      <line className="stroke role-line" x1={0} y1={base} x2={width} y2={base} strokeWidth={1} />
      {weeks.map(({ week, count, night }) => {
        const height = perRoot * Math.sqrt(count);
        const foot = (height * night) / count;
        const x = (week - first) * pitch;
        return (
          <g key={week}>
            <rect className="fill role-day" x={x} y={base - height} width={mark} height={height - foot} />
            <rect className="fill role-night" x={x} y={base - foot} width={mark} height={foot} />
          </g>
        );
      })}
      {weeks.length > 0 && (
        <>
          <text className="role-ink2" x={0} y={base + 18} fontSize={14}>
            {sayMonthOf(first)}
          </text>
          <text className="role-ink2" x={width} y={base + 18} fontSize={14} textAnchor="end">
            {sayMonthOf(first + span - 1)}
          </text>
        </>
      )}
    </svg>
  );
}

function sayMonthOf(week: number): string {
  const { month, year } = civilFromDays(week * 7);
  return sayShortMonthOf(year, month);
}
