import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";

/**
 * Passkeys (WebAuthn) around one library: what a browser is asked, and whether its answer holds. Every way in which an answer can be wrong is
 * one `undefined`: which it was is told to nobody.
 */

/** A key as it is kept: its public half. */
export interface KeptPasskey {
  /** The credential's id, base64url. */
  readonly id: string;
  readonly publicKey: Uint8Array;
  /** How often it says that it was used; one that counts backwards is a copy. */
  readonly counter: number;
}

/** The ceremonies at one origin. Answers are what a browser sent: unknown. */
export interface Passkeys {
  /** What a new key is made by. The officer's own keys are named, so that one device is not enrolled twice. */
  creationOptions(
    officer: { readonly id: string; readonly name: string },
    keys: readonly string[],
  ): Promise<{ readonly challenge: string }>;
  /** The new key, when the answer is to this challenge, from this origin, and the officer was verified by the device. */
  readCreated(answer: unknown, challenge: string): Promise<KeptPasskey | undefined>;
  /** What a key is asked for: any key of this desk, so that the page names nobody. */
  requestOptions(): Promise<{ readonly challenge: string }>;
  /** Which key and which challenge an answer says it is; nothing is verified yet. */
  claimOf(answer: unknown): { readonly id: string; readonly challenge: string } | undefined;
  /** The key's new counter, when the answer holds. */
  readUsed(answer: unknown, challenge: string, key: KeptPasskey): Promise<number | undefined>;
}

/** How long a browser waits for the officer, ms. */
const waitMs = 120_000;

/** The passkeys of the desk at an origin such as `http://console.localhost:4182`. */
export function createPasskeys(origin: string): Passkeys {
  const rpID = new URL(origin).hostname;
  return {
    creationOptions: (officer, keys) =>
      generateRegistrationOptions({
        rpName: "Unmask desk",
        rpID,
        userName: officer.name,
        userDisplayName: officer.name,
        userID: new Uint8Array(Buffer.from(officer.id)),
        timeout: waitMs,
        attestationType: "none",
        excludeCredentials: keys.map((id) => ({ id })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      }),
    readCreated: async (answer, challenge) => {
      if (!isCreated(answer)) return undefined;
      const asked = {
        response: answer,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
      };
      const read = await orNothing(() => verifyRegistrationResponse(asked));
      if (read?.verified !== true) return undefined;
      const { id, publicKey, counter } = read.registrationInfo.credential;
      return { id, publicKey: new Uint8Array(publicKey), counter };
    },
    requestOptions: () => generateAuthenticationOptions({ rpID, timeout: waitMs, userVerification: "required" }),
    claimOf: (answer) => (isUsed(answer) ? claimIn(answer) : undefined),
    readUsed: async (answer, challenge, key) => {
      if (!isUsed(answer) || answer.id !== key.id) return undefined;
      const credential = { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter };
      const asked = { response: answer, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID, credential };
      const read = await orNothing(() => verifyAuthenticationResponse({ ...asked, requireUserVerification: true }));
      return read?.verified === true ? read.authenticationInfo.newCounter : undefined;
    },
  };
}

/** The library throws for each way in which an answer is wrong. */
async function orNothing<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function claimIn({ id, response }: AuthenticationResponseJSON): { readonly id: string; readonly challenge: string } | undefined {
  try {
    const said: unknown = JSON.parse(Buffer.from(response.clientDataJSON, "base64url").toString());
    const challenge: unknown = typeof said === "object" && said !== null ? Reflect.get(said, "challenge") : undefined;
    return typeof challenge === "string" ? { id, challenge } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isCreated(answer: unknown): answer is RegistrationResponseJSON {
  return isPublicKey(answer) && hasTexts(answer.response, ["clientDataJSON", "attestationObject"]);
}

function isUsed(answer: unknown): answer is AuthenticationResponseJSON {
  return isPublicKey(answer) && hasTexts(answer.response, ["clientDataJSON", "authenticatorData", "signature"]);
}

function isPublicKey(answer: unknown): answer is { readonly response: unknown } {
  return hasTexts(answer, ["id", "rawId"]) && typeof answer === "object" && answer !== null && Reflect.get(answer, "type") === "public-key";
}

function hasTexts(value: unknown, keys: readonly string[]): boolean {
  return typeof value === "object" && value !== null && keys.every((key) => typeof Reflect.get(value, key) === "string");
}
