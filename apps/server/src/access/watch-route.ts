import type { OperationId } from "@unmask/case";
import type { Transaction } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import type { DeskParts } from "./desk-parts.ts";
import { type DeskRequest, type DeskRoute, noBody } from "./desk-route.ts";
import { type DeskSession, peekSession } from "./session.ts";

/**
 * The one route that a page asks by itself, every few seconds, while its officer reads: whether anything has changed. It is no look: it answers
 * with numbers and shows nobody, so it is not in the log, which would hold little else. It keeps no session alive either: a desk that
 * its officer has left locks at its time, and then this answers as to nobody.
 */

/** Who asks. */
export interface WatchCall {
  readonly tx: Transaction<CaseTables>;
  readonly parts: DeskParts;
  readonly session: DeskSession;
  readonly query: DeskRequest["query"];
}

/** Makes it. `run` answers with numbers alone, and with nothing about what this officer may not open. */
export function watchRoute({
  path,
  operation,
  query: keys,
  run,
}: {
  readonly path: string;
  readonly operation: Extract<OperationId, "sign-in">;
  readonly query: readonly string[];
  readonly run: (call: WatchCall) => Promise<object>;
}): DeskRoute {
  return {
    method: "GET",
    path,
    operation,
    query: keys,
    body: noBody,
    handle: async ({ secret, query }, parts) => {
      const session = await peekSession(parts, secret);
      if (session === undefined) return { status: 401, body: { nobody: "Nobody is signed in here." } };
      const body = await parts.database.transaction((tx) => run({ tx, parts, session, query }));
      return { status: 200, body };
    },
  };
}
