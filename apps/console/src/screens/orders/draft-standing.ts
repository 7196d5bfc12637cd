import { type ComparedPair, compareConditions, conditionsOfLive, draftLacks, isOpenPair, londonDay } from "@unmask/case";
import { type Instant, civilFromDays, civilToIso } from "@unmask/core";
import type { OrderPage } from "../../desk/order-page.ts";

/** How a draft stands: what it lacks before it can go on, and its conditions beside those of every other live order. The server decides by the same functions. */

/** Something that keeps the draft from going on. */
export interface Lacking {
  readonly rule: string;
  readonly section?: string;
  readonly says: string;
}

/** Every condition of the draft beside every one of the live orders of the same person. */
export function pairsOfPage({ state, others }: Pick<OrderPage, "state" | "others">): readonly ComparedPair[] {
  const theirs = others.flatMap(({ order, orders }) =>
    conditionsOfLive(
      order,
      orders.filter(({ stage }) => stage === "lives").map(({ conditions }) => conditions),
    ),
  );
  const nameOf = (person: string, order?: string): string | undefined =>
    order === undefined ? state.draft.protects.find((one) => one.person === person)?.name : undefined;
  return compareConditions(state.draft.conditions, theirs, nameOf);
}

/** All that the draft lacks, in the order of the screen. */
export function lacksOfPage(page: OrderPage, now: Instant): readonly Lacking[] {
  const { state, law } = page;
  const pairs = pairsOfPage(page).filter((pair) => isOpenPair(pair, state.draft));
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
