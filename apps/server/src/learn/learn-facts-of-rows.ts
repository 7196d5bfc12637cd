import { type CaseState, type LearnFacts, type ReportState, foldCase, foldReport, outcomeFact, reportFact } from "@unmask/case";
import type { Transaction } from "kysely";
import { type MachineRows, machineTransaction } from "../access/as-machine.ts";
import { readStreams, streamsAfter } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { countedActs } from "../sql/case/counted-acts.ts";

/** Streams that are folded at once: what they hold must fit memory. */
const streamsAtOnce = 200;

/** What a force counts, from its events and the acts of its packs; never from the access log. It keeps no orders here yet, so none is counted. */
export function learnFactsOf(database: MachineRows, force: string): Promise<LearnFacts> {
  return machineTransaction(database, async (tx) => {
    const outcomes: LearnFacts["outcomes"][number][] = [];
    const recorded = new Map<string, Pick<CaseState, "offence">>();
    for await (const ids of pages(tx, force, "case")) {
      for (const [id, events] of await readStreams(tx, force, { of: "case", ids })) {
        const state = foldCase(id, events);
        recorded.set(id, { offence: state.offence });
        const outcome = outcomeFact(state);
        if (outcome !== undefined) outcomes.push(outcome);
      }
    }
    const reports: LearnFacts["reports"][number][] = [];
    for await (const ids of pages(tx, force, "report")) {
      const acts = await countedActs(tx, force, ids);
      for (const [id, events] of await readStreams(tx, force, { of: "report", ids })) {
        const state: ReportState = foldReport(id, events);
        const fact = reportFact(state, state.case === null ? undefined : recorded.get(state.case), acts.get(id) ?? []);
        if (fact !== undefined) reports.push(fact);
      }
    }
    return { reports, outcomes, ofOrders: null };
  });
}

async function* pages(tx: Transaction<CaseTables>, force: string, of: "case" | "report"): AsyncGenerator<readonly string[], void> {
  for (let after = ""; ;) {
    const ids = await streamsAfter(tx, force, { of, after, limit: streamsAtOnce });
    if (ids.length > 0) yield ids;
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
