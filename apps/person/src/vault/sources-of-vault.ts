import { type Result, type Source, ok } from "@unmask/core";
import { textToBytes } from "@unmask/seal";
import { type Vault, type VaultFailure, listOriginals, openOriginal, readJournal } from "@unmask/vault";

/** The journal as a pack has it among its originals (docs/formats/entry.md). */
const journalName = "journal.jsonl";

/**
 * All that a vault holds as evidence: its originals, read by position, and the journal as one file. What is missing or was changed is left out here; a
 * check names it.
 */
export async function sourcesOfVault(vault: Vault): Promise<Result<readonly Source[], VaultFailure>> {
  const originals = await listOriginals(vault);
  if (!originals.ok) return originals;
  const sources: Source[] = [];
  for (const original of originals.value) {
    const opened = await openOriginal(vault, original);
    if (opened.ok) sources.push(opened.value);
  }
  const { lines } = await readJournal(vault);
  const lineByCounter = new Map(lines.map(({ counter, line }) => [counter, line]));
  // What is lost keeps its place: line n is the line with counter n.
  const whole = Array.from({ length: lines.at(-1)?.counter ?? 0 }, (_, i) => `${lineByCounter.get(i + 1) ?? ""}\n`).join("");
  if (whole !== "") sources.push(sourceOfBytes(journalName, textToBytes(whole)));
  return ok(sources);
}

function sourceOfBytes(name: string, bytes: Uint8Array): Source {
  return { name, size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
}
