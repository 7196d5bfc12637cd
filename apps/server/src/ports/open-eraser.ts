/** What an erasure works with, over the rows and files of a case folder whose lock the caller holds. */
import { type Instant, type Result, failed, ok } from "@unmask/core";
import { type SeenHead, isSetBack } from "../access-log/seen-head.ts";
import { startAccessLog } from "../access-log/access-log.ts";
import { type Eraser, eraseLines, standingAgain } from "../retention/erase.ts";
import { askAsOwner, mayErase, tablesErased, writeFolderAnew, writeTablesAnew } from "../sql/case/erasing.ts";
import type { CaseRows } from "./case-rows.ts";
import { deskRole } from "./desk-login.ts";
import { openErasedFiles, openErasedList } from "./erased-files.ts";

/** Clock, chance, and where the log has come to outside the database. */
export interface EraserParts {
  readonly seenHead: SeenHead;
  readonly now: () => Instant;
  readonly random: (size: number) => Uint8Array;
}

/** Opens it. Fails with a sentence where this login may take nothing away, or the log does not go on. */
export async function openEraser(
  folder: string,
  { database, force, logSigner }: CaseRows,
  { seenHead, now, random }: EraserParts,
): Promise<Result<Eraser, string>> {
  const may = await database.transaction(async (tx) => {
    await askAsOwner(tx);
    return mayErase(tx);
  });
  if (!may)
    return failed(
      "This login may take nothing away. Stop the server and erase with the owner's: unmask force retention --data DIR --database URL",
    );
  const log = await startAccessLog({ database, signer: logSigner, force: force.id, now, random, seenHead }).catch((error: unknown) => {
    if (!isSetBack(error)) throw error;
    return error.message;
  });
  if (typeof log === "string") return failed(log);
  return ok({
    database,
    force: force.id,
    files: await openErasedFiles(folder),
    now: now(),
    log,
    list: openErasedList(folder),
    writeAnew: () =>
      database.kind === "pglite" ? writeFolderAnew(database.db, tablesErased(), deskRole) : writeTablesAnew(database.db, tablesErased()),
  });
}

/** Erases again what stands again, after a kill or from an older copy; of how many lines. */
export async function eraseAgain(folder: string, rows: CaseRows, parts: EraserParts): Promise<Result<number, string>> {
  const list = openErasedList(folder);
  const at = { database: rows.database, force: rows.force.id, files: await openErasedFiles(folder) };
  const lines = await standingAgain(at, list);
  if (lines.length === 0 && !(await list.isUnfinished())) return ok(0);
  const eraser = await openEraser(folder, rows, parts);
  if (!eraser.ok) return eraser;
  await eraseLines(eraser.value, lines, false);
  return ok(lines.length);
}
