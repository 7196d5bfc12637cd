import type { Instant } from "@unmask/core";
import {
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  None,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  clockSkew,
  discovery,
  enableNonRepudiationChecks,
} from "openid-client";
import { type ProviderSettings, isOwnComputer } from "../access/provider-settings.ts";

/**
 * The force's own sign-in (OpenID Connect, authorisation code with PKCE) around one library: where an officer is sent, and whom the provider
 * says it was who came back. Every way in which an answer can be wrong is one `undefined`; which it was is told to whoever runs the server,
 * by the library's code for it, and to nobody else.
 */

/** What is kept of a sign-in until its officer comes back. */
export interface ProviderCeremony {
  readonly state: string;
  readonly nonce: string;
  /** PKCE: without it a code that somebody saw in an address opens nothing. */
  readonly verifier: string;
  /** When it began: who was verified before has not been asked. */
  readonly began: Instant;
}

/** Whom the provider says it is. */
export interface ProviderPerson {
  readonly issuer: string;
  /** Who it is there, for good. */
  readonly subject: string;
  /** The name by which an officer was enrolled, which the force may give to somebody else one day. */
  readonly name: string;
}

/** The provider of a force. */
export interface SignInProvider {
  /** What officers call it. */
  readonly says: string;
  /** Where to send the officer; undefined when the provider does not answer. */
  begin(): Promise<{ readonly address: string; readonly ceremony: ProviderCeremony } | undefined>;
  /** Who came back, when all of it holds. `answer` is the search of the address that the provider sent the officer to. */
  finish(answer: string, ceremony: ProviderCeremony): Promise<ProviderPerson | undefined>;
}

/** What it is made of. */
export interface SignInWorld {
  /** The desk's: officers come back to `/signed-in` there. */
  readonly origin: string;
  readonly now: () => Instant;
  readonly random: (size: number) => Uint8Array;
  /** One line for whoever runs the server: where it failed, never what was said. */
  readonly tell: (line: string) => void;
}

/** Seconds that a provider may take to answer: a desk waits for no longer. */
const patience = 10;

/** How far the provider's clock may be from ours, ms. */
const clockSlack = 30_000;

/** Bytes of chance in state, nonce and verifier: nobody guesses 256 bits. */
const chanceSize = 32;

/** How a token may be signed: by a key that the provider alone has. What is signed with the secret that we have too, or not at all, proves nothing. */
const signedBy = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];

/** The provider that the settings name. Nothing is asked of it before somebody comes. */
export function createSignInProvider(settings: ProviderSettings, { origin, now, random, tell }: SignInWorld): SignInProvider {
  const redirect = `${origin}/signed-in`;
  const chance = (): string => Buffer.from(random(chanceSize)).toString("base64url");
  return {
    says: settings.says,
    begin: () =>
      orNothing(tell, async () => {
        const ceremony = { state: chance(), nonce: chance(), verifier: chance(), began: now() };
        const address = buildAuthorizationUrl(await configure(settings, now()), {
          redirect_uri: redirect,
          // The claims that can hold a name; what else the provider knows of an officer is not asked for.
          scope: "openid profile email",
          state: ceremony.state,
          nonce: ceremony.nonce,
          code_challenge: await calculatePKCECodeChallenge(ceremony.verifier),
          code_challenge_method: "S256",
          // A desk that was left must not open again by itself: the officer is asked, whatever the provider remembers.
          prompt: "login",
          max_age: "0",
        });
        return { address: address.href, ceremony };
      }),
    finish: (answer, { state, nonce, verifier, began }) =>
      orNothing(tell, async () => {
        const tokens = await authorizationCodeGrant(await configure(settings, now()), new URL(`${redirect}?${answer}`), {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        const name: unknown = claims?.[settings.claim];
        if (claims === undefined || typeof name !== "string" || name === "") return told(tell, "the claim is not there");
        if (typeof claims.auth_time !== "number" || claims.auth_time * 1_000 + clockSlack < began)
          return told(tell, "it does not say that the officer was asked just now (auth_time)");
        // An address that somebody typed into their own account is anybody's.
        if (settings.claim === "email" && claims["email_verified"] !== true)
          return told(tell, "the address is not verified (email_verified)");
        return { issuer: claims.iss, subject: claims.sub, name };
      }),
  };
}

/** The provider as its own document describes it, asked anew each time: keys and addresses change there, and nobody restarts the desk for it. */
async function configure({ issuer, client, secret }: ProviderSettings, now: Instant): Promise<Configuration> {
  const extensions = [enableNonRepudiationChecks, ...(isOwnComputer(new URL(issuer)) ? [allowInsecureRequests] : [])];
  const found = await discovery(new URL(issuer), client, undefined, None(), { timeout: patience, execute: extensions });
  const { supportsPKCE: _always, ...server } = found.serverMetadata();
  // Providers that stand for many organisations name another issuer than the one asked for: anybody could come in from the next one.
  if (new URL(server.issuer).href !== new URL(issuer).href) throw new Error("the provider is another than the one that was named");
  const { id_token_signing_alg_values_supported: named = ["RS256"] } = server;
  const configuration = new Configuration(
    { ...server, id_token_signing_alg_values_supported: named.filter((one) => signedBy.includes(one)) },
    client,
    { [clockSkew]: Math.round((now - Date.now()) / 1_000) },
    proofOf(secret, server.token_endpoint_auth_methods_supported),
  );
  configuration.timeout = patience;
  for (const extend of extensions) extend(configuration);
  return configuration;
}

/** How the desk proves itself at the provider: as OpenID Connect has it where the provider says nothing. */
function proofOf(secret: string | null, methods: readonly string[] = ["client_secret_basic"]): ClientAuth {
  if (secret === null) return None();
  return methods.includes("client_secret_basic") ? ClientSecretBasic(secret) : ClientSecretPost(secret);
}

function told(tell: SignInWorld["tell"], why: string): undefined {
  tell(`sign-in: ${why}`);
  return undefined;
}

/** The library throws for each way in which an answer is wrong, and for a provider that does not answer. */
async function orNothing<T>(tell: SignInWorld["tell"], ask: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code: unknown = Reflect.get(error, "code");
    return told(tell, `the provider's answer does not hold, or it did not answer (${typeof code === "string" ? code : error.name})`);
  }
}
