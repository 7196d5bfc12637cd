/**
 * PGlite as the database: one command starts the whole on a laptop. It commits without a sync (`fsync` in it does nothing, tried), so before
 * each answer the files of its log are synced from here, one sync for all who wait.
 *
 * [Note: What this does not cover] At a checkpoint PGlite writes its tables without a sync and then reuses the log. As soon as a checkpoint is
 * seen, all files are synced before the next answer; a power cut in the moment between can still lose what was kept long before. A force that
 * holds people's reports runs PostgreSQL.
 */
import { EventEmitter, once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readdir, stat } from "node:fs/promises";
import nodeModule from "node:module";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { takeLock } from "@unmask/fittings-node";
import { type Result, failed, ok } from "@unmask/core";
import { exitCode } from "../exit-code.ts";
import { type Connections, type Database, countWrites, openDatabase } from "./database.ts";
import { workInRole } from "./desk-login.ts";
import { type Migrations, openMigrated } from "./migrate.ts";
import { syncTree } from "./pglite-template.ts";
import type { PgliteAnswer, PgliteQuestion } from "./pglite-thread.ts";
import { isOfDisk, shareSync, syncFile, syncFolder } from "./shared-sync.ts";

/** Names of the log's own files. */
const logFile = /^[0-9A-F]{24}$/;

/**
 * Opens the database in `folder`, making it when there is none, and brings it up to date. The lock is the file `lock` beside the folder.
 * Fails with a sentence when another process has it or the database is of another edition.
 */
export async function openPglite<Tables>(folder: string, migrations: Migrations): Promise<Result<Database<Tables>, string>> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  const lock = await takeLock(join(dirname(folder), "lock"));
  if (!lock.ok) return lock;
  const thread = await startThread(folder);
  if (!thread.ok) {
    await lock.value();
    return failed(`The database in ${folder} did not open: ${thread.error}`);
  }
  const opened = await openMigrated(openDatabase<Tables>(oneConnection(thread.value, folder, lock.value)), migrations);
  const { deskLogin } = migrations;
  if (!opened.ok || deskLogin === undefined) return opened;
  const role = await workInRole(opened.value, deskLogin);
  if (!role.ok) await opened.value.close();
  return role;
}

type Answered = Exclude<PgliteAnswer, { readonly isOver: true }>;

interface Thread {
  ask(question: { readonly sql: string; readonly parameters: readonly unknown[] } | { readonly isLast: true }): Promise<Answered>;
  end(): Promise<void>;
}

async function startThread(folder: string): Promise<Result<Thread, string>> {
  const worker = startWorker({ folder });
  const answers = new EventEmitter();
  answers.setMaxListeners(0);
  const isOver = new AbortController();
  let number = 0;
  worker.on("message", (answer: PgliteAnswer) => {
    if ("isOver" in answer) endProcess(`${folder} stopped`);
    answers.emit(String(answer.id), answer);
  });
  worker.once("error", (error) => isOver.abort(error));
  worker.once("exit", () => isOver.abort(new Error("the thread of the database ended")));
  const answerTo = async (id: number): Promise<Answered> => {
    const [answer] = await once(answers, String(id), { signal: isOver.signal });
    return answer;
  };
  try {
    const opened = await answerTo(0);
    if ("code" in opened) {
      await worker.terminate();
      // The engine says no more than that it failed.
      if (opened.code === "" || isOfDisk(opened.code)) endProcess(`${folder} did not open`);
      return failed(opened.said);
    }
  } catch (error) {
    return failed(error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error));
  }
  return ok({
    ask: (question) => {
      const id = ++number;
      const asked = answerTo(id);
      worker.postMessage({ id, ...question } satisfies PgliteQuestion);
      return asked;
    },
    end: async () => {
      await worker.terminate();
    },
  });
}

/** The one connection PGlite has: who wants it waits until it is given back. */
function oneConnection(thread: Thread, folder: string, unlock: () => Promise<void>): Connections {
  const { wrote, sync } = countWrites(shareSync(syncOfLog(folder)));
  let last = Promise.resolve();
  return {
    kind: "pglite",
    connect: async () => {
      const { promise, resolve } = turn();
      const before = last;
      last = promise;
      await before;
      return {
        query: async (sql, parameters) => {
          const answer = await thread.ask({ sql, parameters });
          if ("code" in answer) throw Object.assign(new Error(answer.said), { code: answer.code });
          wrote(sql);
          return { command: commandOf(sql), rowCount: answer.affected, rows: answer.rows };
        },
        release: resolve,
      };
    },
    sync,
    end: async () => {
      await last;
      await thread.ask({ isLast: true });
      await thread.end();
      // Closing writes the tables: with them on the disk the folder may be carried away.
      await syncTree(folder);
      await unlock();
    },
  };
}

/**
 * The engine stopped, or did not open: no statement is answered any more, and nothing opens it again but a new process. Nothing that was answered for is lost. A
 * process that went on would take letters in for as long and answer nobody; one that ended is started again by whoever watches over it.
 */
function endProcess(what: string): never {
  process.stderr.write(
    `unmask: the database in ${what}. Make room on its disk; this ends here, to be started again. Where there was room, put it back from a copy.\n`,
  );
  process.exit(exitCode.disk);
}

/** What PostgreSQL would call a statement that changes rows, so that the rows are counted. */
function commandOf(sql: string): string {
  return /^\s*(?:with\b|insert\b|update\b|delete\b|merge\b)/i.test(sql) ? "UPDATE" : "SELECT";
}

function turn(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Syncs the log; the names in its folder when they changed; all tables when a checkpoint was written since. */
function syncOfLog(folder: string): () => Promise<void> {
  const log = join(folder, "pg_wal");
  let known = "";
  let checkpoint = 0;
  return async () => {
    const names = (await readdir(log)).filter((name) => logFile.test(name)).sort();
    await Promise.all(names.map((name) => syncFile(join(log, name))));
    const now = names.join();
    if (now !== known) await syncFolder(log);
    known = now;
    const { mtimeMs } = await stat(join(folder, "global/pg_control"));
    if (mtimeMs === checkpoint) return;
    await syncTree(folder);
    checkpoint = mtimeMs;
  };
}

/** The built thread beside the built program, or its source when the program runs from source (tests, benchmarks). */
function startWorker(workerData: { readonly folder: string }): Worker {
  const source = new URL("./pglite-thread.ts", import.meta.url);
  if (!existsSync(source)) return new Worker(new URL("./pglite-thread.js", import.meta.url), { workerData });
  const tsx = nodeModule
    .createRequire(import.meta.url)
    .resolve("tsx/esm/api")
    .replace(/cjs$/, "mjs");
  const start = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source.href)}); });`;
  return new Worker(start, { eval: true, workerData });
}
