import { count, object, reveal, text } from "@unmask/core";
import type { ReportState } from "@unmask/case";
import { bytesToHex, identityFromBytes, recipientOf } from "@unmask/seal";
import { type DeskCall, type DeskRoute, deskRoute, refuseAsChanged, refuseByState } from "../../access/desk-route.ts";
import { sayDayOf } from "../../desk/clock-words.ts";
import { findReport } from "../../desk/find-report.ts";
import { wordsToHer } from "../../desk/hand-on-words.ts";
import { personsOfReport } from "../../desk/persons-shown.ts";
import { runCommand } from "../../desk/run-command.ts";
import type { Neighbour } from "../../force/neighbour.ts";
import { type HandedOnRow, handedOnOf, putHandedOn } from "../../sql/case/handed-on.ts";
import { putReply } from "../../sql/case/mailbox-replies.ts";
import { itemsOf } from "../../sql/case/item-facts.ts";
import { lettersOfReport } from "../../sql/case/report-contents.ts";
import { mailboxOfReport } from "../../sql/case/reports.ts";
import { replyWeeks } from "./updates.ts";

/** A report that belongs to another force: read through as the person will read it, then put down to be sealed again to that force and sent. */

const ofReport = ({ params }: { readonly params: Readonly<Record<string, string>> }) => ({ report: params["reference"] ?? "" });

const readAsked = object(({ may }) => ({ ...may("force", text) }));

/** `words` is why it belongs there; `says` is what the person will read, as it was shown. */
const readDecided = object(({ must, may }) => ({
  saw: must("saw", count),
  force: must("force", text),
  words: must("words", text),
  says: must("says", text),
  ...may("telephoned", text),
  ...may("agreed", text),
}));

/** What goes with a report, as it stands now. */
interface Goes {
  readonly state: ReportState;
  /** Her letters, the first first. */
  readonly letters: readonly { readonly id: string; readonly kind: string }[];
  /** Packs that were looked at, by the letter they came with, and whether each opened. */
  readonly packs: readonly { readonly id: string; readonly letter: string; readonly isOpened: boolean }[];
}

async function whatGoes({ tx, parts }: DeskCall<unknown>, state: ReportState): Promise<Goes> {
  const of = { force: parts.force.id, report: state.report };
  const letters = await lettersOfReport(tx, of);
  const items = await itemsOf(tx, of.force, [of.report]);
  const packs = items.filter(({ kind, state: is }) => kind === "pack" && is !== "waiting");
  return {
    state,
    letters,
    packs: packs.map(({ id, letter, place, reason }) => ({ id, letter, isOpened: place !== null && !isClosed(reason) })),
  };
}

/** Marked with one of these, a pack does not open to its end. */
function isClosed(reason: string | null): boolean {
  return reason !== null && ["cut-short", "no-key", "not-a-pack", "page", "not-read", "altered"].includes(reason);
}

function wordsOf(call: DeskCall<unknown>, { state, packs }: Goes, to: Neighbour): string {
  const opened = packs.filter(({ isOpened }) => isOpened).length;
  const counts = { packs: opened, packsLeft: packs.length - opened };
  return wordsToHer({ report: state.report, from: call.parts.force.name, to: to.set.name, ...counts, isDanger: state.danger !== null });
}

/** To whom it can go, and, of the force that is named, what the person will read. Sends nothing. */
export const handOnPreview: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reports/:reference/hand-on/preview",
  operation: "send-elsewhere",
  about: ofReport,
  body: readAsked,
  run: async (call) => {
    const found = await findReport(call);
    if (found === undefined) return { status: 404, body: {}, shown: [] };
    const { tx, parts, body } = call;
    const { state } = found;
    const goes = await whatGoes(call, state);
    const forces = await parts.neighbours.list();
    const to = forces.find(({ set }) => set.force === body.force);
    const rows = await handedOnOf(tx, parts.force.id, state.report);
    const answer = {
      forces: forces.map(({ set }) => ({ force: set.force, name: set.name })),
      saw: state.number,
      handed: rows.map(sayWhere),
      hasLetter: goes.letters.length > 0,
      hasMailbox: (await mailboxOfReport(tx, parts.force.id, state.report)) !== undefined,
      mustTelephone: state.danger !== null,
      mustAgree: state.danger === null && state.referral === "no",
      says: to === undefined ? "" : wordsOf(call, goes, to),
    };
    return { body: answer, shown: personsOfReport(state), entry: { op: "consult" } };
  },
});

/** Where a letter is on its way there, in one line. */
function sayWhere({ to_name, sent_at, reference, packs, leftOut, kind }: HandedOnRow): string {
  const what = kind === "report" ? "the report" : "what came after it";
  if (sent_at === null) return `${to_name}: ${what} is on its way`;
  const more = [
    ...(packs === null || packs.length === 0 ? [] : [`with ${packs.length} packs`]),
    ...(leftOut.length === 0 ? [] : [`${leftOut.length} could not be sealed again`]),
    ...(reference === null ? [] : [`there it is ${reference}`]),
  ];
  return [`${to_name} took ${what} on ${sayDayOf(sent_at)}`, ...more].join("; ");
}

/** Decides it: the event with its reason, what goes, and the words to the person, all in one transaction. The inside sends it. */
export const handedOn: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reports/:reference/hand-on",
  operation: "send-elsewhere",
  about: ofReport,
  body: readDecided,
  run: async (call) => {
    const found = await findReport(call);
    if (found === undefined) return { status: 404, body: {}, shown: [] };
    const { parts, body } = call;
    const to = (await parts.neighbours.list()).find(({ set }) => set.force === body.force);
    if (to === undefined)
      return refuseByState({
        rule: "no-such-force",
        says: "This force is not among those that your administrator loaded.",
        allows: "Ask the administrator to load its set, or telephone it.",
      });
    const goes = await whatGoes(call, found.state);
    if (goes.letters.length === 0)
      return refuseByState({
        rule: "no-letter",
        says: "This report came without a letter that opens: there is nothing to seal again.",
        allows: "Telephone the other force, and write down whom you spoke to.",
      });
    const { saw, force, words, says, telephoned, agreed } = body;
    if (says !== wordsOf(call, goes, to)) refuseAsChanged("What the person will read has changed since you read it. Read it again.");
    const event = {
      force,
      name: to.set.name,
      reason: words,
      ...(telephoned !== undefined && { telephoned }),
      ...(agreed !== undefined && { agreed }),
    };
    await runCommand(call, { of: "report", id: found.state.report }, { saw, intent: { kind: "sent-to-force", body: event } });
    await putDown(call, goes, to);
    const box = await mailboxOfReport(call.tx, parts.force.id, found.state.report);
    if (box !== undefined) {
      const message = JSON.stringify({ kind: "update", says });
      await putReply(call.tx, { force: parts.force.id, id: idOf(call), ...box, message, weeks: replyWeeks }, call.now);
    }
    return { body: { told: box !== undefined }, shown: personsOfReport(found.state), entry: { recipients: [`force ${force}`] } };
  },
  again: async ({ tx, parts }, { event }) => {
    const box = await mailboxOfReport(tx, parts.force.id, event.stream.id);
    return { body: { told: box !== undefined }, shown: [] };
  },
});

/** One letter there for each of hers here, with a mailbox of our own into which that force answers. */
async function putDown(call: DeskCall<unknown>, { state, letters, packs }: Goes, { set }: Neighbour): Promise<void> {
  const { tx, parts, now } = call;
  const identity = identityFromBytes(parts.random(32));
  const box = { identity: reveal(identity), recipient: await recipientOf(identity), lookup: bytesToHex(parts.random(32)) };
  const to = { force: parts.force.id, report: state.report, to_force: set.force, to_name: set.name };
  for (const [nth, letter] of letters.entries()) {
    const items = packs.filter((pack) => pack.letter === letter.id).map(({ id }) => id);
    const kind = nth === 0 ? "report" : "answer";
    await putHandedOn(tx, { ...to, ...box, id: idOf(call), letter: letter.id, items, kind }, now);
  }
}

function idOf({ parts }: DeskCall<unknown>): string {
  return bytesToHex(parts.random(16));
}
