import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Result, failed, ok } from "@unmask/core";
import { readClock } from "@unmask/fittings-node";
import type { ProviderSettings } from "../access/provider-settings.ts";
import { endPapers } from "../orders/end-papers.ts";
import { startCase } from "../roles/start-case.ts";
import { readHead } from "../sql/case/access-log.ts";
import { openCaseFiles } from "./case-files.ts";
import { openLockedRows } from "./case-rows.ts";
import { readChance } from "./chance.ts";
import { keepCheckpointFiles } from "./checkpoint-files.ts";
import { eraseAgain } from "./open-eraser.ts";
import { openForceFolder } from "./force-folder.ts";
import { openHeadFile } from "./head-file.ts";
import { runInside } from "./run-inside.ts";
import type { Running } from "./run-intake.ts";
import { openWaitingLinks } from "./waiting-links.ts";

/** How the inside of a force is run. */
export interface CasePlan {
  /** The folder of the inside: keys, database, kept bodies. */
  readonly folder: string;
  /** A PostgreSQL; one in the folder without it. */
  readonly database?: string | undefined;
  /** The origin of the intake that it takes from. */
  readonly intake: string;
  /** Where officers come in: `http://console.localhost:4182`. */
  readonly origin: string;
  readonly port: number;
  /** Where to listen; this machine alone without it. */
  readonly host?: string | undefined;
  /** The force's own sign-in, where it has one. */
  readonly signIn?: ProviderSettings | undefined;
  /** The folder of the apps. */
  readonly apps: URL;
  /** One line for whoever runs it: where something failed, never what. */
  tell(line: string): void;
}

/** Starts the inside; the desk is open when this resolves. The failure is a sentence that says what to do. */
export async function runCase(plan: CasePlan): Promise<Result<Running, string>> {
  if (!(plan.port >= 1 && plan.port <= 65_535)) return failed(`The desk has no port ${plan.port}: set PORT to one from 1 to 65533.`);
  const opened = await openLockedRows(openForceFolder(plan.folder), plan.database);
  if (!opened.ok) return opened;
  const { rows, close } = opened.value;
  if (rows.database.kind === "postgres" && rows.database.isOwnersLogin)
    plan.tell(
      "case: this login owns the tables. It works as unmask_desk, but a statement that is not ours could leave that role. Give the desk a login of its own: docs/running.md.",
    );
  const files = await openCaseFiles(openForceFolder(plan.folder));
  if (!files.ok) {
    await close();
    return files;
  }
  const seenHead = openHeadFile(plan.folder, (line) => plan.tell(`case: ${line}`));
  // Before the desk is open: nothing that was erased is shown again.
  const erased = await eraseAgain(plan.folder, rows, { seenHead, now: readClock, random: readChance });
  if (!erased.ok) {
    await close();
    return erased;
  }
  if (erased.value > 0) plan.tell(`case: ${erased.value} of what was erased stood here again, and was erased again.`);
  const left = await endPapers({ ...rows, keptPapers: files.value.keptPapers });
  if (left > 0) plan.tell(`case: ${left} papers of orders were begun and not written down, and went.`);
  const desk = await startCase({
    ...rows,
    seenHead,
    ...files.value,
    origin: plan.origin,
    port: plan.port,
    host: plan.host,
    signIn: plan.signIn,
    consoleFolder: fileURLToPath(new URL("console/dist", plan.apps)),
    links: openWaitingLinks(join(plan.folder, "links")),
    now: readClock,
    random: readChance,
    tell: plan.tell,
  });
  if (!desk.ok) {
    await close();
    return desk;
  }
  const inside = await runInside({
    folder: plan.folder,
    intake: plan.intake,
    database: rows.database,
    collect: (item) => desk.value.log.appendCollect(item),
    tell: plan.tell,
  });
  if (!inside.ok) {
    await desk.value.close();
    await seenHead.settle();
    await close();
    return inside;
  }
  const stopFiles = keepCheckpointFiles({
    folder: plan.folder,
    newest: async () => (await readHead(rows.database.db, rows.force.id))?.checkpoint ?? "",
    now: readClock,
    tell: plan.tell,
  });
  return ok({
    port: plan.port,
    async close() {
      stopFiles();
      await inside.value.close();
      await desk.value.close();
      await seenHead.settle();
      await close();
    },
  });
}
