import {
  type Instant,
  type ReadValue,
  count,
  fault,
  isBlank,
  isDrawnAsTyped,
  list,
  object,
  parseCivilDay,
  parsed,
  text,
} from "@unmask/core";
import {
  type CaseState,
  acknowledgedAt,
  askedBefore,
  emptyCase,
  foldCase,
  foldReport,
  isFarDay,
  isPastDay,
  longestUpdate,
  mayBeOfOne,
  noticeFor,
  placesSaid,
  readThrough,
  reporterOf,
} from "@unmask/case";
import { writeMailboxMessage } from "@unmask/submission";
import { sayCount } from "@unmask/words";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskCall, type DeskRoute, deskRoute, refuseByState } from "../../access/desk-route.ts";
import { dayOnTheWall } from "../../desk/clock-words.ts";
import { contactFacts } from "../../desk/contact-words.ts";
import { labelled } from "../../desk/said-words.ts";
import { joinedToReports } from "../../desk/find-case.ts";
import { type FoundReport, findReport } from "../../desk/find-report.ts";
import { personsOfReport } from "../../desk/persons-shown.ts";
import { runCommand } from "../../desk/run-command.ts";
import { asRead } from "../../desk/update-words.ts";
import { readStream } from "../../sql/case/case-events.ts";
import { putReply } from "../../sql/case/mailbox-replies.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";
import { mailboxOfReport } from "../../sql/case/reports.ts";
import { bytesToHex } from "@unmask/seal";

/** Writing to the person: read through first as the same words that will be read, then sent to the mailbox, sealed. */

/** Weeks for which a message waits in the mailbox (docs/formats/mailbox.md). */
export const replyWeeks = 26;

const words: ReadValue<string> = (value, path) => {
  const written = text(value, path).trim();
  return written === "" ? fault(path, "is blank") : written;
};

/**
 * A message as it is written. `to` is the report to whose mailbox it goes, where that is one that is read as one with the report of the path; then
 * `saw` is its number. `tells` and `answers` are numbers of events of the case.
 */
const readDraft = object(({ must, may }) => ({
  saw: must("saw", count),
  ...may("to", text),
  says: must("says", words),
  ...may("asks", (value, path) => (value === true ? true : fault(path, "is there only where it asks"))),
  ...may("tells", list(count)),
  ...may("answers", list(count)),
  ...may(
    "nextBy",
    parsed((one) => parseCivilDay(one) && one, "day written like 2026-11-25"),
  ),
}));

const ofReport = ({ params }: { readonly params: Readonly<Record<string, string>> }) => ({ report: params["reference"] ?? "" });

/** What stands behind a message: the report to whose mailbox it goes, its case where it has one, and the mailbox. */
async function behind(call: DeskCall<ReturnType<typeof readDraft>>) {
  const named = await findReport(call);
  if (named === undefined) return undefined;
  const force = call.parts.force.id;
  const atCase = named.state.case;
  const events = atCase === null ? [] : await readStream(call.tx, force, { of: "case", id: atCase });
  const whole = atCase === null ? emptyCase("") : foldCase(atCase, events);
  const beside = await besideIn(call, named, whole.reports);
  const { to = named.state.report } = call.body;
  const found = [named, ...beside].find((one) => one.state.report === to);
  if (found === undefined) return refuseAsOfAnother(to);
  const reports = [found, ...[named, ...beside].filter((one) => one !== found)];
  const { report, contact, case: ofCase, number } = found.state;
  // What the others wrote is not this person's to be answered.
  const state = { ...whole, thread: whole.thread.filter(({ happened }) => !isOfAnother(happened, reports)) };
  const box = await asMachine(call.tx, call, () => mailboxOfReport(call.tx, force, report));
  const { says, nextBy } = call.body;
  const today = dayOnTheWall(call.now);
  const reads = asRead({ says, nextBy, by: call.officer.name, force: call.parts.force.name, today });
  const known = {
    contact,
    today,
    isAcknowledged: acknowledgedAt(ofCase === null ? { ...state, thread: [] } : state, found.state) !== undefined,
    // Where the others are is repeated to nobody either.
    ...placesSaid(reports.flatMap((one) => one.events)),
    ...askedBefore([found], state),
  };
  // The answer is held against what was seen of the stream that it is written to.
  return {
    found,
    // Whose name is another is another person: what they wrote since says nothing of this one's way.
    others: reports.slice(1).flatMap((one) => (mayBeOfOne(one.state, found.state) ? [one.state] : [])),
    ofCase,
    state,
    known,
    reads,
    box,
    saw: ofCase === null ? number : state.number,
  };
}

/** The other reports of the case, and what is read as one with it: each has a mailbox of its own. */
async function besideIn(call: DeskCall<unknown>, { state: { report, case: ofCase } }: FoundReport, inCase: readonly string[]) {
  const others: FoundReport[] = [];
  for (const id of inCase) {
    if (id === report) continue;
    const events = await readStream(call.tx, call.parts.force.id, { of: "report", id });
    others.push({ state: foldReport(id, events), events });
  }
  if (ofCase === null) return others;
  const joined = [...(await joinedToReports(call, inCase)).values()].flat();
  return [...others, ...new Map(joined.map((one) => [one.state.report, one])).values()];
}

/** Whether the person of another report than the first wrote it. */
function isOfAnother(happened: Instant, [own, ...others]: readonly FoundReport[]): boolean {
  const wroteIt = ({ state }: FoundReport): boolean => state.wrote.some((one) => one.happened === happened);
  return others.some(wroteIt) && !(own !== undefined && wroteIt(own));
}

function refuseAsOfAnother(to: string): never {
  return refuseByState({
    rule: "whose-mailbox",
    says: `${to} is not read as one with this report, nor in its case: nothing was sent.`,
    allows: "Look again, and choose whose mailbox it goes to.",
  });
}

/** An answer goes to whoever wrote what it answers: in another mailbox somebody else would read it, and the letter would count as answered. */
function mustAnswerThem(answers: readonly number[], { thread }: Pick<CaseState, "thread">, report: string): void {
  if (answers.every((one) => thread.some(({ number }) => number === one))) return;
  refuseByState({
    rule: "answers-another",
    says: `What it answers was not written in ${report}: it would be read in another mailbox than that of the person who wrote it. Nothing was sent.`,
    allows: "Choose the mailbox of the report whose letter it answers.",
  });
}

/** The words as they will be read, what is missing in them, and by which notice the person learns that something is there. Sends nothing. */
export const updatePreview: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reports/:reference/updates/preview",
  operation: "write-update",
  about: ofReport,
  body: readDraft,
  run: async (call) => {
    const there = await behind(call);
    if (there === undefined) return { status: 404, body: {}, shown: [] };
    const { known, state, box, saw, found, others, reads } = there;
    const { says, tells = [], answers = [], nextBy } = call.body;
    mustBeReadable(says);
    const checks = readThrough({ says, to: found.state.report, tells, answers, ...(nextBy !== undefined && { nextBy }) }, state, known);
    const nameOf = await namesOfOfficers(call.tx, call.parts.force.id);
    const body = {
      says,
      to: {
        report: found.state.report,
        says: reporterOf(found.state),
        ...(found.state.handedOn !== null && { by: found.state.handedOn.name }),
      },
      reads,
      saw,
      checks,
      notice: noticeFor(found.state, others),
      reach: [
        ...contactFacts(found.state, nameOf),
        ...others.filter((one) => one.wroteSince.length > 0).flatMap((one) => labelled(one.report, contactFacts(one, nameOf))),
      ],
      goes: box !== undefined,
    };
    return { body, shown: personsOfReport(found.state), entry: { op: "consult" } };
  },
});

/** Refuses what no envelope takes: written down and never sent, an officer would think that it was read. */
function mustFitOneMessage(says: string, reads: string): void {
  const more = says.length - longestUpdate;
  if (more <= 0 && writeMailboxMessage({ id: "0".repeat(32), number: 1, kind: "update", says: reads }).ok) return;
  refuseByState({
    rule: "one-message",
    says: more > 0 ? `It is ${sayCount(more, "character")} longer than one message holds.` : "It holds characters that are no text.",
    allows: more > 0 ? "Say it shorter, or in two messages." : "Type it anew here.",
  });
}

/** Refuses what would come as a blank message, and count as an answer; and what would turn a number round on the page of whoever reads it. */
function mustBeReadable(says: string): void {
  if (isBlank(says))
    refuseByState({
      rule: "blank-message",
      says: "Nothing of these words can be seen: they would come as a blank message. Nothing was sent.",
      allows: "Type what is to be read.",
    });
  if (!isDrawnAsTyped(says))
    refuseByState({
      rule: "turned-words",
      says: "The words hold a sign that turns letters and numbers round, or marks upon marks: they would be read as something else. Nothing was sent.",
      allows: "Type the words anew instead of pasting them. Letters of any language can go.",
    });
}

/** A report that stands in no case has no event of one that could be told of or answered. */
function mustTellOfItsCase(ofCase: string | null, numbers: readonly number[]): void {
  if (ofCase === null && numbers.length > 0)
    refuseByState({
      rule: "tells-of-something",
      says: "This report stands in no case: there is nothing of one that a message could tell of or answer.",
      allows: "Send the words alone, or make a case of it first.",
    });
}

/** Refuses a promise that is broken as it is made, or that nobody would see broken. */
function mustStillCome(nextBy: string | undefined, today: string): void {
  if (isFarDay(nextBy, today))
    refuseByState({
      rule: "next-by-far",
      says: "The day on which you write again is more than a year away.",
      allows: "Look at the year. Choose a day that you can keep.",
    });
  if (isPastDay(nextBy, today))
    refuseByState({ rule: "next-by-past", says: "The day on which you write again is past.", allows: "Choose today or a later day." });
}

/** Sends them: the words stand with the case, or with the report where it has none, and go to the mailbox in the same transaction. */
export const updateSent: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reports/:reference/updates",
  operation: "write-update",
  about: ofReport,
  body: readDraft,
  run: async (call) => {
    const there = await behind(call);
    if (there === undefined) return { status: 404, body: {}, shown: [] };
    const { box, ofCase, found, reads, known, state } = there;
    if (box === undefined)
      return refuseByState({
        rule: "no-mailbox",
        says: "This report came without a mailbox: nothing can be sent to one.",
        allows: "Reach the person in the safe way that was said, and write that down.",
      });
    const { saw, says: written, tells = [], answers = [], nextBy, asks } = call.body;
    mustBeReadable(written);
    mustFitOneMessage(written, reads);
    mustTellOfItsCase(ofCase, [...tells, ...answers]);
    mustAnswerThem(answers, state, found.state.report);
    mustStillCome(nextBy, known.today);
    const says = reads;
    const to = found.state.report;
    if (ofCase === null) {
      const body = { channel: "mailbox", outcome: "sent", says, ...(nextBy !== undefined && { nextBy }) } as const;
      await runCommand(call, { of: "report", id: found.state.report }, { saw, intent: { kind: "contact-attempted", body } });
    } else {
      const update = { kind: "update-written", body: { says, to, tells, answers, ...(nextBy !== undefined && { nextBy }) } } as const;
      await runCommand(call, { of: "case", id: ofCase }, { saw, intent: asks ? { kind: "asked-her", body: { says, to } } : update });
    }
    const { tx, parts, now } = call;
    const message = JSON.stringify({ kind: asks ? "question" : "update", says });
    // Numbered after every message in that mailbox, of reports of others too.
    const reply = { force: parts.force.id, id: bytesToHex(parts.random(16)), ...box, message, weeks: replyWeeks };
    await asMachine(tx, call, () => putReply(tx, reply, now));
    return { body: {}, shown: personsOfReport(found.state), entry: { recipients: [`${found.state.report}/reporter`] } };
  },
});
