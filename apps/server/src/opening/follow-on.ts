import type { Instant } from "@unmask/core";
import type { Transaction } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { handedOnOf, putHandedOn } from "../sql/case/handed-on.ts";

/** What came to a report after it went to another force. */
export interface CameAfter {
  readonly force: string;
  readonly report: string;
  /** Her letter; null where a pack came alone. */
  readonly letter: string | null;
  readonly items: readonly string[];
  /** 32 hexadecimal digits, for the letter there. */
  readonly id: string;
}

/** What she writes to a report that was handed on goes on as well: she was told so. Nothing where it stands here still. */
export async function followOn(tx: Transaction<CaseTables>, { force, report, letter, items, id }: CameAfter, now: Instant): Promise<void> {
  const [first] = await handedOnOf(tx, force, report);
  if (first === undefined) return;
  const { to_force, to_name, identity, recipient, lookup } = first;
  await putHandedOn(tx, { force, id, report, letter, items, kind: "answer", to_force, to_name, identity, recipient, lookup }, now);
}
