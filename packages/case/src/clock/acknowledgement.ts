import type { Instant } from "@unmask/core";
import type { CaseState } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";

/**
 * Whether a report was acknowledged in writing: an officer wrote to the person by which crime reference it goes and whom to ask. What the machine answers by
 * itself has neither. A text does it by what stands in it, also where nothing is ticked (docs/formats/clock.md).
 */

/** A crime number that is called one. */
const crimeNumber = /\bcrime (?:number|reference(?: number)?|ref|no)\b\.?(?: is|:)?\s*[A-Z]{0,4}[-/ ]?\d[\w/-]*/gi;
/** 101, a telephone number or an address. */
const whomToAsk = /(?<!\d)101(?!\d)|\d[\d ]{8,}\d|\S@\S/;

type Numbered = Pick<CaseState, "case" | "records">;

/** What a text lacks to acknowledge a report, in words; none: it does. */
export function lacksToAcknowledge(says: string, state: Numbered): readonly string[] {
  const known = [state.case, ...state.records.flatMap(({ of, record }) => (of === "crime" ? [record] : []))].filter((one) => one !== "");
  const rest = known.reduce((text, one) => text.replace(asWord(one), "\n"), says.replace(crimeNumber, "\n"));
  const example = state.case === "" ? "" : `: ${state.case}, the number of the case, is one`;
  return [
    ...(rest === says ? [`the crime reference${example}`] : []),
    ...(whomToAsk.test(rest) ? [] : ["whom to ask, with 101, a telephone number or an address"]),
  ];
}

/** A number as a word of its own: it is no part of a telephone number. */
function asWord(number: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${number.replace(/[^\p{L}\p{N}\s]/gu, String.raw`\$&`)}(?![\p{L}\p{N}])`, "gu");
}

/** When somebody first wrote such a text, in the case or to the mailbox of the report; undefined: nobody did. */
export function acknowledgedAt(
  state: Numbered & Pick<CaseState, "thread">,
  report?: Pick<ReportState, "report" | "attempts">,
): Instant | undefined {
  const isToThem = (to: string | undefined): boolean => to === undefined || report === undefined || to === report.report;
  const ofCase = state.thread.filter(({ from, asks, to }) => from === "force" && !asks && isToThem(to));
  const ofReport = (report?.attempts ?? []).filter(({ channel, outcome }) => channel === "mailbox" && outcome === "sent");
  const [first] = [...ofCase, ...ofReport]
    .filter(({ says = "" }) => lacksToAcknowledge(says, state).length === 0)
    .map(({ happened }) => happened)
    .sort((one, other) => one - other);
  return first;
}
