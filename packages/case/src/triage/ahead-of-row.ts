import { timeInWords } from "../clock/london.ts";
import type { CaseState } from "../fold/case-state.ts";
import { type ReportState, isDangerUnsaid } from "../fold/report-state.ts";
import { type Unanswered, unansweredIn, unansweredOf } from "../fold/unanswered.ts";
import { coverDangers, coverLabels } from "../risk/held-by-report.ts";
import { shortened } from "./done-of-row.ts";

/** What makes a report stand right after danger: nobody knows yet whether there is any, or much was said that danger can follow from. */

/** The mark of such a row, and why it stands there; without `says` another part of the row tells it. */
export interface Ahead {
  readonly mark: string;
  readonly says: readonly string[];
}

/** Sentences of one row: more are on the report. */
const mostSaid = 3;

/**
 * The person wrote again and nobody has answered; is afraid, fears a weapon or has an order, by what was answered when it was asked; or nobody said whether
 * there is danger and nobody has read it. No word of an account is weighed.
 */
export function aheadOf(members: readonly ReportState[], cases: readonly CaseState[]): Ahead | undefined {
  const wrote = unansweredWords(members, cases).at(-1);
  const afraid = fearSaid(members);
  const again = wrote === undefined ? [] : [`Wrote again ${timeInWords(wrote.happened)}, not answered: “${shortened(wrote.says ?? "")}”.`];
  const [first] = afraid;
  if (wrote !== undefined) return { mark: "Wrote again", says: [...again, ...afraid.map(({ says }) => says)] };
  if (first !== undefined) return { mark: first.mark, says: afraid.map(({ says }) => says) };
  const isUnknown = members.every(isDangerUnsaid) && members.some(({ opened }) => opened === null);
  return isUnknown ? { mark: "Unread", says: [] } : undefined;
}

/** Words that the person wrote again and that nobody has answered, in their order. */
export function unansweredWords(members: readonly ReportState[], cases: readonly CaseState[]): readonly Unanswered[] {
  const inCases = cases.flatMap((one) =>
    unansweredOf(
      one,
      members.filter((report) => report.case === one.case),
    ),
  );
  const alone = members.filter(({ case: of }) => !cases.some((one) => one.case === of)).flatMap(unansweredIn);
  return [...inCases, ...alone].filter(({ says }) => says !== undefined).toSorted((one, other) => one.happened - other.happened);
}

/** Fear, a weapon or an order, where an answer to that very question says so. */
function fearSaid(members: readonly ReportState[]): readonly { readonly mark: string; readonly says: string }[] {
  const covers = members.flatMap((one) => one.covers);
  const dangers = covers.flatMap(({ danger }) => danger ?? []).filter((says) => says.startsWith(coverDangers.afraid));
  const orders = covers
    .flatMap(({ said = [] }) => said)
    .filter(({ label, says }) => label === coverLabels.orders && !isNothing(says))
    .map(({ says }) => says);
  const answered = (id: string) =>
    members.flatMap(({ questions }) =>
      questions.flatMap((one) => (one.question === id && one.state === "answered" && isYes(one.says) ? [one.says ?? ""] : [])),
    );
  const all = [
    ...dangers.map((says) => ({ mark: "Afraid", says: `${shortened(says)}.` })),
    ...answered("weapon").map((says) => ({ mark: "Weapon", says: `A weapon: “${shortened(says)}”.` })),
    ...answered("afraid").map((says) => ({ mark: "Afraid", says: `Afraid of violence: “${shortened(says)}”.` })),
    ...promptsAnswered(members, "hurt-or-weapon", "Weapon", "Somebody was hurt, or there is a weapon."),
    ...promptsAnswered(members, "afraid-of-violence", "Afraid", "The person is afraid of violence."),
    ...orders.map((says) => ({ mark: "Order", says: `As it was said, ${shortened(says)}.` })),
    ...answered("order").map((says) => ({ mark: "Order", says: `An order, bail or a court: “${shortened(says)}”.` })),
  ];
  return [...new Map(all.map((one) => [one.says, one])).values()].slice(0, mostSaid);
}

function promptsAnswered(members: readonly ReportState[], id: string, mark: string, says: string) {
  return members.some(({ prompts }) => prompts[id]?.answer === "yes") ? [{ mark, says }] : [];
}

function isNothing(says: string): boolean {
  return says === "none" || says === "not known";
}

/** A choice of the telephone or words beside it: everything but a plain no. */
function isYes(says: string | undefined): boolean {
  return says !== undefined && !/^no\b/i.test(says.trim());
}
