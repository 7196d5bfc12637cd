import { type Instant, type Result, ok } from "@unmask/core";
import { type Intake, lookAt, lookIntoAll, takeLooks } from "@unmask/corridor";
import { hexToBytes, parseIdentity, sha256HexOf, textToBytes } from "@unmask/seal";
import { type MailboxMessage, longestSays, openEnvelopes } from "@unmask/submission";
import { type HandedOnRow, setCarried } from "../sql/case/handed-on.ts";
import { putReply } from "../sql/case/mailbox-replies.ts";
import { mailboxOfReport } from "../sql/case/reports.ts";
import type { OpeningWorld } from "./world.ts";

/** What goes into her mailbox. */
interface Carried {
  readonly kind: "update" | "question";
  readonly says: string;
}

/** Looks into the mailbox of a handed-on letter, and puts what is new there into hers: each message once, also after a kill. */
export async function carryAnswers(
  world: OpeningWorld,
  row: HandedOnRow,
  { intake, next }: { readonly intake: Intake; readonly next: Instant | null },
): Promise<Result<void, string>> {
  const mailbox = mailboxOf(row);
  const token = await takeLooks(intake);
  if (!token.ok) return token;
  const envelopes = await lookIntoAll((page) => lookAt(intake, { token: token.value.token, lookup: mailbox.lookup, page }), mailbox);
  if (!envelopes.ok) return envelopes;
  const { messages } = await openEnvelopes(envelopes.value, mailbox.identity);
  const fresh = messages.filter(({ number }) => number > row.carried);
  const { database, force, now } = world;
  await database.transaction(async (tx) => {
    const box = await mailboxOfReport(tx, force.id, row.report);
    for (const message of fresh) {
      if (box === undefined) break;
      for (const [part, carried] of carriedOf(message, row.to_name).entries()) {
        // The same message makes the same id: carried twice, it is one.
        const id = sha256HexOf(textToBytes(`carried ${row.id} ${message.number} ${part}`)).slice(0, 32);
        await putReply(tx, { force: force.id, id, ...box, message: JSON.stringify(carried), weeks: force.replyWeeks }, now());
      }
    }
    const reference = fresh.reduce((known, one) => (one.kind === "acknowledgement" ? one.reference : known), row.reference);
    const carried = fresh.reduce((most, { number }) => Math.max(most, number), row.carried);
    await setCarried(tx, row, { carried, reference, next });
  });
  return ok(undefined);
}

function mailboxOf(row: HandedOnRow) {
  const identity = parseIdentity(row.identity);
  const lookup = hexToBytes(row.lookup);
  if (identity === undefined || lookup === undefined) throw new Error("the mailbox of a handed-on letter is damaged");
  return { identity, lookup };
}

/** In the words as they came, after a line that says whose they are; a text that does not fit beside it is two messages. */
function carriedOf(message: MailboxMessage, from: string): readonly Carried[] {
  switch (message.kind) {
    case "acknowledgement":
      return [{ kind: "update", says: `${from} has your report, under their number ${message.reference}. ${message.contact}` }];
    case "proof":
      // Of the file as it was sealed again: it proves nothing of the one that she has.
      return [];
    case "unopened":
      return [
        { kind: "update", says: `${from} could not open one of the packs as it came to them. Whoever hands your report on has yours.` },
      ];
    case "update":
    case "question": {
      const whole = `${from} writes:\n\n${message.says}`;
      if (whole.length <= longestSays) return [{ kind: message.kind, says: whole }];
      return [
        { kind: "update", says: `${from} writes what comes next:` },
        { kind: message.kind, says: message.says },
      ];
    }
  }
}
