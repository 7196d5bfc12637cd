import { momentInRow } from "../clock/london.ts";
import type { CaseState } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { answeredByAnother } from "../fold/somebody-else.ts";
import { type Tried, triedFor } from "../fold/tried.ts";
import { shippedRiskRule } from "../risk/risk-rule.ts";
import type { Whose } from "./reach-of-row.ts";

/** What was done about a row, newest of each: whoever comes next must not ring again into somebody else's hands. */

/** The reports that are read as one, and the cases in which they stand. */
interface Done {
  readonly members: readonly ReportState[];
  readonly cases: readonly CaseState[];
}

type Attempt = ReportState["attempts"][number];
type Decision = ReportState["decisions"][number];

const outcomes: Readonly<Record<Attempt["outcome"], string>> = {
  reached: "the person was reached",
  "no-answer": "no answer",
  "somebody-else": "somebody else answered",
  sent: "sent",
  ended: "it was ended",
  "not-in-hours": "not in the hours that are safe",
};

/** Sentences of attempts in one row, of reports that are read as one: what was tried for more people is on their reports. */
const mostTried = 3;

/**
 * The last attempt to reach somebody and the last decision, each with its time: "Call 27 Nov 17:50: somebody else answered."; of several that are read
 * as one the last for each, with whose it was before it: that one of them was reached says nothing of another.
 */
export function doneInWords({ members, cases }: Done, whose: Whose): readonly string[] {
  const last = members.length === 1 ? lastTried(members, cases) : members.flatMap((one) => lastTried([one], cases));
  const said = [...new Set(last.map(({ attempt }) => attempt))].toSorted((one, other) => one.happened - other.happened);
  return [
    ...said.slice(-mostTried).map((attempt) => {
      const of = members.length === 1 ? [] : members.filter(({ report }) => isFor(report, attempt, last));
      return `${of.length === 0 ? "" : `${of.map(whose).join(" and ")}: `}${attemptInWords(attempt)}`;
    }),
    ...decidedInWords(members),
  ];
}

function isFor(report: string, attempt: Attempt, tried: readonly Tried[]): boolean {
  return tried.some((one) => one.attempt === attempt && one.whose.includes(report));
}

/** The newest attempt, and before it the newest that another answered: a text that was sent afterwards says nothing of whose hands the telephone is in. */
function lastTried(members: readonly ReportState[], cases: readonly CaseState[]): readonly Tried[] {
  const all = triedFor(members, cases);
  const attempt = newest(all.map((one) => one.attempt));
  const another = answeredByAnother(members, cases);
  return all.filter((one) => one.attempt === attempt || one.attempt === another);
}

function attemptInWords({ channel, happened, outcome }: Attempt): string {
  return `${upper(channel)} ${momentInRow(happened)}: ${outcomes[outcome]}.`;
}

/** What was decided last; where that is against the rule, that it is, who has read it, and what was decided before it. */
function decidedInWords(members: readonly ReportState[]): readonly string[] {
  const all = members.flatMap((of) => of.decisions.map((decision) => ({ of, decision })));
  const inOrder = all.toSorted((one, other) => one.decision.happened - other.decision.happened);
  const last = inOrder.at(-1);
  if (last === undefined) return [];
  const { of, decision } = last;
  const said = `Decided ${momentInRow(decision.happened)}: ${choiceInWords(decision)}`;
  if (decision.choice === decision.proposed) return [`${said}.`];
  const reading = of.readings.find((one) => one.decision === decision.number);
  const read =
    reading === undefined ? "nobody has read it yet" : reading.agrees ? "a second person agrees" : "a second person does not agree";
  const before = inOrder.at(-2)?.decision;
  const earlier = before === undefined ? [] : [`Before it, ${momentInRow(before.happened)}: ${choiceInWords(before)}.`];
  return [`${said}, against the rule; ${read}.`, ...earlier];
}

function choiceInWords({ choice }: Decision): string {
  return shippedRiskRule("").choices.find(({ id }) => id === choice)?.says ?? choice;
}

function newest<T extends { readonly happened: number }>(all: readonly T[]): T | undefined {
  return all.reduce<T | undefined>((last, one) => (last === undefined || one.happened >= last.happened ? one : last), undefined);
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
