import { type TellsOf, createTellsOf, foldCase, foldOrder, foldReport } from "@unmask/case";
import type { Transaction } from "kysely";
import { deskLawOfOrders } from "../orders/order-laws.ts";
import { readStreams } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { entriesSaying, entriesWithWords, wordsBesideNoCase } from "../sql/case/erased-words.ts";
import type { ErasureScope } from "../sql/case/erasing.ts";
import { readOrders } from "../sql/case/order-events.ts";

/**
 * Entries of the log whose words go with a case: those that name it, and those that name neither a case nor a report (a search, a list that was looked
 * at) but in whose words somebody wrote its number or a name of somebody in it, in whatever spelling (packages/case/src/retention/tells-of.ts).
 */

/** Numbers of entries, in order. */
export interface EntriesOfErased {
  /** Their words go. */
  readonly clear: readonly number[];
  /** Their words can be of somebody in it, and stay: they are listed for the two who decide. */
  readonly unclear: readonly number[];
}

/** Which they are. It reads what stands of the case: it is asked before the rows go. */
export async function entriesToClear(tx: Transaction<CaseTables>, scope: ErasureScope): Promise<EntriesOfErased> {
  const tellsOf = createTellsOf({ ...scope, names: await namesIn(tx, scope) });
  const said: Record<TellsOf, string[]> = { certainly: [], unclear: [], no: [] };
  for (const words of await wordsBesideNoCase(tx)) said[tellsOf(words)].push(words);
  const own = await entriesWithWords(tx, scope);
  const others = await entriesSaying(tx, said.certainly);
  return { clear: [...own, ...others].sort((one, other) => one - other), unclear: await entriesSaying(tx, said.unclear) };
}

/** Names of everybody in it, as they were written: who reports and for whom, people of the case, whom an order binds, by every name that was told or found, and whom it protects or was to protect. */
async function namesIn(tx: Transaction<CaseTables>, { force, case: ref, reports, orders }: ErasureScope): Promise<readonly string[]> {
  const names = new Set<string | null | undefined>();
  for (const [id, events] of await readStreams(tx, force, { of: "report", ids: reports })) {
    const { who, nameInPack } = foldReport(id, events);
    for (const name of [who?.name, who?.forName, nameInPack]) names.add(name);
  }
  for (const [id, events] of await readStreams(tx, force, { of: "case", ids: ref === null ? [] : [ref] }))
    for (const { name } of foldCase(id, events).persons) names.add(name);
  for (const [id, events] of await readOrders(tx, force, orders)) {
    const order = foldOrder(id, events, deskLawOfOrders);
    for (const one of [order.subject, ...order.subjectBefore.map((before) => before.subject)])
      for (const name of [one.name, ...(one.otherNames ?? [])]) names.add(name);
    for (const { name } of [...order.draft.protects, ...order.draft.notProtected, ...order.names]) names.add(name);
    for (const one of order.attendances) for (const name of one.names) names.add(name);
  }
  return [...names].flatMap((name) => (name !== null && name !== undefined && name.trim() !== "" ? [name.trim()] : []));
}
