import { momentInRow } from "../clock/london.ts";
import type { PackFault } from "../event/of-report.ts";
import { ownWords } from "../fold/answer-words.ts";
import type { Link } from "../fold/both-state.ts";
import { type PlaceTold, placeInWords } from "../fold/place-told.ts";
import { type ReportState, isDangerUnsaid, isUnreadable, noDangerInWords, noDangerOf } from "../fold/report-state.ts";
import { prompts } from "../risk/prompts.ts";
import { type DangerOfRow, dangerInWords, longestInRow, sentence } from "./danger-of-row.ts";
import { quoted, shortened } from "../shortened.ts";
import { doneInWords } from "./done-of-row.ts";
import type { QueueRule } from "./queue-rule.ts";
import { reporterOf, whoseReport } from "./reporter-of-row.ts";
import { mailboxInWords, reachInWords, speaksInWords } from "./reach-of-row.ts";
import { type RowFacts, isWithNobody } from "./row-facts.ts";
import { answerFirst, nextInDanger } from "./next-in-danger.ts";

const lastNumberInWords = 12;
const numberNames = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"] as const;

/** Why a row stands where it stands: what it is; then why, rule or state. */
export function whyOf(facts: RowFacts): { readonly first: string; readonly second?: string } {
  const { root, group } = facts;
  const second = secondLine(facts);
  const byHand = root.override?.group === group ? [`Put here by hand: ${quoted(root.override.reason)}.`] : [];
  const { members } = facts;
  const isUnsaid = facts.danger === undefined && members.every(isDangerUnsaid) && !members.every(isUnreadable);
  const unsaid = [...unreadInWords(facts), ...(isUnsaid ? ["Danger: not said."] : [])];
  const all = [
    ...handedOnInWords(facts),
    ...byHand,
    ...unsaid,
    ...mailboxInWords(members),
    ...speaksInWords(members, whoseReport),
    ...(facts.ahead?.says ?? []),
    ...closedInWords(facts),
    ...second,
    ...noDangerSaid(facts),
    ...doneInWords(facts, whoseReport),
  ].join(" ");
  return { first: firstLine(facts), ...(all === "" ? {} : { second: all }) };
}

/** A report on its way to another force, and a danger that was said after it went: that force does not or may not have it yet, and a voice is faster than a letter. */
function handedOnInWords({ root, members }: RowFacts): readonly string[] {
  return members.flatMap((one) => {
    const { sentTo, danger } = one;
    if (sentTo === null) return [];
    if (!sentTo.isThere)
      return [`${one === root ? "" : `${one.report}: `}Handed on to ${sentTo.name}, which does not have it yet: ring them.`];
    if (danger === null || danger.met !== undefined) return [];
    return [`${one === root ? "" : `${one.report}: `}Handed on to ${sentTo.name}, which may not have this yet: ring them.`];
  });
}

/** Of each letter that could not be read: that is no silence of the person's, and what else was said in the row does not answer for it. */
function unreadInWords({ root, members }: RowFacts): readonly string[] {
  return members
    .filter(isUnreadable)
    .map((one) => `${one === root ? "Could" : `${one.report} could`} not be read: nobody knows whether there is danger.`);
}

/** That there is no danger, as it was said and when; whose word it is, where several are read as one. */
function noDangerSaid({ danger, members }: RowFacts): readonly string[] {
  if (danger !== undefined) return [];
  return members.flatMap((one) => {
    const said = noDangerOf(one);
    if (said === undefined) return [];
    const by = members.length > 1 ? `${one.report}, ${reporterOf(one)}: ` : "";
    return [`${by}${by === "" ? "N" : "n"}ot in danger at this moment, ${noDangerInWords(said)}.`];
  });
}

/** Of each case that is closed: when, why, and whether what the person wrote is answered. */
function closedInWords({ cases, members, ahead }: RowFacts): readonly string[] {
  return cases.flatMap(({ case: ref, closed, proposal }) => {
    if (closed === null) return [];
    const why = proposal === null ? "" : `: ${quoted(proposal.reason)}`;
    const isAnswered = ahead?.isUnanswered !== true && members.some(({ wrote }) => wrote.length > 0);
    return [`Case ${ref} closed ${momentInRow(closed.happened)}${why}.${isAnswered ? " What the person wrote is answered." : ""}`];
  });
}

function firstLine({ root, group, danger, dangers, places, breach, link, reports }: RowFacts): string {
  const [first, ...others] = dangers;
  if (danger && first) {
    const also = others.map((one) => ` Also: ${dangerWithWhose(one, root)}`).join("");
    const where = places.map((one) => ` ${sentence(placeOfRow(one, root))}`).join("");
    return `${dangerWithWhose(first, root)}${where}${danger.met ? "" : ` ${callLogs(root)}`}${also}`;
  }
  if (group === "breach" && breach) return `${whose(breach.writtenIn, root)}${sentence(shortened(breach.says, longestInRow))}`;
  if (group === "repeat" && link) return linkInWords(link);
  if (reports > 1) return `${ordinal(reports)} report. ${whatItHolds(root)}`;
  return whatItHolds(root);
}

/** Where it is, as it was told with this report or with another of the row. */
function placeOfRow({ report, says }: PlaceTold, root: ReportState): string {
  const place = shortened(says);
  return report === root.report ? `Place told: ${place}` : placeInWords({ report, says: place });
}

/** A danger, or a breach, that was not said in the row's own report has whose it is, or which case, before it. */
function dangerWithWhose({ saidIn, danger }: DangerOfRow, root: ReportState): string {
  return `${whose(saidIn, root)}${dangerInWords(danger)}`;
}

function whose(saidIn: DangerOfRow["saidIn"], root: ReportState): string {
  return "report" in saidIn ? (saidIn === root ? "" : `${whoseReport(saidIn)}: `) : `Case ${saidIn.case}: `;
}

/** Which report of how many; nothing is called the first while nobody has decided whether it is. */
function whichReport({ reports, later, link }: RowFacts): string {
  if (reports > 1) return `${ordinal(reports)} report.`;
  if (later > 0) return `First of ${inWords(later + 1)} reports.`;
  return link ? linkInWords(link) : "First report.";
}

function linkInWords({ why, decided }: Link): string {
  return `${sentence(why[0]?.says ?? "")} ${decided ? "Link left open." : "Link not yet decided."}`;
}

function secondLine(facts: RowFacts): readonly string[] {
  const { root, members, breach, danger } = facts;
  if (danger) {
    const saidIn = saidFirst(facts);
    return [
      ...(breach === undefined
        ? []
        : [`Breach: ${whose(breach.writtenIn, root)}${sentence(shortened(breach.says))}`, orderInWords(breach)]),
      ...reachInWords(saidIn, members, whoseReport),
      ...forWhom(saidIn),
      ...members.filter((one) => one !== saidIn).flatMap(asksBeside),
      ...[saidIn, ...members.filter((one) => one !== saidIn)].flatMap((one) => accountInWords(one, members.length > 1)),
      whichReport(facts),
    ];
  }
  return [...aboutRoot(facts), ...members.filter((one) => one !== root).flatMap((one) => accountInWords(one, true))];
}

function aboutRoot({ root, group, breach }: RowFacts): readonly string[] {
  if (group === "breach" && breach) return [orderInWords(breach)];
  if (group === "repeat") return ["Two occasions are enough. The gap is no reason to set it aside."];
  return aboutReporter(root);
}

/** Which order an act falls on, and how that is known. */
function orderInWords({ order, condition, knowing }: NonNullable<RowFacts["breach"]>): string {
  return `${sentence(`${upper(order)}${condition === undefined ? "" : `, condition ${condition}`}`)} ${ways[knowing]}.`;
}

/** The report in which the danger was said that stands first; where a case says it, the row's own. */
function saidFirst({ root, members, dangers }: RowFacts): ReportState {
  return members.find((one) => one === dangers[0]?.saidIn) ?? root;
}

/** Of several that are read as one, whose words they are stands before them. */
function accountInWords(one: ReportState, isOfSeveral: boolean): readonly string[] {
  if (one.account === null) return [];
  return [`${isOfSeveral ? whoseReport(one) : "Account"}: ${quoted(ownWords(one.account))}.`];
}

const ways = {
  record: "Record",
  account: "Account: whether it is so is not shown by a record",
  "worked-out": "Worked out, and it can be wrong",
} as const;

function aboutReporter(report: ReportState): readonly string[] {
  const { packs, door, isStrayAnswer } = report;
  const marked = packs.filter(({ fate }) => fate === "marked").length;
  return [
    ...(isStrayAnswer ? ["It came as an answer, and no report here has its mailbox."] : []),
    ...forWhom(report),
    ...(marked === 0 ? [] : [`${upper(inWords(marked))} pack${marked === 1 ? "" : "s"} could not be taken as sent.`]),
    ...(door === null || door === "letter" ? [] : [`Told by ${doorNames[door]}; an account until records are here.`]),
  ];
}

/** What is asked in a report that is read as one with that of the danger: it goes on to hold for its own person. */
function asksBeside(one: ReportState): readonly string[] {
  return one.wishes === null ? [] : [`${whoseReport(one)} asks: ${quoted(one.wishes)}.`];
}

/** About whom it is where that is not who reports, and what is asked. */
function forWhom({ who, wishes }: ReportState): readonly string[] {
  return [
    ...(who?.about === "child" ? ["About a child."] : []),
    ...(who?.reporter === "another" ? ["On behalf of another person: that person’s own wish is not yet known."] : []),
    ...(who?.reporter === "witness" ? ["From a witness."] : []),
    ...(wishes === null ? [] : [`Asks: ${quoted(wishes)}.`]),
  ];
}

const doorNames = {
  "999": "999",
  "101": "101",
  desk: "the front desk",
  agency: "another agency",
  unsaid: "voice, by which line nobody chose",
} as const;

/** Why a letter says nothing here. */
const faultWords: Readonly<Record<PackFault, string>> = {
  altered: "its bytes are not those that were sealed",
  "cut-short": "it ends before its end",
  "no-key": "no key that is held here fits",
  "not-a-pack": "it is no sealed letter",
  page: "it is a page, not a letter",
  "too-large": "it is too large",
  unsupported: "it is of a kind that is not known here",
  "not-read": "what was sealed is no letter",
};

function whatItHolds({ packs, account, packsAnnounced, fault }: ReportState): string {
  if (fault !== null) return `A letter that could not be read: ${faultWords[fault]}.`;
  const finding = packs.flatMap(({ findings }) => findings ?? [])[0];
  if (finding) return sentence(finding.says);
  if (account !== null) return `${quoted(ownWords(account))}.`;
  const acts = packs.reduce((sum, one) => sum + (one.acts?.total ?? 0), 0);
  if (acts > 0) return `${acts} act${acts === 1 ? "" : "s"} in what was sent.`;
  return packsAnnounced > packs.length ? "A letter without words; what it announces is not here yet." : "A letter without words.";
}

/** Nothing found says only where was looked; nobody looked is said too. */
function callLogs({ searches }: ReportState): string {
  const last = searches.filter(({ where }) => where === "call-logs").at(-1);
  return last ? sentence(shortened(last.says)) : "999 and 101 logs not searched yet.";
}

/** "Danger now", "Breach", "2 reports", "Unread". */
export function markOf({ group, members, ahead, reports, link, opened }: RowFacts): string {
  if (group === "danger") return "Danger now";
  if (group === "breach") return "Breach";
  if (ahead !== undefined && ahead.kind !== "unsaid") return ahead.mark;
  if (ahead !== undefined && members.some(isUnreadable)) return "Not readable";
  if (group === "repeat") return `${Math.max(reports, link ? 2 : 1)} reports`;
  return opened ? "Read" : "Unread";
}

/** Whether a second person does not agree with what was decided last: then it is not done with. */
export function isDecisionContested({ decisions, readings }: Pick<ReportState, "decisions" | "readings">): boolean {
  const last = decisions.at(-1);
  return last !== undefined && readings.some(({ decision, agrees }) => decision === last.number && !agrees);
}

/** What is to be done next. */
export function nextOf(facts: RowFacts): string {
  const { root, members, danger, opened, link, openPrompts } = facts;
  const task = members.flatMap(({ tasks }) => tasks).find(({ done }) => !done);
  if (danger && !danger.met) {
    const { says, isReach } = nextInDanger(facts, whoseReport);
    if (isReach && root.sentTo !== null) return `Ring ${root.sentTo.name}, and write who was told`;
    return isReach && isWithNobody(facts) && task ? `${says}, ${shortened(task.task)}` : says;
  }
  if (!opened) return "Read";
  if (root.sentTo?.isThere === false) return `Ring ${root.sentTo.name}: it does not have this yet`;
  if (facts.ahead?.isUnanswered === true)
    return answerFirst(members, danger ? "Answer, or end the danger" : "Answer what the person wrote");
  if (danger) return "End the danger, or say why it stands";
  if (facts.ahead?.kind === "over") return "Decide what follows";
  if (link && !link.decided) return "Decide the link";
  if (facts.isBreachOpen) return "Ask the risk prompts again";
  if (isDecisionContested(root)) return "Decide anew: the second person does not agree";
  if (root.decisions.length > 0) return "A second person reads the decision";
  return openPrompts > 0 ? `Prompts ${prompts.length - openPrompts} of ${prompts.length}` : "Write the decision";
}

/** Of rows: how many, in danger, waiting long; of what is in danger: how many matters, a case of several rows being one, and with nobody. */
interface HeadCounts {
  readonly all: number;
  readonly danger: number;
  readonly long: number;
  readonly matters: number;
  readonly alone: number;
}

/** The sentence over the queue, with its numbers. */
export function headInWords(counts: HeadCounts, { longHours }: QueueRule): string {
  const { all, long } = counts;
  return [
    all === 0 ? "No report waits." : `${all} report${all === 1 ? "" : "s"}.`,
    ...dangerInHead(counts),
    ...(long === 0 ? [] : [`${upper(inWords(long))} ${long === 1 ? "has" : "have"} waited unread past ${longHours} hours.`]),
  ].join(" ");
}

/** A danger that stands in several rows of one case is one matter, and not as many people. */
function dangerInHead({ danger, matters, alone }: HeadCounts): readonly string[] {
  if (danger === 0) return [];
  const isByRow = matters === danger;
  const who =
    alone < matters
      ? `${inWords(alone)} of them ${alone === 1 ? "has" : "have"} no`
      : matters > 1
        ? "none of them has an"
        : isByRow
          ? "nobody is that person's"
          : "it has no";
  const says = isByRow
    ? `${upper(inWords(danger))} ${danger === 1 ? "person is" : "people are"} said to be in danger now`
    : `${upper(inWords(matters))} matter${matters === 1 ? " is" : "s are"} said to hold danger now, in ${inWords(danger)} reports`;
  return [`${says}${alone === 0 ? "." : `; ${who} officer yet.`}`];
}

function ordinal(number: number): string {
  const ending = number % 100 >= 11 && number % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}

function inWords(number: number): string {
  return number <= lastNumberInWords ? (numberNames[number] ?? String(number)) : String(number);
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
