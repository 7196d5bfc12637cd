import { randomBytes } from "node:crypto";
import { failed, ok } from "@unmask/core";
import type { KeptPapers } from "../../apps/server/src/access/kept-papers.ts";

/** Papers of orders that lie in memory for as long as a test runs. */
export function papersInMemory(): KeptPapers & { readonly names: () => readonly string[] } {
  const papers = new Map<string, Uint8Array>();
  const begun = new Set<string>();
  return {
    keep: async (bytes) => {
      const name = randomBytes(16).toString("hex");
      papers.set(name, bytes);
      begun.add(name);
      return ok(name);
    },
    read: async (name) => {
      const found = papers.get(name);
      return found === undefined ? failed("This paper is not here any more.") : ok(found);
    },
    begun: async () => [...begun],
    end: async (name, isNamed) => {
      if (!isNamed) papers.delete(name);
      begun.delete(name);
    },
    names: () => [...papers.keys()],
  };
}
