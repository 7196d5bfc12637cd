import { listFiles } from "../sql/intake/list-files.ts";
import type { IntakeWorld } from "./intake-store.ts";

/** Takes away files that no row speaks of: a run ended between file and row, or between taking away the row and the file. */
export async function removeUnnamed({ database, blobs }: IntakeWorld): Promise<void> {
  const { letters, uploads } = await listFiles(database.db);
  const named = new Set([...letters, ...uploads.map(({ id }) => id)]);
  for (const name of await blobs.names()) if (!named.has(name)) await blobs.remove(name);
}
