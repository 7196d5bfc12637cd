import type { Condition, WhichOrder } from "../event/order-shapes.ts";
import type { CourtPart } from "../fold/order/court.ts";
import type { Lives } from "../fold/order/lives.ts";
import { type Stood, conditionHeld, stoodOf } from "./stood-on.ts";

/** By which words a condition bound: whoever decides of an act, or sets it aside, goes by them, and a result that is corrected can take them away. */

/** A condition, with all of it that binds as one text. */
export interface HeldWords {
  readonly condition: number;
  readonly words: string;
}

/** What courts made, as far as it says what stood. */
export type WhatStood = CourtPart & Pick<Lives, "orders">;

/** By which words a condition of orders of a kind held on a day; none: it did not stand then. On the day of a change there can be two. */
export function wordsHeldOn(
  number: number,
  { order: which, day }: { readonly order: WhichOrder; readonly day: string },
  state: WhatStood,
): readonly HeldWords[] {
  const ofDay = state.orders.filter(
    ({ which: one, ended }) => one === which && (ended === null || ended.how === "expired" || day <= ended.day),
  );
  return wordsOf(
    ofDay.flatMap((one) => stoodOf(one, state)).filter((one) => conditionHeld(one, number, day)),
    number,
  );
}

/** By which words conditions of orders of a kind, or one of them, held on any day. */
export function wordsHeld(number: number | undefined, which: WhichOrder, state: WhatStood): readonly HeldWords[] {
  return wordsOf(
    state.orders.filter((one) => one.which === which).flatMap((one) => stoodOf(one, state)),
    number,
  );
}

/** Whether all of these words are among the others. */
export function areAmong(these: readonly HeldWords[], others: readonly HeldWords[]): boolean {
  return these.every(({ words }) => others.some((one) => one.words === words));
}

function wordsOf(stood: readonly Stood[], number: number | undefined): readonly HeldWords[] {
  const all = stood.flatMap(({ conditions }) => conditions).filter(({ condition }) => number === undefined || condition === number);
  const once = new Map(all.map((one) => [whatBinds(one), one.condition]));
  return [...once].map(([words, condition]) => ({ condition, words }));
}

/** Why it is necessary, on what it rests, whether an interim order has it too and in which order it lists places or channels binds nobody. */
function whatBinds({ necessity: _, evidence: __, interimToo: ___, ...binding }: Condition): string {
  const parts = Object.entries(binding).map(([key, value]) => [key, Array.isArray(value) ? sorted(value) : value] as const);
  return JSON.stringify(parts.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function sorted(list: readonly unknown[]): readonly string[] {
  return list.map((one) => JSON.stringify(one)).toSorted();
}
