import type { Instant } from "@unmask/core";
import { type DecidedPair, type FoundLinks, type IndexPart, suggestLinks } from "@unmask/link";
import type { Transaction } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { type LinkRow, pairsOf } from "../sql/case/link-pairs.ts";
import { askPart, postingsShared } from "../sql/case/postings.ts";

/** Which other reports show what one report shows, beside what was suggested and decided before. */

/** What was found for one report. */
export interface FoundForReport extends FoundLinks {
  /** Pairs that stand already, decided or not. */
  readonly known: readonly LinkRow[];
}

/** Asks every part of the index; there is one here. A part that does not answer is told, and never taken for "no link". */
export async function findLinks(
  tx: Transaction<CaseTables>,
  { force, report, now }: { readonly force: string; readonly report: string; readonly now: Instant },
): Promise<FoundForReport> {
  const known = await pairsOf(tx, force, [report]);
  const parts: readonly IndexPart[] = [await askPart(tx, () => postingsShared(tx, force, report))];
  return { ...suggestLinks(report, parts, { decided: known.flatMap(decidedOf), now }), known };
}

/** A pair that nobody answered, or that waits for a second person, is suggested as it stands and not again. */
function decidedOf({ one, other, keys, again }: LinkRow): readonly DecidedPair[] {
  return [{ reports: [one, other], keys: keysOf(keys), ...(again !== null && { opensAgain: again }) }];
}

/** The keys of a pair as they are kept. */
export function keysOf(keys: unknown): readonly string[] {
  return Array.isArray(keys) ? keys.filter((key): key is string => typeof key === "string") : [];
}

/** How far the index answered, in the words of the screen. */
export function saySearched({ answered, of }: FoundLinks["searched"]): string {
  const parts = `Searched: ${answered} of ${of} part${of === 1 ? "" : "s"} of the index.`;
  return answered < of ? `Incomplete. ${parts} What the rest holds is not known.` : parts;
}
