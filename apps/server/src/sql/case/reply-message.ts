import { type ReadValue, type Result, object, oneOf, parsed, parseSha256, readStrictly, text } from "@unmask/core";
import { type MailboxMessage, unopenedReasons } from "@unmask/submission";
import type { ReplyRow } from "./mailbox-replies.ts";

/** The message to a mailbox that its row keeps; the error says where the row is damaged. */
export function messageOf({ id, number, message }: ReplyRow): Result<MailboxMessage, string> {
  const content: unknown = JSON.parse(message);
  return readStrictly(content, "message", contentFromJson({ id, number }));
}

function contentFromJson(numbered: Pick<MailboxMessage, "id" | "number">): ReadValue<MailboxMessage> {
  return object((one): MailboxMessage => {
    const kind = one.must("kind", oneOf(["acknowledgement", "proof", "unopened", "update", "question"] as const));
    if (kind === "acknowledgement")
      return {
        ...numbered,
        kind,
        reference: one.must("reference", text),
        contact: one.must("contact", text),
        week: one.must("week", text),
      };
    if (kind === "proof")
      return {
        ...numbered,
        kind,
        sha256: one.must("sha256", parsed(parseSha256, "SHA-256 in hex")),
        entry: one.must("entry", text),
        proof: one.must("proof", text),
      };
    if (kind === "unopened")
      return {
        ...numbered,
        kind,
        sha256: one.must("sha256", parsed(parseSha256, "SHA-256 in hex")),
        reason: one.must("reason", oneOf(unopenedReasons)),
      };
    return { ...numbered, kind, says: one.must("says", text) };
  });
}
