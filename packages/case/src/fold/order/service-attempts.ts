import type { OrderBodyOf, OrderEvent } from "../../order-event.ts";
import type { At } from "../event-at.ts";
import { type Standing, atOfOrder, standingOnes, struck } from "./struck.ts";

/** Service of an order: every attempt is a row that stays, and none counts before another person confirmed it. */

/** One attempt, with what came of it. */
export interface ServiceAttempt extends OrderBodyOf<"service-attempted">, At {
  /** What came after it was written, in the order of its writing. */
  readonly evidenceSince: readonly (Standing & OrderBodyOf<"service-evidence">)[];
  readonly confirmed: (At & OrderBodyOf<"service-confirmed">) | null;
  readonly sentBack: (At & OrderBodyOf<"service-sent-back">) | null;
  /** Struck: it stays readable and counts for nothing. */
  readonly withdrawn: (At & OrderBodyOf<"service-withdrawn">) | null;
  readonly disputes: readonly (Standing & OrderBodyOf<"service-disputed">)[];
}

/** This part of an order. */
export interface ServicePart {
  readonly attempts: readonly ServiceAttempt[];
  readonly knew: readonly (Standing & OrderBodyOf<"knew-without-service">)[];
}

/** Before the first event. */
export const noService: ServicePart = { attempts: [], knew: [] };

/** After one more event. */
export function serviceAfter<S extends ServicePart>(state: S, event: OrderEvent): S {
  const at = atOfOrder(event);
  const change = (number: number, to: (one: ServiceAttempt) => ServiceAttempt): S => ({
    ...state,
    attempts: state.attempts.map((one) => (one.number === number ? to(one) : one)),
  });
  switch (event.kind) {
    case "service-attempted": {
      const attempt = { ...at, ...event.body, evidenceSince: [], confirmed: null, sentBack: null, withdrawn: null, disputes: [] };
      return { ...state, attempts: [...state.attempts, attempt] };
    }
    case "service-evidence":
      return change(event.body.attempt, (one) => ({ ...one, evidenceSince: [...one.evidenceSince, { ...at, ...event.body }] }));
    case "service-confirmed":
      return change(event.body.attempt, (one) => ({ ...one, confirmed: { ...at, ...event.body }, sentBack: null }));
    case "service-sent-back":
      return change(event.body.attempt, (one) => ({ ...one, sentBack: { ...at, ...event.body } }));
    case "service-withdrawn":
      return change(event.body.attempt, (one) => ({ ...one, withdrawn: one.withdrawn ?? { ...at, ...event.body } }));
    case "service-disputed":
      return change(event.body.attempt, (one) => ({ ...one, disputes: [...one.disputes, { ...at, ...event.body }] }));
    case "knew-without-service":
      return { ...state, knew: [...state.knew, { ...at, ...event.body }] };
    case "entry-withdrawn":
      return {
        ...state,
        knew: struck(state.knew, event),
        attempts: state.attempts.map((one) => ({
          ...one,
          evidenceSince: struck(one.evidenceSince, event),
          disputes: struck(one.disputes, event),
        })),
      };
    default:
      return state;
  }
}

/** What shows an attempt: what was named with it, then what came later and stands. */
export function evidenceOfAttempt({
  evidence,
  evidenceSince,
}: Pick<ServiceAttempt, "evidence" | "evidenceSince">): ServiceAttempt["evidence"] {
  return [...evidence, ...standingOnes(evidenceSince)];
}

/** Whether an attempt is service: it says so, another person confirmed person, order and that it was given, and nobody withdrew it. */
export function isService({ outcome, confirmed, withdrawn, sentBack }: ServiceAttempt): boolean {
  if (outcome !== "served" || confirmed === null || withdrawn !== null || sentBack !== null) return false;
  return confirmed.rightPerson === "yes" && confirmed.rightOrder === "yes" && confirmed.given === "yes";
}

/** Whether an attempt waits for another person. */
export function waitsForConfirmation({ outcome, confirmed, withdrawn, sentBack }: ServiceAttempt): boolean {
  return outcome === "served" && confirmed === null && withdrawn === null && sentBack === null;
}

/** Of the attempts to serve an order that was made on a day, the earliest service. */
export function earliestService(attempts: readonly ServiceAttempt[], made: string): ServiceAttempt | null {
  const all = attempts.filter((one) => isService(one) && one.day >= made);
  return all.toSorted((one, other) => compare(`${one.day} ${one.at}`, `${other.day} ${other.at}`) || one.number - other.number)[0] ?? null;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
