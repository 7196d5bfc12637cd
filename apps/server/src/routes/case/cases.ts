import { type Instant, list, msPerMinute, object, text } from "@unmask/core";
import {
  type ReportState,
  callCase,
  calledInWords,
  dutiesOf,
  giverOf,
  isHandedOver,
  mayDo,
  peopleOf,
  personsIn,
  reporterOf,
} from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskAnswer, type DeskCall, type DeskRoute, deskRoute, noBody, refuse, refuseByState } from "../../access/desk-route.ts";
import { whyNeverOnCase } from "../../access/never-on-a-case.ts";
import { relationOf } from "../../access/relation-of.ts";
import { casePage, dangersOf, isLate, recordingHelp } from "../../desk/case-page.ts";
import { type PutDown, unansweredShown } from "../../desk/case-contact.ts";
import { countsInTime } from "../../desk/course-in-numbers.ts";
import { rulesOf } from "../../desk/desk-rules.ts";
import { type FoundCase, findCase, readCase } from "../../desk/find-case.ts";
import { partedFrom } from "../../desk/parted.ts";
import { personsOfCase, personsOfReport } from "../../desk/persons-shown.ts";
import { putHoldersOn } from "../../desk/put-holders-on.ts";
import { runCommand } from "../../desk/run-command.ts";
import { orderRow, rowEntry } from "../../orders/order-row.ts";
import { ordersInCase, readsOrdersOfCase } from "../../orders/orders-in-case.ts";
import { openedList } from "../../orders/opened-shown.ts";
import { proposedList } from "../../orders/proposed-shown.ts";
import { countCourse } from "../../sql/case/course-acts.ts";
import { withOpenLinks } from "../../links/open-links.ts";
import { lookAtCase } from "../../sql/case/link-pairs.ts";
import { type ReplyRow, repliesTo } from "../../sql/case/mailbox-replies.ts";
import { messageOf } from "../../sql/case/reply-message.ts";
import { addMember, casesOfOfficer, membersOf } from "../../sql/case/membership.ts";
import { openingsOfCase } from "../../sql/case/openings.ts";
import { joinedUpwards } from "../../sql/case/projections.ts";
import { takeNumber } from "../../sql/case/reports.ts";
import { findOfficer, namesOfOfficers } from "../../sql/case/officers.ts";

/** Cases: those of an officer with what is due, one with its page, and a case that begins. */

/** Looks so near to one another are one sitting: a page that is drawn again does not make what is new old. */
const sittingMs = 30 * msPerMinute;
/** Cases of one list. */
const mostCases = 200;
/** Openings without need to know that the page of a case tells; all of them stand in the log. */
const mostOpenings = 20;
/** Digits of a case's number. */
const caseDigits = 4;
/** UTF-16 units of what was told on the telephone, in a row of the list; the case has it whole. */
const longestTold = 160;
/** Letters of a search in the table of codes. */
const longestWords = 200;

/**
 * The cases that this officer is on: danger first, then words that nobody answered, then what is overdue, then by number; behind them those that the
 * officer handed over and another has read (docs/access.md), then closed ones.
 */
export const cases: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases",
  operation: "my-cases",
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer, now } = call;
    const refs = await casesOfOfficer(tx, { force: parts.force.id, officer: officer.id, limit: mostCases + 1 });
    const found: FoundCase[] = [];
    for (const ref of refs.slice(0, mostCases)) {
      const one = await readCase(call, ref);
      if (one !== undefined) found.push(one);
    }
    const nameOf = await namesOfOfficers(tx, parts.force.id);
    const lines = found.map((one) => ({ one, line: { ...lineOf(one, now, nameOf), handedTo: handedToIn(one, officer.id, nameOf) } }));
    lines.sort(
      (a, b) =>
        Number(a.line.closed !== null) - Number(b.line.closed !== null) ||
        Number(a.line.handedTo !== null) - Number(b.line.handedTo !== null) ||
        b.line.danger - a.line.danger ||
        b.line.unanswered.length - a.line.unanswered.length ||
        b.line.overdue.length - a.line.overdue.length ||
        (a.line.case < b.line.case ? -1 : 1),
    );
    return {
      body: { cases: lines.map(({ line }) => line), more: Math.max(0, refs.length - mostCases) },
      shown: [],
      also: lines.flatMap(({ one }) => [
        ...personsOfCase(one).map((person) => ({ case: one.state.case, person })),
        ...one.joined.flatMap((each) => personsOfReport(each).map((person) => ({ report: each.report, person }))),
      ]),
    };
  },
});

/** Who has read this officer's note of the case and has it now; null: it is with this officer. */
function handedToIn({ state }: FoundCase, officer: string, nameOf: (id: string) => string): string | null {
  if (!isHandedOver(state, officer)) return null;
  const last = state.handovers.findLast((one) => giverOf(one) === officer && one.read !== undefined);
  return last === undefined ? null : nameOf(last.to);
}

function lineOf(found: FoundCase, now: Instant, nameOf: (officer: string) => string) {
  const { state, reports, joined, rules } = found;
  const { danger, places } = dangersOf(found, String);
  const duties = dutiesOf(found, rules, now);
  return {
    case: state.case,
    called: callCase(state, reports),
    opened: state.opened?.happened ?? null,
    closed: state.closed?.happened ?? null,
    // Somebody would close it, and nobody else has read that.
    proposed: state.closed === null && state.proposal !== null ? { choice: state.proposal.choice, by: nameOf(state.proposal.by) } : null,
    people: peopleOf(personsIn(state, [...reports, ...joined])).map(({ name, roles }) => ({ name, roles: roles.map(({ says }) => says) })),
    // What is read as one with its reports is told in it, and so counted.
    reporters: [...reports, ...joined].map((one) => ({ report: one.report, says: reporterOf(one) })),
    danger: danger.length,
    places,
    // Whoever is sent acts by what was told on the telephone; without danger it stands in the case.
    calls: danger.length === 0 ? [] : [...reports, ...joined].map((one) => calledInWords(one, longestTold)).filter((one) => one !== ""),
    breach: newestBreach(found),
    unanswered: unansweredShown(found),
    overdue: duties.filter((one) => isLate(one.state)),
    due: duties.filter((one) => one.state === "due" || one.state === "open" || one.state === "no-figure"),
    tasks: state.tasks.filter(({ done }) => !done).length,
  };
}

/** The newest act that breaks an order, in the case, in a report of it or in one that is read as one with it, and how many were written before; null: none was. */
function newestBreach({ state, reports, joined }: FoundCase) {
  const all = [state, ...reports, ...joined].flatMap(({ breaches }) => breaches).toSorted((one, other) => other.happened - one.happened);
  const [newest] = all;
  return newest === undefined
    ? null
    : { says: newest.says, order: newest.order, happened: newest.happened, knowing: newest.knowing, before: all.length - 1 };
}

function putDownOf(row: ReplyRow): PutDown {
  const message = messageOf(row);
  if (!message.ok) throw new Error(`a reply's row is damaged: ${message.error}`);
  return { message: message.value, made: row.made_at, isSent: row.sent_at !== null };
}

/** A case, in the order of duty. Looking at it is what "new since you looked" counts from. */
export const caseShown: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case",
  operation: "read-case",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer, now } = call;
    const found = await findCase(call);
    if (found === undefined) return notOpened;
    const look = await lookAtCase(tx, { force: parts.force.id, ref: found.state.case, officer: officer.id, now, sittingMs });
    const parted = await partedFrom(call, found);
    const nameOf = await namesOfOfficers(tx, parts.force.id);
    const members = await membersOf(tx, parts.force.id, found.state.case);
    const reports: ReportState[] = [];
    for (const one of found.reports) reports.push(await withOpenLinks(call, one));
    const shown = { ...found, state: await withOpenLinks(call, found.state), reports };
    const { risk } = rulesOf(parts.force);
    const openings = await openingsOfCase(tx, { force: parts.force.id, ref: found.state.case, limit: mostOpenings });
    const openedAnyway = openings.map(({ name, words, opened_at, until, closed_at }) => ({
      by: name,
      words,
      since: opened_at,
      until: closed_at ?? until,
    }));
    const putDown = (await repliesTo(tx, parts.force.id, [...found.state.reports, ...found.joined.map(({ report }) => report)])).map(
      putDownOf,
    );
    const { rows: proposed } = await proposedList(tx, parts.force.id, found.state.case);
    const orders = readsOrdersOfCase(call) ? await ordersInCase(call, found.state.case) : [];
    const opened = await openedList(tx, parts.force.id, found.state.case);
    return {
      body: {
        orders: orders.map((row) => orderRow(row, { officer, nameOf })),
        ...casePage({ found: shown, parted, now, look, nameOf, putDown, risk, officer: officer.id, proposed, opened }),
        members,
        openedAnyway,
      },
      shown: personsOfCase(found),
      also: [
        ...found.joined.flatMap((one) => personsOfReport(one).map((person) => ({ person, report: one.report }))),
        ...orders.map(rowEntry),
      ],
    };
  },
});

/** A number under which there are members and no event: nothing was ever written in it. */
const notOpened: DeskAnswer = { status: 404, body: { says: "Nothing was written in this case yet." }, shown: [] };

/** What helps to record it: the tests of law, the rows of the force's table that fit the words, what was recorded. Nothing is chosen here. */
export const caseRecording: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/recording",
  operation: "record-crime",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  query: ["formerPartner", "words"],
  body: noBody,
  run: async (call) => {
    const { tx, parts, query } = call;
    const found = await findCase(call);
    if (found === undefined) return notOpened;
    const table = await parts.codeTable();
    const counts = countsInTime(await countCourse(tx, parts.force.id, found.state.reports));
    const formerPartner = answers.find((one) => one === query["formerPartner"]);
    const course = { ...counts, ...(formerPartner !== undefined && { formerPartner }) };
    const words = (query["words"] ?? "").slice(0, longestWords);
    return { body: recordingHelp({ found, course, table, words }), shown: personsOfCase(found) };
  },
});

const answers = ["yes", "no", "not-known"] as const;

const readOpening = object(({ may }) => ({ ...may("says", text), ...may("reports", list(text)), ...may("members", list(text)) }));

/** A case begins from a report of the queue, with others beside it. Who opens it is a member at once, those who are named, and whoever has one of them. */
export const caseOpened: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reports/:reference/case",
  operation: "open-case",
  about: ({ params }) => ({ report: params["reference"] ?? "" }),
  body: readOpening,
  run: async (call) => {
    const { tx, parts, officer, now, params, body } = call;
    const reports = [...new Set([params["reference"] ?? "", ...(body.reports ?? [])])];
    for (const report of reports) await mustWait(call, report);
    const ref = String(await takeNumber(tx, parts.force.id, "case")).padStart(caseDigits, "0");
    const added = [officer.id, ...(body.members ?? [])];
    for (const id of new Set(added)) {
      const member = await findOfficer(tx, parts.force.id, id);
      if (member === undefined || member.left_at !== null)
        return { status: 400, body: { says: "One of these officers is not here. Nothing was done." }, shown: [] };
      const never = whyNeverOnCase(member);
      if (never !== undefined) return refuseByState(never);
      // Nobody is on a case that begins: its first members are put there by the machine.
      await asMachine(tx, call, () =>
        addMember(tx, { force: parts.force.id, case_ref: ref, officer: id, added_at: now, added_by: officer.id }),
      );
    }
    await putHoldersOn(call, { ref, reports });
    const opening = { reports, ...(body.says !== undefined && { says: body.says }) };
    await runCommand(call, { of: "case", id: ref }, { saw: 0, intent: { kind: "case-opened", body: opening } });
    return { body: { case: ref }, shown: reports.map((report) => `${report}/reporter`), entry: { case: ref } };
  },
});

/**
 * A report that stands in the queue and that this officer may make a case of, or add to `ref`; any other is refused as one that is not there. One that
 * is read as one with a report of another case is told in that case: by a case of its own its officers would lose the person and the danger, with
 * nothing said.
 */
export async function mustWait(
  call: Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">,
  report: string,
  ref?: string,
): Promise<void> {
  const { tx, parts, officer, now } = call;
  const { relation } = await relationOf(tx, { force: parts.force.id, officer: officer.id, now }, { report });
  const access = mayDo(officer.role, "open-case", relation === "queue" ? "queue" : "elsewhere");
  if (!access.allowed) refuse(access.refused);
  const above = await asMachine(tx, call, () => joinedUpwards(tx, parts.force.id, report));
  const other = above.find((one) => one.case_ref !== null && one.case_ref !== ref);
  if (other === undefined) return;
  refuseByState({
    rule: "read-as-one",
    says: `${report} is read as one with ${other.report}, which stands in case ${other.case_ref ?? ""}: whoever is on that case would lose it. Nothing was done.`,
    allows: `Add it to case ${other.case_ref ?? ""}, or part the two first, with why.`,
  });
}
