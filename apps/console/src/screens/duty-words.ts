import type { Instant } from "@unmask/core";
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

/** "by end of Tue 24 Nov 2026: Victims’ Code, 1 working day": never a day without its rule. */
export function dutyRule({ dueBy, why }: DutyLine): string {
  return dueBy === undefined ? why : `by end of ${sayCivilDay(dueBy)}: ${why}`;
}

/** "Overdue 2, due next 1": the heading over what is still to be done. */
export function sayDuties(duties: readonly DutyLine[]): string {
  const late = duties.filter(({ state }) => state === "overdue").length;
  const next = duties.filter(({ state }) => !["overdue", "met", "met-late"].includes(state)).length;
  if (late + next === 0) return "Nothing is due";
  return [late > 0 ? `Overdue ${late}` : "", next > 0 ? `due next ${next}` : ""].filter((part) => part !== "").join(", ");
}
