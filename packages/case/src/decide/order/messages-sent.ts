import type { Instant } from "@unmask/core";
import type { CaseEvent } from "../../event.ts";

/** Words that went to the mailbox of a report. */
export interface MessageSent {
  /** Number of the event in the case. */
  readonly number: number;
  readonly report: string;
  readonly happened: Instant;
}

/** What a case sent by mailbox; what names no report went to each of them. */
export function messagesSent(events: readonly CaseEvent[], reports: readonly string[]): readonly MessageSent[] {
  return events.flatMap((event): readonly MessageSent[] =>
    reportsOf(event, reports).map((report) => ({ number: event.number, report, happened: event.happened })),
  );
}

function reportsOf(event: CaseEvent, all: readonly string[]): readonly string[] {
  switch (event.kind) {
    case "update-written":
    case "asked-her":
      return event.body.to === undefined ? all : [event.body.to];
    case "contact-attempted":
      return event.body.channel === "mailbox" && event.body.outcome === "sent" ? (event.body.reports ?? all) : [];
    default:
      return [];
  }
}
