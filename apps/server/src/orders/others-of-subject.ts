import { type OrderEvent, type OrderIntent, type OrderState, foldOrder, partedByBirthday, subjectsOf } from "@unmask/case";
import type { Instant } from "@unmask/core";
import type { Transaction } from "kysely";
import { asMachine } from "../access/as-machine.ts";
import type { CaseCall } from "../desk/find-case.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { ordersClosedTo } from "../sql/case/barred.ts";
import { readOrders } from "../sql/case/order-events.ts";
import { ordersOfSubject } from "../sql/case/order-names.ts";
import type { OrderPaper } from "../sql/case/order-papers.ts";
import { foldedName } from "./folded-name.ts";
import { deskLawOfOrders } from "./order-laws.ts";

/** The other orders of a subject, as far as they are open to an officer, and those that are not. */
export interface OthersOfSubject extends ReturnType<typeof partedByBirthday> {
  /** Of this subject, in a case that is closed to the officer: a decision is held against them, and nothing of them is told (docs/access.md). */
  readonly closed: readonly OrderState[];
  readonly hidden: HiddenFrom;
}

/** What of an order is hidden from an officer, because it tells of another order whose case is closed to them. */
interface HiddenFrom {
  readonly officer: string;
  /** Every order that is closed to the officer, of whomever. */
  readonly orders: ReadonlySet<string>;
  /** Since when one of this subject, or of one of their name, stands here. Null: there is none. */
  readonly since: Instant | null;
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
  const hidden = await ordersClosedTo(tx, { force, officer });
  const asked =
    intent !== undefined && (intent.kind === "application-begun" || intent.kind === "order-typed") ? intent.body.subject : undefined;
  const mine = asked === undefined ? subjectsOf(state) : [asked];
  const names = mine.flatMap(({ name, otherNames = [] }) => [name, ...otherNames]).map(foldedName);
  const found = (await ordersOfSubject(tx, force, names)).filter((one) => one !== state.order);
  const states = [...(await readOrders(tx, force, found))].map(([id, events]) => foldOrder(id, events, deskLawOfOrders));
  const { others, namesakes } = partedByBirthday(mine, states);
  const isClosed = ({ order: one }: OrderState): boolean => hidden.has(one);
  const begun = [...others, ...namesakes].filter(isClosed).flatMap(({ log }) => log[0]?.recorded ?? []);
  const [since = null] = begun.toSorted((one, other) => one - other);
  return {
    others: others.filter((one) => !isClosed(one)),
    namesakes: namesakes.filter((one) => !isClosed(one)),
    closed: others.filter(isClosed),
    hidden: { officer, orders: hidden, since },
  };
}

/** What of an order is hidden from the officer of a call; most officers have no case closed to them, and for them nothing more is read. */
export async function hiddenOfOrder(call: CaseCall, order: string, events: readonly OrderEvent[]): Promise<HiddenFrom> {
  const { tx, parts } = call;
  const who = { force: parts.force.id, officer: call.officer.id };
  return asMachine(tx, call, async () => {
    if ((await ordersClosedTo(tx, who)).size === 0) return { officer: who.officer, orders: new Set(), since: null };
    return (await othersOfSubject(tx, who, foldOrder(order, events, deskLawOfOrders))).hidden;
  });
}

/** Events of an order without those that tell of an order that is closed to whoever reads them. */
export function withoutHidden(events: readonly OrderEvent[], hidden: HiddenFrom): readonly OrderEvent[] {
  return events.filter((event) => {
    if (event.kind === "bundle-made") return !isHiddenDraft({ by: event.by, made: event.recorded }, hidden);
    return event.kind !== "pair-settled" || !hidden.orders.has(event.body.other);
  });
}

/** Whether a draft can name an order that is closed to whoever asks for it: it was made by somebody else while there was one. */
function isHiddenDraft({ by, made }: { readonly by: string; readonly made: Instant }, { officer, since }: HiddenFrom): boolean {
  return since !== null && by !== officer && made >= since;
}

/** Papers of an order as far as they are open to whoever asks. */
export function withoutHiddenDrafts<Row extends Pick<OrderPaper, "kind" | "made" | "by_whom">>(
  papers: readonly Row[],
  hidden: HiddenFrom,
): readonly Row[] {
  return papers.filter(({ kind, made, by_whom: by }) => kind !== "draft" || !isHiddenDraft({ by, made }, hidden));
}
