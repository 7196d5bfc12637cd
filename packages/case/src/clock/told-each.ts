import type { Instant } from "@unmask/core";
import type { CaseState, CodeEvent } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { attemptsFor } from "../fold/tried.ts";

/** Whom something was told that a person is told of in time: of several people each is told by themselves. */

/** Whose reports: those of the case, and those that are read as one with them. */
export interface ToldPeople {
  readonly state: Pick<CaseState, "attempts" | "reports">;
  readonly reports: readonly ReportState[];
  readonly joined?: readonly ReportState[];
}

/** When the last of them was told; and, of several, whom nobody told yet. */
export interface ToldEach {
  readonly told?: Instant;
  readonly untold: readonly string[];
}

/** Who was told of it, and who was not. Whose report was sent to another force is told there. */
export function toldEach(event: CodeEvent, { state, reports, joined = [] }: ToldPeople): ToldEach {
  const all = [...reports, ...joined].filter(({ sentTo }) => sentTo === null);
  const written = earliest(event.tellings.map(({ happened }) => happened));
  if (all.length === 0) return { ...(written !== undefined && { told: written }), untold: [] };
  const each = all.map((one) => ({ report: one.report, told: toldAt(one, event, { state, isJoined: joined.includes(one) }) }));
  const untold = each.filter(({ told }) => told === undefined).map(({ report }) => report);
  if (untold.length > 0) return { untold: all.length === 1 ? [] : untold };
  const last = Math.max(...each.flatMap(({ told }) => told ?? [])); // bounded: reports of one case.
  const told = each.find((one) => one.told === last)?.told;
  return { ...(told !== undefined && { told }), untold: [] };
}

function toldAt(
  one: ReportState,
  { tellings, happened: since }: CodeEvent,
  { state, isJoined }: { readonly state: ToldPeople["state"]; readonly isJoined: boolean },
): Instant | undefined {
  const hasMailbox = one.door === "letter" || one.door === null;
  const written = tellings.filter(({ to }) => (to === undefined ? !isJoined : to === one.report));
  // What goes to one that is only read as one stands in its own report; where there is no mailbox a talk is all there can be.
  const tried = [...one.attempts, ...attemptsFor(one.report, state)].filter(({ happened, channel, outcome }) => {
    if (happened < since) return false;
    return outcome === "sent" ? isJoined && channel === "mailbox" : outcome === "reached" && !hasMailbox;
  });
  return earliest([...written, ...tried].map(({ happened }) => happened));
}

function earliest(all: readonly Instant[]): Instant | undefined {
  return all.toSorted((one, other) => one - other)[0];
}
