/**
 * PostgreSQL in a folder, in a thread of its own: a query of 1.6 s would otherwise stop every answer of the process for as long. It answers
 * in order, one statement after the other.
 */
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { columnTypes } from "./column-types.ts";
import { makePgliteFolder } from "./pglite-template.ts";

/** What is asked of the thread: a statement, or to close. */
export type PgliteQuestion =
  { readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] } | { readonly id: number; readonly isLast: true };

/** What comes back: rows, or what PostgreSQL said. `id` 0 is the thread's own opening. */
export type PgliteAnswer =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly affected: number }
  | { readonly id: number; readonly code: string; readonly said: string }
  /** The engine stopped in the middle of a statement, which it never answers, nor any other after it. */
  | { readonly id: number; readonly isOver: true };

if (parentPort) await serve(parentPort, workerData.folder);

async function serve(port: NonNullable<typeof parentPort>, folder: string): Promise<void> {
  const sayOver = (): void => port.postMessage({ id: 0, isOver: true } satisfies PgliteAnswer);
  const opened = await open(folder, sayOver).catch((error: unknown) => failure(0, error));
  if (!("query" in opened)) return port.postMessage(opened);
  port.on("message", (question: PgliteQuestion) => {
    // PGlite itself puts what is asked in line.
    void answer(opened, question).then((its) => port.postMessage(its));
  });
  port.postMessage({ id: 0, rows: [], affected: 0 } satisfies PgliteAnswer);
}

/**
 * PostgreSQL can panic from its first write on, as when its log finds no room on the disk. What comes after may turn round for ever in this thread,
 * and so it is said in the panic itself, which the engine is told of beside its files: PGlite has no other way.
 */
async function open(folder: string, onAbort: () => void): Promise<PGlite> {
  await makePgliteFolder(folder);
  const fs = new NodeFS(folder);
  const init = fs.init.bind(fs);
  fs.init = (engine, options) => init(engine, { ...options, onAbort });
  return PGlite.create({ fs, parsers: columnTypes });
}

async function answer(database: PGlite, question: PgliteQuestion): Promise<PgliteAnswer> {
  const { id } = question;
  try {
    if ("isLast" in question) {
      await database.close();
      return { id, rows: [], affected: 0 };
    }
    const { sql, parameters } = question;
    // Without parameters several statements may stand in one text, as a migration has them.
    const result = parameters.length === 0 ? (await database.exec(sql)).at(-1) : await database.query(sql, [...parameters]);
    return { id, rows: result?.rows ?? [], affected: result?.affectedRows ?? 0 };
  } catch (error) {
    return failure(id, error);
  }
}

function failure(id: number, error: unknown): PgliteAnswer {
  const code = typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";
  return { id, code, said: error instanceof Error ? error.message : String(error) };
}
