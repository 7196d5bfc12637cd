import { type ReadValue, later, msPerMinute, object, readStrictly, text } from "@unmask/core";
import { sha256HexOf, textToBytes } from "@unmask/seal";
import type { DeskParts } from "../../access/desk-parts.ts";
import { type DeskReply, type DeskRequest, noBody } from "../../access/desk-route.ts";
import { takeLinks } from "../../access/enrolment.ts";
import { type Duty, beginSession, hashOfSecret, isDutyEnough, readDuty, sayDuty } from "../../access/session.ts";
import {
  type OfficerRow,
  addPasskey,
  countUse,
  findPasskey,
  keysOf,
  officerOfLink,
  putCeremony,
  takeCeremony,
  useLink,
} from "../../sql/case/officers.ts";

/**
 * The door of the desk, the only routes without a session: enrolment behind a one-time link, and sign-in with a passkey. Whatever is wrong
 * with a link or a key is one sentence, and which it was is told to nobody.
 */

/** A route that nobody need be signed in for. */
export interface DoorRoute {
  readonly path: string;
  /** How its body is read. */
  readonly body: ReadValue<unknown>;
  readonly handle: (request: DeskRequest, parts: DeskParts) => Promise<DeskReply>;
}

/** How long a challenge may be answered, in minutes. */
const challengeMinutes = 5;

const linkNothing = refusal(
  "This link opens nothing. It may have been used, have ended, or be mistyped. Ask your administrator for another.",
);
const keyNothing = refusal("This passkey opens nothing here. Try your other key, or ask an administrator.");

const readLink = object(({ must }) => ({ link: must("link", text) }));
const readMade = object(({ must }) => ({ link: must("link", text), response: must("response", unknownValue) }));
const readUse = object(({ must }) => ({ response: must("response", unknownValue), dutyReason: must("dutyReason", readDuty) }));

/** What a new passkey is made by, for the officer of the link. */
export const enrolBegin: DoorRoute = {
  path: "/desk/enrol/begin",
  body: readLink,
  handle: async ({ body }, parts) => {
    const read = readStrictly(body, "body", readLink);
    if (!read.ok) return linkNothing;
    const hash = hashOfSecret(read.value.link);
    const now = parts.now();
    await takeLinks({ log: parts.log, force: parts.force.id, links: parts.links });
    const officer = await officerOfLink(parts.database.db, { hash, force: parts.force.id, now });
    if (officer === undefined) return linkNothing;
    const options = await parts.passkeys.creationOptions(
      officer,
      (await keysOf(parts.database.db, officer.id)).map(({ id }) => id),
    );
    const until = later(now, challengeMinutes * msPerMinute);
    await parts.database.transaction((tx) =>
      putCeremony(tx, { id: hash, kind: "enrol", challenge: options.challenge, officer: officer.id, until, now }),
    );
    return { status: 200, body: options };
  },
};

/** The new passkey: the link is used up, and the first session begins. */
export const enrolFinish: DoorRoute = {
  path: "/desk/enrol/finish",
  body: readMade,
  handle: async ({ body }, parts) => {
    const read = readStrictly(body, "body", readMade);
    if (!read.ok) return linkNothing;
    const hash = hashOfSecret(read.value.link);
    const now = parts.now();
    const ceremony = await parts.database.transaction((tx) => takeCeremony(tx, { id: hash, kind: "enrol", now }));
    const key = ceremony === undefined ? undefined : await parts.passkeys.readCreated(read.value.response, ceremony.challenge);
    if (key === undefined) return linkNothing;
    const { value } = await parts.log.write(async (tx) => {
      const officer = await officerOfLink(tx, { hash, force: parts.force.id, now });
      if (officer === undefined || (await findPasskey(tx, parts.force.id, key.id)) !== undefined) return { value: undefined, drafts: [] };
      await useLink(tx, hash, now);
      await addPasskey(tx, { key, officer: officer.id, label: "first", at: now });
      const cookie = await beginSession(tx, parts, { officer, passkey: key.id, duty: { code: "enrolment" } });
      return { value: cookie, drafts: [draftOf("enrol", officer, key.id, "enrolment, first look")] };
    });
    return value === undefined ? linkNothing : { status: 200, body: {}, cookie: value };
  },
};

/** What a passkey is asked for: it names nobody. */
export const signInBegin: DoorRoute = {
  path: "/desk/sign-in/begin",
  body: noBody,
  handle: async (_request, parts) => {
    const options = await parts.passkeys.requestOptions();
    const now = parts.now();
    const until = later(now, challengeMinutes * msPerMinute);
    await parts.database.transaction((tx) =>
      putCeremony(tx, { id: nameOf(options.challenge), kind: "sign-in", challenge: options.challenge, officer: null, until, now }),
    );
    return { status: 200, body: options };
  },
};

/** The passkey's answer, with the reason for being at the desk: a session begins. */
export const signInFinish: DoorRoute = {
  path: "/desk/sign-in/finish",
  body: readUse,
  handle: async ({ body }, parts) => {
    const read = readStrictly(body, "body", readUse);
    const used = read.ok && isDutyEnough(read.value.dutyReason) ? await usedKey(read.value.response, parts) : undefined;
    if (used === undefined || !read.ok) {
      await parts.log.write(async () => ({ value: undefined, drafts: [signInRefused] }));
      return keyNothing;
    }
    const { officer, id, counter } = used;
    const duty: Duty = read.value.dutyReason;
    const { value } = await parts.log.write(async (tx) => {
      // Let go or moved in between: asked again inside the transaction.
      const still = await findPasskey(tx, parts.force.id, id);
      if (still === undefined) return { value: undefined, drafts: [signInRefused] };
      await countUse(tx, { id, counter, at: parts.now() });
      const cookie = await beginSession(tx, parts, { officer: still.officer, passkey: id, duty });
      return { value: cookie, drafts: [draftOf("sign-in", officer, id, sayDuty(duty))] };
    });
    return value === undefined ? keyNothing : { status: 200, body: {}, cookie: value };
  },
};

async function usedKey(response: unknown, parts: DeskParts) {
  const claim = parts.passkeys.claimOf(response);
  if (claim === undefined) return undefined;
  const now = parts.now();
  const ceremony = await parts.database.transaction((tx) => takeCeremony(tx, { id: nameOf(claim.challenge), kind: "sign-in", now }));
  const known = await findPasskey(parts.database.db, parts.force.id, claim.id);
  if (ceremony === undefined || known === undefined) return undefined;
  const counter = await parts.passkeys.readUsed(response, ceremony.challenge, known.key);
  return counter === undefined ? undefined : { officer: known.officer, id: claim.id, counter };
}

const signInRefused = { op: "consult", what: "sign-in", actor: "desk", result: "refused", rule: "session" } as const;

function draftOf(what: "enrol" | "sign-in", officer: OfficerRow, passkey: string, reasonWords: string) {
  const op = what === "enrol" ? ("alter" as const) : ("consult" as const);
  return { op, what, actor: officer.id, role: officer.role, device: passkey.slice(0, 12), reason: "duty" as const, reasonWords };
}

function nameOf(challenge: string): string {
  return sha256HexOf(textToBytes(challenge));
}

function refusal(says: string): DeskReply {
  return { status: 403, body: { refused: { rule: "session", says, allows: "" } } };
}

function unknownValue(value: unknown): unknown {
  return value;
}
