import type { Insertable, Transaction } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** Writes new letters and a row for each pack they announce. */
export async function insertLetters(
  tx: Transaction<IntakeTables>,
  letters: readonly Insertable<IntakeTables["intake_letter"]>[],
  uploads: readonly Insertable<IntakeTables["intake_upload"]>[],
): Promise<void> {
  await tx.insertInto("intake_letter").values(letters).execute();
  if (uploads.length > 0) await tx.insertInto("intake_upload").values(uploads).execute();
}
