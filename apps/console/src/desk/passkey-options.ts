import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { type ReadValue, count, fault, flag, list, object, oneOf, text } from "@unmask/core";

/** What the server asks of a passkey, key by key: nothing goes to the browser that the desk does not know. */

/** A COSE algorithm is a negative number (RFC 9053). */
const algorithm: ReadValue<number> = (value, path) =>
  typeof value === "number" && Number.isSafeInteger(value) ? value : fault(path, "is no number of an algorithm");

const transport = oneOf(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const);
const verification = oneOf(["discouraged", "preferred", "required"] as const);
const hint = oneOf(["hybrid", "security-key", "client-device"] as const);
const publicKey = oneOf(["public-key"] as const);

const credential = object(({ must, may }) => ({
  id: must("id", text),
  type: must("type", publicKey),
  ...may("transports", (value, path) => [...list(transport)(value, path)]),
}));

const listOf =
  <T>(read: ReadValue<T>): ReadValue<T[]> =>
  (value, path) => [...list(read)(value, path)];

/** What a new passkey is made by (WebAuthn, PublicKeyCredentialCreationOptionsJSON). */
export const creationOptions: ReadValue<PublicKeyCredentialCreationOptionsJSON> = object(({ must, may }) => ({
  challenge: must("challenge", text),
  rp: must(
    "rp",
    object((rp) => ({ name: rp.must("name", text), ...rp.may("id", text) })),
  ),
  user: must(
    "user",
    object((user) => ({ id: user.must("id", text), name: user.must("name", text), displayName: user.must("displayName", text) })),
  ),
  pubKeyCredParams: must(
    "pubKeyCredParams",
    listOf(object((one) => ({ alg: one.must("alg", algorithm), type: one.must("type", publicKey) }))),
  ),
  ...may("timeout", count),
  ...may("attestation", oneOf(["direct", "enterprise", "indirect", "none"] as const)),
  ...may("excludeCredentials", listOf(credential)),
  ...may(
    "authenticatorSelection",
    object((chosen) => ({
      ...chosen.may("residentKey", verification),
      ...chosen.may("requireResidentKey", flag),
      ...chosen.may("userVerification", verification),
      ...chosen.may("authenticatorAttachment", oneOf(["cross-platform", "platform"] as const)),
    })),
  ),
  ...may("hints", listOf(hint)),
  ...may(
    "extensions",
    object((extensions) => ({ ...extensions.may("credProps", flag) })),
  ),
}));

/** What a passkey is asked for (WebAuthn, PublicKeyCredentialRequestOptionsJSON). */
export const requestOptions: ReadValue<PublicKeyCredentialRequestOptionsJSON> = object(({ must, may }) => ({
  challenge: must("challenge", text),
  ...may("rpId", text),
  ...may("timeout", count),
  ...may("allowCredentials", listOf(credential)),
  ...may("userVerification", verification),
  ...may("hints", listOf(hint)),
  ...may(
    "extensions",
    object(() => ({})),
  ),
}));
