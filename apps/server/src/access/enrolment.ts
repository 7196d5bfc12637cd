import { type Instant, later, msPerHour } from "@unmask/core";
import { type Role } from "@unmask/case";
import { bytesToHex } from "@unmask/seal";
import type { Transaction } from "kysely";
import type { AccessLog } from "../access-log/access-log.ts";
import { uuidV7 } from "../access-log/uuid-v7.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { addEnrolment, addOfficer } from "../sql/case/officers.ts";
import { hashOfSecret } from "./session.ts";

/**
 * One-time links: 256 bits behind the `#` of an address, so that they stand in no log of a server. They open one enrolment, for four hours;
 * of them only the hash is kept.
 */

/** How long a link opens something. */
const linkHours = 4;

/** Bytes of a link's secret: nobody guesses 256 bits. */
const secretSize = 32;

/** What making a link needs. */
export interface LinkMaker {
  readonly now: () => Instant;
  readonly random: (size: number) => Uint8Array;
  readonly origin: string;
}

/** Makes a link for an officer and keeps its hash. */
export async function makeLink(tx: Transaction<CaseTables>, { now, random, origin }: LinkMaker, officer: string): Promise<string> {
  const secret = bytesToHex(random(secretSize));
  const made_at = now();
  await addEnrolment(tx, { hash: hashOfSecret(secret), officer, made_at, until: later(made_at, linkHours * msPerHour) });
  return `${origin}/enrol#${secret}`;
}

/**
 * `unmask force enrol`: puts an officer on the list and answers with the one-time link. It is written in the log as done by the machine's own
 * command (`actor: desk`).
 */
export async function forceEnrol(
  parts: LinkMaker & { readonly log: AccessLog; readonly force: string },
  { name, role }: { readonly name: string; readonly role: Role },
): Promise<{ readonly officer: string; readonly link: string }> {
  const { log, now, random, force } = parts;
  const { value } = await log.write(async (tx) => {
    const officer = uuidV7(now(), random);
    await addOfficer(tx, { id: officer, force, name, role, made_at: now(), made_by: "desk" });
    const link = await makeLink(tx, parts, officer);
    return { value: { officer, link }, drafts: [{ op: "alter", what: "manage-officers", actor: "desk", item: officer }] };
  });
  return value;
}
