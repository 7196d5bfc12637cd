import type { CodeTable, PaperTemplate } from "@unmask/case";
import type { Instant } from "@unmask/core";
import type { KeyedHash } from "@unmask/link";
import type { AccessLog } from "../access-log/access-log.ts";
import type { Neighbours } from "../force/neighbour.ts";
import type { Services } from "../force/force-service.ts";
import type { Editions } from "../learn/editions.ts";
import type { Database } from "../ports/database.ts";
import type { Uploads } from "../orders/uploads.ts";
import type { PaperFiles } from "../ports/paper-files.ts";
import type { Passkeys } from "../ports/passkeys.ts";
import type { SignInProvider } from "../ports/sign-in-oidc.ts";
import type { WaitingLinks } from "./waiting-links.ts";
import type { KeptPapers } from "./kept-papers.ts";
import type { OpenExhibit } from "./open-exhibit.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";

/** What the desk is made of: everything that its routes may touch. */
export interface DeskParts {
  readonly database: Database<CaseTables>;
  readonly log: AccessLog;
  readonly passkeys: Passkeys;
  /** The force's own sign-in, beside the passkeys; undefined where it has none. */
  readonly provider?: SignInProvider | undefined;
  /** One-time links made by the command beside this process. */
  readonly links: WaitingLinks;
  readonly now: () => Instant;
  readonly random: (size: number) => Uint8Array;
  readonly force: { readonly id: string; readonly name: string };
  /** `http://console.localhost:4182`: every other name is answered 421. */
  readonly origin: string;
  /** HMAC-SHA-256 under the secret of the index of identifiers. */
  readonly keyedHash: KeyedHash;
  /** Takes a file out of a sealed pack. */
  readonly openExhibit: OpenExhibit;
  /** Forces to which a report can be handed on, as the administrator loaded them. */
  readonly neighbours: Pick<Neighbours, "list">;
  /** Services to which something can be sealed by a person's consent, as the administrator loaded them. */
  readonly services: Services;
  /** The force's own table of codes; null where it loaded none. */
  readonly codeTable: () => Promise<CodeTable | null>;
  /** What was published of closed months. */
  readonly editions: Editions;
  /** Makes papers of orders: one for the whole program. */
  readonly papers: PaperFiles;
  readonly keptPapers: KeptPapers;
  /** Scans that come to the desk, and which of them were cancelled. */
  readonly uploads: Uploads;
  /** The force's own words for papers; none where it loaded none. */
  readonly templates: () => Promise<readonly PaperTemplate[]>;
}
