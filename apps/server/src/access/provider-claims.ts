import type { Instant } from "@unmask/core";

/** What a token of the force's own sign-in must say of who came back, beside what the library has held it against. */

/** How far the provider's clock may be behind ours, ms. */
const slackBehind = 30_000;

/** How far it may be ahead, ms: a token of the future would say for as long that the officer was asked just now. */
const slackAhead = 60_000;

/** Letters of a name, an issuer and a subject; OpenID Connect gives a subject 255. */
const mostLetters = 1_000;

/** What the claims are held against. */
export interface Expected {
  /** The claim that holds the name. */
  readonly claim: string;
  /** Our own name at the provider. */
  readonly client: string;
  /** When the officer was sent. */
  readonly began: Instant;
  readonly now: Instant;
}

/** Whom the provider says it is. */
export interface ProviderPerson {
  readonly issuer: string;
  /** Who it is there, for good. */
  readonly subject: string;
  /** The name by which an officer was enrolled, which the force may give to somebody else one day. */
  readonly name: string;
}

/** Whom the claims name, or why they name nobody; the reason holds no claim's value. */
export function personInClaims(claims: Readonly<Record<string, unknown>>, expected: Expected): ProviderPerson | string {
  const { claim, client, began, now } = expected;
  const { iss, sub, azp, auth_time: asked, iat } = claims;
  const name = claims[claim];
  if (!isLine(name) || !isLine(sub) || !isLine(iss)) return "the claim is not there, or is no line of text";
  // Asked for by another program of the same force: its officer did not mean to come in here.
  if (azp !== undefined && azp !== client) return "it was made for another program (azp)";
  if (typeof asked !== "number" || asked * 1_000 + slackBehind < began)
    return "it does not say that the officer was asked just now (auth_time)";
  if (asked * 1_000 > now + slackAhead) return "it says that the officer was asked at a time that has not come (auth_time)";
  if (typeof iat !== "number" || iat * 1_000 > now + slackAhead) return "it was made at a time that has not come (iat)";
  // An address that somebody typed into their own account is anybody's.
  if (claim === "email" && claims["email_verified"] !== true) return "the address is not verified (email_verified)";
  return { issuer: iss, subject: sub, name };
}

/** A name with a control, or half a pair, is none that an officer was enrolled by, and no database keeps it. */
function isLine(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= mostLetters && !/[\p{Cc}\p{Cs}]/u.test(value);
}
