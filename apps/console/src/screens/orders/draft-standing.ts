import { type ComparedPair, type OrderState, compareConditions, draftLacks, londonDay } from "@unmask/case";
import { type Instant, civilFromDays, civilToIso } from "@unmask/core";
import type { OrderPage } from "../../desk/order-page.ts";

/** How a draft stands: what it lacks before it can go on, and its conditions beside those of every other live order. The server decides by the same functions. */

/** Something that keeps the draft from going on. */
export interface Lacking {
  readonly rule: string;
  readonly section?: string;
  readonly says: string;
}

/** Whether a pair keeps the draft from going on: in conflict or not compared, and nobody said in words how it stands. */
export function isOpen({ mine, theirs, found }: ComparedPair, { draft }: Pick<OrderState, "draft">): boolean {
  const isSettled = draft.settled.some(
    (one) => one.other === theirs.order && one.theirCondition === theirs.condition && one.condition === mine,
  );
  return (found === "conflict" || found === "not-compared") && !isSettled;
}

/** Every condition of the draft beside every one of the live orders of the same person. */
export function pairsOfPage({ state, others }: Pick<OrderPage, "state" | "others">): readonly ComparedPair[] {
  const theirs = others.flatMap(({ order, orders }) => {
    const live = orders.findLast(({ stage }) => stage === "lives");
    return (live?.conditions ?? []).map((condition) => ({ order, condition }));
  });
  const nameOf = (person: string, order?: string): string | undefined =>
    order === undefined ? state.draft.protects.find((one) => one.person === person)?.name : undefined;
  return compareConditions(state.draft.conditions, theirs, nameOf);
}

/** All that the draft lacks, in the order of the screen. */
export function lacksOfPage(page: OrderPage, now: Instant): readonly Lacking[] {
  const { state, law } = page;
  const pairs = pairsOfPage(page).filter((pair) => isOpen(pair, state));
  return [
    ...draftLacks(state, { law, others: [] }, civilToIso(civilFromDays(londonDay(now)))),
    ...pairs.map(({ mine, theirs, found }) => ({
      rule: "compatible",
      ...sectionOf(law.section("compatible")?.section),
      says: `Condition ${mine} and condition ${theirs.condition} of ${theirs.order} ${found === "conflict" ? "conflict" : "were not compared"}: say how it stands.`,
    })),
  ];
}

function sectionOf(section: string | undefined): { readonly section?: string } {
  return section === undefined ? {} : { section };
}
