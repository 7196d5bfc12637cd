import type { OrderBodyOf, OrderEvent, OrderEventKind } from "../../order-event.ts";
import type { At } from "../event-at.ts";
import { atOfOrder } from "./struck.ts";

/** What is asked of a court after an order was made: to vary, renew or discharge it, and appeals. */

/** Where an application to change stands. Of the subject's nothing is sent or authorised: it waits for the court. */
export type ChangeStage = "asked" | "sent" | "returned" | "authorised" | "lodged" | "dropped" | "decided";

/** One application to change an order; `asker`: who asks the court, `by` who wrote it down. */
export interface Change extends At, Omit<OrderBodyOf<"change-asked">, "by"> {
  readonly asker: OrderBodyOf<"change-asked">["by"];
  readonly stage: ChangeStage;
  readonly course: readonly (At & OrderBodyOf<"change-sent"> & { readonly stage: ChangeStage })[];
  /** Why each kept condition is still necessary: what was written last of it. */
  readonly necessity: readonly (At & OrderBodyOf<"necessity-read-again">)[];
  /** Whose consent, as it stands. */
  readonly consents: readonly (At & OrderBodyOf<"consent-given">)[];
  /** Number of the court's result. */
  readonly result?: number;
}

/** An appeal, and the number of the court's result on it; `asker`: who appeals, `by` who wrote it down. */
export interface Appeal extends At, Omit<OrderBodyOf<"appeal-noted">, "by"> {
  readonly asker: OrderBodyOf<"appeal-noted">["by"];
  readonly result?: number;
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
      const asked: Change = { ...body, ...at, asker, stage: "asked", course: [], necessity: [], consents: [] };
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
        consents: [...one.consents.filter((each) => each.of !== event.body.of), { ...at, ...event.body }],
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
      return { ...state, appeals: [...state.appeals, { ...body, ...at, asker }] };
    }
    case "court-result":
      return resultAfter(state, event);
    case "result-corrected":
      return resultAfter(state, { ...event, body: event.body.right });
    default:
      return state;
  }
}

/** The court's answer to what was asked; typed again, the later number stands for it. */
function resultAfter<S extends ChangePart>(
  state: S,
  { number, body }: Pick<OrderEvent & { readonly kind: "court-result" }, "number" | "body">,
): S {
  const { change, appeal } = body;
  return {
    ...state,
    changes: state.changes.map((one) => (one.change === change ? { ...one, stage: "decided", result: number } : one)),
    appeals: state.appeals.map((one) => (one.number === appeal ? { ...one, result: number } : one)),
  };
}

/** Everybody who wrote a part of it: none of them is its second person. */
export function writersOfChange({ by, necessity, consents, course }: Change): readonly string[] {
  const sent = course.filter(({ stage }) => stage === "sent");
  return [...new Set([by, ...[...necessity, ...consents, ...sent].map((one) => one.by)])];
}
