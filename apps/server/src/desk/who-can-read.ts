import { type Role, mayDo } from "@unmask/case";
import { asMachine } from "../access/as-machine.ts";
import type { DeskCall } from "../access/desk-route.ts";
import { listClosed, whoIsBarred } from "../sql/case/barred.ts";
import { membersOfCases, placesOf } from "../sql/case/membership.ts";
import { streamOf } from "./handable.ts";

/** An officer to whom something could be handed over. */
interface Taker {
  readonly id: string;
  readonly role: Role;
}

/**
 * Which of these reports and cases each of these officers could not read, in the order given: a case that they are not on, a report that stands in
 * one or is closed to them, and one that waits where their role opens none. A note that nobody can read hands nothing over.
 */
export async function cannotRead(
  call: DeskCall<unknown>,
  takers: readonly Taker[],
  references: readonly string[],
): Promise<(taker: string) => readonly string[]> {
  const { tx, parts } = call;
  const force = parts.force.id;
  return asMachine(tx, call, async () => {
    const places = await placesOf(
      tx,
      force,
      references.filter((one) => streamOf(one).of === "report"),
    );
    const caseOf = (reference: string): string | null => (streamOf(reference).of === "case" ? reference : (places.get(reference) ?? null));
    const members = await membersOfCases(tx, force, [...new Set(references.flatMap((one) => caseOf(one) ?? []))]);
    const isOn = new Set(members.map(({ case_ref, officer }) => `${case_ref} ${officer}`));
    const barred = new Set(await whoIsBarred(tx, force));
    const found = new Map<string, readonly string[]>();
    for (const { id, role } of takers) {
      const closed = new Set(barred.has(id) ? await listClosed(tx, { force, officer: id }) : []);
      const reads = (reference: string): boolean => {
        const ofCase = caseOf(reference);
        if (closed.has(reference)) return false;
        return ofCase === null ? mayDo(role, "open-report", "queue").allowed : isOn.has(`${ofCase} ${id}`);
      };
      found.set(
        id,
        references.filter((one) => !reads(one)),
      );
    }
    return (taker) => found.get(taker) ?? references;
  });
}
