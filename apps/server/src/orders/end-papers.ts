import { machineTransaction } from "../access/as-machine.ts";
import type { DeskParts } from "../access/desk-parts.ts";
import type { DeskReply } from "../access/desk-route.ts";
import type { KeptPapers } from "../access/kept-papers.ts";
import { namedPapers } from "../sql/case/order-papers.ts";

/** What the files of papers and the rows that name them are asked by. */
type PaperParts = Pick<DeskParts, "database" | "keptPapers"> & { readonly force: { readonly id: string } };

/** Ends papers that were begun: the rows say which of them stay. At a start, all that a run before left; how many of them no row names. */
export async function endPapers({ database, force, keptPapers }: PaperParts, begun?: readonly string[]): Promise<number> {
  const names = begun ?? (await keptPapers.begun());
  if (names.length === 0) return 0;
  const named = await machineTransaction(database, (tx) => namedPapers(tx, force.id, names));
  for (const name of names) await keptPapers.end(name, named.has(name));
  return names.length - named.size;
}

/**
 * Runs what keeps papers and then names them in a row. What no row names then goes, by a refusal, by a fault, or since it was made before; where a fault came
 * after the commit it stays, since a row names it.
 */
export async function withPapersEnded(parts: DeskParts, run: (keptPapers: KeptPapers) => Promise<DeskReply>): Promise<DeskReply> {
  const begun: string[] = [];
  const noted: KeptPapers = {
    ...parts.keptPapers,
    keep: async (bytes) => {
      const kept = await parts.keptPapers.keep(bytes);
      if (kept.ok) begun.push(kept.value);
      return kept;
    },
  };
  try {
    return await run(noted);
  } finally {
    // With no rows to ask, they stay begun until the next start asks.
    await endPapers(parts, begun).catch(() => "the next start ends them");
  }
}
