import type { onRequestAsyncHookHandler } from "fastify";
import { bearerOf } from "../../intake/bearer.ts";
import type { InsideSessions } from "../../intake/inside-sessions.ts";
import { refuse } from "../../intake/refusal.ts";

/** How the interface's description says that an operation needs a session of the inside. */
export const insideSecurity = [{ inside: [] }];

/** Lets nobody by who has not proved the pull key. */
export function onlyInside(inside: InsideSessions): onRequestAsyncHookHandler {
  return (request, reply) => {
    const token = bearerOf(request);
    return Promise.resolve(token !== undefined && inside.isOpen(token) ? undefined : refuse(reply));
  };
}
