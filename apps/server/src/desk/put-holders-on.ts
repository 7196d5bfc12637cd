import { type ReportState, foldReport, mayDo } from "@unmask/case";
import { asMachine } from "../access/as-machine.ts";
import type { DeskCall } from "../access/desk-route.ts";
import { isBarred, listClosed } from "../sql/case/barred.ts";
import { readStreams } from "../sql/case/case-events.ts";
import { addMember } from "../sql/case/membership.ts";
import { findOfficer } from "../sql/case/officers.ts";

/**
 * Puts on a case whoever has one of the reports that come into it: they have read it and the person may be waiting for them, and by the word of
 * another they would be shut out of it with nothing said. It ends as every membership does, by a decision that is written (docs/access.md). Not one
 * to whom the case or the report is closed, nor one who left or works here as something else now.
 */
export async function putHoldersOn(
  call: Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">,
  { ref, reports }: { readonly ref: string; readonly reports: readonly string[] },
): Promise<void> {
  const { tx, parts, officer, now } = call;
  const force = parts.force.id;
  await asMachine(tx, call, async () => {
    const streams = await readStreams(tx, force, { of: "report", ids: reports });
    for (const [report, events] of streams) {
      const { officer: holder }: Pick<ReportState, "officer"> = foldReport(report, events);
      const found = holder === null ? undefined : await findOfficer(tx, force, holder);
      if (found === undefined || found.left_at !== null || !mayDo(found.role, "read-case", "member").allowed) continue;
      const member = { force, case_ref: ref, officer: found.id };
      if ((await isBarred(tx, member)) || (await listClosed(tx, member)).includes(report)) continue;
      await addMember(tx, { ...member, added_at: now, added_by: officer.id });
    }
  });
}
