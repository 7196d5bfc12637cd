import { type ReadValue, later, msPerMinute, object, text } from "@unmask/core";
import { type DeskRoute, deskRoute, noBody, refuse } from "../../access/desk-route.ts";
import { addPasskey, findPasskey, keysOf, putCeremony, takeCeremony } from "../../sql/case/officers.ts";

/** A second passkey, so that a lost one is no day without the desk: made under the officer's own session. */

/** How long a challenge may be answered, in minutes. */
const challengeMinutes = 5;

const anything: ReadValue<unknown> = (value) => value;
const readMade = object(({ must }) => ({ label: must("label", text), response: must("response", anything) }));

/** What the second key is made by. */
export const passkeyBegin: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/passkeys/begin",
  operation: "enrol",
  body: noBody,
  run: async ({ tx, parts, officer, session, now }) => {
    const keys = (await keysOf(tx, officer.id)).map(({ id }) => id);
    const options = await parts.passkeys.creationOptions(officer, keys);
    const until = later(now, challengeMinutes * msPerMinute);
    await putCeremony(tx, { id: session.hash, kind: "enrol", challenge: options.challenge, officer: officer.id, until, now });
    return { body: { options }, shown: [] };
  },
});

/** The second key. */
export const passkeyFinish: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/passkeys/finish",
  operation: "enrol",
  body: readMade,
  run: async ({ tx, parts, officer, session, now, body }) => {
    const ceremony = await takeCeremony(tx, { id: session.hash, kind: "enrol", now });
    const key = ceremony === undefined ? undefined : await parts.passkeys.readCreated(body.response, ceremony.challenge);
    if (key === undefined || (await findPasskey(tx, parts.force.id, key.id)) !== undefined) {
      return refuse({ rule: "session", says: "This passkey opens nothing here. Try your other key, or ask an administrator.", allows: [] });
    }
    await addPasskey(tx, { key, officer: officer.id, label: body.label.slice(0, 40), at: now });
    return { body: {}, shown: [] };
  },
});
