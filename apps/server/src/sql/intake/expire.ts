import type { Transaction } from "kysely";
import type { IntakeTables } from "./tables.ts";

/**
 * Takes away every row whose last day is before `today`, and unfinished uploads whose day is over; gives the names of their files. A day later
 * than `latest` was chosen by a clock that was wrong: it becomes `latest`.
 */
export async function expireRows(
  tx: Transaction<IntakeTables>,
  { today, latest }: { readonly today: string; readonly latest: string },
): Promise<readonly string[]> {
  for (const table of ["intake_letter", "intake_upload"] as const)
    await tx.updateTable(table).set({ kept_until: latest }).where("kept_until", ">", latest).execute();
  const letters = await tx.deleteFrom("intake_letter").where("kept_until", "<", today).returning("file").execute();
  const packs = await tx.deleteFrom("intake_upload").where("kept_until", "<", today).returning("id").execute();
  await tx.deleteFrom("intake_reply").where("kept_until", "<", today).execute();
  const unfinished = await tx
    .selectFrom("intake_upload")
    .select(["token_hash", "id"])
    .where("sha256", "is", null)
    .where("unfinished_until", "<", today)
    .execute();
  for (const { token_hash } of unfinished)
    await tx.updateTable("intake_upload").set({ id: null, unfinished_until: null }).where("token_hash", "=", token_hash).execute();
  // A pack that was announced and never came goes with its letter.
  const orphans = await tx
    .deleteFrom("intake_upload")
    .where("sha256", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("intake_letter").select("intake_letter.id").whereRef("intake_letter.id", "=", "intake_upload.letter"))),
    )
    .returning("id")
    .execute();
  return [...letters.map(({ file }) => file), ...[...packs, ...unfinished, ...orphans].flatMap(({ id }) => (id === null ? [] : [id]))];
}
