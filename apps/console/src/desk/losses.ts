import { type Instant, type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { type LossParty, type LossWords, lossParties } from "@unmask/case";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";

/** The register of losses of personal data, as the server answers it; officers by name. */
export interface Losses {
  readonly now: Instant;
  readonly losses: readonly LossShown[];
  readonly log: LogEntry;
}

/** One loss with its 72 hours. */
export interface LossShown {
  /** "PB-3" */
  readonly loss: string;
  readonly saw: number;
  readonly words: LossWords;
  readonly why: string | null;
  readonly by: string;
  readonly at: Instant;
  readonly before: readonly { readonly words: LossWords; readonly by: string; readonly at: Instant }[];
  readonly aware: Instant;
  readonly ends: Instant;
  readonly clock: "runs" | "over" | "told" | "told-late" | "not-told";
  readonly isOpen: boolean;
  readonly parties: readonly PartyShown[];
}

/** What was decided about one of the three, and how they were told. */
export interface PartyShown {
  readonly whom: LossParty;
  readonly decided: { readonly answer: "tell" | "not-tell"; readonly reason: string; readonly by: string; readonly at: Instant } | null;
  readonly told: readonly { readonly when: Instant; readonly says: string; readonly late: string | null; readonly by: string }[];
}

const words: ReadValue<LossWords> = object(({ must }) => ({
  happened: must("happened", orNull(object((of) => ({ day: of.must("day", text), at: of.must("at", orNull(text)) })))),
  aware: must(
    "aware",
    object((of) => ({ day: of.must("day", text), at: of.must("at", text) })),
  ),
  what: must("what", text),
  people: must("people", orNull(count)),
  likely: must("likely", text),
}));

const party: ReadValue<PartyShown> = object(({ must }) => ({
  whom: must("whom", oneOf(lossParties)),
  decided: must(
    "decided",
    orNull(
      object((of) => ({
        answer: of.must("answer", oneOf(["tell", "not-tell"] as const)),
        reason: of.must("reason", text),
        by: of.must("by", text),
        at: of.must("at", instant),
      })),
    ),
  ),
  told: must(
    "told",
    list(
      object((of) => ({
        when: of.must("when", instant),
        says: of.must("says", text),
        late: of.must("late", orNull(text)),
        by: of.must("by", text),
      })),
    ),
  ),
}));

const loss: ReadValue<LossShown> = object(({ must }) => ({
  loss: must("loss", text),
  saw: must("saw", count),
  words: must("words", words),
  why: must("why", orNull(text)),
  by: must("by", text),
  at: must("at", instant),
  before: must("before", list(object((of) => ({ words: of.must("words", words), by: of.must("by", text), at: of.must("at", instant) })))),
  aware: must("aware", instant),
  ends: must("ends", instant),
  clock: must("clock", oneOf(["runs", "over", "told", "told-late", "not-told"] as const)),
  isOpen: must("isOpen", flag),
  parties: must("parties", list(party)),
}));

/** Reads the answer of `GET /desk/losses`. */
export const lossesAnswer: ReadValue<Losses> = object(({ must }) => ({
  now: must("now", instant),
  losses: must("losses", list(loss)),
  log: must("log", logEntry),
}));

/** What the server says when something was written of a loss. */
export interface LossWritten {
  readonly loss: string;
  readonly log: LogEntry;
}

/** Reads it. */
export const lossWrittenAnswer: ReadValue<LossWritten> = object(({ must }) => {
  must("saw", count);
  return { loss: must("loss", text), log: must("log", logEntry) };
});
