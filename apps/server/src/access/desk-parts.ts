import type { Instant } from "@unmask/core";
import type { AccessLog } from "../access-log/access-log.ts";
import type { Database } from "../ports/database.ts";
import type { Passkeys } from "../ports/passkeys.ts";
import type { WaitingLinks } from "./waiting-links.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";

/** What the desk is made of: everything that its routes may touch. */
export interface DeskParts {
  readonly database: Database<CaseTables>;
  readonly log: AccessLog;
  readonly passkeys: Passkeys;
  /** One-time links made by the command beside this process. */
  readonly links: WaitingLinks;
  readonly now: () => Instant;
  readonly random: (size: number) => Uint8Array;
  readonly force: { readonly id: string; readonly name: string };
  /** `http://console.localhost:4182`: every other name is answered 421. */
  readonly origin: string;
}
