import type { AnsweredPasskey, PasskeyToAsk } from "../vault/protocol.ts";

/** Passkeys (WebAuthn, extension PRF): the browser asks the device for a finger, a face or a code, and answers with 32 bytes that are always the same. */

/** What stands in the device's own list of passkeys: as neutral as the page. */
const shownName = "Notes";

/** ES256, EdDSA, RS256: what devices have. Nothing is ever signed with them. */
const algorithms = [-7, -8, -257];

/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return "PublicKeyCredential" in globalThis;
}

/** Makes a passkey and asks it at once. Undefined: she stopped, or this device has none that answers. */
export async function makePasskey(): Promise<AnsweredPasskey | undefined> {
  const salt = random(32);
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        rp: { name: shownName },
        user: { id: random(16), name: shownName, displayName: shownName },
        challenge: random(32),
        pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
        extensions: { prf: { eval: { first: salt } } },
      },
    });
    if (!(made instanceof PublicKeyCredential)) return undefined;
    const { enabled, results } = made.getClientExtensionResults().prf ?? {};
    const passkey = { credential: new Uint8Array(made.rawId), salt };
    if (results !== undefined) return { ...passkey, answer: bytesOf(results.first) };
    // Some answer only when they are asked a second time.
    return enabled === true ? await askPasskey([passkey]) : undefined;
  } catch {
    return undefined; // She closed the window of the device, or it has none.
  }
}

/** Asks one of these passkeys. Undefined: she stopped, or none of them is on this device. */
export async function askPasskey(passkeys: readonly PasskeyToAsk[]): Promise<AnsweredPasskey | undefined> {
  const copied = passkeys.map(({ credential, salt }) => ({ credential: new Uint8Array(credential), salt: new Uint8Array(salt) }));
  try {
    const asked = await navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        userVerification: "required",
        allowCredentials: copied.map(({ credential }) => ({ type: "public-key", id: credential })),
        extensions: {
          prf: { evalByCredential: Object.fromEntries(copied.map(({ credential, salt }) => [base64Url(credential), { first: salt }])) },
        },
      },
    });
    if (!(asked instanceof PublicKeyCredential)) return undefined;
    const first = asked.getClientExtensionResults().prf?.results?.first;
    const id = base64Url(new Uint8Array(asked.rawId));
    const passkey = copied.find(({ credential }) => base64Url(credential) === id);
    return first && passkey && { ...passkey, answer: bytesOf(first) };
  } catch {
    return undefined; // She closed the window of the device, or none of them is here.
  }
}

function bytesOf(source: BufferSource): Uint8Array {
  return source instanceof ArrayBuffer
    ? new Uint8Array(source)
    : new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice();
}

function base64Url(bytes: Uint8Array): string {
  const text = String.fromCharCode(...bytes); // bounded: an id has at most 1,023 bytes.
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function random(size: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(size));
}
