import type { Transaction, Updateable } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** Writes what became of an upload. */
export async function updateUpload(
  tx: Transaction<IntakeTables>,
  tokenHash: string,
  now: Updateable<IntakeTables["intake_upload"]>,
): Promise<void> {
  await tx.updateTable("intake_upload").set(now).where("token_hash", "=", tokenHash).execute();
}
