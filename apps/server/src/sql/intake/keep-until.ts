import type { Transaction } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** Writes the last day of an item that the inside has; a day that was chosen before stays. */
export async function keepUntil(tx: Transaction<IntakeTables>, id: string, day: string): Promise<void> {
  await tx.updateTable("intake_letter").set({ kept_until: day }).where("id", "=", id).where("kept_until", "is", null).execute();
  await tx
    .updateTable("intake_upload")
    .set({ kept_until: day })
    .where("id", "=", id)
    .where("sha256", "is not", null)
    .where("kept_until", "is", null)
    .execute();
}
