import type { RightsPage } from "../desk/rights.ts";
import type { WrittenIn } from "../parts/write-form.tsx";

/** What every part of the page of a request is given. */
export interface RightsParts extends WrittenIn {
  readonly page: RightsPage;
}
