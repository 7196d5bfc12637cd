import { before, behind, gap, lettersApart } from "./folded-text.ts";

/** Numbers of reports and orders as people write them, as expressions over a folded text (folded-text.ts): "R-43", "r43", "R/43", "report no. 43", "SPO2618". */

const called = `(?:(?:no|nr|num|number|ref)${gap})?`;
const order = lettersApart("spo");

/** Any number of a report. The word "report" alone before a number can be of hours. */
export const anyReport = `${before}(?:r${gap}${called}\\d(?:${gap}\\d)+|reports?${gap}(?:no|nr|num|number|ref)${gap}\\d+)${behind}`;
/** Any number of an order: ours, and with the letters of another force where something parts its year from what follows. */
export const anyOrder = `${before}(?:${order}${gap}\\d{2}${gap}[\\doil]{1,6}|[a-z]{2,5}${gap}\\d{2}[ /-]{1,3}\\d{3,6})(?![\\p{N}])`;
