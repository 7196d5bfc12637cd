/**
 * What the server asks of a database, the same over PostgreSQL and PGlite: transactions one as if after another, durable when they answer.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import {
  Kysely,
  type KyselyPlugin,
  PostgresDialect,
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type Transaction,
} from "kysely";
import { hasCode } from "./shared-sync.ts";

/** A database that is open. */
export interface Database<Tables> {
  readonly kind: "pglite" | "postgres";
  /** The login itself could pass row-level security by, and only works in the desk's role: it holds us, and no statement that is not ours. */
  readonly isOwnersLogin?: true;
  /** Reads outside a transaction. What it shows may not be on the disk yet: who promises something to a person asks inside a transaction. */
  readonly db: Kysely<Tables>;
  /**
   * Runs in one transaction, as if no other ran beside it, again when PostgreSQL asks for it (so `work` does nothing but ask the database);
   * resolves when all that was seen and done is on the disk. A question to `db` inside throws: on one connection it would wait on itself for
   * ever. No network is awaited inside.
   */
  transaction<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Where statements go: one connection at a time is taken and given back. */
export interface Connections {
  readonly kind: "pglite" | "postgres";
  connect(): Promise<{
    query(sql: string, parameters: readonly unknown[]): Promise<{ command: string; rowCount: number | null; rows: readonly unknown[] }>;
    release(isBroken?: boolean): void;
  }>;
  /** Resolves when everything committed before is on the disk. */
  sync(): Promise<void>;
  end(): Promise<void>;
}

/** How often a transaction is run again: each time some other one came through, so many in a row is a fault of ours. */
const maxRuns = 12;
/** The longest wait before the first run again, ms; doubled each time, so that those in each other's way part. */
const firstWaitMs = 4;

/** PostgreSQL's own words for "run it again": cannot be put in order with another; waits on one that waits on it. */
const runAgainCodes = ["40001", "40P01"];

/** Statements that only read, by their first word. */
const isReading = /^\s*(?:select|begin|start|commit|rollback|savepoint|release|set|show)\b/i;

/** Makes the port of connections. */
export function openDatabase<Tables>(connections: Connections): Database<Tables> {
  const inside = new AsyncLocalStorage<true>();
  const dialect = new PostgresDialect({ pool: watchedPool(connections, inside) });
  const all = new Kysely<Tables>({ dialect });
  const runOnce = <T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> =>
    all
      .transaction()
      .setIsolationLevel("serializable")
      .execute((tx) => inside.run(true, () => work(tx)));
  return {
    kind: connections.kind,
    db: all.withPlugin(readsOnly),
    transaction: async (work) => {
      refuseInside(inside);
      for (let run = 1; ; run += 1) {
        try {
          const value = await runOnce(work);
          await connections.sync();
          return value;
        } catch (error) {
          if (run === maxRuns || !runAgainCodes.some((code) => hasCode(error, code))) throw error;
          await new Promise((resolve) => setTimeout(resolve, Math.random() * firstWaitMs * 2 ** run));
        }
      }
    },
    close: () => all.destroy(),
  };
}

/** Counts what is not on the disk yet, for connections whose commit does not sync: `sync` does nothing when nothing was written since. */
export function countWrites(sync: () => Promise<void>): { readonly wrote: (sql: string) => void; readonly sync: () => Promise<void> } {
  let written = 0;
  let synced = 0;
  return {
    wrote: (sql) => {
      if (!isReading.test(sql)) written += 1;
    },
    sync: async () => {
      const upTo = written;
      if (upTo <= synced) return;
      await sync();
      synced = Math.max(synced, upTo);
    },
  };
}

function refuseInside(inside: AsyncLocalStorage<true>): void {
  if (inside.getStore())
    throw new Error("a question to the database outside its transaction, from inside one: it would wait on itself; use `tx`");
}

/** Kysely's own driver over connections that refuse to wait on themselves and whose errors quote nobody. */
function watchedPool(connections: Connections, inside: AsyncLocalStorage<true>): PostgresPool {
  return {
    connect: async () => {
      refuseInside(inside);
      const connection = await connections.connect();
      return { query: askedOf(connection), release: (isBroken) => connection.release(isBroken) };
    },
    end: () => connections.end(),
  };
}

function askedOf(connection: Awaited<ReturnType<Connections["connect"]>>): PostgresPoolClient["query"] {
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(sql: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof sql !== "string") throw new Error("rows are not streamed: read them in pages");
    return connection.query(sql, parameters).catch((error: unknown) => {
      throw faultOf(error);
    });
  }
  return query;
}

/** What PostgreSQL says can quote what somebody wrote; its code, table and rule do not. A fault of our own SQL (class 42) is told whole. */
function faultOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error("the database failed without a word");
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const rule = "constraint" in error && typeof error.constraint === "string" ? `, ${error.constraint}` : "";
  const says = code.startsWith("42") || code === "" ? error.message : `the database refused a statement (${code}${rule})`;
  return Object.assign(new Error(says), { code });
}

/** What changes something goes through `transaction`, which alone waits for the disk. */
const readsOnly: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (node.kind !== "SelectQueryNode" && node.kind !== "RawNode") throw new Error("a change outside a transaction: use `transaction`");
    return node;
  },
  transformResult: async ({ result }) => result,
};
