import type { Instant } from "@unmask/core";
import {
  type CaseEvent,
  type CaseState,
  type CodeTable,
  type Decided,
  type BesideDisclosure,
  type BesideRights,
  type Elsewhere,
  type Intent,
  type ReportState,
  type Stream,
  applyToCase,
  applyToReport,
  decideCase,
  decideReport,
  desk,
  dutiesOf,
  elsewhereOfReport,
  foldCase,
  foldReport,
  handedOverAlready,
  handoverThatWaits,
  stillDue,
  whenUnsaid,
  writtenBefore,
} from "@unmask/case";
import { asMachine } from "../access/as-machine.ts";
import { type DeskCall, type WrittenBefore, answerAsBefore, refuseAsChanged, refuseByState } from "../access/desk-route.ts";
import { putEvents, readStream, readStreams } from "../sql/case/case-events.ts";
import { pairsIntoBarred } from "../sql/case/link-pairs.ts";
import { askFor, placeReport } from "../sql/case/membership.ts";
import { namesOfOfficers } from "../sql/case/officers.ts";
import { aroundReport } from "./around-report.ts";
import { sayClock } from "./clock-words.ts";
import { queueRuleOf, rulesOf } from "./desk-rules.ts";
import { sayDid, sayOpen } from "./event-words.ts";
import { dutyRulesOf, joinedOnce, joinedToReports } from "./find-case.ts";
import { heldInCaseOf } from "./held-in-case.ts";
import { giveBackClosed } from "./give-back.ts";
import { openAgain } from "./open-again.ts";
import { project } from "./project.ts";

/**
 * How anything is written at the desk: the events of the stream are folded, the command is decided on what they make, and what comes of it is
 * added under the number that was seen, with everything that is read from it. A refusal or somebody else's change undoes the whole. What the same officer
 * sent before, and nothing came after it, is not written again: the answer is what was written then (docs/access.md).
 */

/** What of a call a command needs. */
export type CommandCall = Pick<DeskCall<unknown>, "tx" | "now" | "officer"> & {
  readonly parts: Pick<DeskCall<unknown>["parts"], "force">;
};

/** What somebody wants to write, on what that person saw. */
export interface Wanted {
  readonly intent: Intent;
  /** Number of the last event that was on the screen. */
  readonly saw: number;
  /** When it took place; now where it is left out. */
  readonly happened?: Instant;
  /** The force's own table of codes, where the command names a row of it. */
  readonly codes?: CodeTable | null;
  /** Keys of the event that the desk gives itself, as a number: what is sent again is known without them. */
  readonly given?: readonly string[];
  /** Gives them, and asks what else has to hold; only of what was not written before. */
  readonly complete?: () => Promise<Intent>;
}

/** A report or a case as its events make it. */
type Folded = { readonly of: "report"; readonly state: ReportState } | { readonly of: "case"; readonly state: CaseState };

interface Waiting extends Omit<Wanted, "given" | "complete"> {
  readonly stream: Stream;
  /** The case in which this was accepted. */
  readonly follows?: string;
}

/** Runs a command; what was written, in its own stream and in those that follow from it. Refuses by throwing (desk-route.ts). */
export async function runCommand(call: CommandCall, stream: Stream, wanted: Wanted): Promise<readonly CaseEvent[]> {
  const first = await sentBefore(call, stream, wanted);
  if (first !== undefined) answerAsBefore(first);
  return write(call, stream, wanted);
}

/** Runs commands in several streams that were sent as one: as one they are known, and where any of it is new all of it is written. */
export async function runCommands(call: CommandCall, all: readonly { readonly stream: Stream; readonly wanted: Wanted }[]): Promise<void> {
  const firsts: (WrittenBefore | undefined)[] = [];
  for (const { stream, wanted } of all) firsts.push(await sentBefore(call, stream, wanted));
  const [first] = firsts;
  if (first !== undefined && !firsts.includes(undefined)) answerAsBefore(first);
  for (const { stream, wanted } of all) await write(call, stream, wanted);
}

async function sentBefore({ tx, officer, parts }: CommandCall, stream: Stream, wanted: Wanted): Promise<WrittenBefore | undefined> {
  const { given, intent, saw, happened } = wanted;
  const sent = { intent, saw, by: officer.id, ...(happened !== undefined && { happened }), ...(given !== undefined && { given }) };
  const there = await readStream(tx, parts.force.id, stream);
  const event = writtenBefore(sent, there);
  return event && { event, saw: lastWith(event, there) };
}

async function write(call: CommandCall, stream: Stream, wanted: Wanted): Promise<readonly CaseEvent[]> {
  const { tx, now, officer, parts } = call;
  const intent = wanted.complete === undefined ? wanted.intent : await wanted.complete();
  const folded = new Map<string, Folded>();
  const written: CaseEvent[] = [];
  const waiting: Waiting[] = [{ ...wanted, intent, stream }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const key = `${next.stream.of} ${next.stream.id}`;
    const before = folded.get(key) ?? (await fold(call, next.stream));
    const { events, also } = await accepted(
      call,
      { before, intent: next.intent },
      decide(call, next, before, await besideCommand(call, next.intent, before)),
    );
    for (const event of events) written.push(event);
    folded.set(key, events.reduce(apply, before));
    const follows = next.stream.of === "case" ? { follows: next.stream.id } : {};
    for (const one of also) waiting.push({ ...one, saw: 0, ...follows });
  }
  // Read as the officer, written as the machine: a case that begins has no members yet, and what is worked out counts what the officer does not see.
  await askFor(tx, "unmask", now);
  await putEvents(tx, parts.force.id, written);
  const rule = await queueRuleOf(tx, parts.force);
  for (const { of, state } of folded.values()) {
    if (of === "report") await placeReport(tx, { force: parts.force.id, report: state.report, case_ref: state.case });
    const changed: Stream = of === "report" ? { of, id: state.report } : { of, id: state.case };
    await project(tx, { force: parts.force.id, rule }, changed);
  }
  // Brought to a case that is closed to whoever has it.
  const drawn = written.flatMap((one) => (one.kind === "report-joined" || one.kind === "put-in-case" ? [one.stream.id] : []));
  if (drawn.length > 0) await giveBackClosed(tx, { force: parts.force, now }, { reports: drawn, cases: [] });
  await openAgain(tx, { force: parts.force.id, rule }, written);
  await askFor(tx, officer.id, now);
  return written;
}

/** A case that something opens again by itself is opened by the machine in the same breath. */
function lastWith({ number, recorded }: CaseEvent, events: readonly CaseEvent[]): number {
  const next = events.find((one) => one.number === number + 1);
  return next?.kind === "case-reopened" && next.by === desk && next.recorded === recorded ? next.number : number;
}

async function fold({ tx, parts }: CommandCall, stream: Stream): Promise<Folded> {
  const events = await readStream(tx, parts.force.id, stream);
  if (stream.of === "report") return { of: "report", state: foldReport(stream.id, events) };
  return { of: "case", state: foldCase(stream.id, events) };
}

/**
 * What a closing is held against: the reports of the case, and what is still owed to the person. Of other commands of a case only an attempt to reach
 * somebody asks for any of it: whom it can mean. Links with a side that is closed to who asks are left out, as from the page: the refusal would name
 * that side. The second person is held against their own.
 */
async function besideCommand(call: CommandCall, { kind }: Intent, before: Folded): Promise<BesideCommand> {
  const nothing = { reports: [], joined: [], due: [], hidden: new Set<string>() };
  const asksReached = kind === "danger-ended" || kind === "entry-withdrawn";
  if (before.of === "report") return asksReached ? { ...nothing, elsewhere: await elsewhereOf(call, before.state) } : nothing;
  if (kind === "contact-attempted") return { ...nothing, joined: joinedOnce(await joinedToReports(call, before.state.reports)) };
  if (kind.startsWith("disclosure-")) return { ...nothing, disclosure: await heldInCaseOf(call, before.state.case) };
  if (kind.startsWith("rights-")) return { ...nothing, rights: await heldInCaseOf(call, before.state.case) };
  if (!asksReached && kind !== "closing-proposed" && kind !== "case-closed") return nothing;
  const { tx, parts, now, officer } = call;
  const { state } = before;
  const streams = await readStreams(tx, parts.force.id, { of: "report", ids: state.reports });
  if (asksReached) {
    const reports = [...streams].map(([report, events]) => foldReport(report, events));
    return { ...nothing, reports, joined: joinedOnce(await joinedToReports(call, state.reports)) };
  }
  const barred = await asMachine(tx, call, () => pairsIntoBarred(tx, { force: parts.force.id, officer: officer.id }));
  const hidden = new Set(barred.map(({ link }) => link));
  const reports = [...streams].map(([report, events]) => withoutLinks(foldReport(report, events), hidden));
  const rules = await dutyRulesOf(tx, parts.force, [...streams.values()].flat());
  const joined = joinedOnce(await joinedToReports(call, state.reports)).map((one) => withoutLinks(one, hidden));
  return { reports, joined, due: stillDue(dutiesOf({ state, reports, joined }, rules, now)), hidden };
}

/** Whoever reached the person may have written it in the case, which who ends the danger need not see. */
async function elsewhereOf(call: CommandCall, state: ReportState): Promise<Elsewhere> {
  const { reports, cases } = await aroundReport(call, state);
  const isAlone = reports.length === 1 && cases.every((one) => one.state.reports.length === 1);
  return elsewhereOfReport(
    state,
    cases.map((one) => one.state),
    isAlone,
  );
}

function withoutLinks<State extends Pick<CaseState, "links">>(state: State, hidden: ReadonlySet<string>): State {
  return hidden.size === 0 ? state : { ...state, links: state.links.filter(({ link }) => !hidden.has(link)) };
}

interface BesideCommand {
  readonly reports: readonly ReportState[];
  readonly joined: readonly ReportState[];
  readonly due: readonly string[];
  /** Of a report: what was written of its person in its case. */
  readonly elsewhere?: Elsewhere;
  /** Of a case: what is held in it, where the command is one of disclosure. */
  readonly disclosure?: BesideDisclosure;
  /** The same, where it is about what a person asked of the force. */
  readonly rights?: BesideRights;
  /** Links of which who asks is told nothing. */
  readonly hidden: ReadonlySet<string>;
}

function apply(before: Folded, event: CaseEvent): Folded {
  if (before.of === "report") return { of: "report", state: applyToReport(before.state, event) };
  return { of: "case", state: applyToCase(before.state, event) };
}

function decide(
  { now, officer, parts }: CommandCall,
  { intent, saw, happened, codes = null, stream, follows }: Waiting,
  before: Folded,
  { hidden, elsewhere, ...beside }: BesideCommand,
): Decided {
  const by = officer.id;
  const when = happened ?? whenUnsaid({ ...intent, saw, by }, before.state, now);
  const command = { ...intent, stream, saw, happened: when, by, ...(follows !== undefined && { follows }) };
  if (before.of === "case") return decideCase(command, withoutLinks(before.state, hidden), { table: codes, ...beside }, now);
  return decideReport(command, before.state, { ...rulesOf(parts.force), ...(elsewhere !== undefined && { elsewhere }) }, now);
}

async function accepted(
  call: CommandCall,
  { before, intent }: { readonly before: Folded; readonly intent: Intent },
  decided: Decided,
): Promise<Extract<Decided, { readonly done: true }>> {
  if (decided.done) return decided;
  if ("refused" in decided) {
    const { rule, says, allows } = decided.refused;
    if (rule === handedOverAlready) return refuseByState({ rule, ...(await sayWhatWaits(call, before, intent)) });
    return refuseByState({ rule, says, allows: sayOpen(allows) });
  }
  const nameOf = await namesOfOfficers(call.tx, call.parts.force.id);
  const lines = decided.changed.map(({ by, recorded, kind }) => {
    const who = by === desk ? "" : `${nameOf(by)} `;
    return `${who}${sayDid(kind)} at ${sayClock(recorded)}`;
  });
  if (lines.length === 0) return refuseAsChanged(sayOfAnother(before));
  return refuseAsChanged(`Since you looked: ${lines.join("; ")}. Nothing of yours is lost: look again, then save.`);
}

/** By whom it was handed over already, to whom and when, and what can be done about it. */
async function sayWhatWaits({ tx, parts, now, officer }: CommandCall, { of, state }: Folded, intent: Intent) {
  const from = intent.kind === "handover-given" ? intent.body.from : undefined;
  const waits = handoverThatWaits({ by: officer.id, happened: now, ...(from !== undefined && { from }) }, state);
  if (waits === undefined) throw new Error("a handover is refused for one that does not wait");
  const nameOf = await namesOfOfficers(tx, parts.force.id);
  const what = of === "case" ? `Case ${state.case}` : `Report ${state.report}`;
  return {
    says: `${what} was handed over to ${nameOf(waits.to)} by ${nameOf(waits.by)} at ${sayClock(waits.happened)}, and that note waits to be read. Nothing was handed over.`,
    allows: `Ask ${nameOf(waits.to)} to read it, or ${nameOf(waits.by)} to give it to somebody else.`,
  };
}

/** What was seen is ahead of what stands: it is the number of something else, of the report say where its case is written to. */
function sayOfAnother({ of, state }: Folded): string {
  const what = of === "case" ? `case ${state.case}` : `report ${state.report}`;
  return `What you saw has another number: this is written in ${what}, which stands at ${state.number}. Nothing of yours is lost: look again there, then save.`;
}
