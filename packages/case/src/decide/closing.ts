import type { Instant } from "@unmask/core";
import type { Duty } from "../clock/duty.ts";
import type { ClosingProposed, OpenWithReason } from "../event/of-decisions.ts";
import type { At } from "../fold/event-at.ts";
import { dayInWords, londonDay, timeInWords } from "../clock/london.ts";
import { standing } from "../fold/danger.ts";
import { unansweredOf } from "../fold/unanswered.ts";
import { quoted } from "../shortened.ts";
import type { CaseState } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { type AskedState, asksSince } from "../risk/assessment.ts";
import { prompts } from "../risk/prompts.ts";
import { untoldOfLast } from "./untold.ts";
import { answersToRead, whyOpenAfterReading } from "../fold/second-reading.ts";

/** One thing that must be true before a case closes, and how it stands. */
export interface ClosingCheck {
  readonly id:
    | "danger"
    | "order-considered"
    | "why-not-stalking"
    | "enquiries"
    | "risk-asked-again"
    | "links"
    | "questions"
    | "recorded"
    | "asked-still"
    | OpenWithReason;
  /** "“Was an order considered” is answered". */
  readonly says: string;
  readonly done: boolean;
  /** What is open, in words; empty where nothing is. */
  readonly open: readonly string[];
  /** What of it only waits for a second reader: who wrote it, and when. */
  readonly waits: readonly At[];
  /** It may stay open where whoever would close the case says why, and the second person agrees. */
  readonly takesReason: boolean;
}

/** Of a report of the case, what a closing is held against: a danger, a promise or a link stands there, and what came there asks the prompts again. */
export type ReportBeside = Pick<
  ReportState,
  "report" | "door" | "dangers" | "wrote" | "attempts" | "notTheirs" | "promises" | "links" | "readings"
> &
  AskedState;

/** Duties that have a line of their own among the checks. */
const checkedByThemselves: ReadonlySet<string> = new Set(["order-considered", "why-not-stalking", "risk-prompts"]);

/** What is still owed to the person when a case closes: duties that are not met, in words. */
export function stillDue(duties: readonly Duty[]): readonly string[] {
  return duties.filter(({ id, state }) => !checkedByThemselves.has(id) && state !== "met" && state !== "met-late").map(({ says }) => says);
}

/**
 * What must be true before a case closes, in the order of the screen; `reports` are those that belong to it, `joined` those that are read as one with
 * them and stand in no case, and `due` is what is still owed by the clocks of the law (`stillDue`).
 */
export function closingChecks(
  state: CaseState,
  reports: readonly ReportBeside[],
  due: readonly string[] = [],
  joined: readonly ReportBeside[] = [],
): readonly ClosingCheck[] {
  const lines = state.enquiries.filter(({ answered, ended }) => !answered && !ended).map(({ enquiry, says }) => `${enquiry}, ${says}`);
  const questions = state.thread.filter(({ from, asks, answered }) => from === "her" && asks && answered === undefined);
  const unanswered = prompts.filter(({ id }) => !Object.hasOwn(state.prompts, id));
  const waitsIn = (of: "order" | "why-not-stalking") => answersToRead(state).filter((one) => one.of === of && one.read === undefined);
  return [
    check("danger", "No danger stands, and what the person wrote is answered", dangersOpen(state, reports, joined)),
    check("order-considered", "“Was an order considered” is answered", orderOpen(state), waitsIn("order")),
    check("recorded", "It is recorded what it is", state.offence === null ? ["not recorded"] : []),
    check(
      "why-not-stalking",
      "“Why not stalking” is answered wherever it is recorded otherwise",
      whyOpen(state),
      waitsIn("why-not-stalking"),
    ),
    check("enquiries", "Lines of enquiry are answered or given up, with why", lines),
    check(
      "risk-asked-again",
      "Risk prompts were asked again after what came last",
      asksSince(state, reports) ? ["not each was answered since"] : unanswered.map(({ asks }) => asks),
    ),
    check("links", "Links are decided", linksOpen(state, reports)),
    check(
      "questions",
      "Each question from the person is answered",
      // What is only read as one with the case is no part of its thread: it is answered where it was written.
      [
        ...questions.map(({ says }) => says),
        ...unansweredOf(state, [], joined).map(({ report, says }) => `${report}: ${says ?? "[A pack]"}`),
      ],
    ),
    ...askedStill(state, [...reports, ...joined]),
    ...owedChecks(state, reports, joined, due),
  ];
}

/** Events of a report in which the person speaks. */
const theirWords: ReadonlySet<string> = new Set(["report-received", "report-typed", "answer-received"]);

/** An event of a report in which the person asks for the closing. */
type Asked = NonNullable<ClosingProposed["asked"]>;

/** Something that the person wrote or said in a report. */
interface Words extends At {
  readonly report: string;
  readonly recorded: Instant;
}

function wordsIn(reports: readonly ReportBeside[]): readonly Words[] {
  return reports.flatMap(({ report, log }) => log.flatMap((one) => (theirWords.has(one.kind) ? [{ ...one, report }] : [])));
}

/** "R-65, Sat 28 Nov 06:18: “I never asked for it”". */
function sayWords({ report, number, happened }: Words, reports: readonly ReportBeside[]): string {
  const says = reports.find((one) => one.report === report)?.wrote.find((one) => one.number === number)?.says;
  return `${report}, ${dayInWords(londonDay(happened))} ${timeInWords(happened)}${says === undefined ? "" : `: ${quoted(bare(says))}`}`;
}

/**
 * Why no closing rests on these words of theirs, as whole sentences; undefined: it may. They are none of theirs, or not the last: what was said after
 * can take them back, and no list of words knows how.
 */
export function whyNotAsked({ report, number }: Asked, reports: readonly ReportBeside[]): string | undefined {
  const all = wordsIn(reports);
  const asked = all.find((one) => one.report === report && one.number === number);
  const otherwise = "or nothing: then it says that their last words do not.";
  if (asked === undefined)
    return `This is nothing that the person wrote or said in a report of this case. Name what asks for it, ${otherwise}`;
  const last = all
    .filter((one) => isAfter(one, asked))
    .toSorted((one, other) => one.happened - other.happened)
    .at(-1);
  return last && `They wrote after that: ${sayWords(last, reports)}. Read it: name it where it asks for the closing, ${otherwise}`;
}

function isAfter(one: Words, other: Words): boolean {
  return one.happened > other.happened || (one.happened === other.happened && one.report === other.report && one.number > other.number);
}

/**
 * Where it was proposed that the person asks for it: what they wrote or said since can take that back, answered or not. Whoever proposed it reads
 * that and proposes anew. Counted from when it was recorded, until when nobody here could read it, and from the words that it rests on.
 */
function askedStill({ proposal, log }: CaseState, reports: readonly ReportBeside[]): readonly ClosingCheck[] {
  if (proposal?.choice !== "she-asks") return [];
  const proposed = log.find(({ number }) => number === proposal.number);
  const all = wordsIn(reports);
  const asked = all.find(({ report, number }) => report === proposal.asked?.report && number === proposal.asked.number);
  const since = all
    .filter((one) => (proposed !== undefined && one.recorded > proposed.recorded) || (asked !== undefined && isAfter(one, asked)))
    .map((one) => `${sayWords(one, reports)}: return it, and propose it anew on what they say now`);
  return [check("asked-still", "Nothing came from the person since it was proposed that they ask for it", since)];
}

/** What is owed to the person: each may stay open with a reason, which the second person reads. */
function owedChecks(
  state: CaseState,
  reports: readonly ReportBeside[],
  joined: readonly ReportBeside[],
  due: readonly string[],
): readonly ClosingCheck[] {
  const promises = [state, ...reports, ...joined].flatMap(({ promises: all }) =>
    all.map(({ nextBy, of }) => `somebody writes again by ${nextBy}${of === undefined ? "" : ` to the person of ${of.join(" and ")}`}`),
  );
  return [
    check("told", "The person was told what was decided last", untoldOfLast(state, reports, joined)),
    check("duties", "No duty to the person is due", due),
    check("promised", "No promise to the person stands", promises),
  ].map((one) => ({ ...one, takesReason: true }));
}

/** Every danger that stands, in the case or in a report of it; and what the person wrote that nobody has answered: it can say one. */
function dangersOpen(state: CaseState, reports: readonly ReportBeside[], joined: readonly ReportBeside[]): readonly string[] {
  const ofReports = [...reports, ...joined].flatMap((one) => standing(one).map(({ says }) => `${one.report}: ${bare(says)}`));
  const wrote = unansweredOf(state, reports, joined).flatMap(({ report, happened, says }) =>
    says === undefined
      ? []
      : [`${report}: wrote ${dayInWords(londonDay(happened))} ${timeInWords(happened)}, not answered: ${quoted(bare(says))}`],
  );
  return [...standing(state).map(({ says }) => bare(says)), ...ofReports, ...wrote];
}

/** Without its full stop: it stands in a longer sentence. */
function bare(says: string): string {
  return says.replace(/\.$/, "");
}

/** Nobody answered, it waits for something, or it is not pursued and no second person agreed to that. */
function orderOpen(state: CaseState): readonly string[] {
  if (state.order === null) return ["not answered"];
  if (state.order.answer === "waits-for") return [`waits for ${state.order.waitsFor ?? ""}`];
  return answersToRead(state).flatMap((one) => (one.of === "order" ? (whyOpenAfterReading(one) ?? []) : []));
}

/** Records that say another thing than stalking and nobody said why, or said why not and no second person agreed to that. */
function whyOpen(state: CaseState): readonly string[] {
  const unanswered = state.elsewhere.filter(({ answer }) => !answer).map(({ record }) => record);
  const unread = answersToRead(state).flatMap((one) => {
    const open = one.of === "why-not-stalking" ? whyOpenAfterReading(one) : undefined;
    return one.of === "why-not-stalking" && open !== undefined ? [`${one.record}: ${open}`] : [];
  });
  return [...unanswered, ...unread];
}

/**
 * Links of the case and of its reports: one that was found before a report came into the case stands in that report for good. Two that belong to
 * this case are together already, and nothing is asked of them.
 */
function linksOpen(state: CaseState, reports: readonly ReportBeside[]): readonly string[] {
  const together = new Set([state.case, ...state.reports]);
  const openIn = (one: Pick<CaseState, "links" | "readings">) =>
    one.links.filter((link) => !together.has(link.to) && isLinkOpen(link, one)).map(({ to }) => to);
  return [...openIn(state), ...reports.flatMap((one) => openIn(one).map((to) => `${one.report} with ${to}`))];
}

/** Nobody decided, it was left open, or nobody has agreed as the second person that it is one. */
function isLinkOpen({ decided }: CaseState["links"][number], { readings }: Pick<CaseState, "readings">): boolean {
  if (decided?.answer !== "confirmed") return decided?.answer !== "refuted";
  return !readings.some(({ decision, agrees }) => agrees && decision === decided.number);
}

function check(id: ClosingCheck["id"], says: string, open: readonly string[], waits: readonly At[] = []): ClosingCheck {
  const at = waits.map(({ number, happened, by }) => ({ number, happened, by }));
  return { id, says, done: open.length === 0, open, waits: at, takesReason: false };
}

/** What opens a closed case by itself, as the screen says before it closes. */
export const opensAgain: readonly string[] = [
  "one more act, by any door",
  "a number, name or account of the case in another report",
  "a message from the person, or a request to look again",
  "an answer to an enquiry that comes late",
];
