import { type Instant, civilFromDays, dayIn, daysFromCivil } from "@unmask/core";
import { sayShortMonth } from "@unmask/words";
import { zone } from "../parts/say-when.ts";

/** A line of months on which moments stand. */
export interface MonthAxis {
  /** Days counted from 1970: the first of the first month, and the first of the month after the last. */
  readonly from: number;
  readonly until: number;
  /** Where each month begins, from 0 to 1, and its name; the first and each January with its year. */
  readonly months: readonly { readonly at: number; readonly says: string }[];
}

/** Months that an axis names; of more every second, third and so on has its name. */
const mostNames = 18;

/** The axis that holds all moments; undefined for none. */
export function monthAxisOf(moments: readonly Instant[]): MonthAxis | undefined {
  const days = moments.map((one) => dayIn(zone, one));
  const [first] = days;
  if (first === undefined) return undefined;
  const { least, most } = days.reduce((so, day) => ({ least: Math.min(so.least, day), most: Math.max(so.most, day) }), {
    least: first,
    most: first,
  });
  const [begin, end] = [civilFromDays(least), civilFromDays(most)];
  const count = (end.year - begin.year) * 12 + end.month - begin.month + 1;
  const monthAt = (i: number) => {
    const index = begin.month - 1 + i;
    return { year: begin.year + Math.floor(index / 12), month: (index % 12) + 1, day: 1 };
  };
  const from = daysFromCivil(monthAt(0));
  const until = daysFromCivil(monthAt(count));
  const each = Math.ceil(count / mostNames);
  const months = Array.from({ length: count }, (_, i) => {
    const { year, month, day } = monthAt(i);
    const name = i === 0 || month === 1 ? `${sayShortMonth(month)} ${year}` : sayShortMonth(month);
    // A name with its year reaches into the next month where many stand beside each other.
    const isCrowded = count > mostNames / 2 && (i === 1 || month === 2);
    return { at: (daysFromCivil({ year, month, day }) - from) / (until - from), says: i % each === 0 && !isCrowded ? name : "" };
  });
  return { from, until, months };
}

/** Where a moment stands on the axis, from 0 to 1. */
export function placeOn({ from, until }: MonthAxis, moment: Instant): number {
  return (dayIn(zone, moment) + 0.5 - from) / (until - from);
}
