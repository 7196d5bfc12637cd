import {
  type CaseState,
  type LearnFacts,
  civilDayOf,
  foldCase,
  foldOrder,
  foldReport,
  orderFacts,
  outcomeFact,
  reportFact,
} from "@unmask/case";
import type { Transaction } from "kysely";
import { deskLawOfOrders } from "../orders/order-laws.ts";
import { readStreams, streamsAfter } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { countedActs } from "../sql/case/counted-acts.ts";
import { ordersAfter, readOrders } from "../sql/case/order-events.ts";

/** Streams that are folded at once: what they hold must fit memory. */
const streamsAtOnce = 200;

/** What a force counts, from its events and the acts of its packs; never from the access log. The transaction asks as the machine. */
export async function learnFactsIn(tx: Transaction<CaseTables>, force: string): Promise<LearnFacts> {
  const { outcomes, recorded } = await ofCases(tx, force);
  const { reports, firstByCase } = await ofReports(tx, force, recorded);
  return { reports, outcomes, ofOrders: await ofOrders(tx, force, firstByCase) };
}

/** How each case is recorded. */
type Recorded = ReadonlyMap<string, Pick<CaseState, "offence">>;

async function ofCases(tx: Transaction<CaseTables>, force: string) {
  const outcomes: LearnFacts["outcomes"][number][] = [];
  const recorded = new Map<string, Pick<CaseState, "offence">>();
  for await (const ids of pages((after) => streamsAfter(tx, force, { of: "case", after, limit: streamsAtOnce }))) {
    for (const [id, events] of await readStreams(tx, force, { of: "case", ids })) {
      const state = foldCase(id, events);
      recorded.set(id, { offence: state.offence });
      const outcome = outcomeFact(state);
      if (outcome !== undefined) outcomes.push(outcome);
    }
  }
  return { outcomes, recorded };
}

async function ofReports(tx: Transaction<CaseTables>, force: string, recorded: Recorded) {
  const reports: LearnFacts["reports"][number][] = [];
  const firstByCase = new Map<string, string>();
  for await (const ids of pages((after) => streamsAfter(tx, force, { of: "report", after, limit: streamsAtOnce }))) {
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
  firstByCase: ReadonlyMap<string, string>,
): Promise<NonNullable<LearnFacts["ofOrders"]>> {
  const orders: NonNullable<LearnFacts["ofOrders"]>["orders"][number][] = [];
  const breaches: string[] = [];
  for await (const ids of pages((after) => ordersAfter(tx, force, { after, limit: streamsAtOnce }))) {
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
