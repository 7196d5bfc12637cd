import { type Instant, type ReadValue, flag, object, text } from "@unmask/core";
import { instant } from "./instant.ts";

/** What the person wrote again, and nobody has answered. */
export interface WroteAgain {
  /** The report that it was written to. */
  readonly report: string;
  readonly happened: Instant;
  /** The words; absent where only packs came. */
  readonly says?: string;
  /** Somebody else has the seven words of that mailbox: it can be theirs. */
  readonly isDoubted?: boolean;
}

/** Reads one. */
export const wroteAgain: ReadValue<WroteAgain> = object(({ must, may }) => ({
  report: must("report", text),
  happened: must("happened", instant),
  ...may("says", text),
  ...may("isDoubted", flag),
}));
