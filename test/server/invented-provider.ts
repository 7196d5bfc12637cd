/** A force's own sign-in, invented: a small OpenID Connect provider over real HTTP, which can be made to lie in each way that a test names. */
import { type KeyObject, createHash, createHmac, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { Readable } from "node:stream";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { Instant } from "@unmask/core";
import type { ProviderSettings } from "../../apps/server/src/access/provider-settings.ts";

/** Who sits before the provider's page. */
export interface Person {
  readonly sub: string;
  readonly preferred_username?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** How it lies; what is left out it does as it should. */
export interface Lies {
  /** What it says instead in the token. A claim that is undefined is left out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** How it signs instead. */
  readonly signs?: "not" | "with another key" | "with the desk's secret";
  /** Whether its token is followed by blanks for as long as somebody reads. */
  readonly sends?: "without end";
  /** Whether it sends the officer back with an error. */
  readonly refuses?: boolean;
}

/** The provider while it runs. */
export interface InventedProvider {
  readonly settings: ProviderSettings;
  person: Person;
  lies: Lies;
  /** What the desk asked the last time that it sent somebody. */
  readonly asked: () => URLSearchParams;
  /** Follows the address as a browser does; the search that the officer comes back with. */
  visit(address: string): Promise<string>;
  close(): Promise<void>;
}

interface Code {
  readonly asked: URLSearchParams;
  readonly person: Person;
}

function* blanks(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(65_536, " ");
}

/** Starts it; `now` is its clock. */
export async function startInventedProvider(now: () => Instant): Promise<InventedProvider> {
  const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const other = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const codes = new Map<string, Code>();
  const secret = "a secret of the tests";
  let asked = new URLSearchParams();
  const provider: Pick<InventedProvider, "person" | "lies"> = { person: { sub: "0001", preferred_username: "wren.12" }, lies: {} };

  const documentOf = (issuer: string): object => ({
    issuer,
    authorization_endpoint: `${issuer}/authorise`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["ES256", "HS256", "none"],
    authorization_response_iss_parameter_supported: true,
  });
  const authorise = (issuer: string, search: URLSearchParams): string => {
    asked = search;
    const back = new URL(search.get("redirect_uri") ?? "");
    const code = randomBytes(16).toString("hex");
    codes.set(code, { asked: search, person: provider.person });
    const said = provider.lies.refuses === true ? { error: "access_denied" } : { code };
    for (const [key, value] of Object.entries({ ...said, state: search.get("state") ?? "", iss: issuer }))
      back.searchParams.set(key, value);
    return back.href;
  };
  const tokenFor = (issuer: string, body: URLSearchParams, proof: string): object | undefined => {
    const code = codes.get(body.get("code") ?? "");
    codes.delete(body.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(body.get("code_verifier") ?? "")
      .digest("base64url");
    // Each half is encoded as a form is (RFC 6749, 2.3.1).
    const [, told = ""] = proof.split("Basic ");
    const halves = Buffer.from(told, "base64")
      .toString()
      .split(":")
      .map((half) => decodeURIComponent(half.replaceAll("+", " ")));
    const isOurs = halves.join(":") === `unmask-desk:${secret}`;
    if (code === undefined || !isOurs || challenge !== code.asked.get("code_challenge")) return undefined;
    if (body.get("redirect_uri") !== code.asked.get("redirect_uri")) return undefined;
    const at = Math.round(now() / 1_000);
    const claims = {
      iss: issuer,
      aud: "unmask-desk",
      iat: at,
      exp: at + 300,
      auth_time: at,
      nonce: code.asked.get("nonce"),
      ...code.person,
    };
    const id_token = signed({ ...claims, ...provider.lies.claims }, provider.lies.signs);
    return { access_token: "of no use", token_type: "Bearer", id_token };
  };
  const signed = (claims: object, how: Lies["signs"]): string => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const alg = how === "not" ? "none" : how === "with the desk's secret" ? "HS256" : "ES256";
    const text = `${part({ alg, kid: "1", typ: "JWT" })}.${part(claims)}`;
    const by = (key: KeyObject): string => sign("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }).toString("base64url");
    if (how === "not") return `${text}.`;
    if (how === "with the desk's secret") return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
    return `${text}.${by(how === "with another key" ? other.privateKey : keys.privateKey)}`;
  };
  const server = createServer((request, response) => void answer(request, response));
  const issuerOf = (): string => {
    const address = server.address();
    return `http://localhost:${typeof address === "object" && address !== null ? address.port : 0}`;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const issuer = issuerOf();
    const url = new URL(request.url ?? "", issuer);
    let body = "";
    for await (const piece of request) body += String(piece);
    if (url.pathname === "/authorise") return void response.writeHead(302, { location: authorise(issuer, url.searchParams) }).end();
    const found =
      url.pathname === "/.well-known/openid-configuration"
        ? documentOf(issuer)
        : url.pathname === "/keys"
          ? { keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "1", alg: "ES256", use: "sig" }] }
          : tokenFor(issuer, new URLSearchParams(body), request.headers.authorization ?? "");
    response.writeHead(found === undefined ? 400 : 200, { "content-type": "application/json" });
    if (url.pathname === "/token" && provider.lies.sends !== undefined) return void Readable.from(blanks()).pipe(response);
    response.end(JSON.stringify(found ?? { error: "invalid_grant" }));
  };
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return Object.assign(provider, {
    settings: { issuer: issuerOf(), client: "unmask-desk", secret, claim: "preferred_username", says: "Northshire account" },
    asked: () => asked,
    visit: async (address: string) => {
      const { headers } = await fetch(address, { redirect: "manual" });
      return new URL(headers.get("location") ?? "").search.slice(1);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
