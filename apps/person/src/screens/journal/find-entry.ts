import type { ShownEntry } from "../../vault/protocol.ts";
import type { KeptHere } from "../../vault/use-vault.ts";

/** Entries asked for at once. */
const atOnce = 200;

/** The entry of a number; undefined where there is none, or the journal cannot be read. */
export async function findEntry({ ask }: Pick<KeptHere, "ask">, number: number): Promise<ShownEntry | undefined> {
  for (let from = 0; ; from += atOnce) {
    const answer = await ask({ ask: "entries", from, count: atOnce });
    if (answer.answer !== "entries" || answer.entries.length === 0) return undefined;
    const found = answer.entries.find(({ entry }) => entry.counter === number);
    if (found !== undefined || from + atOnce >= answer.total) return found;
  }
}
