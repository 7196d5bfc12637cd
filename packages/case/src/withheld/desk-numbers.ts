import { before, behind, gap, lettersApart } from "./folded-text.ts";

/** Numbers of reports, orders and cases as people write them, as expressions over a folded text (folded-text.ts): "R-43", "r43", "R/43", "report no. 43", "SPO2618". */

const called = `(?:(?:no|nr|num|number|ref)${gap})?`;
const report = `(?:r|reports?)`;
const order = lettersApart("spo");

/** Any number of a report. The word "report" alone before a number can be of hours. */
export const anyReport: string = `${before}(?:r${gap}${called}\\d(?:${gap}\\d)+|reports?${gap}(?:no|nr|num|number|ref)${gap}\\d+)${behind}`;
/** Any number of an order: ours, and with the letters of another force where something parts its year from what follows. */
export const anyOrder: string = `${before}(?:${order}${gap}\\d{2}${gap}[\\doil]{1,6}|[a-z]{2,5}${gap}\\d{2}[ /-]{1,3}\\d{3,6})(?![\\p{N}])`;

/** This number, of a report, an order or a case, in each of its writings; as it stands where it is none of ours. */
export function writingsOfNumber(of: "report" | "order" | "case", number: string): string {
  const digits = /\d+$/.exec(number)?.[0] ?? "";
  switch (of) {
    case "report":
      return /^R-\d+$/.test(number) ? `${before}${report}${gap}${called}${withNoughts(digits)}${behind}` : asItStands(number);
    case "order": {
      const year = /^SPO-(\d\d)-\d+$/.exec(number)?.[1];
      return year === undefined ? asItStands(number) : `${before}${order}${gap}${apart(year)}${gap}${withNoughts(digits)}(?!\\p{N})`;
    }
    case "case": {
      if (!/^\d+$/.test(number)) return asItStands(number);
      const named = `${before}cases?${gap}${called}${withNoughts(digits)}${behind}`;
      // One with a nought before it is no year and no count, and is found alone.
      return number.startsWith("0") ? `${named}|${before}${number}${behind}` : named;
    }
  }
}

function withNoughts(digits: string): string {
  return `(?:0${gap})*${apart(digits.replace(/^0+(?=\d)/, ""))}`;
}

function apart(digits: string): string {
  return [...digits].join(gap);
}

function asItStands(number: string): string {
  return `${before}${(number.toLowerCase().match(/[\p{L}]+|\p{N}+/gu) ?? []).join(gap)}${behind}`;
}
