import { type Instant, instantToIso } from "@unmask/core";
import { type RawBuilder, type Selectable, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import { timeOf } from "./items.ts";

/** The statement by which what goes out takes its turn: messages to a mailbox, letters to another force. */

type Outgoing = "mailbox_reply" | "handed_on";

/** When a row is due. */
export interface Turn {
  readonly now: Instant;
  /** A row that is due later than this was written by a clock that ran ahead, and does not wait until that time comes. */
  readonly latest: Instant;
  /** When it is tried again, by how often it was tried. */
  readonly until: (tries: number) => Instant;
}

/** Takes the row that has been due longest and for which `mayGo` holds, and puts its next turn off: nobody else takes it before. */
export async function takeDue<Table extends Outgoing>(
  tx: Transaction<CaseTables>,
  { table, force, mayGo = sql<boolean>`true` }: { readonly table: Table; readonly force: string; readonly mayGo?: RawBuilder<boolean> },
  { now, latest, until }: Turn,
): Promise<Selectable<CaseTables[Table]> | undefined> {
  const { rows } = await sql<Selectable<CaseTables[Table]> & { readonly id: string; readonly tries: number }>`
    select * from ${sql.table(table)} as due
    where force = ${force} and (due_at <= ${timeOf(now)} or due_at > ${timeOf(latest)}) and ${mayGo}
    order by due_at, made_at limit 1 for update skip locked`.execute(tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const tries = row.tries + 1;
  await sql`update ${sql.table(table)} set tries = ${tries}, due_at = ${instantToIso(until(tries))}
    where force = ${force} and id = ${row.id}`.execute(tx);
  return { ...row, tries };
}
