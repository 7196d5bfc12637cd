import { type Channel, type Kind, channels, kinds } from "@unmask/core";
import { type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Kinds and channels of the acts of these reports that are not the person's own, each once a report. */
export async function countedActs(
  tx: Transaction<CaseTables>,
  force: string,
  reports: readonly string[],
): Promise<ReadonlyMap<string, readonly { readonly kind: Kind; readonly channel: Channel }[]>> {
  const acts = new Map<string, { readonly kind: Kind; readonly channel: Channel }[]>();
  if (reports.length === 0) return acts;
  const rows = await tx
    .selectFrom("report_act")
    .select(["report", "kind", "channel"])
    .distinct()
    .where("force", "=", force)
    .where("report", "in", reports)
    .where(sql<boolean>`whose is distinct from 'hers'`)
    .execute();
  for (const { report, kind, channel } of rows) {
    const [known, by] = [kinds.find((one) => one === kind), channels.find((one) => one === channel)];
    if (known !== undefined && by !== undefined) acts.set(report, [...(acts.get(report) ?? []), { kind: known, channel: by }]);
  }
  return acts;
}
