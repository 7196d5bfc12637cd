import { type ReadValue, object, readStrictly, text } from "@unmask/core";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** What came of asking the server. Each but the first is something that an officer can act on. */
export type Answer<T> =
  | { readonly came: "value"; readonly value: T }
  | { readonly came: "refused"; readonly refusal: Refusal }
  /** Nobody is signed in, or no longer. */
  | { readonly came: "nobody" }
  /** Somebody else saved in between. */
  | { readonly came: "changed"; readonly says: string }
  | { readonly came: "nothing-there" }
  /** The server is of another day than this page, or broken: where it was not understood, never what stood there. */
  | { readonly came: "not-understood"; readonly where: string }
  /** The server was not reached, or its answer was lost: of what was looked at nothing came, of what was written nobody knows whether it was kept. */
  | { readonly came: "no-connection"; readonly asked: "look" | "write" };

/** Why something was not done, and what would allow it. */
export interface Refusal {
  /** "need-to-know", "s4(4)(b)". */
  readonly rule: string;
  /** Where a rule of law refuses: "s2(2)". */
  readonly section?: string;
  readonly says: string;
  /** What would make it possible. */
  readonly allows: string;
  /** The refusal is written down, too. */
  readonly log?: LogEntry;
}

const refusedBody: ReadValue<Refusal> = object(({ must, may }) => ({
  ...must(
    "refused",
    object((inner) => ({
      rule: inner.must("rule", text),
      ...inner.may("section", text),
      says: inner.must("says", text),
      allows: inner.must("allows", text),
    })),
  ),
  ...may("log", logEntry),
}));

const changedBody: ReadValue<string> = object(({ must, may }) => {
  // That somebody was second is written down, too; what came before is what the screen says.
  may("log", logEntry);
  return must("changed", text);
});

/** Reads an answer of the server: its status and its body, parsed from JSON (undefined where it was none). */
export function readAnswer<T>(status: number, body: unknown, read: ReadValue<T>): Answer<T> {
  switch (status) {
    case 200:
    case 201:
      return understood(body, "answer", read, (value) => ({ came: "value", value }));
    case 401:
      return { came: "nobody" };
    case 403:
      return understood(body, "refusal", refusedBody, (refusal) => ({ came: "refused", refusal }));
    case 404:
      return { came: "nothing-there" };
    case 409:
      return understood(body, "conflict", changedBody, (says) => ({ came: "changed", says }));
    default:
      return { came: "not-understood", where: `status ${status}` };
  }
}

function understood<V, T>(body: unknown, path: string, read: ReadValue<V>, then: (value: V) => Answer<T>): Answer<T> {
  const outcome = readStrictly(body, path, read);
  return outcome.ok ? then(outcome.value) : { came: "not-understood", where: outcome.error };
}
