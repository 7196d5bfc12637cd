import { type ReadValue, count, fault, instantFromJson } from "@unmask/core";
import { type EventKind, intentFromJson } from "@unmask/case";
import type { Wanted } from "./run-command.ts";

/**
 * Reads what somebody wants to write: `{saw, happened?, …}` with the keys of the event beside them, as docs/formats/case-event.md has them. The
 * event's own `reason` is called `words` here: a request's `reason` is why somebody looks.
 */
export function readCommand(kind: EventKind): ReadValue<Wanted> {
  return (value, path) => {
    if (typeof value !== "object" || value === null) return fault(path, "is no object");
    const fields: { readonly saw?: unknown; readonly happened?: unknown; readonly words?: unknown } = value;
    const { saw, happened, words, ...rest } = fields;
    const body = words === undefined ? rest : { ...rest, reason: words };
    return {
      saw: count(saw, `${path}.saw`),
      intent: intentFromJson({ kind, body }, path),
      ...(happened !== undefined && { happened: instantFromJson(happened, `${path}.happened`) }),
    };
  };
}
