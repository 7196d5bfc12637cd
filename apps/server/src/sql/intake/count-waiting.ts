import type { Kysely } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** Letters that the inside does not have yet. */
export async function countLettersWaiting(db: Kysely<IntakeTables>): Promise<number> {
  const { many } = await db
    .selectFrom("intake_letter")
    .select(({ fn }) => fn.countAll<number>().as("many"))
    .where("kept_until", "is", null)
    .executeTakeFirstOrThrow();
  return many;
}

/** Letters and complete packs that came in an earlier week than this one (`2026-W48`) and that the inside does not have yet. */
export async function countWaitingFromBefore(db: Kysely<IntakeTables>, week: string): Promise<number> {
  const letters = await db.selectFrom("intake_letter").select("week").where("kept_until", "is", null).execute();
  const packs = await db
    .selectFrom("intake_upload")
    .select("week")
    .where("number", "is not", null)
    .where("kept_until", "is", null)
    .execute();
  return [...letters, ...packs].filter((one) => one.week < week).length;
}
