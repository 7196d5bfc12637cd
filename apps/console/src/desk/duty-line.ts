import { type ReadValue, count, object, oneOf, text } from "@unmask/core";
import { instant } from "./instant.ts";

/** Something that is due, was done or is late, with its civil day and its rule. */
export interface DutyLine {
  readonly id: string;
  readonly says: string;
  readonly since: string;
  readonly state: (typeof dutyStates)[number];
  /** `2026-11-24`: due at the end of that day. */
  readonly dueBy?: string;
  readonly why: string;
  /** The report that it is due of; absent: it is due of the case. */
  readonly report?: string;
}

/** How a duty stands (docs/formats/clock.md). */
const dutyStates = ["met", "met-late", "due", "overdue", "no-figure", "cannot-be-worked-out", "open"] as const;

/** Reads a duty. */
export const dutyLine: ReadValue<DutyLine> = object(({ must, may }) => {
  may("overdueFrom", instant);
  must("from", count);
  return {
    id: must("id", text),
    says: must("says", text),
    since: must("since", text),
    state: must("state", oneOf(dutyStates)),
    ...may("dueBy", text),
    why: must("why", text),
    ...may("report", text),
  };
});
