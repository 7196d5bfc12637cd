import { type Instant, type ReadValue, count, later, msPerHour, object, oneOf, readStrictly, text } from "@unmask/core";
import { type Role, roles } from "@unmask/case";
import { bytesToHex } from "@unmask/seal";
import type { Transaction } from "kysely";
import type { AccessLog } from "../access-log/access-log.ts";
import { uuidV7 } from "../access-log/uuid-v7.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { addEnrolment, addOfficer, findOfficer, listOfficers } from "../sql/case/officers.ts";
import { nameAmong } from "./plain-name.ts";
import { readInstant } from "./read-instant.ts";
import { hashOfSecret } from "./session.ts";
import type { WaitingLinks } from "./waiting-links.ts";

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
 * `unmask force enrol`: makes a one-time link for somebody new and answers with it. It works whether or not the desk is running: the link's hash
 * waits in a file of the case folder until the desk takes it in.
 */
export async function forceEnrol(
  { now, random, origin, links }: LinkMaker & { readonly links: WaitingLinks },
  { name, role, signInName }: { readonly name: string; readonly role: Role; readonly signInName?: string | undefined },
): Promise<string> {
  const secret = bytesToHex(random(secretSize));
  const made = now();
  const id = uuidV7(made, random);
  const until = later(made, linkHours * msPerHour);
  await links.put(hashOfSecret(secret), JSON.stringify({ version: 1, officer: id, name, role, signInName, made, until }));
  return `${origin}/enrol#${secret}`;
}

/** Takes back a link that nobody has read: it opens nothing, and nobody is enrolled by it. */
export function takeBackLink(links: WaitingLinks, link: string): Promise<void> {
  return links.remove(hashOfSecret(link.slice(link.indexOf("#") + 1)));
}

/** Takes in the links that wait. Called at the start and whenever somebody comes with a link or from the force's own sign-in; each is written in the log as the machine's own act. */
export async function takeLinks({
  log,
  force,
  links,
}: {
  readonly log: AccessLog;
  readonly force: string;
  readonly links: WaitingLinks;
}): Promise<void> {
  for (const { hash, content } of await links.list()) {
    const read = readStrictly(parseLink(content), "link", readLink);
    if (read.ok) await takeLink({ log, force }, hash, read.value);
    await links.remove(hash);
  }
}

async function takeLink({ log, force }: { readonly log: AccessLog; readonly force: string }, hash: string, link: LinkFile): Promise<void> {
  const { officer, name, role, signInName = null, made, until } = link;
  await log.write(async (tx) => {
    // Taken in before, and the file was left by a crash.
    if ((await findOfficer(tx, force, officer)) !== undefined) return { value: undefined, drafts: [] };
    // Nobody sees the list where the link is made.
    const others = (await listOfficers(tx, force)).map((one) => one.name);
    await addOfficer(tx, {
      id: officer,
      force,
      name: nameAmong(name, others),
      role,
      made_at: made,
      made_by: "desk",
      sign_in_name: signInName,
    });
    await addEnrolment(tx, { hash, officer, made_at: made, until });
    return { value: undefined, drafts: [{ op: "alter", what: "manage-officers", actor: "desk", item: officer }] };
  });
}

interface LinkFile {
  readonly officer: string;
  readonly name: string;
  readonly role: Role;
  readonly signInName?: string;
  readonly made: Instant;
  readonly until: Instant;
}

const readLink: ReadValue<LinkFile> = object(({ must, may }) => {
  must("version", count);
  return {
    officer: must("officer", text),
    name: must("name", text),
    role: must("role", oneOf(roles)),
    ...may("signInName", text),
    made: must("made", readInstant),
    until: must("until", readInstant),
  };
});

function parseLink(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
