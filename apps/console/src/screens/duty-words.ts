import type { Instant } from "@unmask/core";
import type { Place } from "../address/place.ts";
import type { CasePage } from "../desk/case-page.ts";
import type { DutyLine } from "../desk/duty-line.ts";
import { daysUntil, sayCivilDay } from "../parts/civil-day.ts";

/** The word at the left of a duty. */
export interface DutyWord {
  readonly says: string;
  /** Mind this: it is late, or it is due tomorrow. */
  readonly isMind: boolean;
}

/** "Overdue", "Today", "Tomorrow", "Due", "Open", "No figure", "Count by hand". */
export function dutyWord({ state, dueBy }: DutyLine, now: Instant): DutyWord {
  switch (state) {
    case "overdue":
      return { says: "Overdue", isMind: true };
    case "due": {
      const left = dueBy === undefined ? undefined : daysUntil(dueBy, now);
      return left === 0
        ? { says: "Today", isMind: false }
        : left === 1
          ? { says: "Tomorrow", isMind: true }
          : { says: "Due", isMind: false };
    }
    case "open":
      return { says: "Open", isMind: false };
    case "no-figure":
      return { says: "No figure", isMind: false };
    case "cannot-be-worked-out":
      return { says: "Count by hand", isMind: true };
    case "met":
      return { says: "Done", isMind: false };
    case "met-late":
      return { says: "Done late", isMind: false };
  }
}

/** The day below the word: that at whose end it is due, or was. What has none says from when it counts, and that this is no day on which it is due. */
export function dutyDay({ state, dueBy, since }: DutyLine): string {
  if (dueBy === undefined) return `from ${since}`;
  return state === "overdue" ? `since ${sayCivilDay(dueBy)}` : sayCivilDay(dueBy);
}

/** "by end of Tue 24 Nov 2026, counted from Mon 23 Nov 2026: Victims’ Code, 1 working day": never a day without its rule, and each says which it is. */
export function dutyRule({ dueBy, since, why }: DutyLine): string {
  if (dueBy === undefined) return why;
  const from = why.includes(since) ? "" : `, counted from ${since}`;
  return `by end of ${sayCivilDay(dueBy)}${from}: ${why}`;
}

/** "Overdue 2, due next 1": the heading over what is still to be done. */
export function sayDuties(duties: readonly DutyLine[]): string {
  const late = duties.filter(({ state }) => state === "overdue").length;
  const next = duties.filter(({ state }) => !["overdue", "met", "met-late"].includes(state)).length;
  if (late + next === 0) return "Nothing is due";
  if (late === 0) return `Due next ${next}`;
  return next === 0 ? `Overdue ${late}` : `Overdue ${late}, due next ${next}`;
}

/** The reports of a case by their numbers, the oldest first. */
interface WithReports {
  readonly reports: readonly { readonly report: string }[];
}

/** What is pressed to do a duty, and where that is done: "Decide", "Write", "Assess". */
export function whereDone(
  { id, report: dueOf }: Pick<DutyLine, "id" | "report">,
  page: Pick<CasePage, "case"> & WithReports,
): { readonly says: string; readonly to: Place } {
  const part = (says: string, name: "decisions" | "updates") => ({ says, to: { screen: "case", case: page.case, part: name } }) as const;
  if (id === "order-considered") return part("Decide", "decisions");
  if (id === "why-not-stalking") return part("Answer", "decisions");
  const of = page.reports.find(({ report }) => report === dueOf) ?? page.reports.at(-1);
  // A referral is written of where the person said whether others may be told.
  if (id === "refer" && of) return { says: "Write of it", to: { screen: "report", reference: of.report } };
  if (id === "referral-contact") return { says: "See it", to: { screen: "case", case: page.case, part: "referrals" } };
  if (id === "risk-prompts") return { says: "Assess", to: assessPlace(page) };
  return part("Write", "updates");
}

/** Where a case is assessed: its own prompts, whichever report something came in. */
export function assessPlace(page: Pick<CasePage, "case">): Place {
  return { screen: "case", case: page.case, part: "risk" };
}
