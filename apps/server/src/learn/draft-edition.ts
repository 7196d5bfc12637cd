import {
  type KeptEdition,
  type LearnFacts,
  civilDayOf,
  countsOf,
  editionsToJson,
  isAsPublished,
  makeEdition,
  monthAfter,
  monthOf,
} from "@unmask/case";
import type { Instant } from "@unmask/core";
import { sha256HexOf, textToBytes } from "@unmask/seal";

/** What could be published next of each closed month. */

/** Months that are looked at, at most, the newest: a working life of a force. */
const mostMonths = 600;

/** A closed month. */
export interface ClosedMonth {
  /** "2026-10" */
  readonly month: string;
  /** "2026-10/1": its last edition; null: none yet. */
  readonly last: string | null;
  /** Whether its counts are others than in that edition: there is something to publish. */
  readonly hasChanged: boolean;
}

/** Every closed month from the first of which something is counted, the newest first. */
export function closedMonths(facts: LearnFacts, ledger: readonly KeptEdition[], now: Instant): readonly ClosedMonth[] {
  const running = monthOf(now);
  const first = [...monthsIn(facts), ...ledger.map(({ month }) => month)].reduce(
    (least, month) => (month < least ? month : least),
    running,
  );
  const months: string[] = [];
  for (let month = first; month < running; month = monthAfter(month)) months.push(month);
  return months
    .slice(-mostMonths)
    .toReversed()
    .map((month) => {
      const last = ledger.findLast((one) => one.month === month);
      return { month, last: last?.edition ?? null, hasChanged: !isAsPublished(countsOf(facts, month), ledger) };
    });
}

function monthsIn({ reports, outcomes, ofOrders }: LearnFacts): readonly string[] {
  const orders = ofOrders?.orders.flatMap(({ sought, made, refused }) => [sought, made, refused].filter((month) => month !== null)) ?? [];
  return [...reports.map(({ month }) => month), ...outcomes.map(({ month }) => month), ...orders, ...(ofOrders?.breaches ?? [])];
}

/** The next edition of a month, as it would be published now. */
export function draftOf(
  facts: LearnFacts,
  ledger: readonly KeptEdition[],
  { month, now }: { readonly month: string; readonly now: Instant },
): KeptEdition {
  return makeEdition(countsOf(facts, month), ledger, civilDayOf(now));
}

/** The SHA-256 of what would be handed out: who publishes it has read these numbers and no others. */
export function markOf(edition: KeptEdition): string {
  return sha256HexOf(textToBytes(editionsToJson([edition])));
}
