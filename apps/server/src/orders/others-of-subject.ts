import { type OrderEvent, type OrderIntent, type OrderState, foldOrder, partedByBirthday, subjectsOf } from "@unmask/case";
import type { Transaction } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { ordersClosedTo } from "../sql/case/barred.ts";
import { readOrders } from "../sql/case/order-events.ts";
import { ordersOfSubject } from "../sql/case/order-names.ts";
import { foldedName } from "./folded-name.ts";
import { deskLawOfOrders } from "./order-laws.ts";

/** The other orders of a subject, as far as they are open to an officer, and those that are not. */
export interface OthersOfSubject extends ReturnType<typeof partedByBirthday> {
  /** Of this subject, in a case that is closed to the officer: a decision is held against them, and nothing of them is told (docs/access.md). */
  readonly closed: readonly OrderState[];
  /** Every order that is closed to the officer, of whomever. */
  readonly closedIds: ReadonlySet<string>;
}

/**
 * The other orders of the same subject, of any force, as they were made or typed in: found by name, since a copy of another force holds nothing else; those
 * of one with another birthday stand apart, to be looked at. Whether one of them lives is for whoever reads them. Asked as the machine.
 */
export async function othersOfSubject(
  tx: Transaction<CaseTables>,
  { force, officer }: { readonly force: string; readonly officer: string },
  state: OrderState,
  intent?: OrderIntent,
): Promise<OthersOfSubject> {
  const closedIds = await ordersClosedTo(tx, { force, officer });
  const begun =
    intent !== undefined && (intent.kind === "application-begun" || intent.kind === "order-typed") ? intent.body.subject : undefined;
  const mine = begun === undefined ? subjectsOf(state) : [begun];
  const names = mine.flatMap(({ name, otherNames = [] }) => [name, ...otherNames]).map(foldedName);
  const found = (await ordersOfSubject(tx, force, names)).filter((one) => one !== state.order);
  const states = [...(await readOrders(tx, force, found))].map(([id, events]) => foldOrder(id, events, deskLawOfOrders));
  const { others, namesakes } = partedByBirthday(mine, states);
  const isClosed = ({ order: one }: OrderState): boolean => closedIds.has(one);
  return {
    others: others.filter((one) => !isClosed(one)),
    namesakes: namesakes.filter((one) => !isClosed(one)),
    closed: others.filter(isClosed),
    closedIds,
  };
}

/** Events of an order without those that tell of an order that is closed to whoever reads them. */
export function withoutClosed(events: readonly OrderEvent[], closed: ReadonlySet<string>): readonly OrderEvent[] {
  return events.filter((event) => event.kind !== "pair-settled" || !closed.has(event.body.other));
}
