import { type Instant, type Result, failed, ok } from "@unmask/core";
import type { SignerKey } from "@unmask/seal";
import type { DeskParts } from "../access/desk-parts.ts";
import { takeLinks } from "../access/enrolment.ts";
import type { ProviderSettings } from "../access/provider-settings.ts";
import type { WaitingLinks } from "../access/waiting-links.ts";
import type { DeskRoute } from "../access/desk-route.ts";
import { type AccessLog, startAccessLog } from "../access-log/access-log.ts";
import { type SeenHead, isSetBack } from "../access-log/seen-head.ts";
import type { Database } from "../ports/database.ts";
import type { FileOfDesk } from "../ports/case-files.ts";
import { createUploads } from "../orders/uploads.ts";
import { readConsoleSite } from "../ports/console-site.ts";
import { createPasskeys } from "../ports/passkeys.ts";
import { createSignInProvider } from "../ports/sign-in-oidc.ts";
import { deskRoutes } from "../routes/case/desk-routes.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { createDesk } from "./case.ts";

/** What the case role is started with; what lies in its folder comes from `openCaseFiles`. */
export interface CaseWorld extends Pick<DeskParts, FileOfDesk> {
  readonly database: Database<CaseTables>;
  /** The key of the force's log (`DIR/case/log.key`). */
  readonly logSigner: SignerKey;
  readonly force: { readonly id: string; readonly name: string };
  /** `http://console.localhost:4182`, or what `--console-origin` names. */
  readonly origin: string;
  readonly port: number;
  /** Where to listen; this machine alone without it. */
  readonly host?: string | undefined;
  /** The folder of the built console. */
  readonly consoleFolder: string;
  /** The force's own sign-in, where it has one. */
  readonly signIn?: ProviderSettings | undefined;
  /** `openWaitingLinks` of the case folder. */
  readonly links: WaitingLinks;
  readonly now: () => Instant;
  readonly random: (size: number) => Uint8Array;
  /** Where something failed, and never what. */
  readonly tell: (where: string) => void;
  /** Keeps how far the log has come outside the database. */
  readonly seenHead?: SeenHead;
  /** Routes beside the desk's own, which need what is not known here. */
  readonly routes?: (parts: DeskParts) => readonly DeskRoute[];
}

/** The case role while it runs. */
export interface RunningCase {
  readonly parts: DeskParts;
  readonly log: AccessLog;
  /** Takes no more requests and answers those that are here; the database is closed by who opened it. */
  close(): Promise<void>;
}

/**
 * Starts the log's one sequencer, then the desk's HTTP on this machine alone: a force puts its own proxy before it. Fails with a sentence when
 * the console is not built or the port is taken.
 */
export async function startCase(world: CaseWorld): Promise<Result<RunningCase, string>> {
  const { database, logSigner, force, origin, now, random, tell } = world;
  const { seenHead } = world;
  const opened = await startAccessLog({
    database,
    signer: logSigner,
    force: force.id,
    now,
    random,
    ...(seenHead !== undefined && { seenHead }),
  }).catch((error: unknown) => whyNoLog(error));
  if (typeof opened === "string") return failed(opened);
  const log = opened;
  const { links, keyedHash, openExhibit, codeTable, neighbours, services, editions, papers, keptPapers, templates } = world;
  const files = { keyedHash, openExhibit, codeTable, neighbours, services, editions, papers, keptPapers, templates };
  const provider = world.signIn && createSignInProvider(world.signIn, { origin, now, random, tell });
  const made = { passkeys: createPasskeys(origin), uploads: createUploads() };
  const parts: DeskParts = { database, log, ...made, provider, links, now, random, force, origin, ...files };
  await takeLinks({ log, force: force.id, links });
  const site = await readConsoleSite(world.consoleFolder).catch((error: unknown) => whyOf(error));
  if (typeof site === "string") return failed(`The console is not built (${site}). Run npm run build.`);
  const app = await createDesk({ parts, routes: [...deskRoutes, ...(world.routes?.(parts) ?? [])], site, tell });
  const listening = await app.listen({ host: world.host ?? "localhost", port: world.port }).catch((error: unknown) => error);
  if (typeof listening !== "string") {
    await app.close();
    return failed(`The desk cannot listen on port ${world.port} (${whyOf(listening)}). Stop what does, or set PORT.`);
  }
  return ok({ parts, log, close: () => app.close() });
}

/** What somebody must be told of a log that does not go on; a fault of ours is thrown on. */
function whyNoLog(error: unknown): string {
  if (!isSetBack(error)) throw error;
  return error.message;
}

/** The code of a failure of the system, such as `EADDRINUSE`; a fault of ours is thrown on. */
function whyOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  if (typeof code !== "string") throw error;
  return code;
}
