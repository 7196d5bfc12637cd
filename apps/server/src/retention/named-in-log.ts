import { foldCase, foldOrder, foldReport } from "@unmask/case";
import { wholeWord } from "@unmask/core";
import type { Transaction } from "kysely";
import { deskLawOfOrders } from "../orders/order-laws.ts";
import { readStreams } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { entriesHolding, entriesWithWords } from "../sql/case/erased-words.ts";
import type { ErasureScope } from "../sql/case/erasing.ts";
import { readOrders } from "../sql/case/order-events.ts";

/**
 * Entries of the log whose words go with a case: those that name it, and those that name neither a case nor a report (a search, a list that was looked
 * at) but in whose words somebody wrote its number or a name of somebody in it.
 */

/** Letters of a name that is looked for: a shorter one stands in every second sentence. */
const shortestName = 3;

/** Their numbers, in order. It reads what stands of the case: it is asked before the rows go. */
export async function entriesToClear(tx: Transaction<CaseTables>, scope: ErasureScope): Promise<readonly number[]> {
  const own = await entriesWithWords(tx, scope);
  const names = await namesIn(tx, scope);
  const signs = [...names, ...scope.reports, ...scope.orders, ...(scope.case === null ? [] : saidOfCase(scope.case))].map(plainWords);
  const asked = signs.map(wholeWord);
  const others = (await entriesHolding(tx, signs)).filter(({ words }) => {
    const plain = plainWords(words);
    return asked.some((one) => one.test(plain));
  });
  return [...own, ...others.map(({ number }) => number)].sort((one, other) => one - other);
}

/** How the number of a case is said: one with a nought before it is no year and no count, and is found alone. */
function saidOfCase(ref: string): readonly string[] {
  return ref.startsWith("0") ? [ref] : ["", "no ", "number "].map((of) => `case ${of}${ref}`);
}

/** Words with one space for whatever stands between them, without letters that nobody sees; a number behind letters stands alone. */
function plainWords(words: string): string {
  return words
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .replace(/(\p{L})(?=\p{N})/gu, "$1 ")
    .trim();
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
  return [...names].flatMap((name) => (name !== null && name !== undefined && name.trim().length >= shortestName ? [name.trim()] : []));
}
