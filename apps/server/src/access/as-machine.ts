import type { Instant } from "@unmask/core";
import type { Transaction } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { askFor } from "../sql/case/membership.ts";

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
