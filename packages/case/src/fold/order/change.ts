import { londonDay } from "../../clock/london.ts";
import type { OrderBodyOf, OrderEvent, OrderEventKind } from "../../order-event.ts";
import { dayWritten } from "../../register/day-number.ts";
import type { At } from "../event-at.ts";
import { atOfOrder } from "./struck.ts";

/** What is asked of a court after an order was made: to vary, renew or discharge it, and appeals. */

/** Where an application to change stands. Of the subject's nothing is sent or authorised: it waits for the court. */
export const changeStages = ["asked", "sent", "returned", "authorised", "lodged", "dropped", "decided"] as const;
/** One of them. */
export type ChangeStage = (typeof changeStages)[number];

/** One application to change an order; `asker`: who asks the court, `by` who wrote it down. */
export interface Change extends At, Omit<OrderBodyOf<"change-asked">, "by"> {
  readonly asker: OrderBodyOf<"change-asked">["by"];
  readonly course: readonly (At & OrderBodyOf<"change-sent"> & { readonly stage: ChangeStage })[];
  /** Why each kept condition is still necessary: what was written last of it. */
  readonly necessity: readonly (At & OrderBodyOf<"necessity-read-again">)[];
  /** Whose consent, each answer as it came: a later one leaves the earlier as it is. */
  readonly consents: readonly (At & OrderBodyOf<"consent-given">)[];
  /** Number of the court's result; null: none is known. */
  readonly result: number | null;
}

/** An appeal, and the number of the court's result on it, null where none is known; `asker`: who appeals, `by` who wrote it down. */
export interface Appeal extends At, Omit<OrderBodyOf<"appeal-noted">, "by"> {
  readonly asker: OrderBodyOf<"appeal-noted">["by"];
  readonly result: number | null;
}

/** This part of an order. */
export interface ChangePart {
  readonly changes: readonly Change[];
  readonly appeals: readonly Appeal[];
}

/** Before the first event. */
export const noChanges: ChangePart = { changes: [], appeals: [] };

const stages: Readonly<Partial<Record<OrderEventKind, ChangeStage>>> = {
  "change-sent": "sent",
  "change-returned": "returned",
  "change-authorised": "authorised",
  "change-lodged": "lodged",
  "change-dropped": "dropped",
};

/** After one more event. */
export function changesAfter<S extends ChangePart>(state: S, event: OrderEvent): S {
  const at = atOfOrder(event);
  const change = (id: string, to: (one: Change) => Change): S => ({
    ...state,
    changes: state.changes.map((one) => (one.change === id ? to(one) : one)),
  });
  switch (event.kind) {
    case "change-asked": {
      const { by: asker, ...body } = event.body;
      const asked: Change = { ...body, ...at, asker, course: [], necessity: [], consents: [], result: null };
      return { ...state, changes: [...state.changes, asked] };
    }
    case "necessity-read-again": {
      const { condition } = event.body;
      return change(event.body.change, (one) => ({
        ...one,
        necessity: [...one.necessity.filter((each) => each.condition !== condition), { ...at, ...event.body }],
      }));
    }
    case "consent-given":
      return change(event.body.change, (one) => ({
        ...one,
        consents: [...one.consents, { ...at, ...event.body }],
      }));
    case "change-sent":
    case "change-authorised":
    case "change-returned":
    case "change-lodged":
    case "change-dropped": {
      const stage = stages[event.kind] ?? "asked";
      return change(event.body.change, (one) => ({ ...one, stage, course: [...one.course, { ...at, ...event.body, stage }] }));
    }
    case "appeal-noted": {
      const { by: asker, ...body } = event.body;
      return { ...state, appeals: [...state.appeals, { ...body, ...at, asker, result: null }] };
    }
    case "court-result":
      return resultAfter(state, at.number, event.body);
    case "result-corrected":
      return resultAfter(state, at.number, event.body.right, event.body.result);
    default:
      return state;
  }
}

/** The court's answer to what was asked: what it answered before, where it stands in the place of a result that was typed wrongly, is open again. */
function resultAfter<S extends ChangePart>(state: S, number: number, { change, appeal }: OrderBodyOf<"court-result">, wrong?: number): S {
  const answered = <T extends { readonly result: number | null }>(one: T, isOfThis: boolean): T => {
    if (isOfThis) return { ...one, result: number };
    return wrong !== undefined && one.result === wrong ? { ...one, result: null } : one;
  };
  return {
    ...state,
    changes: state.changes.map((one) => answered(one, one.change === change)),
    appeals: state.appeals.map((one) => answered(one, one.number === appeal)),
  };
}

/** Where an application to change stands. */
export function stageOfChange({ course, result }: Pick<Change, "course" | "result">): ChangeStage {
  return result === null ? (course.at(-1)?.stage ?? "asked") : "decided";
}

/**
 * What one of them says to a discharge: the answer of the latest day, of one day what was written last. `by`: the day on which a court discharged, after which
 * no answer counts. Where nobody was asked, that is of the day on which it was written.
 */
export function consentOn(
  consents: Change["consents"],
  of: Change["consents"][number]["of"],
  by?: string,
): Change["consents"][number] | undefined {
  const dayOf = ({ day, happened }: Change["consents"][number]): string => day ?? dayWritten(londonDay(happened));
  const inTime = consents.filter((one) => one.of === of && (by === undefined || dayOf(one) <= by));
  const newest = inTime.map(dayOf).toSorted().at(-1);
  return inTime.findLast((one) => dayOf(one) === newest);
}

/** Everybody who wrote a part of it: none of them is its second person. */
export function writersOfChange({ by, necessity, consents, course }: Change): readonly string[] {
  const sent = course.filter(({ stage }) => stage === "sent");
  return [...new Set([by, ...[...necessity, ...consents, ...sent].map((one) => one.by)])];
}
