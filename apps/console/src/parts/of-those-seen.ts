import type { Me } from "../desk/me.ts";

/** Roles that keep the register of the whole force (docs/access.md). Any other sees the orders of their own cases alone. */
const keepsRegister: ReadonlySet<string> = new Set(["supervisor", "spo-coordinator"]);

/** What is counted of orders, or that there is none, in whole sentences: to whoever does not see those of the whole force it is told of those that they may see. */
export function ofThoseSeen({ officer }: { readonly officer: Pick<Me["officer"], "role"> }, ...sentences: readonly string[]): string {
  const said = sentences.filter((one) => one !== "");
  if (said.length === 0 || keepsRegister.has(officer.role)) return said.join(" ");
  const parts = said.map((one) => `${one.charAt(0).toLowerCase()}${one.slice(1).replace(/\.$/, "")}`);
  return `Of those you may see: ${parts.join("; ")}.`;
}
