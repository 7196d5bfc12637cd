import { timeInWords } from "../clock/london.ts";
import type { EventKind } from "../event.ts";
import type { Danger } from "../fold/both-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { shippedRiskRule } from "../risk/risk-rule.ts";

/** What was done about a row, newest of each: whoever comes next must not ring again into somebody else's hands. */

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

/** The last attempt to reach somebody and the last decision, each with its time: "Call 17:50: somebody else answered." */
export function doneInWords(members: readonly ReportState[]): readonly string[] {
  const attempt = newest(members.flatMap(({ attempts }) => attempts));
  const decision = newest(members.flatMap(({ decisions }) => decisions));
  return [
    ...(attempt === undefined ? [] : [`${upper(attempt.channel)} ${timeInWords(attempt.happened)}: ${outcomes[attempt.outcome]}.`]),
    ...(decision === undefined ? [] : [`Decided ${timeInWords(decision.happened)}: ${choiceInWords(decision)}.`]),
  ];
}

/** What was reached or decided before one of these says nothing of it. */
const saysDanger: ReadonlySet<EventKind> = new Set<EventKind>(["report-received", "report-typed", "answer-received", "danger-raised"]);

/** What is next in a danger that nobody meets, after what was done since it was said last; nothing where nothing was. */
export function nextAfterTrying(members: readonly ReportState[], { since }: Danger): string | undefined {
  const attempt = newest(members.flatMap(({ attempts }) => attempts).filter(({ happened }) => happened >= since));
  const lastSaid = newest(members.flatMap(({ log }) => log).filter(({ kind }) => saysDanger.has(kind)))?.happened ?? since;
  const decision = newest(members.flatMap(({ decisions }) => decisions).filter(({ happened }) => happened >= lastSaid));
  if (attempt?.outcome === "somebody-else")
    return `Do not ring: somebody else answered. ${decision ? "Say who is there" : "Decide who goes"}`;
  if (decision) return "Say who is there";
  return attempt?.outcome === "reached" && attempt.happened >= lastSaid ? "End the danger, or say why it stands" : undefined;
}

/** What the person wrote behind a report that is there, while no officer has read it. */
export function wroteAgainInWords(members: readonly ReportState[]): readonly string[] {
  const last = newest(members.flatMap(({ wroteAgain }) => wroteAgain ?? []));
  if (last === undefined) return [];
  const says = last.says === undefined ? "" : `: “${shortened(last.says)}”`;
  return [`Wrote again ${timeInWords(last.happened)}${says}.`];
}

function choiceInWords({ choice }: Decision): string {
  return shippedRiskRule("").choices.find(({ id }) => id === choice)?.says ?? choice;
}

function newest<T extends { readonly happened: number }>(all: readonly T[]): T | undefined {
  return all.reduce<T | undefined>((last, one) => (last === undefined || one.happened >= last.happened ? one : last), undefined);
}

/** UTF-16 units of somebody's words in a row: the second line is one line. */
const longestQuote = 90;

/** Words of somebody on one line. */
export function shortened(words: string): string {
  const line = words.replace(/\s+/g, " ").trim().replace(/\.$/, "");
  return line.length > longestQuote ? `${line.slice(0, longestQuote).trimEnd()}…` : line;
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
