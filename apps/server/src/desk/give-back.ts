import type { Instant } from "@unmask/core";
import type { Transaction } from "kysely";
import { listClosed } from "../sql/case/barred.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { heldAmong } from "../sql/case/handed-over.ts";
import { familyOf } from "./project.ts";
import { writeArrival } from "./write-arrival.ts";

/**
 * What somebody has who can read it no more goes back, so that another can take it: with them it would stand as if somebody looked after a danger, and
 * nobody could take it from them. Asked as the machine.
 */

/** For which force, and when. */
export interface GivingBack {
  readonly force: { readonly id: string; readonly name: string };
  readonly now: Instant;
}

/** Gives these reports back; `reason` is read by whoever opens them. */
export async function giveBack(
  tx: Transaction<CaseTables>,
  { force, now }: GivingBack,
  { reports, reason }: { readonly reports: readonly string[]; readonly reason: string },
): Promise<void> {
  for (const report of reports)
    await writeArrival(tx, { force, report, happened: now, recorded: now }, [{ kind: "report-given-back", body: { reason } }]);
}

/** Of all that is read as one with these, or stands in one of these cases: what an officer has to whom it is closed. */
export async function giveBackClosed(
  tx: Transaction<CaseTables>,
  giving: GivingBack,
  of: { readonly reports: readonly string[]; readonly cases: readonly string[] },
): Promise<void> {
  const { id: force } = giving.force;
  const family = await familyOf(tx, force, { seeds: of.reports, cases: of.cases });
  const held = await heldAmong(tx, force, family);
  for (const officer of new Set(held.map((one) => one.officer))) {
    const closed = new Set(await listClosed(tx, { force, officer }));
    const reports = held.filter((one) => one.officer === officer && closed.has(one.report)).map(({ report }) => report);
    await giveBack(tx, giving, { reports, reason: "Whoever had it cannot read it any more." });
  }
}

/** What an officer has of a case, who comes off it: the reports in it, and what is told there. */
export async function giveBackOffCase(
  tx: Transaction<CaseTables>,
  giving: GivingBack,
  { ref, officer }: { readonly ref: string; readonly officer: string },
): Promise<void> {
  const { id: force } = giving.force;
  const held = await heldAmong(tx, force, await familyOf(tx, force, { seeds: [], cases: [ref] }));
  const reports = held.filter((one) => one.officer === officer).map(({ report }) => report);
  await giveBack(tx, giving, { reports, reason: "Whoever had it is on its case no more." });
}
