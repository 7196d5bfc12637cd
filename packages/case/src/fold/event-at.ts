import type { Instant } from "@unmask/core";
import type { CaseEvent } from "../event.ts";

/** By whom and when an event was, with its number. */
export interface At {
  readonly number: number;
  readonly happened: Instant;
  readonly by: string;
}

/** By whom and when. */
export function atOf({ number, happened, by }: CaseEvent): At {
  return { number, happened, by };
}
