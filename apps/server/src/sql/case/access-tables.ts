import type { Instant } from "@unmask/core";
import type { ColumnType } from "kysely";

/** The tables of migrations/case/0001-officers-and-log.sql, as Kysely knows them. */

/** A time: an instant when read, ISO 8601 in UTC when written. */
type Time = ColumnType<Instant, string, string>;
type TimeOrNull = ColumnType<Instant | null, string | null, string | null>;
type Json = ColumnType<unknown, string, string>;
type JsonOrNull = ColumnType<unknown, string | null, string | null>;

/** All tables of access and log. */
export interface AccessTables {
  officer: {
    id: string;
    force: string;
    name: string;
    role: string;
    made_at: Time;
    made_by: string;
    left_at: TimeOrNull;
    sign_in_name: ColumnType<string | null, string | null | undefined, string | null>;
    sign_in_issuer: ColumnType<string | null, undefined, string | null>;
    sign_in_subject: ColumnType<string | null, undefined, string | null>;
    team: ColumnType<string | null, string | null | undefined, string | null>;
  };
  enrolment: { hash: string; officer: string; made_at: Time; until: Time; used_at: TimeOrNull };
  passkey: {
    id: string;
    officer: string;
    public_key: Uint8Array;
    counter: number;
    label: string;
    made_at: Time;
    used_at: TimeOrNull;
  };
  ceremony: { id: string; kind: string; challenge: string; officer: string | null; until: Time };
  session: {
    hash: string;
    officer: string;
    passkey: string;
    role: string;
    duty_words: string;
    started_at: Time;
    seen_at: Time;
    locked_at: TimeOrNull;
    ends_at: Time;
  };
  case_member: { force: string; case_ref: string; officer: string; added_at: Time; added_by: string };
  case_barred: {
    force: string;
    case_ref: string;
    officer: string;
    barred_by: ColumnType<string | null, string | undefined, string>;
    barred_at: ColumnType<Instant | null, string | undefined, string>;
    words: ColumnType<string | null, string | undefined, string>;
  };
  audit_question: {
    id: string;
    force: string;
    number: number;
    officer: string;
    asked_by: string;
    asked_at: Time;
    words: string;
    answered_at: ColumnType<Instant | null, string | undefined, string>;
    answer: ColumnType<string | null, string | undefined, string>;
    closed_at: ColumnType<Instant | null, string | undefined, string>;
    outcome: ColumnType<string | null, string | undefined, string>;
    closing: ColumnType<string | null, string | undefined, string>;
  };
  report_place: { force: string; report: string; case_ref: string | null };
  opening: {
    id: string;
    force: string;
    case_ref: string;
    officer: string;
    words: string;
    told_by: string | null;
    told: string;
    opened_at: Time;
    until: Time;
    closed_at: TimeOrNull;
    reviewed_by: string | null;
    reviewed_at: TimeOrNull;
    verdict: string | null;
    review: JsonOrNull;
  };
  force_setting: { force: string; name: string; value: string };
  force_law: {
    force: string;
    number: number;
    about: string;
    from_day: string;
    value: string;
    says: string;
    confirmed_by: string;
    confirmed_on: string;
    by_whom: string;
    recorded: Time;
  };
  access_waiting: {
    id: string;
    force: string;
    draft: string;
    words: string;
    salt: string;
    typed: string | null;
    typed_salt: string | null;
  };
  access_log: {
    number: number;
    entry: string;
    hash: string;
    words: string | null;
    salt: string | null;
    typed: string | null;
    typed_salt: string | null;
    at: Time;
    op: string;
    what: string;
    actor: string;
    report: string | null;
    case_ref: string | null;
    person: string | null;
    task: string | null;
    result: string;
  };
  access_proof: { item: string; number: number; proof: string };
  access_head: { force: string; size: number; last: string; peaks: Json; checkpoint: string; term: number };
  access_checkpoint: { force: string; size: number; at: Time; note: string };
}
