import { instantFromIso, instantToIso } from "@unmask/core";
import { type Kysely, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import { type QueueMark, type QueueReader, mostDangers, seen } from "./queue-rows.ts";

/** Statements about what has come into the queue since somebody looked: numbers of rows, and nothing of what stands in them. */

/** How many rows are new since a mark, how many of those that stood there were written to again, and how many are in danger that were not. */
export interface QueueNews {
  readonly fresh: number;
  readonly again: number;
  readonly danger: number;
}

/** What came since a mark. */
export async function newsSince(db: Kysely<CaseTables>, reader: QueueReader, { newest, came, dangers }: QueueMark): Promise<QueueNews> {
  const isAgain = came === null ? sql<boolean>`true` : sql<boolean>`came > ${instantToIso(came)}::timestamptz`;
  return seen(db, reader)
    .select((of) => [
      of.fn.countAll<number>().filterWhere("number", ">", newest).as("fresh"),
      of.fn.countAll<number>().filterWhere("number", "<=", newest).filterWhere("opened", "=", 0).filterWhere(isAgain).as("again"),
      of.fn
        .countAll<number>()
        .filterWhere("row_group", "=", "danger")
        // An empty list is not SQL; no report has the number 0.
        .filterWhere("number", "not in", [0, ...dangers])
        .as("danger"),
    ])
    .executeTakeFirstOrThrow();
}

/** The mark as it goes over the wire: `NEWEST.CAME.DANGER-DANGER`; `none` where nothing is unread. */
export function sayMark({ newest, came, dangers }: QueueMark): string {
  return [newest, came === null ? "none" : instantToIso(came).replace(".", "_"), dangers.join("-")].join(".");
}

/** Reads a mark; undefined for what is none. */
export function parseMark(written: string): QueueMark | undefined {
  const parts = /^(\d{1,9})\.(none|[0-9TZ:_-]{20,30})\.((?:\d{1,9}(?:-\d{1,9})*)?)$/.exec(written);
  if (parts === null) return undefined;
  const [, newest, said = "none", dangers = ""] = parts;
  const came = said === "none" ? null : instantFromIso(said.replace("_", "."));
  if (came === undefined) return undefined;
  const numbers = dangers === "" ? [] : dangers.split("-").slice(0, mostDangers).map(Number);
  return { newest: Number(newest), came, dangers: numbers };
}
