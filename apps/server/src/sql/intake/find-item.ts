import type { Kysely } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** The file and size of a letter or of a complete pack; undefined when there is none. */
export async function findItem(
  db: Kysely<IntakeTables>,
  id: string,
): Promise<{ readonly file: string; readonly size: number } | undefined> {
  const letter = await db.selectFrom("intake_letter").select(["file", "size"]).where("id", "=", id).executeTakeFirst();
  if (letter) return letter;
  const pack = await db
    .selectFrom("intake_upload")
    .select("bucket")
    .where("id", "=", id)
    .where("sha256", "is not", null)
    .executeTakeFirst();
  return pack && { file: id, size: pack.bucket };
}
