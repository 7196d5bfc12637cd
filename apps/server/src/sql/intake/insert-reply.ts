import type { Insertable, Transaction } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** Whether a reply with this id is kept. */
export async function hasReply(tx: Transaction<IntakeTables>, id: string): Promise<boolean> {
  return (await tx.selectFrom("intake_reply").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
}

/** Writes a reply; nothing when its id is there. */
export async function insertReply(tx: Transaction<IntakeTables>, reply: Insertable<IntakeTables["intake_reply"]>): Promise<void> {
  await tx
    .insertInto("intake_reply")
    .values(reply)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}
