import type { BodyOf } from "../event.ts";
import { type Instant, daysFromCivil, parseCivilDay } from "@unmask/core";
import { dayInWords, londonDay, timeInWords } from "../clock/london.ts";
import { quoted } from "../shortened.ts";
import { type BothState, giverOf } from "./both-state.ts";
import type { CaseState } from "./case-state.ts";
import { type SaidDanger, standing } from "./danger.ts";
import { placeInWords, placesTold } from "./place-told.ts";
import type { ReportState } from "./report-state.ts";
import { calledInWords } from "../telephone/answers-first.ts";
import { reachInFull } from "../triage/reach-of-row.ts";
import { answeredByAnother } from "./somebody-else.ts";
import { isOfSame } from "./tried.ts";
import { wordsOfAnother } from "../triage/reach-of-row.ts";
import { type Unanswered, unansweredIn, unansweredOf } from "./unanswered.ts";

/** One line of a handover. */
type HandoverLine = BodyOf<"handover-given">["lines"][number];

/** UTF-16 units of somebody's words in one line of a note: enough to act on, and a note of two hundred stays one that is read. */
const longestQuoted = 400;

/**
 * The lines that what happened makes by itself: they can be added to and not be taken out. A link is none of them: a note is read by another officer
 * than wrote it, and to one of the two the other side can be closed. It stands where it is decided.
 */
export function linesOfHandover({ dangers, breaches, tasks, attempts, promises }: BothState): readonly HandoverLine[] {
  return [
    ...standing({ dangers }).map((one): HandoverLine => ({ group: "danger", says: dangerLine(one), knowing: one.knowing })),
    ...brokenOrder(breaches),
    ...triedInVain(attempts),
    ...tasks
      .filter(({ done }) => !done)
      .map(({ task, says, due }) =>
        line(due === undefined ? "not-done" : "due", `${task} ${says}${due === undefined ? "" : `, by ${due}`}`),
      ),
    ...promises.flatMap(promised),
  ];
}

/** Whether an officer of a case gave it to another who has read that it is theirs now, and it was not given back since. */
export function isHandedOver({ handovers }: Pick<CaseState, "handovers">, officer: string): boolean {
  const last = handovers.findLast((one) => giverOf(one) === officer || (one.to === officer && one.read !== undefined));
  return last !== undefined && giverOf(last) === officer && last.read !== undefined;
}

/** The same of a report that stands in no case, with what the person wrote and nobody has answered. */
export function linesOfReport(report: ReportState): readonly HandoverLine[] {
  return [...linesOfHandover(report), ...sentLines([report], []), ...unansweredIn(report).map((one) => wroteLine(one, "Wrote"))];
}

/**
 * The same of a case and of its reports, and of those that are read as one with them (`joined`): danger and calls stand in them, and whoever takes the
 * case over learns them too.
 */
export function linesOfCase(
  state: CaseState,
  reports: readonly ReportState[],
  joined: readonly ReportState[] = [],
): readonly HandoverLine[] {
  const all = [...reports, ...joined];
  const ofReports = all.flatMap((one) => linesOfHandover(one).map((each) => ({ ...each, says: `${one.report}: ${each.says}` })));
  const wrote = unansweredOf(state, reports, joined).map((one) => wroteLine(one, `${one.report}: wrote`));
  return [...linesOfHandover(state), ...ofReports, ...sentLines(all, [state]), ...wrote];
}

/**
 * While a danger stands in one of these: every place that was told, and what was answered and told on the telephone, for whoever is sent; and for whoever rings, that somebody else answered last, and
 * the way that each report asks for with its number, as the row of the queue says it.
 */
function sentLines(reports: readonly ReportState[], cases: readonly CaseState[]): readonly HandoverLine[] {
  if ([...reports, ...cases].every((one) => standing(one).length === 0)) return [];
  const another = answeredByAnother(reports, cases);
  const ways = reports.flatMap((one) => {
    const says = reachInFull(one);
    return says === undefined ? [] : [`Reach the person of ${one.report}: ${says}`];
  });
  return [
    ...placesTold(reports).map((one): HandoverLine => ({ group: "danger", says: placeInWords(one), knowing: "account" })),
    ...reports.flatMap((one): readonly HandoverLine[] => {
      const says = calledInWords(one, longestQuoted);
      return says === "" ? [] : [{ group: "danger", says, knowing: "account" }];
    }),
    ...reports.flatMap(({ report, sentTo }) =>
      sentTo === null ? [] : [line("danger", `${report} was handed on to ${sentTo.name}, which may not have this yet: ring them.`)],
    ),
    ...(another !== undefined ? [line("danger", "Do not ring: somebody else answered.")] : []),
    ...(ways.length === 0 ? ["No safe way to reach the person was said"] : ways).map((says): HandoverLine => ({
      group: "danger",
      says,
      knowing: "account",
    })),
  ];
}

/** Since when, what was said, and who is there: each danger by itself, so that none hides another. */
function dangerLine({ happened, says, met }: SaidDanger): string {
  const began = `Danger since ${momentInWords(happened)}`;
  if (met.length === 0) return `${began}, that somebody is there was not written yet: ${says}`;
  const there = met.map((one) => `There since ${momentInWords(one.happened)}: ${one.says}`);
  return [`${began}: ${says.replace(/\.$/, "")}`, ...there].join(". ");
}

/** The newest act that breaks an order, and how many were written before: whoever takes over learns that there is an order, and that it was broken. */
function brokenOrder(breaches: BothState["breaches"]): readonly HandoverLine[] {
  const newest = breaches.reduce<BothState["breaches"][number] | undefined>(
    (last, one) => (last === undefined || one.happened >= last.happened ? one : last),
    undefined,
  );
  if (newest === undefined) return [];
  const { says, knowing, order, condition, happened } = newest;
  const on = condition === undefined ? order : `${order}, condition ${condition}`;
  const before = breaches.length === 1 ? "" : ` Written before it: ${breaches.length - 1}.`;
  const words = quoted(says, longestQuoted);
  return [{ group: "cannot-wait", says: `Breach of an order, written ${momentInWords(happened)}: ${words}, ${on}.${before}`, knowing }];
}

function wroteLine({ happened, says, isDoubted }: Unanswered, begins: string): HandoverLine {
  const words = says === undefined ? "a pack without words" : quoted(says, longestQuoted);
  return {
    group: "unanswered",
    says: `${begins} ${momentInWords(happened)}: ${words}. Nobody has answered.${isDoubted === true ? ` ${wordsOfAnother}` : ""}`,
    knowing: "account",
  };
}

/** "Fri 27 Nov 2026 22:12". */
function momentInWords(instant: Instant): string {
  return `${dayInWords(londonDay(instant))} ${timeInWords(instant)}`;
}

/** What the person was told to wait for: whoever takes over has to keep it. */
function promised({ nextBy, of }: BothState["promises"][number]): readonly HandoverLine[] {
  const day = parseCivilDay(nextBy);
  const whose = of === undefined ? "" : ` of ${of.join(" and ")}`;
  return day === undefined ? [] : [line("promised", `The person${whose} was told: I write again by ${dayInWords(daysFromCivil(day))}.`)];
}

type Attempt = BothState["attempts"][number];

const ways: Readonly<Record<Attempt["channel"], string>> = {
  call: "Call",
  text: "Text",
  email: "Email",
  mailbox: "Mailbox",
  "in-person": "In person",
  "through-another": "Through another person",
};

/** Which ways are not safe any more, until that person was reached by them; and that nobody was reached last, whatever was tried. */
function triedInVain(attempts: readonly Attempt[]): readonly HandoverLine[] {
  const last = attempts.at(-1);
  const elsewhere = attempts.filter(
    (one) =>
      one.outcome === "somebody-else" &&
      !attempts.some(
        ({ channel, outcome, number, reports = [] }) =>
          number > one.number &&
          isOfSame(one.reports ?? [], reports) &&
          // The last of several alike is told.
          (outcome === "somebody-else" || (outcome === "reached" && channel === one.channel)),
      ),
  );
  return [
    ...elsewhere.map((one) => line("cannot-wait", `${tried(one)}: somebody else answered. Do not try that way again as it is.`)),
    ...(last?.outcome === "no-answer" ? [line("not-done", `${tried(last)}: no answer.`)] : []),
    ...(last?.outcome === "ended" ? [line("not-done", `${tried(last)}: the line ended.`)] : []),
    ...(last?.outcome === "not-in-hours" ? [line("not-done", `${tried(last)}: not tried, outside the safe hours.`)] : []),
  ];
}

function tried({ channel, happened, reports, says }: Attempt): string {
  const whose = reports === undefined ? "" : ` to the person of ${reports.join(" and ")}`;
  return `${ways[channel]}${whose} ${momentInWords(happened)}${says === undefined ? "" : ` (“${says}”)`}`;
}

function line(group: HandoverLine["group"], says: string): HandoverLine {
  return { group, says, knowing: "record" };
}
