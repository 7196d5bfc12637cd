import type { Instant } from "@unmask/core";
import { type Timestamp, type TimestampQuery, canonicalReply, certificatesFromPem, timestampQuery, verifyTimestamp } from "@unmask/seal";

/** What a time-stamp authority answered. */
export interface TimestampReply {
  /** The reply (RFC 3161 §2.4.2), DER. */
  readonly reply: Uint8Array;
  /** The authority's certificates as PEM, for whoever has no other copy. */
  readonly chain: string;
}

/** A time-stamp that is sound: what a pack carries of it. */
export interface TimeStamp extends TimestampReply {
  /** The query that it answers, DER. */
  readonly query: Uint8Array;
  /** What it says; undefined when the chain that came with it does not lead to an anchor. */
  readonly says: Timestamp | undefined;
}

/** A day, in milliseconds: how far two clocks may differ before what they say is a contradiction. */
export const maxClockDifference = 86_400_000;

/** Whether a stamp is of a time before the thing that it stamps was made, by more than clocks differ. */
export function isBeforeMade({ time, accuracyMs }: Timestamp, madeAt: Instant): boolean {
  return time + accuracyMs + maxClockDifference < madeAt;
}

/** Has something time-stamped; undefined when no sound stamp could be had. Called once for a pack. */
export type TimeStamping = (question: TimestampQuery) => Promise<TimeStamp | undefined>;

/**
 * Time-stamping by an authority that `ask` reaches; `ask` gives undefined when it could not be reached. A reply is taken in its canonical
 * form, when it is sound and answers our query; whether the authority is one to trust is for the reader to say.
 */
export function timeStampBy(ask: (query: Uint8Array) => Promise<TimestampReply | undefined>): TimeStamping {
  return async (question) => {
    const query = timestampQuery(question);
    const answer = await ask(query);
    const reply = answer && canonicalReply(answer.reply);
    const trusted = answer && certificatesFromPem(answer.chain);
    if (!answer || !reply || !trusted) return undefined;
    const verified = await verifyTimestamp({ reply, ...question, trusted });
    return verified.ok || verified.error === "untrusted"
      ? { query, reply, chain: answer.chain, says: verified.ok ? verified.value : undefined }
      : undefined;
  };
}
