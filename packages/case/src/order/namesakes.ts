import { subjectsOf } from "../fold/order/application.ts";
import { type LiveOrder, livesOn } from "../fold/order/live-order.ts";
import type { OrderState } from "../fold/order-state.ts";

/**
 * Orders against somebody of the same name who is written with another birthday. They can be two people, or one whose birthday was typed wrongly somewhere:
 * no program knows which. So such an order is neither taken for one of the subject, nor compared, nor left out: it is said to be looked at.
 */

/** How such an order is called wherever it stands. */
export const anotherBirthday = "one of this name, with another birthday";

/** Orders that were found by a name, parted by the birthday. Without a day on one of both sides nothing tells them apart: they are of the subject. */
export function partedByBirthday(
  mine: readonly OrderState["subject"][],
  found: readonly OrderState[],
): { readonly others: readonly OrderState[]; readonly namesakes: readonly OrderState[] } {
  // A birthday that was written after the court had another is one of two: who has either can be this person.
  const isAnother = (one: OrderState): boolean =>
    mine.every(({ born: my }) => subjectsOf(one).every(({ born }) => my !== undefined && born !== undefined && born.day !== my.day));
  return { others: found.filter((one) => !isAnother(one)), namesakes: found.filter(isAnother) };
}

/** A live order of somebody of this name with another birthday. */
export interface NamesakeOrder {
  /** As people name it: the number of another force, where it is theirs. */
  readonly shown: string;
  readonly force: string;
  readonly which: LiveOrder["which"];
  readonly made: string;
}

/** Those that live on a civil day, "2026-12-02". */
export function namesakesLive(namesakes: readonly OrderState[], today: string): readonly NamesakeOrder[] {
  return namesakes.flatMap(({ order, typed, force, orders }) =>
    orders
      .filter((one) => livesOn(one, today))
      .map(({ which, made }): NamesakeOrder => ({ shown: typed?.theirs ?? order, force, which, made })),
  );
}
