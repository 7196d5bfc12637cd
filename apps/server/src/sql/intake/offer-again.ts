import type { Transaction } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** Lets everything that still lies here be taken once more: nothing of it has a last day any longer. How many letters and packs these are. */
export async function offerAgain(tx: Transaction<IntakeTables>): Promise<number> {
  const letters = await tx.updateTable("intake_letter").set({ kept_until: null }).where("kept_until", "is not", null).executeTakeFirst();
  const packs = await tx.updateTable("intake_upload").set({ kept_until: null }).where("kept_until", "is not", null).executeTakeFirst();
  return Number(letters.numUpdatedRows + packs.numUpdatedRows);
}
