import { type Channel, type Instant, type Kind, civilFromDays, civilToIso, msPerMinute } from "@unmask/core";
import { londonDay } from "../clock/london.ts";
import { desk } from "../event.ts";
import type { CaseState } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { type LearnFacts, type ReportFact, waysAndMethods } from "./learn-facts.ts";

/** What is counted of reports and cases, by their events. */

/** What reading alone is, and what comes in by itself: neither is an action. */
const noAction: ReadonlySet<string> = new Set(["report-typed", "report-opened"]);

/** The month of an instant in London, "2026-10". */
export function monthOf(instant: Instant): string {
  const { year, month } = civilFromDays(londonDay(instant));
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

/** The civil day of an instant in London, "2026-10-03". */
export function civilDayOf(instant: Instant): string {
  return civilToIso(civilFromDays(londonDay(instant)));
}

/** What is counted of a report; undefined of one that is read as a part of another, or has not come. `acts`: without those of the person who reports. */
export function reportFact(
  { came, joinedInto, readIn, log }: ReportState,
  ofCase: Pick<CaseState, "offence"> | undefined,
  acts: Iterable<{ readonly kind: Kind; readonly channel: Channel }>,
): ReportFact | undefined {
  if (came === null || joinedInto !== null || readIn !== null) return undefined;
  const first = log.find(({ kind, by, happened }) => by !== desk && !noAction.has(kind) && happened >= came);
  const partner = ofCase?.offence?.formerPartner;
  return {
    month: monthOf(came),
    about: partner === "yes" ? "former-partner" : partner === "no" ? "somebody-else" : "not-known",
    ...waysAndMethods(acts),
    firstAction: first === undefined ? null : Math.floor((first.happened - came) / msPerMinute),
  };
}

/** Why a case closed, and when; undefined of one that is open. */
export function outcomeFact({ closed, proposal }: CaseState): LearnFacts["outcomes"][number] | undefined {
  return closed === null || proposal === null ? undefined : { month: monthOf(closed.happened), why: proposal.choice };
}
