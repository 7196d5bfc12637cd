import { momentInRow } from "../clock/london.ts";
import type { CaseState } from "../fold/case-state.ts";
import { type SaidDanger, standing } from "../fold/danger.ts";
import { type ReportState, isDangerUnsaid, isUnreadable } from "../fold/report-state.ts";
import { attemptsFor } from "../fold/tried.ts";
import { type Unanswered, unansweredIn, unansweredOf } from "../fold/unanswered.ts";
import { coverDangers, coverLabels } from "../risk/held-by-report.ts";
import { quoted, shortened } from "../shortened.ts";
import { type AheadKind, aheadOrder, weaponWords } from "./queue-rule.ts";
import { whoseOf, whoseReport } from "./reporter-of-row.ts";

/** What makes a report stand right after danger: nobody knows yet whether there is any, or much was said that danger can follow from. */

/** Why such a row stands there: its kind and its mark, and sentences; where there is none another part of the row tells it. */
export interface Ahead {
  readonly kind: AheadKind;
  readonly mark: string;
  readonly says: readonly string[];
  /** The person wrote again and nobody has answered, whatever else there is. */
  readonly isUnanswered: boolean;
}

/** One reason for it, and its sentence. */
interface Reason {
  readonly kind: AheadKind;
  readonly says?: string;
}

/** Sentences of one row beside that they wrote again: more are on the report. */
const mostSaid = 3;

/**
 * A weapon; words nobody has answered; fear; nobody knows whether there is danger; danger that is over; an order: by what was answered when it was
 * asked. Words of an account are weighed in one thing alone, whether they name a weapon, and only until somebody has read or answered them.
 */
export function aheadOf(members: readonly ReportState[], cases: readonly CaseState[]): Ahead | undefined {
  const unanswered = unansweredWords(members, cases);
  const all = [
    ...weaponNamed(members, unanswered),
    ...wroteAgain(members, unanswered),
    ...asAnswered(members),
    ...unsaid(members, cases),
    ...over(members, cases),
  ];
  const inOrder = aheadOrder.flatMap(({ kind }) => all.filter((one) => one.kind === kind));
  const first = aheadOrder.find(({ kind }) => kind === inOrder[0]?.kind);
  if (first === undefined) return undefined;
  const said = [...new Map(inOrder.flatMap((one) => (one.says === undefined ? [] : [[one.says, one]]))).values()];
  const shown = new Set(said.filter(({ kind }) => kind !== "again").slice(0, mostSaid));
  const says = said.flatMap((one) => (one.kind === "again" || shown.has(one) ? (one.says ?? []) : []));
  return { kind: first.kind, mark: first.mark, says, isUnanswered: unanswered.length > 0 };
}

/** Words that the person wrote again and that nobody has answered, in their order. */
export function unansweredWords(members: readonly ReportState[], cases: readonly CaseState[]): readonly Unanswered[] {
  const inCases = cases.flatMap((one) =>
    unansweredOf(
      one,
      members.filter((report) => report.case === one.case),
    ),
  );
  const alone = members
    .filter(({ case: of }) => !cases.some((one) => one.case === of))
    .flatMap((one) => unansweredIn({ ...one, attempts: [...one.attempts, ...cases.flatMap((of) => attemptsFor(one.report, of))] }));
  return [...inCases, ...alone].filter(({ says }) => says !== undefined).toSorted((one, other) => one.happened - other.happened);
}

/** The newest that each person wrote, the newest of them last: what one of several wrote is not another's, and hides it not. */
function wroteAgain(members: readonly ReportState[], unanswered: readonly Unanswered[]): readonly Reason[] {
  const newest = [...new Map(unanswered.map((one) => [one.report, one])).values()].toSorted((one, other) => one.happened - other.happened);
  return newest.slice(-mostSaid).map((last) => {
    const by = members.find(({ report }) => report === last.report);
    const begins = members.length === 1 || by === undefined ? "Wrote" : `${whoseReport(by)} wrote`;
    // Words that said a danger stand in it.
    const isQuoted = by !== undefined && standing(by).some(({ happened }) => happened === last.happened);
    const words = isQuoted ? "" : `: ${quoted(last.says ?? "")}`;
    return { kind: "again", says: `${begins} again ${momentInRow(last.happened)}, not answered${words}.` };
  });
}

const weapon = new RegExp(`\\b(?:${weaponWords.join("|")})\\b`, "i");
/** UTF-16 units before the word: enough for who has it, and little enough that the word itself stands on the line. */
const mostBefore = 50;

/** A word for a weapon, with what stands around it, where nobody said whether there is danger and nobody has read it, or nobody has answered. */
function weaponNamed(members: readonly ReportState[], unanswered: readonly Unanswered[]): readonly Reason[] {
  const isUnsaid = members.every(isDangerUnsaid);
  return members.flatMap((one) => {
    const unread = isUnsaid && one.opened === null ? [one.account ?? ""] : [];
    const wrote = unanswered.filter(({ report }) => report === one.report).map(({ says = "" }) => says);
    return [...unread, ...wrote].flatMap((words): readonly Reason[] => {
      const at = weapon.exec(words)?.index;
      if (at === undefined) return [];
      const from = at > mostBefore ? words.indexOf(" ", at - mostBefore) + 1 : 0;
      const named = quoted(`${from > 0 ? "…" : ""}${words.slice(from)}`);
      return [{ kind: "weapon", says: `${whoseOf(one, members)}Names a weapon: ${named}.` }];
    });
  });
}

function unsaid(members: readonly ReportState[], cases: readonly CaseState[]): readonly Reason[] {
  if (isLetterOpen(members, cases)) return [{ kind: "unsaid" }];
  return members.every(isDangerUnsaid) && members.some(({ opened }) => opened === null) ? [{ kind: "unsaid" }] : [];
}

/**
 * Whether one of them is a letter that could not be read and nobody has decided anything since it came. Opening its page tells an officer nothing:
 * it is not read by that, whatever else was said or decided beside it before.
 */
export function isLetterOpen(members: readonly ReportState[], cases: readonly CaseState[]): boolean {
  const ends = [...members.flatMap(({ decisions }) => decisions), ...cases.flatMap(({ closed }) => closed ?? [])];
  return members.some((one) => isUnreadable(one) && !ends.some(({ happened }) => one.came !== null && happened >= one.came));
}

/** The danger that ended last, where none stands and nobody has decided anything since it was said: what it was, who was there, why it is over. */
function over(members: readonly ReportState[], cases: readonly CaseState[]): readonly Reason[] {
  const all = [...members, ...cases];
  const last = all
    .flatMap(({ dangers }) => dangers)
    .flatMap((danger) => (danger.ended === undefined ? [] : [{ danger, ended: danger.ended }]))
    .toSorted((one, other) => one.ended.happened - other.ended.happened)
    .at(-1);
  if (last === undefined || all.some((one) => standing(one).length > 0) || cases.some(({ closed }) => closed !== null)) return [];
  if (members.some(({ decisions }) => decisions.some(({ happened }) => happened >= last.danger.happened))) return [];
  return [{ kind: "over", says: overInWords(last.danger, last.ended) }];
}

/** "Danger over 28 Nov 00:24: “arrested, in custody”. There 28 Nov 00:22: “PC 5120”." */
function overInWords({ met }: SaidDanger, { happened, reason }: NonNullable<SaidDanger["ended"]>): string {
  const there = met.slice(-1).map((one) => ` There ${momentInRow(one.happened)}: ${quoted(one.says)}.`);
  return `Danger over ${momentInRow(happened)}: ${quoted(reason)}.${there.join("")}`;
}

/** Fear, a weapon or an order, where an answer to that very question says so; of several that are read as one with whose it is. */
function asAnswered(members: readonly ReportState[]): readonly Reason[] {
  return members.flatMap((one) => answeredBy(one).map(({ kind, says }) => ({ kind, says: `${whoseOf(one, members)}${says}` })));
}

function answeredBy({ covers, questions, prompts }: ReportState): readonly Required<Reason>[] {
  const dangers = covers.flatMap(({ danger }) => danger ?? []).filter((says) => says.startsWith(coverDangers.afraid));
  const orders = covers
    .flatMap(({ said = [] }) => said)
    .filter(({ label, says }) => label === coverLabels.orders && !isNothing(says))
    .map(({ says }) => says);
  const answered = (id: string): readonly string[] =>
    questions.flatMap((one) => (one.question === id && one.state === "answered" && isYes(one.says) ? [one.says ?? ""] : []));
  const prompted = (id: string, says: string): readonly string[] => (prompts[id]?.answer === "yes" ? [says] : []);
  const reasons = (kind: AheadKind, words: readonly string[], say: (short: string) => string): readonly Required<Reason>[] =>
    words.map((one) => ({ kind, says: say(shortened(one)) }));
  return [
    ...reasons("weapon", answered("weapon"), (says) => `A weapon: ${quoted(says)}.`),
    ...reasons("weapon", prompted("hurt-or-weapon", "Somebody was hurt, or there is a weapon"), (says) => `${says}.`),
    ...reasons("afraid", dangers, (says) => `${says}.`),
    ...reasons("afraid", answered("afraid"), (says) => `Afraid of violence: ${quoted(says)}.`),
    ...reasons("afraid", prompted("afraid-of-violence", "The person is afraid of violence"), (says) => `${says}.`),
    ...reasons("order", orders, (says) => `As it was said, ${says}.`),
    ...reasons("order", answered("order"), (says) => `An order, bail or a court: ${quoted(says)}.`),
  ];
}

function isNothing(says: string): boolean {
  return says === "none" || says === "not known";
}

/** A choice of the telephone or words beside it: everything but a plain no. */
function isYes(says: string | undefined): boolean {
  return says !== undefined && !/^no\b/i.test(says.trim());
}
