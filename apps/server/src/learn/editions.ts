import type { KeptEdition } from "@unmask/case";
import type { Result } from "@unmask/core";

/** The editions that a force keeps in its case folder. */
export interface Editions {
  /** Every one, in the order in which they were made; the failure says which is damaged. */
  read(): Promise<Result<readonly KeptEdition[], string>>;
  /** Keeps another, for good. */
  keep(edition: KeptEdition): Promise<void>;
  /** One publication after the other: of two at once neither would have been looked at beside the other. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}
