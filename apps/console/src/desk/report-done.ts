import { type Instant, type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { instant } from "./instant.ts";

/** How somebody was tried to be reached, as the server knows it. */
export const contactWays = ["call", "text", "email", "mailbox", "in-person", "through-another"] as const;
export type ContactWay = (typeof contactWays)[number];

/** What came of it. */
export const contactOutcomes = ["reached", "no-answer", "somebody-else", "sent", "ended", "not-in-hours"] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** An attempt as an officer fills it in: nothing is chosen before they choose it. */
interface AttemptDraft {
  readonly way?: ContactWay | undefined;
  readonly outcome?: ContactOutcome | undefined;
  readonly says: string;
}

/** What is sent of it; undefined while the way or what came of it is not chosen: one chord would write down a call that nobody made. */
export function attemptOf({ way, outcome, says }: AttemptDraft, saw: number): object | undefined {
  if (way === undefined || outcome === undefined) return undefined;
  const words = says.trim();
  return { saw, channel: way, outcome, ...(words !== "" && { says: words }) };
}

/** One attempt to reach the person. */
export interface Attempt {
  /** The report or case in which it was written, where several are shown together. */
  readonly of?: string;
  /** The reports whose person it was, where several people are shown together. */
  readonly reports?: readonly string[];
  readonly channel: ContactWay;
  readonly outcome: ContactOutcome;
  readonly says?: string;
  readonly at: Instant;
  readonly by: string;
}

/** Reads one. */
export const attempt: ReadValue<Attempt> = object(({ must, may }) => ({
  ...may("of", text),
  ...may("reports", list(text)),
  channel: must("channel", oneOf(contactWays)),
  outcome: must("outcome", oneOf(contactOutcomes)),
  ...may("says", text),
  at: must("at", instant),
  by: must("by", text),
}));

/** Whether others may be told, and what came of a service that supports the person. */
export interface Referral {
  readonly wish: (typeof wishes)[number];
  readonly made?: {
    readonly outcome: (typeof referralOutcomes)[number];
    readonly to?: string;
    readonly says?: string;
    readonly at: Instant;
    readonly by: string;
  };
}
const wishes = ["yes", "no", "unsaid"] as const;
const referralOutcomes = ["referred", "not-wanted"] as const;

/** Reads it. */
export const referral: ReadValue<Referral> = object(({ must, may }) => ({
  wish: must("wish", oneOf(wishes)),
  ...may(
    "made",
    object((one) => ({
      outcome: one.must("outcome", oneOf(referralOutcomes)),
      ...one.may("to", text),
      ...one.may("says", text),
      at: one.must("at", instant),
      by: one.must("by", text),
    })),
  ),
}));

/** One decision about a report. */
export interface ReportDecision {
  readonly number: number;
  readonly says: string;
  /** What the rule proposed, where it was decided against it: a second person reads it. */
  readonly proposed?: string;
  readonly reason?: string;
  readonly at: Instant;
  readonly by: string;
  /** This officer had a hand in it. */
  readonly isOwn: boolean;
  readonly read?: { readonly by: string; readonly at: Instant; readonly agrees: boolean; readonly says?: string };
}

/** Reads one. */
export const reportDecision: ReadValue<ReportDecision> = object(({ must, may }) => ({
  number: must("number", count),
  says: must("says", text),
  ...may("proposed", text),
  ...may("reason", text),
  at: must("at", instant),
  by: must("by", text),
  isOwn: must("isOwn", flag),
  ...may(
    "read",
    object((one) => ({
      by: one.must("by", text),
      at: one.must("at", instant),
      agrees: one.must("agrees", flag),
      ...one.may("says", text),
    })),
  ),
}));
