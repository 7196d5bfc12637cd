/** Reports on a stage, written as the machine that takes in writes them: their events, and what is read from them. */
import { type Instant, instantToIso, later, msPerMinute } from "@unmask/core";
import { type CaseEvent, type Intent, type ReportState, desk as machine } from "@unmask/case";
import { rulesOf } from "../../apps/server/src/desk/desk-rules.ts";
import { project } from "../../apps/server/src/desk/project.ts";
import { putEvents, readStream } from "../../apps/server/src/sql/case/case-events.ts";
import { askFor, placeReport } from "../../apps/server/src/sql/case/membership.ts";
import type { DeskStage } from "./desk-stage.ts";

/** A letter of hers; what is left out is unsaid. */
export function letterOf(
  more: {
    danger?: "now" | "no";
    name?: string;
    account?: string;
    contact?: object;
    wishes?: string;
    cover?: ReportState["covers"][number];
  } = {},
): Intent {
  const { danger = "unsaid", name, account, contact, wishes, cover } = more;
  return {
    kind: "report-received",
    body: {
      letter: "00112233445566778899aabbccddeeff",
      who: { reporter: "self", about: "adult", ...(name === undefined ? {} : { name }) },
      anonymous: name === undefined,
      danger,
      packs: 0,
      ...(account === undefined ? {} : { account }),
      ...(contact === undefined ? {} : { contact }),
      ...(wishes === undefined ? {} : { wishes }),
      ...(cover === undefined ? {} : { cover }),
    },
  };
}

/** Writes events of a report, the first `minutesAgo`, each a minute after the one before. */
export async function arrive(desk: DeskStage, report: string, minutesAgo: number, ...intents: readonly Intent[]): Promise<void> {
  const { database, force, now } = desk.parts;
  const start: Instant = later(now(), -minutesAgo * msPerMinute);
  await database.transaction(async (tx) => {
    await askFor(tx, "unmask", now());
    const stream = { of: "report", id: report } as const;
    const before = await readStream(tx, force.id, stream);
    const events = intents.map((intent, i): CaseEvent => {
      const at = later(start, i * msPerMinute);
      return { stream, number: before.length + i + 1, happened: at, recorded: at, by: machine, ...intent };
    });
    await putEvents(tx, force.id, events);
    const place = await tx.selectFrom("report_place").select("report").where("force", "=", force.id).where("report", "=", report).execute();
    if (place.length === 0) await placeReport(tx, { force: force.id, report, case_ref: null });
    await project(tx, { force: force.id, rule: rulesOf(force).queue }, stream);
  });
}

/** A time of the stage as it stands in JSON, so many minutes ago. */
export function agoText(desk: DeskStage, minutes: number): string {
  return instantToIso(later(desk.parts.now(), -minutes * msPerMinute));
}
