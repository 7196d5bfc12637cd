import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { CasePage } from "../desk/case-page.ts";
import type { GivenReason } from "../desk/given-reason.ts";

/** What every part of a case is given. */
export interface CasePartProps {
  readonly at: AtDesk;
  readonly page: CasePage;
  readonly reason: GivenReason;
  readonly now: Instant;
  /** Asks for the case again; what is shown stays until it is there. */
  readonly again: () => void;
}
