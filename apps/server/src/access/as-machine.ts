import type { Instant } from "@unmask/core";
import type { Transaction } from "kysely";
import type { Database } from "../ports/database.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { askAsMachine, askFor } from "../sql/case/membership.ts";

/** A database in which every transaction is the machine's own: taking in, opening, answering, numbering. Nobody reads beside a transaction. */
export type MachineRows = Pick<Database<CaseTables>, "transaction">;

/** A transaction of the machine's own work, for nobody who looks at a screen. */
export function machineTransaction<T>(database: MachineRows, work: (tx: Transaction<CaseTables>) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    await askAsMachine(tx);
    return work(tx);
  });
}

/** The same database for work that is all the machine's own. */
export function machineRows(database: MachineRows): MachineRows {
  return { transaction: (work) => machineTransaction(database, work) };
}

/** For whom a transaction asks, and when. */
export interface Asking {
  readonly officer: { readonly id: string };
  readonly now: Instant;
}

/**
 * Asks something as the force's machine, which row-level security hides nothing from, and goes back to asking for the officer. What comes of it
 * goes to the screen only as far as the route's own rule says.
 */
export async function asMachine<T>(tx: Transaction<CaseTables>, { officer, now }: Asking, ask: () => Promise<T>): Promise<T> {
  await askFor(tx, "unmask", now);
  const answer = await ask();
  await askFor(tx, officer.id, now);
  return answer;
}
