import type { Instant } from "@unmask/core";
import { type RefusedDraft, jurisdictionNames } from "@unmask/case";
import type { Kysely } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { notBegunSince } from "../sql/case/order-refusals.ts";
import { addDaysToCivil, civilDay } from "./civil-day.ts";
import { deskLawOfOrders } from "./order-laws.ts";

/** What somebody would have begun where the law has no such order, as lists show it: whom it was against, and what exists there. */

/** Days for which it stays in sight, and how many of them a list shows: it has no clock by which it would go. */
const shownDays = 180;
const mostShown = 50;

/** One of them, with its case for the log. */
export interface NotBegun extends RefusedDraft {
  readonly case: string;
}

/** Those that this officer sees, the newest first; of two tries against one person in one case the newer. */
export async function notBegunShown(db: Kysely<CaseTables>, force: string, now: Instant): Promise<readonly NotBegun[]> {
  const rows = await notBegunSince(db, force, { since: addDaysToCivil(civilDay(now), -shownDays), limit: mostShown });
  const newest = rows.filter((row, i) => rows.findIndex((one) => one.case_ref === row.case_ref && one.subject === row.subject) === i);
  const { without } = deskLawOfOrders("EW");
  return newest.flatMap((row): readonly NotBegun[] => {
    const none = without.find(({ code }) => code === row.jurisdiction);
    if (none === undefined) return [];
    return [
      {
        case: row.case_ref,
        subject: row.subject,
        day: civilDay(row.refused_at),
        jurisdiction: jurisdictionNames[none.code],
        instead: none.instead.map(({ says, act, section }) => `${says} ${act === undefined ? section : `${act}, ${section}`}.`),
      },
    ];
  });
}
