import { type Fields, type Instant, type ReadValue, count, object, text } from "@unmask/core";
import { instant } from "./instant.ts";

/** Number of an event, when it took place, and by whom (an officer's id, or "desk"). */
export interface At {
  readonly number: number;
  readonly happened: Instant;
  readonly by: string;
}

/** Reads the three among the fields of something that was written. */
export function atFields({ must }: Pick<Fields, "must">): At {
  return { number: must("number", count), happened: must("happened", instant), by: must("by", text) };
}

/** Reads them alone. */
export const at: ReadValue<At> = object(atFields);
