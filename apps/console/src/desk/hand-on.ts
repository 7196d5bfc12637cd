import { type ReadValue, count, flag, list, object, text } from "@unmask/core";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** A report before it goes to another force: to whom it can go, what must be said, and what the person will read. Nothing was sent. */
export interface HandOnPreview {
  readonly forces: readonly { readonly force: string; readonly name: string }[];
  readonly saw: number;
  /** Where it is, of what went before. */
  readonly handed: readonly string[];
  readonly hasLetter: boolean;
  readonly hasMailbox: boolean;
  readonly mustTelephone: boolean;
  readonly mustAgree: boolean;
  /** Empty where no force was named. */
  readonly says: string;
  readonly log: LogEntry;
}

/** Reads the answer of `POST /desk/reports/:reference/hand-on/preview`. */
export const handOnPreview: ReadValue<HandOnPreview> = object(({ must }) => ({
  forces: must("forces", list(object((one) => ({ force: one.must("force", text), name: one.must("name", text) })))),
  saw: must("saw", count),
  handed: must("handed", list(text)),
  hasLetter: must("hasLetter", flag),
  hasMailbox: must("hasMailbox", flag),
  mustTelephone: must("mustTelephone", flag),
  mustAgree: must("mustAgree", flag),
  says: must("says", text),
  log: must("log", logEntry),
}));

/** Reads the answer of `POST /desk/reports/:reference/hand-on`. `told`: the person has a mailbox, and the words are in it. */
export const handedOn: ReadValue<{ readonly told: boolean; readonly log: LogEntry }> = object(({ must }) => ({
  told: must("told", flag),
  log: must("log", logEntry),
}));
