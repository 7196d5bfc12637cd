import {
  type CaseState,
  type LearnFacts,
  civilDayOf,
  foldCase,
  foldOrder,
  foldReport,
  orderFacts,
  outcomeFact,
  parseErasedLine,
  reportFact,
} from "@unmask/case";
import type { Transaction } from "kysely";
import { deskLawOfOrders } from "../orders/order-laws.ts";
import { readStreams, streamsAfter } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { countedActs } from "../sql/case/counted-acts.ts";
import { erasedLines } from "../sql/case/erasing.ts";
import { ordersAfter, readOrders } from "../sql/case/order-events.ts";

/** Streams that are folded at once: what they hold must fit memory. */
const streamsAtOnce = 200;

/** What a force counts, from its events and the acts of its packs; never from the access log. The transaction asks as the machine. */
export async function learnFactsIn(tx: Transaction<CaseTables>, force: string): Promise<LearnFacts> {
  const standing = await factsOf(tx, force, {
    case: pages((after) => streamsAfter(tx, force, { of: "case", after, limit: streamsAtOnce })),
    report: pages((after) => streamsAfter(tx, force, { of: "report", after, limit: streamsAtOnce })),
    order: pages((after) => ordersAfter(tx, force, { after, limit: streamsAtOnce })),
  });
  return (await factsOfErased(tx, force)).reduce(added, standing);
}

/** What is counted of these streams alone: it is kept when they are erased, so that no edition changes. */
export function learnFactsOfSome(
  tx: Transaction<CaseTables>,
  force: string,
  {
    cases,
    reports,
    orders,
  }: { readonly cases: readonly string[]; readonly reports: readonly string[]; readonly orders: readonly string[] },
): Promise<LearnFacts> {
  return factsOf(tx, force, { case: [cases], report: [reports], order: [orders] });
}

/** Names of streams of each sort, in pages. */
type Pages = AsyncIterable<readonly string[]> | Iterable<readonly string[]>;

async function factsOf(
  tx: Transaction<CaseTables>,
  force: string,
  of: { readonly case: Pages; readonly report: Pages; readonly order: Pages },
): Promise<LearnFacts> {
  const { outcomes, recorded } = await ofCases(tx, force, of.case);
  const { reports, firstByCase } = await ofReports(tx, force, of.report, recorded);
  return { reports, outcomes, ofOrders: await ofOrders(tx, force, of.order, firstByCase) };
}

/** What was counted of cases that are no more. */
async function factsOfErased(tx: Transaction<CaseTables>, force: string): Promise<readonly LearnFacts[]> {
  return (await erasedLines(tx, force)).map((line) => {
    const read = parseErasedLine(line);
    if (!read.ok) throw new Error(`what was kept of an erased case is damaged in the database: ${read.error}`);
    return read.value.facts;
  });
}

function added(sum: LearnFacts, { reports, outcomes, ofOrders: orders }: LearnFacts): LearnFacts {
  return {
    reports: [...sum.reports, ...reports],
    outcomes: [...sum.outcomes, ...outcomes],
    ofOrders: {
      orders: [...(sum.ofOrders?.orders ?? []), ...(orders?.orders ?? [])],
      breaches: [...(sum.ofOrders?.breaches ?? []), ...(orders?.breaches ?? [])],
    },
  };
}

/** How each case is recorded. */
type Recorded = ReadonlyMap<string, Pick<CaseState, "offence">>;

async function ofCases(tx: Transaction<CaseTables>, force: string, cases: Pages) {
  const outcomes: LearnFacts["outcomes"][number][] = [];
  const recorded = new Map<string, Pick<CaseState, "offence">>();
  for await (const ids of cases) {
    for (const [id, events] of await readStreams(tx, force, { of: "case", ids })) {
      const state = foldCase(id, events);
      recorded.set(id, { offence: state.offence });
      const outcome = outcomeFact(state);
      if (outcome !== undefined) outcomes.push(outcome);
    }
  }
  return { outcomes, recorded };
}

async function ofReports(tx: Transaction<CaseTables>, force: string, those: Pages, recorded: Recorded) {
  const reports: LearnFacts["reports"][number][] = [];
  const firstByCase = new Map<string, string>();
  for await (const ids of those) {
    const acts = await countedActs(tx, force, ids);
    for (const [id, events] of await readStreams(tx, force, { of: "report", ids })) {
      const state = foldReport(id, events);
      const fact = reportFact(state, state.case === null ? undefined : recorded.get(state.case), acts.get(id) ?? []);
      if (fact !== undefined) reports.push(fact);
      if (state.case === null || state.came === null) continue;
      const [came, first] = [civilDayOf(state.came), firstByCase.get(state.case)];
      if (first === undefined || came < first) firstByCase.set(state.case, came);
    }
  }
  return { reports, firstByCase };
}

async function ofOrders(
  tx: Transaction<CaseTables>,
  force: string,
  those: Pages,
  firstByCase: ReadonlyMap<string, string>,
): Promise<NonNullable<LearnFacts["ofOrders"]>> {
  const orders: NonNullable<LearnFacts["ofOrders"]>["orders"][number][] = [];
  const breaches: string[] = [];
  for await (const ids of those) {
    for (const [id, events] of await readOrders(tx, force, ids)) {
      const state = foldOrder(id, events, deskLawOfOrders);
      const facts = orderFacts(state, state.case === null ? undefined : firstByCase.get(state.case));
      for (const order of facts.orders) orders.push(order);
      for (const breach of facts.breaches) breaches.push(breach);
    }
  }
  return { orders, breaches };
}

/** Pages of names, each after the last of the one before. */
async function* pages(next: (after: string) => Promise<readonly string[]>): AsyncGenerator<readonly string[], void> {
  for (let after = ""; ;) {
    const ids = await next(after);
    if (ids.length > 0) yield ids;
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
