import { type ReadValue, object, text } from "@unmask/core";

/** Where it happens, as it was told with a report. */
export interface PlaceTold {
  readonly report: string;
  readonly says: string;
}

/** Reads it. */
export const placeTold: ReadValue<PlaceTold> = object(({ must }) => ({ report: must("report", text), says: must("says", text) }));
