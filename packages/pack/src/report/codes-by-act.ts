import type { Finding } from "@unmask/core";

/** The examples in law that each act can be, by its id, of all findings together. */
export function codesByAct(findings: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const codesById = new Map<string, Set<string>>();
  for (const { codesByAct: codes } of findings) {
    for (const [id, list] of Object.entries(codes ?? {})) {
      const known = codesById.get(id) ?? new Set<string>();
      for (const code of list) known.add(code);
      codesById.set(id, known);
    }
  }
  return codesById;
}
