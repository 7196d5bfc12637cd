import type { Instant } from "@unmask/core";
import type { ColumnType } from "kysely";

/** The tables of migrations/case/0006-links-and-looks.sql, as Kysely knows them. */

/** A time: an instant when read, ISO 8601 in UTC when written. */
type Time = ColumnType<Instant, string, string>;
type TimeOrNull = ColumnType<Instant | null, string | null, string | null>;
type Json = ColumnType<unknown, string, string>;

/** All tables of links, looks and classifications. */
export interface LinkTables {
  link_pair: {
    force: string;
    id: string;
    one: string;
    other: string;
    stream_one: string;
    stream_other: string;
    keys: Json;
    answer: string | null;
    decided_by: string | null;
    again: TimeOrNull;
    made_at: Time;
  };
  case_look: { force: string; case_ref: string; officer: string; since: TimeOrNull; last: Time };
  case_class: { force: string; word: string; case_ref: string };
}
