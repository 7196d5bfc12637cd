import type { Kysely, Selectable } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** The upload of a token, or the one with an id; undefined when there is none. */
export async function findUpload(
  tx: Kysely<IntakeTables>,
  by: { readonly tokenHash: string } | { readonly id: string },
): Promise<Selectable<IntakeTables["intake_upload"]> | undefined> {
  const all = tx.selectFrom("intake_upload").selectAll();
  const found = "id" in by ? all.where("id", "=", by.id) : all.where("token_hash", "=", by.tokenHash);
  return found.executeTakeFirst();
}
