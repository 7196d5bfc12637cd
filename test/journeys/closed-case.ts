/** A case that was closed long ago, in the folder of a force whose server does not run yet: a review of what is kept has nothing else to show. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { type Instant, later, msPerDay } from "@unmask/core";
import type { CaseEvent } from "@unmask/case";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { project } from "../../apps/server/src/desk/project.ts";
import { rulesOf } from "../../apps/server/src/desk/desk-rules.ts";
import { openLockedRows } from "../../apps/server/src/ports/case-rows.ts";
import { openForceFolder } from "../../apps/server/src/ports/force-folder.ts";
import { putEvents } from "../../apps/server/src/sql/case/case-events.ts";
import { seedCase, seedReport } from "../server/case-seed.ts";
import type { DeskStage } from "../server/desk-stage.ts";

/** Plants a case with a report of the same number; it was closed so many days ago, by two people who are not there any more. */
export async function plantClosedCase(
  data: string,
  {
    number,
    name,
    closedDaysAgo,
    now,
  }: { readonly number: string; readonly name: string; readonly closedDaysAgo: number; readonly now: Instant },
): Promise<void> {
  const opened = await openLockedRows(openForceFolder(join(data, "case")));
  if (!opened.ok) throw new Error(opened.error);
  const { database, force } = opened.value.rows;
  const closed = later(now, -closedDaysAgo * msPerDay);
  const keyedHash = () => new Uint8Array(randomBytes(32));
  const stage = { parts: { database, force, now: () => closed, keyedHash } } as unknown as DeskStage;
  await seedReport(stage, { report: `R-${number}`, name });
  await seedCase(stage, number, { reports: [`R-${number}`], members: [] });
  const stream = { of: "case", id: number } as const;
  const at = { stream, happened: closed, recorded: closed };
  const body = {
    choice: "she-asks",
    reason: "She wants no more.",
    rests: [{ says: "Her letter.", knowing: "account" }],
    against: [],
  } as const;
  const events: readonly CaseEvent[] = [
    { ...at, number: 2, by: "one", kind: "closing-proposed", body },
    { ...at, number: 3, by: "another", kind: "case-closed", body: { proposal: 2 } },
  ];
  await machineTransaction(database, async (tx) => {
    await putEvents(tx, force.id, events);
    await project(tx, { force: force.id, rule: rulesOf(force).queue }, stream);
  });
  await opened.value.close();
}
