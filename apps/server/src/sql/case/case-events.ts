import { type CaseEvent, type Stream, eventToJson, parseEvent } from "@unmask/case";
import { instantToIso } from "@unmask/core";
import { type Kysely, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the events of reports and cases: they are added and read, never changed and never taken away. */

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 500;

/** The events of some reports or cases, those of one in order of their number. A stream without events is not there. */
export async function readStreams(
  db: Kysely<CaseTables>,
  force: string,
  { of, ids }: { readonly of: Stream["of"]; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, readonly CaseEvent[]>> {
  const streams = new Map<string, CaseEvent[]>();
  for (let from = 0; from < ids.length; from += rowsAtOnce) {
    const rows = await db
      .selectFrom("case_event")
      .select(["stream", "event"])
      .where("force", "=", force)
      .where("stream_of", "=", of)
      .where("stream", "in", ids.slice(from, from + rowsAtOnce))
      .orderBy("stream", (order) => order.collate("C").asc())
      .orderBy("number")
      .execute();
    for (const { stream, event } of rows) {
      const events = streams.get(stream);
      if (events) events.push(eventOf(event));
      else streams.set(stream, [eventOf(event)]);
    }
  }
  return streams;
}

/** The events of one report or case, in order. */
export async function readStream(db: Kysely<CaseTables>, force: string, { of, id }: Stream): Promise<readonly CaseEvent[]> {
  return (await readStreams(db, force, { of, ids: [id] })).get(id) ?? [];
}

/** Each parting from one of these reports of what was read as one with it: few of all events, by an index of their own. */
export async function partingsFrom(db: Kysely<CaseTables>, force: string, reports: readonly string[]): Promise<readonly CaseEvent[]> {
  const rows = await db
    .selectFrom("case_event")
    .select("event")
    .where("force", "=", force)
    // Written out, so that the index is used.
    .where(sql<boolean>`kind = 'report-parted'`)
    .where(sql<boolean>`event::jsonb -> 'body' ->> 'from' = any(${reports}::text[])`)
    .orderBy("stream", (order) => order.collate("C").asc())
    .orderBy("number")
    .execute();
  return rows.map(({ event }) => eventOf(event));
}

/** Adds events. A number that is taken already is refused by the table: of two that saw the same, one comes through. */
export async function putEvents(tx: Transaction<CaseTables>, force: string, events: readonly CaseEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += rowsAtOnce) {
    const rows = events.slice(from, from + rowsAtOnce).map((event) => ({
      force,
      stream_of: event.stream.of,
      stream: event.stream.id,
      number: event.number,
      kind: event.kind,
      happened: instantToIso(event.happened),
      recorded: instantToIso(event.recorded),
      by_whom: event.by,
      event: eventToJson(event),
    }));
    await tx.insertInto("case_event").values(rows).execute();
  }
}

/** Names of the streams of one sort after a name, in order: a page. */
export async function streamsAfter(
  db: Kysely<CaseTables>,
  force: string,
  { of, after, limit }: { readonly of: Stream["of"]; readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("case_event")
    .select("stream")
    .where("force", "=", force)
    .where("stream_of", "=", of)
    .where("number", "=", 1)
    .where(sql<string>`stream collate "C"`, ">", after)
    .orderBy("stream", (order) => order.collate("C").asc())
    .limit(limit)
    .execute();
  return rows.map(({ stream }) => stream);
}

function eventOf(written: string): CaseEvent {
  const value: unknown = JSON.parse(written);
  const event = parseEvent(value);
  if (!event.ok) throw new Error(`an event in the database is damaged: ${event.error}`);
  return event.value;
}
