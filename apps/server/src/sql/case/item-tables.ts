import type { Instant } from "@unmask/core";
import type { ColumnType } from "kysely";

/** The tables of migrations/case/0003-items.sql, as Kysely knows them. */

/** A time: an instant when read, ISO 8601 in UTC when written. */
type Time = ColumnType<Instant, string, string>;
type TimeOrNull = ColumnType<Instant | null, string | null, string | null>;
type Json = ColumnType<unknown, string, string>;

/** All tables of what came in. */
export interface ItemTables {
  item: {
    force: string;
    id: string;
    number: number;
    kind: string;
    letter: string;
    size: number;
    sha256: string;
    taken_at: Time;
    state: string;
    reason: string | null;
    why: string | null;
    report: string | null;
    place: number | null;
    made_sha256: string | null;
    overall: string | null;
    told: string | null;
    statement: string | null;
    due_at: TimeOrNull;
    tries: number;
  };
  item_verdict: { force: string; item: string; nth: number; path: string; verdict: string; why: string };
  item_exhibit: {
    force: string;
    item: string;
    nth: number;
    number: string;
    path: string | null;
    name: string | null;
    verdict: string | null;
    size: number;
    acts: number;
    grades: Json;
  };
  item_finding: {
    force: string;
    item: string;
    nth: number;
    pattern: string;
    agreement: string;
    hers: string | null;
    here: string | null;
    why: string | null;
  };
  report_act: {
    force: string;
    report: string;
    item: string;
    ordinal: number;
    act_id: string;
    kind: string;
    channel: string;
    grade: string;
    earliest: Time;
    latest: Time;
    from_kind: string;
    from_normal: string;
    from_name: string | null;
    body: string | null;
    exhibits: Json;
    agreement: string;
    act: string;
    whose: string | null;
  };
  report: {
    force: string;
    id: string;
    letter: string;
    lookup: string | null;
    recipient: string | null;
    received_at: Time;
  };
  report_place: { force: string; report: string; case_ref: string | null };
  letter: {
    force: string;
    id: string;
    report: string;
    kind: string;
    lookup: string;
    recipient: string;
    packs: Json;
    words: string;
  };
  case_event: {
    force: string;
    stream_of: string;
    stream: string;
    number: number;
    kind: string;
    happened: Time;
    recorded: Time;
    by_whom: string;
    event: string;
  };
  ident_posting: {
    force: string;
    bucket: number;
    key: string;
    kind: string;
    report: string;
    known: string;
    first_use: TimeOrNull;
    last_use: TimeOrNull;
  };
  mailbox_reply: {
    force: string;
    id: string;
    lookup: string;
    recipient: string;
    number: number;
    message: string;
    weeks: number;
    made_at: Time;
    due_at: TimeOrNull;
    tries: number;
    sent_at: TimeOrNull;
  };
  next_number: { force: string; kind: string; next: number };
}
