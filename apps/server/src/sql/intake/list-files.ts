import type { Kysely } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** The name of every file that a row speaks of, and of each upload its bucket and whether it is complete. */
export async function listFiles(tx: Kysely<IntakeTables>): Promise<{
  readonly letters: readonly string[];
  readonly uploads: readonly { readonly id: string; readonly bucket: number; readonly isComplete: boolean }[];
}> {
  const letters = await tx.selectFrom("intake_letter").select("file").execute();
  const uploads = await tx.selectFrom("intake_upload").select(["id", "bucket", "sha256"]).where("id", "is not", null).execute();
  return {
    letters: letters.map(({ file }) => file),
    uploads: uploads.flatMap(({ id, bucket, sha256 }) => (id === null ? [] : [{ id, bucket, isComplete: sha256 !== null }])),
  };
}
