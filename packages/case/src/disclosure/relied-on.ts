import type { CaseEvent } from "../event.ts";
import type { OrderState } from "../fold/order-state.ts";

/** What a case relies on: what a bundle or a decision names (docs/formats/disclosure.md). All else that is held is on the schedule. */

/** An exhibit of a case, by its key and by the number that people write. */
export interface NumberedExhibit {
  readonly key: string;
  readonly number: string;
}

/** Keys of what is relied on, by what these events and applications name. */
export function reliedOn(
  events: readonly CaseEvent[],
  orders: readonly Pick<OrderState, "application" | "draft">[],
  exhibits: readonly NumberedExhibit[],
): ReadonlySet<string> {
  const entries = events.flatMap((one) => (one.kind === "inference-recorded" ? one.body.rests.map((number) => `case/${number}`) : []));
  const named = [
    ...events.flatMap((one) => (one.kind === "decision-written" ? [one.body.says, one.body.reason] : [])),
    ...orders.flatMap(namedInBundle),
  ];
  const bundled = exhibits.filter(({ number }) => named.some((words) => names(words, number))).map(({ key }) => key);
  return new Set([...entries, ...bundled]);
}

/** What an application names of which a bundle was made, or which was lodged: a draft is not relied on yet. */
function namedInBundle({ application, draft }: Pick<OrderState, "application" | "draft">): readonly string[] {
  if (draft.bundles.length === 0 && application.lodged === null) return [];
  return [
    ...draft.criteria.flatMap(({ carries }) => carries.flatMap(({ exhibit }) => exhibit ?? [])),
    ...draft.conditions.flatMap(({ evidence }) => evidence),
  ];
}

/** Whether the words name the exhibit as a whole word: LA/1 is not named by LA/12. */
function names(words: string, number: string): boolean {
  for (let at = words.indexOf(number); at !== -1; at = words.indexOf(number, at + 1)) {
    const around = `${words[at - 1] ?? " "}${words[at + number.length] ?? " "}`;
    if (!/[\p{L}\p{N}/]/u.test(around)) return true;
  }
  return false;
}
