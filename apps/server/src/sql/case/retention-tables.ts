import type { Instant } from "@unmask/core";
import type { ColumnType } from "kysely";

/** The tables of migrations/case/0036-retention.sql and 0038-losses.sql, as Kysely knows them. */

/** A time: an instant when read, ISO 8601 in UTC when written. */
type Time = ColumnType<Instant, string, string>;

/** All tables of keeping and erasing. */
export interface RetentionTables {
  retention_rule: {
    force: string;
    number: number;
    class: string;
    months: number;
    from_day: string;
    says: string;
    set_by: string;
    recorded: Time;
  };
  retention_event: {
    force: string;
    subject_of: string;
    subject: string;
    number: number;
    kind: string;
    event: string;
    case_ref: string | null;
  };
  erased: { force: string; subject_of: string; subject: string; erased_at: Time; line: string };
  erased_item: { force: string; item: string };
  loss_event: { force: string; loss: string; number: number; kind: string; event: string };
}
