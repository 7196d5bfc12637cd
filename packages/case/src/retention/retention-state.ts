import type { Instant } from "@unmask/core";
import type { RetentionEvent, RetentionQuestion } from "./retention-event.ts";

/** What was decided about keeping one case or report, by its stream. */
export interface RetentionState {
  /** Number of the last event. */
  readonly number: number;
  readonly answers: ReadonlyMap<RetentionQuestion, { readonly answer: "yes" | "no"; readonly says: string; readonly by: string }>;
  /** The newest hold that nobody ended; it holds to the end of its day. */
  readonly hold: { readonly reason: string; readonly until: string; readonly by: string } | null;
  readonly proposed: { readonly reason: string; readonly asked: boolean; readonly by: string; readonly at: Instant } | null;
  readonly agreed: { readonly by: string; readonly at: Instant } | null;
}

const nothing: RetentionState = { number: 0, answers: new Map(), hold: null, proposed: null, agreed: null };

/** The state after these events, in order of their number. */
export function foldRetention(events: readonly RetentionEvent[]): RetentionState {
  return events.reduce(apply, nothing);
}

function apply(state: RetentionState, event: RetentionEvent): RetentionState {
  const { number, by, at } = event;
  const ended = { number, proposed: null, agreed: null };
  switch (event.kind) {
    case "asked": {
      const { question, ...said } = event.body;
      const answers = new Map([...state.answers, [question, { ...said, by }]]);
      return said.answer === "yes" ? { ...state, ...ended, answers } : { ...state, number, answers };
    }
    case "held":
      return { ...state, ...ended, hold: { ...event.body, by } };
    case "hold-ended":
      return { ...state, number, hold: null };
    case "erase-proposed":
      return { ...state, number, proposed: { ...event.body, by, at }, agreed: null };
    case "erase-agreed":
      return { ...state, number, agreed: { by, at } };
    case "taken-back":
      return { ...state, ...ended };
  }
}
