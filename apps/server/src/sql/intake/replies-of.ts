import type { Kysely } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** Ids of a page of a mailbox's replies, oldest first. */
export async function replyIdsOf(
  db: Kysely<IntakeTables>,
  lookup: string,
  page: { readonly from: number; readonly size: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("intake_reply")
    .select("id")
    .where("lookup", "=", lookup)
    .orderBy("number")
    .offset(page.from)
    .limit(page.size)
    .execute();
  return rows.map(({ id }) => id);
}

/** The envelopes of these ids, in no order. */
export function envelopesOf(
  db: Kysely<IntakeTables>,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly envelope: Uint8Array }[]> {
  return db.selectFrom("intake_reply").select(["id", "envelope"]).where("id", "in", ids).execute();
}
