import type { CaseEvent } from "../event.ts";
import { type OrderLawOf, type OrderState, foldOrderAt } from "../fold/order-state.ts";
import type { OrderEvent } from "../order-event.ts";

/** What a case relies on: what a bundle or a decision names (docs/formats/disclosure.md). All else that is held is on the schedule. */

/** An exhibit of a case, by its key and by the number that people write. */
export interface NumberedExhibit {
  readonly key: string;
  readonly number: string;
}

/** An application as it stood in a bundle that was made of it, or when it was lodged. */
export interface BundledDraft extends Pick<OrderState, "order" | "draft"> {
  /** Numbers of the exhibits on which the lines of its first page rest. */
  readonly facts: readonly string[];
}

/** An application as it stood each time, and as it stands: a draft of which no bundle was made is not relied on yet. */
export function bundledStates(
  order: string,
  events: readonly OrderEvent[],
  lawOf: OrderLawOf,
): { readonly states: readonly OrderState[]; readonly last: OrderState } {
  return foldOrderAt(order, events, { lawOf, isAsked: ({ kind }) => kind === "bundle-made" || kind === "lodged" });
}

/** Keys of what is relied on, by what these events and bundles name: what a bundle says of criteria and conditions, too. */
export function reliedOn(
  events: readonly CaseEvent[],
  bundled: readonly BundledDraft[],
  exhibits: readonly NumberedExhibit[],
): ReadonlySet<string> {
  const entries = [
    ...events.flatMap((one) => (one.kind === "inference-recorded" ? one.body.rests.map((number) => `case/${number}`) : [])),
    ...bundled.flatMap(({ order, draft }) => [...draft.criteria, ...draft.conditions].map(({ number }) => `${order}/${number}`)),
  ];
  const named = [
    ...events.flatMap((one) => (one.kind === "decision-written" ? [one.body.says, one.body.reason] : [])),
    ...bundled.flatMap(namedInBundle),
  ];
  const shown = exhibits.filter(({ number }) => named.some((words) => names(words, number))).map(({ key }) => key);
  return new Set([...entries, ...shown]);
}

function namedInBundle({ draft, facts }: BundledDraft): readonly string[] {
  return [
    ...facts,
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
