import { momentInRow } from "../clock/london.ts";
import type { EventKind } from "../event.ts";
import type { Danger } from "../fold/danger.ts";
import type { CaseState } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { answeredByAnother } from "../fold/somebody-else.ts";
import { triedFor } from "../fold/tried.ts";
import { shippedRiskRule } from "../risk/risk-rule.ts";
import type { RowFacts } from "./row-facts.ts";

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

/** The last attempt to reach somebody and the last decision, each with its time: "Call 27 Nov 17:50: somebody else answered." */
export function doneInWords({ members, cases }: Done): readonly string[] {
  const attempt = newest(triedFor(members, cases).map((one) => one.attempt));
  // A text that was sent afterwards says nothing of whose hands the telephone is in.
  const another = answeredByAnother(members, cases);
  return [
    ...(another === undefined || another === attempt ? [] : [attemptInWords(another)]),
    ...(attempt === undefined ? [] : [attemptInWords(attempt)]),
    ...decidedInWords(members),
  ];
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

/** What was reached or decided before one of these says nothing of it. */
const saysDanger: ReadonlySet<EventKind> = new Set<EventKind>(["report-received", "report-typed", "answer-received", "danger-raised"]);

/**
 * What is next in a danger that nobody meets, after what was done since it was said last; nothing where nothing was. A call of the case to
 * another of its people than the one of whom the danger was said is nothing that was done for that one.
 */
export function nextAfterTrying(
  { members, cases, dangers }: Pick<RowFacts, "members" | "cases" | "dangers">,
  { since }: Danger,
): string | undefined {
  const all = [...members, ...cases];
  const [first] = dangers;
  const inReport = first !== undefined && "report" in first.saidIn ? first.saidIn.report : undefined;
  const isForThem = ({ reports }: Attempt): boolean => reports === undefined || inReport === undefined || reports.includes(inReport);
  const tried = triedFor(members, cases).map((one) => one.attempt);
  const attempt = newest(tried.filter((one) => isForThem(one) && one.happened >= since));
  const lastSaid = newest(all.flatMap(({ log }) => log).filter(({ kind }) => saysDanger.has(kind)))?.happened ?? since;
  const decision = newest(members.flatMap(({ decisions }) => decisions).filter(({ happened }) => happened >= lastSaid));
  if (answeredByAnother(members, cases) !== undefined)
    return `Do not ring: somebody else answered. ${decision ? "Say who is there" : "Decide who goes"}`;
  if (decision) return "Say who is there";
  return attempt?.outcome === "reached" && attempt.happened >= lastSaid ? "End the danger, or say why it stands" : undefined;
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
