import type { Instant } from "@unmask/core";
import type { ColumnType } from "kysely";

/**
 * The tables of migrations/case/0018-orders.sql, 0034-order-papers.sql, 0037-look-ahead.sql, 0041-proposed-acts.sql, 0042-refused-beginnings.sql,
 * 0045-worked-at.sql and 0046-typed-number.sql, as Kysely knows them.
 */

/** A time: an instant when read, ISO 8601 in UTC when written. */
type Time = ColumnType<Instant, string, string>;
type TimeOrNull = ColumnType<Instant | null, string | null, string | null>;

/** All tables of orders. */
export interface OrderTables {
  order_event: {
    force: string;
    order_id: string;
    number: number;
    kind: string;
    happened: Time;
    recorded: Time;
    by_whom: string;
    event: string;
  };
  order_view: {
    force: string;
    order_id: string;
    event: number;
    case_ref: string | null;
    stage: string;
    is_ours: boolean;
    subject: string;
    which: string | null;
    made_on: string | null;
    over_from: string | null;
    ahead: string;
    typed_number: string | null;
    shown: string;
    looks: string;
    rule_version: string;
    holds_until: TimeOrNull;
    worked_at: ColumnType<Instant, string, string>;
  };
  order_ahead: {
    force: string;
    order_id: string;
    nth: number;
    case_ref: string | null;
    line_group: string;
    kind: string;
    day: string | null;
    place: string;
    shown: string;
    stands_from: string;
    stands_through: string;
    is_open: boolean;
    is_made: boolean;
  };
  order_name: {
    force: string;
    order_id: string;
    part: string;
    case_ref: string | null;
  };
  order_duty: {
    force: string;
    order_id: string;
    nth: number;
    case_ref: string | null;
    rule: string;
    run_from: string;
    due: string | null;
    overdue_from: TimeOrNull;
    state: string;
    row_group: string;
    place: string;
    shown: string;
    holds_until: TimeOrNull;
  };
  order_paper: {
    force: string;
    order_id: string;
    nth: number;
    kind: string;
    form: string;
    exhibit: string;
    about: string;
    sha256: string;
    size: number;
    pages: number | null;
    template: string | null;
    kept: string;
    made: Time;
    by_whom: string;
  };
  order_proposal: {
    force: string;
    order_id: string;
    which: string;
    day: string;
    case_ref: string;
    acts: number;
    under: string;
    shown: string;
  };
  order_not_begun: {
    force: string;
    case_ref: string;
    refused_at: Time;
    officer: string;
    jurisdiction: string;
    subject: string;
    rule: string;
    section: string | null;
  };
  order_refusal: {
    force: string;
    order_id: string;
    refused_at: Time;
    officer: string;
    kind: string;
    rule: string;
    section: string | null;
    says: string;
  };
}
