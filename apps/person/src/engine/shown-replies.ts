import type { Sha256 } from "@unmask/core";
import { isProvedReceipt } from "@unmask/corridor";
import type { ForceSet, MailboxMessage } from "@unmask/submission";
import type { ShownReply } from "./force-protocol.ts";

/** A pack that this page sent. */
interface SentFile {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
}

/** What her words opened, newest first, as it is shown; `sent`: what this page knows of the packs that went. */
export function showReplies(
  messages: readonly MailboxMessage[],
  set: Pick<ForceSet, "log">,
  sent: readonly SentFile[],
): readonly ShownReply[] {
  return withoutProofsOfUnopened(messages)
    .toReversed()
    .map((message) => showReply(message, set, sent));
}

/** Of a pack that does not open she is told just that: its proof would read as if they had her report. */
function withoutProofsOfUnopened(messages: readonly MailboxMessage[]): readonly MailboxMessage[] {
  const unopened = new Set(messages.flatMap((one) => (one.kind === "unopened" ? [one.sha256] : [])));
  return messages.filter((one) => one.kind !== "proof" || !unopened.has(one.sha256));
}

function showReply(message: MailboxMessage, set: Pick<ForceSet, "log">, sent: readonly SentFile[]): ShownReply {
  switch (message.kind) {
    case "acknowledgement":
      return { kind: message.kind, reference: message.reference, contact: message.contact, week: message.week };
    case "proof": {
      const same = sent.find(({ sha256 }) => sha256 === message.sha256);
      const verdict = !isProvedReceipt(message, set.log) ? "not proved" : same ? "same" : "proved";
      return { kind: message.kind, verdict, sha256: message.sha256, ...(same && { size: same.size }) };
    }
    case "unopened":
      return { kind: message.kind, sha256: message.sha256, reason: message.reason };
    case "update":
    case "question":
      return { kind: message.kind, says: message.says };
  }
}
