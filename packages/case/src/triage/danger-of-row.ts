import { momentInRow } from "../clock/london.ts";
import type { CaseState } from "../fold/case-state.ts";
import { type SaidDanger, standing } from "../fold/danger.ts";
import type { ReportState } from "../fold/report-state.ts";
import { shortened } from "../shortened.ts";

/** What stands of danger for one row: said in its reports, and said in the case that they belong to. */

/** One danger that stands, and the report or case in which it was said. */
export interface DangerOfRow {
  readonly saidIn: ReportState | CaseState;
  readonly danger: SaidDanger;
}

/** Those to which nobody has gone first, in each the newest first. */
export function dangersOfRow(sources: readonly (ReportState | CaseState)[]): readonly DangerOfRow[] {
  return sources
    .flatMap((saidIn) => standing(saidIn).map((danger) => ({ saidIn, danger })))
    .toSorted((one, other) => rank(one) - rank(other) || other.danger.happened - one.danger.happened);
}

function rank({ danger }: DangerOfRow): number {
  return danger.met.length === 0 ? 0 : 1;
}

/** UTF-16 units of one danger, of who went, or of a breach in a row: two lines. Whole they stand on the report and in the case. */
export const longestInRow = 160;

/** "Knife on the report. 27 Nov 22:12. Unit there. 27 Nov 22:13.": its own words and minute, and of everybody who went. */
export function dangerInWords({ says, happened, met }: SaidDanger): string {
  return [{ says, happened }, ...met]
    .map((one) => `${sentence(shortened(one.says, longestInRow))} ${momentInRow(one.happened)}.`)
    .join(" ");
}

/** With a full stop at its end. */
export function sentence(words: string): string {
  return /[.!?”…]$/.test(words) ? words : `${words}.`;
}
