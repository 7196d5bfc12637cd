import type { CaseState } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { type AskedState, asksSince } from "../risk/assessment.ts";
import { prompts } from "../risk/prompts.ts";

/** One thing that must be true before a case closes, and how it stands. */
export interface ClosingCheck {
  readonly id: "danger" | "order-considered" | "why-not-stalking" | "enquiries" | "risk-asked-again" | "links" | "questions" | "recorded";
  /** "“Was an order considered” is answered". */
  readonly says: string;
  readonly done: boolean;
  /** What is open, in words; empty where nothing is. */
  readonly open: readonly string[];
}

/** Of a report of the case, what a closing is held against: a danger that was said there stands there, and what came there asks the prompts again. */
export type ReportBeside = Pick<ReportState, "report" | "danger"> & AskedState;

/** What must be true before a case closes, in the order of the screen; `reports` are those that belong to it. */
export function closingChecks(state: CaseState, reports: readonly ReportBeside[]): readonly ClosingCheck[] {
  const lines = state.enquiries.filter(({ answered, ended }) => !answered && !ended).map(({ enquiry, says }) => `${enquiry}, ${says}`);
  const questions = state.thread.filter(({ from, asks, answered }) => from === "her" && asks && answered === undefined);
  const unanswered = prompts.filter(({ id }) => !Object.hasOwn(state.prompts, id));
  return [
    check("danger", "No danger stands", dangersOpen(state, reports)),
    check(
      "order-considered",
      "“Was an order considered” is answered",
      state.order === null ? ["not answered"] : state.order.answer === "waits-for" ? [`waits for ${state.order.waitsFor ?? ""}`] : [],
    ),
    check("recorded", "It is recorded what it is", state.offence === null ? ["not recorded"] : []),
    check("why-not-stalking", "“Why not stalking” is answered wherever it is recorded otherwise", whyOpen(state)),
    check("enquiries", "Lines of enquiry are answered or given up, with why", lines),
    check(
      "risk-asked-again",
      "Risk prompts were asked again after what came last",
      asksSince(state, reports) ? ["not asked since"] : unanswered.map(({ asks }) => asks),
    ),
    check(
      "links",
      "Links are decided",
      state.links.filter((link) => isLinkOpen(link, state)).map(({ to }) => to),
    ),
    check(
      "questions",
      "Each question from the person is answered",
      questions.map(({ says }) => says),
    ),
  ];
}

/** Every danger that stands, in the case or in a report of it. */
function dangersOpen({ danger }: CaseState, reports: readonly ReportBeside[]): readonly string[] {
  const ofReports = reports.flatMap((one) => (one.danger === null ? [] : [`${one.report}: ${bare(one.danger.ground.says)}`]));
  return [...(danger === null ? [] : [bare(danger.ground.says)]), ...ofReports];
}

/** Without its full stop: it stands in a longer sentence. */
function bare(says: string): string {
  return says.replace(/\.$/, "");
}

/** Records that say another thing than stalking and nobody said why. */
function whyOpen({ elsewhere }: CaseState): readonly string[] {
  return elsewhere.filter(({ answer }) => !answer).map(({ record }) => record);
}

/** Nobody decided, it was left open, or nobody has agreed as the second person that it is one. */
function isLinkOpen({ decided }: CaseState["links"][number], { readings }: CaseState): boolean {
  if (decided?.answer !== "confirmed") return decided?.answer !== "refuted";
  return !readings.some(({ decision, agrees }) => agrees && decision === decided.number);
}

function check(id: ClosingCheck["id"], says: string, open: readonly string[]): ClosingCheck {
  return { id, says, done: open.length === 0, open };
}

/** What opens a closed case by itself, as the screen says before it closes. */
export const opensAgain: readonly string[] = [
  "one more act, by any door",
  "a number, name or account of the case in another report",
  "a message from the person, or a request to look again",
  "an answer to an enquiry that comes late",
];
