import { type Result, failed, ok } from "@unmask/core";
import type { OperationId } from "./operations.ts";

/**
 * Why somebody looks. One key picks a code; words are needed where the code alone says nothing that another officer could check.
 */

/** The closed list of codes. */
export const reasonCodes = [
  "duty", // the reason given at sign-in
  "triage", // a report that waits must be read to be ranked
  "task", // a task of this officer's
  "danger", // somebody may be in danger now
  "contact", // she or another force called
  "supervision",
  "court", // for a hearing, a prosecutor or an order
  "risk-to-life", // opened anyway
  "lawfulness", // the four purposes for which a log may be read (Data Protection Act 2018 s62(4))
  "self-monitoring",
  "integrity",
  "criminal-proceedings",
  "other",
] as const;

/** One of `reasonCodes`. */
export type ReasonCode = (typeof reasonCodes)[number];

/** A reason as given. */
export interface Reason {
  readonly code: ReasonCode;
  /** In the officer's words, kept as written; empty where none are needed. */
  readonly words: string;
  /** The task it is tied to, such as `T-2230`. */
  readonly task?: string;
}

/** Letters of a reason; a longer one is a text pasted into the log. */
const mostWords = 1_000;

/** A task's number, and nothing that could be a name: it stays in the log for ever. */
const taskNumber = /^T-\d{1,9}$/;

const purposes: readonly ReasonCode[] = ["lawfulness", "self-monitoring", "integrity", "criminal-proceedings"];

/** Reads a reason as the desk sends it: `{code, words?, task?}`. Undefined when it is none. */
export function parseReason(value: unknown): Reason | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const { code: codeText, words = "", task } = fields;
  const code = reasonCodes.find((one) => one === codeText);
  if (code === undefined || typeof words !== "string" || words.length > mostWords) return undefined;
  if (task === undefined) return { code, words };
  return typeof task === "string" && taskNumber.test(task) ? { code, words, task } : undefined;
}

/** Whether a reason is enough for an operation; the sentence stands above the field. */
export function reasonFor(operation: OperationId, reason: Reason | undefined): Result<Reason, string> {
  if (reason === undefined || reason.code === "duty") return failed("Say why, before it opens.");
  if (operation === "break-glass") {
    const holds = reason.code === "risk-to-life" && saysSomething(reason.words);
    return holds ? ok(reason) : failed("Say who is at risk, in words that another can check.");
  }
  if (operation === "read-log" || operation === "export-log" || operation === "ask-why") {
    return purposes.includes(reason.code) ? ok(reason) : failed("Choose one of the four purposes for which a log may be read.");
  }
  if (reason.code === "task" && reason.task === undefined) return failed("Say which task it is for.");
  if (reason.code === "other" && !saysSomething(reason.words)) return failed("Say why in a few words that another can check.");
  return ok(reason);
}

/** Three words or more: “.” and “asdf” say nothing. */
function saysSomething(words: string): boolean {
  return words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length >= 3;
}
