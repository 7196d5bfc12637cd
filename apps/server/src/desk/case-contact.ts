import { type CaseState, type ReportState, type Unanswered, desk, unansweredOf } from "@unmask/case";
import type { Instant } from "@unmask/core";
import type { MailboxMessage } from "@unmask/submission";
import { sayUnopened } from "@unmask/words";
import type { FoundCase } from "./find-case.ts";
import { notedOf } from "./noted.ts";

/** What went between the person and the force, over a case and all its reports: what stands in a report is the case's, whoever wrote it and when. */

type Found = Pick<FoundCase, "state" | "reports" | "joined">;

/** What the person wrote and nobody has answered, in order. */
export function unansweredShown({ state, reports, joined }: Found) {
  return unansweredOf(state, reports, joined).map(shownOf);
}

function shownOf({ report, happened, says, isDoubted }: Unanswered) {
  return { report, happened, ...(says !== undefined && { says }), ...(isDoubted === true && { isDoubted }) };
}

/** Every attempt to reach the person in some cases and reports, the newest first; `of`: in which. */
export function attemptsIn(all: readonly (CaseState | ReportState)[], nameOf: (officer: string) => string) {
  return notedIn(all, nameOf)
    .flatMap(({ of, noted }) => noted.attempts.map((one) => ({ of, ...one })))
    .sort((one, other) => other.at - one.at);
}

/** Every act that falls on an order in some cases and reports, the newest first; `of`: in which it was written, and is withdrawn. */
export function breachesIn(all: readonly (CaseState | ReportState)[], nameOf: (officer: string) => string) {
  return notedIn(all, nameOf)
    .flatMap(({ of, noted }) => noted.breaches.map((one) => ({ of, ...one })))
    .sort((one, other) => other.at - one.at);
}

function notedIn(all: readonly (CaseState | ReportState)[], nameOf: (officer: string) => string) {
  return all.map((one) => ({ of: "report" in one ? one.report : one.case, noted: notedOf(one, nameOf) }));
}

/** A message that was put down for a mailbox, and whether the intake has it. */
export interface PutDown {
  readonly message: MailboxMessage;
  readonly made: Instant;
  readonly isSent: boolean;
}

/** One line of what went either way. */
interface ThreadShown {
  /** The case, or the report in which it stands. */
  readonly of: string;
  readonly number: number;
  readonly from: "her" | "force" | "machine";
  readonly says: string;
  readonly asks: boolean;
  readonly answered?: number;
  /** It waits for an answer. */
  readonly isOpen: boolean;
  readonly by: string;
  readonly happened: Instant;
  /** In which report the person wrote it, where the line is of the case. */
  readonly report?: string;
  /** To the mailbox of which report it went. */
  readonly to?: string;
  /** It waits here to be sent. */
  readonly waits?: true;
  /** What it is not, where an officer could take it for that. */
  readonly note?: string;
}

/** What stands where words would, when a pack came and nothing was said. */
const withoutWords = "[A pack without words]";

/**
 * All that went between the person and the force, in order: in the case, in its reports before they were in it, and what the machine answered by
 * itself. What goes to a mailbox about a report of others is not theirs to read.
 */
export function threadOf(found: Found, putDown: readonly PutDown[]): readonly ThreadShown[] {
  const { state, joined } = found;
  const reports = [...found.reports, ...joined];
  const open = new Set(unansweredOf(state, found.reports, joined).map(({ happened }) => happened));
  const ofCase = state.thread.map((one): ThreadShown => ({
    ...one,
    of: state.case,
    ...(one.from === "her" && writtenIn(one.happened, reports)),
    isOpen: one.from === "her" ? open.has(one.happened) : one.asks && one.answered === undefined,
  }));
  const hers = new Set(state.thread.filter(({ from }) => from === "her").map(({ happened }) => happened));
  const ofReports = reports.flatMap(({ report: of, wrote, attempts }): readonly ThreadShown[] => [
    ...wrote
      .filter(({ happened }) => !hers.has(happened))
      .map(({ number, happened, by, says = withoutWords }): ThreadShown => ({
        of,
        number,
        from: "her",
        says,
        asks: true,
        isOpen: open.has(happened),
        by,
        happened,
      })),
    ...attempts.flatMap(({ channel, outcome, number, happened, by, says }): readonly ThreadShown[] =>
      channel === "mailbox" && outcome === "sent" && says !== undefined
        ? [{ of, number, from: "force", says, asks: false, isOpen: false, by, happened }]
        : [],
    ),
  ]);
  const byItself = putDown.flatMap((one) => byMachine(one, reports));
  return [...ofCase, ...ofReports, ...byItself].sort((one, other) => one.happened - other.happened);
}

function writtenIn(happened: Instant, reports: readonly ReportState[]): { readonly report?: string } {
  const found = reports.find(({ wrote }) => wrote.some((one) => one.happened === happened));
  return found === undefined ? {} : { report: found.report };
}

/** What the machine answers by itself, in the words of the person's pages; what officers wrote stands in the events. */
function byMachine({ message, made, isSent }: PutDown, reports: readonly ReportState[]): readonly ThreadShown[] {
  const says = machineSays(message);
  const to = reports.find(({ report, packs }) =>
    message.kind === "acknowledgement"
      ? message.reference === report
      : (message.kind === "proof" || message.kind === "unopened") && packs.some(({ sha256 }) => sha256 === message.sha256),
  );
  if (says === undefined || to === undefined) return [];
  const line: ThreadShown = {
    of: to.report,
    number: message.number,
    from: "machine",
    says,
    asks: false,
    isOpen: false,
    by: desk,
    happened: made,
  };
  const note = message.kind === "acknowledgement" && { note: noAcknowledgement };
  return [{ ...line, ...note, ...(!isSent && { waits: true }) }];
}

/** docs/formats/clock.md: why what the machine answers does not meet the duty. */
const noAcknowledgement = "The Victims’ Code asks for more: a crime reference, and whom to ask, in the words of an officer.";

function machineSays(message: MailboxMessage): string | undefined {
  switch (message.kind) {
    case "acknowledgement":
      return `Your reference is ${message.reference}. ${message.contact}`;
    case "proof":
      return `The pack whose fingerprint begins ${message.sha256.slice(0, 8)} is in our log, and this is the proof.`;
    case "unopened":
      return sayUnopened(message.reason);
    case "update":
    case "question":
      return undefined;
  }
}
