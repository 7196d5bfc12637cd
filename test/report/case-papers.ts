import type { Report } from "@unmask/core";
import { makeReport, stateCase } from "@unmask/corridor";
import { type StoredCase, cases } from "../../fixtures/cases.ts";
import { readAt, readCase, whatSheSays } from "../cases/read-case.ts";

/** The report of each invented case, made on one evening with the same random bytes, as somebody would who told all that the case says. */
export const caseReports: readonly { readonly name: string; readonly report: () => Promise<Report> }[] = cases.map((stored) => ({
  name: stored.name,
  report: () => reportOf(stored),
}));

async function reportOf(stored: StoredCase): Promise<Report> {
  const imported = await readCase(stored);
  const statement = stateCase(whatSheSays(stored, imported.timeline));
  if (!statement.ok) throw new Error(statement.error);
  return makeReport(
    imported,
    { statement: statement.value, withheld: new Set(), impact: undefined },
    { at: readAt, random: (size) => new Uint8Array(size).fill(7), tool: { version: "0.1.0", engine: "Node 20", zones: "2025b" } },
  );
}
