import { type ReadValue, fault, later, msPerMinute, object, readStrictly, text } from "@unmask/core";
import { bytesToHex } from "@unmask/seal";
import type { DeskParts } from "../../access/desk-parts.ts";
import { type DeskReply, noBody } from "../../access/desk-route.ts";
import { takeLinks } from "../../access/enrolment.ts";
import type { ProviderPerson } from "../../access/provider-claims.ts";
import { readInstant } from "../../access/read-instant.ts";
import { type Duty, beginSession, hashOfSecret, isDutyEnough, providerDevice, readDuty, sayDuty } from "../../access/session.ts";
import type { ProviderCeremony } from "../../ports/sign-in-oidc.ts";
import { putCeremony, takeCeremony } from "../../sql/case/officers.ts";
import { officerOfName } from "../../sql/case/sign-in-names.ts";
import type { DoorRoute } from "./door.ts";

/**
 * The door for a force that has its own sign-in (OpenID Connect): the officer is sent there with a reason already given, comes back to a page of
 * this desk, and that page hands in what it came back with. Who is let in is an officer who was enrolled here under that name: a login makes
 * nobody. Which of the ways to be wrong it was is told to nobody.
 */

/** How long somebody may be away at the force's own sign-in, in minutes. */
const awayMinutes = 5;

/** Bytes of the secret that ties the one who comes back to the browser that was sent: nobody guesses 256 bits. */
const secretSize = 32;

/** Letters of the search that a provider sends back: a code and a state are far shorter. */
const longestAnswer = 8_192;

/** Letters of the address at which the officer was; the longest of the desk's own is shorter. */
const longestPlace = 300;

const nobody = refusal("Your force’s sign-in opened nothing here. Try again, use your passkey, or ask an administrator.");
const silent = refusal("Your force’s sign-in does not answer. Nothing was tried; use your passkey, or try again.");

const readBegin = object(({ must }) => ({ dutyReason: must("dutyReason", readDuty), place: must("place", placeAtDesk) }));
const readBack = object(({ must }) => ({ answer: must("answer", upTo(longestAnswer)) }));

/** What is kept until the officer comes back. */
interface Away {
  readonly ceremony: ProviderCeremony;
  readonly duty: Duty;
  readonly place: string;
}

const readAway: ReadValue<Away> = object(({ must }) => ({
  ceremony: must(
    "ceremony",
    object((kept) => ({
      state: kept.must("state", text),
      nonce: kept.must("nonce", text),
      verifier: kept.must("verifier", text),
      began: kept.must("began", readInstant),
    })),
  ),
  duty: must("duty", readDuty),
  place: must("place", text),
}));

/** What stands at the door beside the passkey: what the force calls its own sign-in, or null. */
export const signInWays: DoorRoute = {
  path: "/desk/sign-in/ways",
  body: noBody,
  handle: async (_request, { provider }) => ({ status: 200, body: { provider: provider?.says ?? null } }),
};

/** Where the officer is sent; the cookie knows the browser again. */
export const providerBegin: DoorRoute = {
  path: "/desk/sign-in/provider/begin",
  body: readBegin,
  handle: async ({ body }, parts) => {
    const read = readStrictly(body, "body", readBegin);
    if (!read.ok || !isDutyEnough(read.value.dutyReason) || parts.provider === undefined) return nobody;
    const begun = await parts.provider.begin();
    if (begun === undefined) return silent;
    const secret = bytesToHex(parts.random(secretSize));
    const away: Away = { ceremony: begun.ceremony, duty: read.value.dutyReason, place: read.value.place };
    const now = parts.now();
    const until = later(now, awayMinutes * msPerMinute);
    await parts.database.transaction((tx) =>
      putCeremony(tx, { id: hashOfSecret(secret), kind: "provider", challenge: JSON.stringify(away), officer: null, until, now }),
    );
    return { status: 200, body: { address: begun.address }, cookie: secret };
  },
};

/** The officer is back: a session begins, or the refusal is an entry. */
export const providerFinish: DoorRoute = {
  path: "/desk/sign-in/provider/finish",
  body: readBack,
  handle: async ({ body, secret }, parts) => {
    const read = readStrictly(body, "body", readBack);
    const away = read.ok ? await takeAway(parts, secret) : undefined;
    const person = read.ok && away !== undefined ? await parts.provider?.finish(read.value.answer, away.ceremony) : undefined;
    if (away === undefined || person === undefined) {
      await parts.log.write(async () => ({ value: undefined, drafts: [refused("session")] }));
      return nobody;
    }
    // Enrolled by the command beside this process a moment ago.
    await takeLinks({ log: parts.log, force: parts.force.id, links: parts.links });
    const cookie = await letIn(parts, person, away.duty);
    return cookie === undefined ? nobody : { status: 200, body: { place: away.place }, cookie };
  },
};

/** What was kept for this browser: it is taken once, so that nothing that came back is handed in twice. */
async function takeAway(parts: DeskParts, secret: string): Promise<Away | undefined> {
  const now = parts.now();
  const kept = await parts.database.transaction((tx) => takeCeremony(tx, { id: hashOfSecret(secret), kind: "provider", now }));
  if (kept === undefined) return undefined;
  const written: unknown = JSON.parse(kept.challenge);
  const read = readStrictly(written, "ceremony", readAway);
  return read.ok ? read.value : undefined;
}

async function letIn(parts: DeskParts, person: ProviderPerson, duty: Duty): Promise<string | undefined> {
  const { value } = await parts.log.write(async (tx) => {
    const officer = await officerOfName(tx, { force: parts.force.id, ...person });
    if (officer === undefined) return { value: undefined, drafts: [refused("sign-in-name")] };
    const cookie = await beginSession(tx, parts, { officer, passkey: providerDevice, duty });
    const who = { actor: officer.id, role: officer.role, device: providerDevice };
    return { value: cookie, drafts: [{ op: "consult", what: "sign-in", ...who, reason: "duty", reasonWords: sayDuty(duty) }] };
  });
  return value;
}

/** `sign-in-name`: the provider knows whoever it was, and no one officer here has that name. */
function refused(rule: "session" | "sign-in-name") {
  return { op: "consult", what: "sign-in", actor: "desk", result: "refused", rule } as const;
}

function upTo(most: number): ReadValue<string> {
  return (value, path) => {
    const written = text(value, path);
    return written.length <= most ? written : fault(path, `is longer than ${most} letters`);
  };
}

/** A path of the desk's own, as an address bar has it. It is given back to whoever comes back: an address of others would lead there. */
function placeAtDesk(value: unknown, path: string): string {
  const written = upTo(longestPlace)(value, path);
  return /^\/(?![/\\])[!-[\]-~]*$/.test(written) ? written : fault(path, "is no path of this desk");
}

function refusal(says: string): DeskReply {
  return { status: 403, body: { refused: { rule: "session", says, allows: "" } } };
}
