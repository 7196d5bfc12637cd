import type { Instant } from "@unmask/core";
import {
  type ClientAuth,
  type CustomFetchOptions,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  None,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  clockSkew,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from "openid-client";
import { type ProviderPerson, personInClaims } from "../access/provider-claims.ts";
import { type ProviderSettings, isOwnComputer } from "../access/provider-settings.ts";
import { boundedFetch } from "./bounded-fetch.ts";

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

/** Bytes of chance in state, nonce and verifier: nobody guesses 256 bits. */
const chanceSize = 32;

/** How a token may be signed: by a key that the provider alone has. What is signed with the secret that we have too, or not at all, proves nothing. */
const signedBy = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];

/** Every question to the provider, of its document, its keys and its tokens. */
const ask = boundedFetch<CustomFetchOptions>((address, { body, ...options }) => fetch(address, { ...options, body: formOf(body) }));

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
        if (claims === undefined) return told(tell, "there is no token of who it is");
        const person = personInClaims(claims, { claim: settings.claim, client: settings.client, began, now: now() });
        return typeof person === "string" ? told(tell, person) : person;
      }),
  };
}

/** The provider as its own document describes it, asked anew each time: keys and addresses change there, and nobody restarts the desk for it. */
async function configure({ issuer, client, secret }: ProviderSettings, now: Instant): Promise<Configuration> {
  const extensions = [enableNonRepudiationChecks, ...(isOwnComputer(new URL(issuer)) ? [allowInsecureRequests] : [])];
  const found = await discovery(new URL(issuer), client, undefined, None(), {
    timeout: patience,
    execute: extensions,
    [customFetch]: ask,
  });
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
  configuration[customFetch] = ask;
  for (const extend of extensions) extend(configuration);
  return configuration;
}

/** What the desk sends a provider is a form, or nothing. */
function formOf(body: CustomFetchOptions["body"]): URLSearchParams | null {
  if (body === undefined || body === null || body instanceof URLSearchParams) return body ?? null;
  throw new Error("a provider is sent a form or nothing");
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
