import { type OperationId, operations, parseRole } from "@unmask/case";
import type { AtDesk } from "../at-desk.ts";
import type { Schedule } from "../desk/disclosure.ts";
import type { WrittenIn } from "../parts/write-form.tsx";

/** What every part of a schedule's page is given. */
export interface DisclosureParts extends WrittenIn {
  readonly page: Schedule;
}

/** Whether this officer's role may do it at all; the server decides again. */
export function mayHere(at: Pick<AtDesk, "me">, operation: OperationId): boolean {
  const role = parseRole(at.me.officer.role);
  return role !== undefined && operations[operation].roles[role] !== undefined;
}
