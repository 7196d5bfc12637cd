import type { CourtResult } from "../../event/of-court.ts";
import type { OrderBodyOf, OrderEvent } from "../../order-event.ts";
import type { At } from "../event-at.ts";
import { atOfOrder } from "./struck.ts";

/** What courts did, as it was typed, read by a second person, sent back or corrected. What comes of it is worked out in lives.ts. */

/** That something a court did is against the rule. It is never taken off by hand: only a corrected result takes it away. */
export interface Mark {
  /** What it does, after "It": "conflicts with s4(4)(b)", "comes after the last day". */
  readonly says: string;
  /** What the rule is and what stands against it, as a sentence. */
  readonly why: string;
  /** "s4(4)(b)"; "" where no section that was read says it. */
  readonly section: string;
  /** Number of the result. */
  readonly by: number;
}

/** How a result stands. */
export const resultStandings = ["counts", "unread", "waits", "lacks-text", "sent-back", "corrected", "twice", "changes-nothing"] as const;
/**
 * One of them. `unread`: it counts, and no second person has read its copy. `waits`: it is against the rule, and copy or second person is missing.
 * `lacks-text`: an appeal was allowed, and what the court above made or did is not written.
 */
export type ResultStanding = (typeof resultStandings)[number];

/** One result. */
export interface OrderResult extends At {
  readonly said: CourtResult;
  /** Number of the result in whose place it stands, and why. */
  readonly corrects?: number;
  readonly reason?: string;
  readonly correctedBy: number | null;
  readonly confirmed: (At & OrderBodyOf<"result-confirmed">) | null;
  readonly sentBack: (At & OrderBodyOf<"result-sent-back">) | null;
  readonly standing: ResultStanding;
  readonly against: readonly Mark[];
  /** What is to be minded, where no source says that it is against a rule: it keeps nothing from counting. */
  readonly minded: readonly Mark[];
  /** For what it waits, where its text is not written; else null. */
  readonly lacks: Mark | null;
}

/** This part of an order. */
export interface CourtPart {
  readonly results: readonly OrderResult[];
}

/** Before the first event. */
export const noResults: CourtPart = { results: [] };

const unread = { correctedBy: null, confirmed: null, sentBack: null, standing: "unread", against: [], minded: [], lacks: null } as const;

/** After one more event. An order that was typed in is a result too: its copy can be read and corrected like any other. */
export function courtAfter<S extends CourtPart>(state: S, event: OrderEvent): S {
  const at = atOfOrder(event);
  const change = (number: number, to: (one: OrderResult) => OrderResult): S => ({
    ...state,
    results: state.results.map((one) => (one.number === number ? to(one) : one)),
  });
  switch (event.kind) {
    case "order-typed":
      return { ...state, results: [...state.results, { ...at, ...unread, said: resultOfTyped(event.body) }] };
    case "court-result":
      return { ...state, results: [...state.results, { ...at, ...unread, said: event.body }] };
    case "result-confirmed":
      return change(event.body.result, (one) => ({ ...one, confirmed: { ...at, ...event.body }, sentBack: null }));
    case "result-sent-back":
      return change(event.body.result, (one) => ({ ...one, sentBack: { ...at, ...event.body }, confirmed: null }));
    case "result-corrected": {
      const { result, right, reason } = event.body;
      const wrong = state.results.find(({ number }) => number === result);
      if (wrong === undefined || wrong.correctedBy !== null) return state;
      const results = state.results.map((one) => (one === wrong ? { ...one, correctedBy: at.number } : one));
      return { ...state, results: [...results, { ...at, ...unread, said: right, corrects: result, reason }] };
    }
    default:
      return state;
  }
}

function resultOfTyped({ order, made, court, period, conditions, inForce, copy }: OrderBodyOf<"order-typed">): CourtResult {
  return {
    result: order === "full" ? "made" : "interim-made",
    order,
    day: made,
    court,
    period,
    conditions,
    ...(inForce !== undefined && { inForce }),
    ...(copy !== undefined && { copy }),
  };
}

/** Whether a second person read the copy and found it of this order and as it was typed. */
export function isRead({ confirmed }: OrderResult): boolean {
  return confirmed !== null && confirmed.copyOfThisOrder === "yes" && confirmed.asTyped === "yes";
}

/** Whether it waits for a second person: unread, waiting or sent back are each somebody's to do. */
export function waitsForReading({ standing, confirmed, sentBack }: OrderResult): boolean {
  return confirmed === null && sentBack === null && (standing === "unread" || standing === "waits" || standing === "lacks-text");
}
