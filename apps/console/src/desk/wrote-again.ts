import { type Instant, type ReadValue, object, text } from "@unmask/core";
import { instant } from "./instant.ts";

/** What the person wrote again, and nobody has answered. */
export interface WroteAgain {
  /** The report that it was written to. */
  readonly report: string;
  readonly happened: Instant;
  /** The words; absent where only packs came. */
  readonly says?: string;
}

/** Reads one. */
export const wroteAgain: ReadValue<WroteAgain> = object(({ must, may }) => ({
  report: must("report", text),
  happened: must("happened", instant),
  ...may("says", text),
}));
