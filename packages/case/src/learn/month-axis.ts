import type { Shape } from "@unmask/core";
import { sayShortMonth } from "@unmask/words";
import type { Edition } from "./edition.ts";

/** Months from left to right, as every chart over months has them. */

/** Months that a chart shows, at most: the newest. */
const mostMonths = 24;

/** The last edition of each month, in the order of months, of the newest months alone. */
export function latestEditions(editions: readonly Edition[]): readonly Edition[] {
  const nth = ({ edition }: Edition): number => Number(edition.split("/")[1] ?? 0);
  const latest = new Map<string, Edition>();
  for (const one of editions) {
    const other = latest.get(one.month);
    if (other === undefined || nth(other) < nth(one)) latest.set(one.month, one);
  }
  return [...latest.values()].sort((one, other) => (one.month < other.month ? -1 : 1)).slice(-mostMonths);
}

/** Where months stand. */
export interface MonthAxis {
  readonly left: number;
  /** Units between two months. */
  readonly step: number;
  /** The line on which the names of months stand. */
  readonly foot: number;
}

/** Units of text. */
export const textSize = 12;
/** A name of a month takes so much. */
const nameWidth = 30;

/** The middle of a month. */
export function middleOf({ left, step }: MonthAxis, at: number): number {
  return left + (at + 0.5) * step;
}

/** Names of months, as many as fit, and the year under the first of each. */
export function monthNames(axis: MonthAxis, months: readonly string[]): readonly Shape[] {
  const every = Math.max(1, Math.ceil(nameWidth / axis.step));
  return months.flatMap((month, at): readonly Shape[] => {
    const [year = "", number = ""] = month.split("-");
    const name: Shape = {
      ...{ shape: "text", role: "ink2", x: middleOf(axis, at), y: axis.foot, text: sayShortMonth(Number(number)) },
      ...{ size: textSize, anchor: "middle" },
    };
    const isNew = at === 0 || months[at - 1]?.slice(0, 4) !== year;
    const under: Shape = { ...name, role: "ink", y: axis.foot + textSize + 4, text: year, bold: true };
    return [...(at % every === 0 ? [name] : []), ...(isNew ? [under] : [])];
  });
}
