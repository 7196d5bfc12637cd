import { type CaseEvent, type Intent, type Stream, answerInWords, cutWords, decideCase, desk, foldCase, foldReport } from "@unmask/case";
import type { Instant } from "@unmask/core";
import type { Transaction } from "kysely";
import { putEvents, readStream } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { queueRuleOf } from "./desk-rules.ts";
import { openAgain } from "./open-again.ts";
import { project, proposeOfReport } from "./project.ts";

/** How the machine writes what arrived: at the end of the report's events, with everything that is read from them. */

/** To which report something came, and when. */
export interface Arrival {
  readonly force: { readonly id: string; readonly name: string };
  readonly report: string;
  readonly happened: Instant;
  readonly recorded: Instant;
}

/** Writes what arrived, in its order. What a person wrote to a case stands in that case as well, and opens it where it was closed; so do words in a report that is read as one with it. */
export async function writeArrival(tx: Transaction<CaseTables>, arrival: Arrival, intents: readonly Intent[]): Promise<void> {
  const { force, report } = arrival;
  const stream = { of: "report", id: report } as const;
  const before = await readStream(tx, force.id, stream);
  const events = numbered(arrival, stream, before.length, intents);
  await putEvents(tx, force.id, events);
  await project(tx, { force: force.id, rule: await queueRuleOf(tx, force) }, stream);
  if (intents.some(({ kind }) => kind === "pack-opened")) await proposeOfReport(tx, force.id, report);
  const ofCase = foldReport(report, before).case;
  if (ofCase !== null) await tellItsCase(tx, arrival, ofCase, intents);
  await openAgain(tx, { force: force.id, rule: await queueRuleOf(tx, force) }, events);
}

async function tellItsCase(tx: Transaction<CaseTables>, arrival: Arrival, ofCase: string, intents: readonly Intent[]): Promise<void> {
  for (const intent of intents) {
    if (intent.kind !== "answer-received") continue;
    const says = answerInWords(intent.body);
    // A danger stands in the report alone, which is the case's: written into both it would be two, and whoever is at one would not be at the other.
    if (says === undefined && intent.body.packs === 0) continue;
    // Whether it is a question, an officer says by answering it: until then it stands.
    await tellCase(tx, arrival, ofCase, { kind: "she-wrote", body: { says: cutWords(says ?? withoutWords), asks: true } });
  }
}

/** What arrives closes nothing and records no offence: it is held against neither codes nor other reports. */
const nothingBeside = { table: null, reports: [] } as const;

/** What stands where words would, when she adds a pack and says nothing. */
const withoutWords = "[A pack without words]";

async function tellCase(tx: Transaction<CaseTables>, { force, happened, recorded }: Arrival, id: string, intent: Intent): Promise<void> {
  const stream = { of: "case", id } as const;
  const state = foldCase(id, await readStream(tx, force.id, stream));
  const decided = decideCase({ ...intent, stream, saw: state.number, by: desk, happened }, state, nothingBeside, recorded);
  if (!decided.done) throw new Error(`what a person wrote does not go into case ${id}`);
  await putEvents(tx, force.id, decided.events);
  await project(tx, { force: force.id, rule: await queueRuleOf(tx, force) }, stream);
}

function numbered({ happened, recorded }: Arrival, stream: Stream, before: number, intents: readonly Intent[]): readonly CaseEvent[] {
  return intents.map((intent, i) => ({ stream, number: before + i + 1, happened, recorded, by: desk, ...intent }));
}
