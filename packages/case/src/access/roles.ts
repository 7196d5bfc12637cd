/**
 * Who works at the desk. A role says what somebody may do at all; whether he may do it to this case is his relation to it (relation.ts).
 */

/** The closed list. An officer has one role at a time. */
export const roles = [
  "contact-handler",
  "investigator",
  "supervisor",
  "spo-coordinator",
  "disclosure-officer",
  "analyst",
  "auditor",
  "administrator",
] as const;

/** One of `roles`. */
export type Role = (typeof roles)[number];

/** A role in words, with its article: `a contact handler`. */
export const roleInWords: Readonly<Record<Role, string>> = {
  "contact-handler": "a contact handler",
  investigator: "an investigator",
  supervisor: "a supervisor",
  "spo-coordinator": "a coordinator of protection orders",
  "disclosure-officer": "a disclosure officer",
  analyst: "an analyst",
  auditor: "an auditor",
  administrator: "an administrator",
};

/** The same beside a name, without its article: `contact handler`. */
export function sayRole(role: Role): string {
  return roleInWords[role].replace(/^an? /, "");
}

/** Reads the name of a role as a command or a table writes it; undefined for any other text. */
export function parseRole(text: string): Role | undefined {
  return roles.find((role) => role === text);
}
