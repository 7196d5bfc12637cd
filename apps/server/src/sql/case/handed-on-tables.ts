import type { Instant } from "@unmask/core";
import type { ColumnType } from "kysely";

/** The table of migrations/case/0012-handed-on.sql, as Kysely knows it. */

type Time = ColumnType<Instant, string, string>;
type TimeOrNull = ColumnType<Instant | null, string | null | undefined, string | null>;
type Json = ColumnType<unknown, string, string>;
type JsonOrNull = ColumnType<unknown, string | null | undefined, string | null>;
type TextOrNull = ColumnType<string | null, string | null | undefined, string | null>;

/** Letters on their way to another force. */
export interface HandedOnTables {
  handed_on: {
    force: string;
    id: string;
    report: string;
    letter: string | null;
    items: Json;
    kind: string;
    to_force: string;
    to_name: string;
    identity: string;
    recipient: string;
    lookup: string;
    made_at: Time;
    packs: JsonOrNull;
    left_out: JsonOrNull;
    sent_at: TimeOrNull;
    carried: number;
    reference: TextOrNull;
    due_at: TimeOrNull;
    tries: number;
  };
}
