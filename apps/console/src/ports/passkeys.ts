import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  WebAuthnError,
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { type Result, failed, ok } from "@unmask/core";

/** Why the browser gave no passkey: the officer closed its window or waited too long, or this computer has none and can make none. */
export type PasskeyFault = "closed" | "exists" | "not-here";

/** The browser's passkeys. */
export interface Passkeys {
  make(options: PublicKeyCredentialCreationOptionsJSON): Promise<Result<RegistrationResponseJSON, PasskeyFault>>;
  use(options: PublicKeyCredentialRequestOptionsJSON): Promise<Result<AuthenticationResponseJSON, PasskeyFault>>;
}

/** Asks the browser, which asks the officer. */
export function createPasskeys(): Passkeys {
  return {
    make: (options) => ceremony(() => startRegistration({ optionsJSON: options })),
    use: (options) => ceremony(() => startAuthentication({ optionsJSON: options })),
  };
}

async function ceremony<T>(begin: () => Promise<T>): Promise<Result<T, PasskeyFault>> {
  if (!browserSupportsWebAuthn()) return failed("not-here");
  try {
    return ok(await begin());
  } catch (error) {
    if (error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED") return failed("exists");
    if (error instanceof DOMException || error instanceof WebAuthnError) return failed(isClosed(error) ? "closed" : "not-here");
    throw error;
  }
}

/** The browser says one thing, on purpose, for "refused", "closed" and "too late" (WebAuthn, 14.5.1). */
function isClosed({ name }: Error): boolean {
  return name === "NotAllowedError" || name === "AbortError";
}
