import type { Transaction } from "kysely";
import { type Asking, asMachine } from "../access/as-machine.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { barredFrom } from "../sql/case/barred.ts";
import { membersOf } from "../sql/case/membership.ts";
import { listOfficers } from "../sql/case/officers.ts";

/** Who is told that an officer opened a case without need to know: supervisors to whom it is not closed, and the officers whose case it is. */
export async function toldOfOpening(
  tx: Transaction<CaseTables>,
  asking: Asking,
  { force, ref }: { readonly force: string; readonly ref: string },
): Promise<readonly string[]> {
  const all = await listOfficers(tx, force);
  const closed = await asMachine(tx, asking, () => barredFrom(tx, force, ref));
  const supervisors = all.filter(
    ({ role, left_at, id }) =>
      role === "supervisor" && left_at === null && id !== asking.officer.id && !closed.some((barred) => barred.id === id),
  );
  const members = await asMachine(tx, asking, () => membersOf(tx, force, ref));
  return [...new Set([...supervisors, ...members].map(({ name }) => name))];
}
