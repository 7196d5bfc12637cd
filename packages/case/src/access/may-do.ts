import { type OperationId, operations } from "./operations.ts";
import type { Relation } from "./relation.ts";
import { type Role, roleInWords } from "./roles.ts";

/**
 * The one place that says yes or no. It sees role, operation and relation, no name and no content.
 */

/** Why something is refused; the words are for the officer who asked. */
export interface AccessRefusal {
  readonly rule:
    | "role" // nobody of this role may
    | "need-to-know" // not on this case; the same words where there is no such case
    | "second-person" // nobody approves what is their own
    | "reason" // a reason is missing or says nothing
    | "session"; // locked or ended
  /** Whole sentences, and what can be done instead. */
  readonly says: string;
  /** Operations that stay open to this officer here. */
  readonly allows: readonly OperationId[];
}

/** Allowed, or refused with its rule. */
export type Access = { readonly allowed: true } | { readonly allowed: false; readonly refused: AccessRefusal };

/** Whether an officer of this role may do this in this relation (docs/access.md, cell by cell). */
export function mayDo(role: Role, operation: OperationId, relation: Relation): Access {
  const allowedIn = operations[operation].roles[role];
  if (allowedIn === undefined) return refuse({ rule: "role", says: roleSays(role, operation), allows: [] });
  if (allowedIn.includes(relation)) return { allowed: true };
  if (relation === "queue" || relation === "force") return refuse({ rule: "role", says: roleSays(role, operation), allows: [] });
  if (relation === "member") return refuse({ rule: "role", says: onItAlready(operation), allows: [] });
  return refuse(needToKnow(role, operation));
}

/** Two presses of one key, or two officers at once: the second comes when there is a case. */
function onItAlready(operation: OperationId): string {
  return `You are on its case, and there you cannot ${operations[operation].says}. Look again: it may have been done a moment ago.`;
}

/**
 * Whether somebody else did what this officer now wants to approve, review or confirm. `doneBy` is everybody who had a hand in it: who
 * wrote it, and of an opening who told the officer to open.
 */
export function isSecondPerson(officer: string, doneBy: readonly string[]): Access {
  if (!doneBy.includes(officer)) return { allowed: true };
  return refuse({
    rule: "second-person",
    says: "You had a hand in this yourself, so somebody else must do it. Send it to another officer.",
    allows: [],
  });
}

/** The relation `opened` has ended its hour, or the case is nobody's here: the words are the same for all, so that a guessed number tells nothing. */
function needToKnow(role: Role, operation: OperationId): AccessRefusal {
  const ways: readonly OperationId[] = ["ask-officer", "break-glass"];
  const allows = ways.filter((way) => way !== operation && operations[way].roles[role]?.includes("other") === true);
  return { rule: "need-to-know", says: "You are not on this case. Nothing of it was shown to you.", allows };
}

function roleSays(role: Role, operation: OperationId): string {
  const who = roleInWords[role];
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} cannot ${operations[operation].says} here.`;
}

function refuse(refused: AccessRefusal): Access {
  return { allowed: false, refused };
}
