import type { CaseEvent } from "../event.ts";
import { answerInWords } from "./answer-words.ts";
import type { At } from "./event-at.ts";

/** Something the person wrote to a report that was there. */
export interface Wrote extends At {
  /** The words; absent where only packs came. */
  readonly says?: string;
  readonly packs: number;
}

/** All that was written, with one more. */
export function withWrote(
  wrote: readonly Wrote[],
  { number, happened, by, body }: Extract<CaseEvent, { kind: "answer-received" }>,
): readonly Wrote[] {
  const says = answerInWords(body);
  return [...wrote, { number, happened, by, packs: body.packs, ...(says !== undefined && { says }) }];
}
