import { type Instant, instantToIso } from "@unmask/core";
import type { Selectable, Transaction } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import { type Turn, takeDue } from "./due-rows.ts";

/** Statements about messages on their way to a mailbox. */

/** A message as its row has it. */
export type ReplyRow = Selectable<CaseTables["mailbox_reply"]>;

/** A message to be sent; its number is given when it is put down. */
export interface NewReply {
  readonly force: string;
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly lookup: string;
  readonly recipient: string;
  /** The message as JSON, without id and number. */
  readonly message: string;
  readonly weeks: number;
}

/** Puts a message down to be sent; the same one again adds nothing. */
export async function putReply(tx: Transaction<CaseTables>, reply: NewReply, now: Instant): Promise<void> {
  const { force, id, lookup } = reply;
  const there = await tx.selectFrom("mailbox_reply").select("id").where("force", "=", force).where("id", "=", id).executeTakeFirst();
  if (there) return;
  const last = await tx
    .selectFrom("mailbox_reply")
    .select("number")
    .where("force", "=", force)
    .where("lookup", "=", lookup)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const at = instantToIso(now);
  await tx
    .insertInto("mailbox_reply")
    .values({ ...reply, number: (last?.number ?? 0) + 1, made_at: at, due_at: at, tries: 0 })
    .execute();
}

/** Messages of one thread; nobody is written to so often, and a page stays one. */
const mostMessages = 1_000;

/** What was put down for the mailboxes of these reports, in order; a mailbox that is of reports of others too has their messages as well. */
export async function repliesTo(tx: Transaction<CaseTables>, force: string, reports: readonly string[]): Promise<readonly ReplyRow[]> {
  if (reports.length === 0) return [];
  const boxes = tx
    .selectFrom("report")
    .select("lookup")
    .where("force", "=", force)
    .where("id", "in", reports)
    .where("lookup", "is not", null);
  return tx
    .selectFrom("mailbox_reply")
    .selectAll()
    .where("force", "=", force)
    .where("lookup", "in", boxes)
    .orderBy("made_at", "asc")
    .orderBy("number", "asc")
    .limit(mostMessages)
    .execute();
}

/** Takes the next message that is due. */
export function takeDueReply(tx: Transaction<CaseTables>, force: string, turn: Turn): Promise<ReplyRow | undefined> {
  return takeDue(tx, { table: "mailbox_reply", force }, turn);
}

/** The intake has it. */
export async function settleReply(tx: Transaction<CaseTables>, { force, id }: Pick<ReplyRow, "force" | "id">, now: Instant): Promise<void> {
  await tx
    .updateTable("mailbox_reply")
    .set({ due_at: null, sent_at: instantToIso(now) })
    .where("force", "=", force)
    .where("id", "=", id)
    .execute();
}

/** After a start nobody sends anything: what was begun is due at once. */
export async function repliesDueAtOnce(tx: Transaction<CaseTables>, force: string, now: Instant): Promise<void> {
  await tx
    .updateTable("mailbox_reply")
    .set({ due_at: instantToIso(now) })
    .where("force", "=", force)
    .where("due_at", "is not", null)
    .execute();
}
