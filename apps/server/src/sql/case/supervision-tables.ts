import type { Instant } from "@unmask/core";
import type { ColumnType } from "kysely";

/** The tables of migrations/case/0040-supervision.sql, as Kysely knows them. */

/** A time: an instant when read, ISO 8601 in UTC when written. */
type Time = ColumnType<Instant, string, string>;

/** Samples that were drawn, and what their checks came to. */
export interface SupervisionTables {
  dip_draw: {
    force: string;
    number: number;
    rule: string;
    seed: string;
    from_day: string;
    numbers: string;
    drawn: string;
    by_whom: string;
    drawn_at: Time;
  };
  dip_check: {
    force: string;
    draw: number;
    nth: number;
    subject_of: string;
    subject: string;
    case_ref: string | null;
    found: string;
    says: string;
    by_whom: string;
    checked_at: Time;
  };
}
