import { type Criterion, type OrderPrompt, criteria, orderPrompts } from "../../event/of-application.ts";
import type { Condition } from "../../event/order-shapes.ts";
import type { OrderBodyOf, OrderEvent } from "../../order-event.ts";
import type { At } from "../event-at.ts";
import { atOfOrder } from "./struck.ts";

/** The draft of an application as it stands, each part with what it was before: both versions stay. */

/** Something that was written, with its earlier versions, the oldest first; an earlier version lists none of its own. */
export type Versions<T> = At & T & { readonly before: readonly (At & T)[] };

/** The draft. A list by letter or prompt holds each once. */
export interface Draft {
  readonly criteria: readonly Versions<OrderBodyOf<"criterion-written">>[];
  readonly link: Versions<OrderBodyOf<"link-written">> | null;
  readonly protects: readonly (At & OrderBodyOf<"protected-named">)[];
  /** Who was named and is not to be protected, and why. */
  readonly notProtected: readonly (At & OrderBodyOf<"protected-named"> & { readonly reason: string })[];
  readonly conditions: readonly Versions<Condition>[];
  readonly removed: readonly (Versions<Condition> & { readonly reason: string })[];
  readonly prompts: readonly Versions<OrderBodyOf<"prompt-answered">>[];
  readonly period: Versions<OrderBodyOf<"period-proposed">> | null;
  readonly interim: Versions<OrderBodyOf<"interim-wanted">> | null;
  /** What was said last of each pair of conditions, in the words that were read. */
  readonly settled: readonly (At & OrderBodyOf<"pair-settled">)[];
  /** The files that were made of it; the last is the newest. */
  readonly bundles: readonly (At & OrderBodyOf<"bundle-made">)[];
}

/** Before the first event. */
export const noDraft: Draft = {
  criteria: [],
  link: null,
  protects: [],
  notProtected: [],
  conditions: [],
  removed: [],
  prompts: [],
  period: null,
  interim: null,
  settled: [],
  bundles: [],
};

/** After one more event. */
export function draftAfter(draft: Draft, event: OrderEvent): Draft {
  const at = atOfOrder(event);
  switch (event.kind) {
    case "criterion-written": {
      const now = { ...at, ...event.body };
      return { ...draft, criteria: byOrder(criteria, rewritten(draft.criteria, now, "criterion"), ({ criterion }) => criterion) };
    }
    case "link-written":
      return { ...draft, link: version(draft.link, { ...at, ...event.body }) };
    case "protected-named": {
      const others = draft.protects.filter(({ person }) => person !== event.body.person);
      return { ...draft, protects: [...others, { ...at, ...event.body }] };
    }
    case "protected-removed": {
      const { person, reason } = event.body;
      const named = draft.protects.find((one) => one.person === person);
      if (named === undefined) return draft;
      return {
        ...draft,
        protects: draft.protects.filter((one) => one !== named),
        notProtected: [...draft.notProtected, { ...named, ...at, reason }],
      };
    }
    case "prompt-answered": {
      const now = { ...at, ...event.body };
      return { ...draft, prompts: byOrder(orderPrompts, rewritten(draft.prompts, now, "prompt"), ({ prompt }) => prompt) };
    }
    case "period-proposed":
      return { ...draft, period: version(draft.period, { ...at, ...event.body }) };
    case "interim-wanted":
      return { ...draft, interim: version(draft.interim, { ...at, ...event.body }) };
    case "bundle-made":
      return { ...draft, bundles: [...draft.bundles, { ...at, ...event.body }] };
    default:
      return conditionsAfter(draft, event);
  }
}

/** Conditions and the pairs that they make with those of other orders: a condition in new words is compared anew. */
function conditionsAfter(draft: Draft, event: OrderEvent): Draft {
  const at = atOfOrder(event);
  switch (event.kind) {
    case "condition-written": {
      const { condition } = event.body;
      const conditions = rewritten(draft.conditions, { ...at, ...event.body }, "condition");
      return {
        ...draft,
        conditions: conditions.toSorted((one, other) => one.condition - other.condition),
        settled: withoutPairsOf(draft, condition),
      };
    }
    case "condition-removed": {
      const { condition, reason } = event.body;
      const gone = draft.conditions.find((one) => one.condition === condition);
      if (gone === undefined) return draft;
      return {
        ...draft,
        conditions: draft.conditions.filter((one) => one !== gone),
        removed: [...draft.removed, { ...gone, ...at, reason }],
        settled: withoutPairsOf(draft, condition),
      };
    }
    case "pair-settled": {
      const { other, theirCondition, condition, reads } = event.body;
      // What was said of other words stands beside it: an interim and a full order that both live can have a condition of one number.
      const isOf = (one: Draft["settled"][number]): boolean =>
        one.other === other && one.theirCondition === theirCondition && one.condition === condition && one.reads === reads;
      return { ...draft, settled: [...draft.settled.filter((one) => !isOf(one)), { ...at, ...event.body }] };
    }
    default:
      return draft;
  }
}

/** Highest number that a condition of the draft ever had: the next one is above it. */
export function highestCondition({ conditions, removed }: Draft): number {
  return [...conditions, ...removed].reduce((most, { condition }) => Math.max(most, condition), 0);
}

function withoutPairsOf({ settled }: Draft, condition: number): Draft["settled"] {
  return settled.filter((one) => one.condition !== condition);
}

function version<T extends At>(standing: (T & { readonly before: readonly T[] }) | null, now: T): T & { readonly before: readonly T[] } {
  return { ...now, before: standing === null ? [] : [...standing.before, { ...standing, before: [] }] };
}

function rewritten<T extends At, K extends keyof T>(
  all: readonly (T & { readonly before: readonly T[] })[],
  now: T,
  key: K,
): readonly (T & { readonly before: readonly T[] })[] {
  const standing = all.find((one) => one[key] === now[key]);
  return [...all.filter((one) => one !== standing), version(standing ?? null, now)];
}

function byOrder<T, K>(order: readonly K[], all: readonly T[], keyOf: (one: T) => K): readonly T[] {
  return all.toSorted((one, other) => order.indexOf(keyOf(one)) - order.indexOf(keyOf(other)));
}

/** Which criteria are not written yet. */
export function criteriaMissing(draft: Draft): readonly Criterion[] {
  return criteria.filter((one) => !draft.criteria.some(({ criterion }) => criterion === one));
}

/** Which prompts were not asked yet. */
export function promptsMissing(draft: Draft): readonly OrderPrompt[] {
  return orderPrompts.filter((one) => !draft.prompts.some(({ prompt }) => prompt === one));
}
