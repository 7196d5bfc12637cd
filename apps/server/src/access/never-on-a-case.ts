import { type Role, mayDo, roleInWords } from "@unmask/case";

/** Whether somebody of this role is ever put on a case: who reads one that they are on, or marks what is held in it (docs/access.md). */
export function canBeOnCase(role: Role): boolean {
  return mayDo(role, "read-case", "member").allowed || mayDo(role, "mark-disclosure", "member").allowed;
}

/** Why this officer is not put on a case, as a refusal; undefined for who can be. */
export function whyNeverOnCase({ name, role }: { readonly name: string; readonly role: Role }) {
  if (canBeOnCase(role)) return undefined;
  const work = role === "analyst" ? " They compare reports and see counts, and nobody in a case is shown to them." : "";
  return {
    rule: "never-on-a-case",
    says: `${name} is ${roleInWords[role]} here, and nobody of that role is ever on a case.${work} Nothing was done.`,
    allows: "Put another officer on it.",
  };
}
