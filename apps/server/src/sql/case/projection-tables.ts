import type { Instant } from "@unmask/core";
import type { ColumnType } from "kysely";

/** The tables of migrations/case/0005-projections.sql, as Kysely knows them. */

/** A time: an instant when read, ISO 8601 in UTC when written. */
type Time = ColumnType<Instant, string, string>;
type TimeOrNull = ColumnType<Instant | null, string | null, string | null>;

/** All tables of what is worked out from events. */
export interface ProjectionTables {
  report_view: {
    force: string;
    report: string;
    event: number;
    joined_into: string | null;
    case_ref: string | null;
    officer: string | null;
    handed_to: string | null;
    handed: number | null;
  };
  queue_row: {
    force: string;
    report: string;
    place: number;
    opened: number;
    since: Time;
    number: number;
    row_group: string;
    is_alone: boolean;
    is_broken: boolean;
    officer: string | null;
    came: Time;
    case_ref: string | null;
    standing: string;
  };
  case_view: {
    force: string;
    case_ref: string;
    event: number;
    opened_at: Time;
    closed_at: TimeOrNull;
    is_danger: boolean;
    reports: number;
    handed_to: string | null;
    handed: number | null;
  };
}
