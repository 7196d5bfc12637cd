import { type Result, failed, later, ok } from "@unmask/core";
import { sealMailboxMessage } from "@unmask/submission";
import { messageOf } from "../sql/case/reply-message.ts";
import { settleReply, takeDueReply } from "../sql/case/mailbox-replies.ts";
import type { OpeningWorld } from "./world.ts";

/** Sends what is to be answered: sealed to her mailbox, handed to the intake until it says that it has it. The same one twice is one there. */

/** The wait before the second try, ms; doubled each time up to the longest. */
const firstWait = 2_000;
const longestWait = 10 * 60_000;

/** Sends the next message that is due; false when there is none, a sentence where it did not go. */
export async function sendNextReply(world: OpeningWorld): Promise<Result<boolean, string>> {
  const { database, client, force, now } = world;
  const until = (tries: number) => later(now(), Math.min(longestWait, firstWait * 2 ** tries));
  const row = await database.transaction((tx) => takeDueReply(tx, force.id, { now: now(), latest: later(now(), longestWait), until }));
  if (row === undefined) return ok(false);
  const message = messageOf(row);
  if (!message.ok) throw new Error(`a reply's row is damaged: ${message.error}`);
  const envelope = await sealMailboxMessage(message.value, row.recipient);
  if (!envelope.ok) throw new Error(`a reply cannot be sealed: ${envelope.error}`);
  const sent = await client.reply({ id: row.id, lookup: row.lookup, envelope: envelope.value, weeks: row.weeks });
  if (!sent.ok) return failed(sent.error);
  await database.transaction((tx) => settleReply(tx, row, now()));
  return ok(true);
}
