import { type OperationId, type Reason, loggedAs } from "@unmask/case";
import type { LogDraft } from "../access-log/access-log.ts";
import type { WrittenEntry } from "../access-log/log-head.ts";
import { sayEntry } from "./say-entry.ts";
import { type DeskSession, sayDuty } from "./session.ts";

/** Letters of a passkey's id that the log keeps: enough to tell an officer's devices apart. */
const deviceLetters = 12;

/** What is known of a look before it is known what it shows. */
export function draftOf(
  { method, operation }: { readonly method: "GET" | "POST"; readonly operation: OperationId },
  {
    session,
    reason,
    params,
  }: { readonly session: DeskSession; readonly reason: Reason | undefined; readonly params: Readonly<Record<string, string>> },
): LogDraft {
  const { op, reason: needed } = loggedAs(operation, method === "GET");
  const duty = needed === "duty" && reason === undefined ? { code: "duty" as const, words: sayDuty(session.dutyReason) } : undefined;
  const given = reason ?? duty;
  return {
    op,
    what: operation,
    actor: session.officer,
    role: session.role,
    device: session.passkey.slice(0, deviceLetters),
    report: known(params["reference"]),
    item: known(params["order"]),
    task: given !== undefined && "task" in given ? (given.task ?? null) : null,
    reason: given?.code ?? null,
    reasonWords: given?.words ?? "",
  };
}

/** Only what can be a number of ours is written into the log: the rest of what somebody typed into an address is not. */
export function known(reference: string | undefined): string | null {
  return reference !== undefined && /^[A-Za-z0-9-]{1,40}$/.test(reference) ? reference : null;
}

/** The last entry of a look, as whoever looked is told it: its number, what it says of all who were shown, and its place in the log. */
export function sayLast(entries: readonly WrittenEntry[], session: DeskSession, operation: OperationId): object {
  const last = entries.at(-1);
  if (last === undefined) return {};
  const { number, hash, before } = last;
  return { log: { number, says: sayEntry(last.text, { name: session.name, operation, many: personsIn(entries) }), hash, before } };
}

/** An entry of the desk itself, beside those of the persons whom it showed, is nobody. They were written a moment ago, hundreds at a look. */
function personsIn(entries: readonly WrittenEntry[]): number {
  const persons = entries.map(({ text }): unknown => {
    const { person }: Readonly<Record<string, unknown>> = JSON.parse(text);
    return person;
  });
  return new Set(persons.filter((person) => person !== null)).size;
}
