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
 * Runs what keeps papers and then names them in a row. Where it did not come to that, by a refusal or a fault, the files go; where a fault came after the
 * commit, they stay, since a row names them.
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
  let reply: DeskReply | undefined;
  try {
    reply = await run(noted);
    return reply;
  } finally {
    if (reply?.status === 200) for (const name of begun) await parts.keptPapers.end(name, true);
    // With no rows to ask, they stay begun until the next start asks.
    else await endPapers(parts, begun).catch(() => "the next start ends them");
  }
}
