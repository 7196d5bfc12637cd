import { type ReadValue, type Result, count, fault, object, orNull, readDocument, text } from "@unmask/core";

/**
 * The file that says how officers come in by the force's own sign-in, an OpenID Connect provider (docs/running.md). Where there is none, there
 * are passkeys alone.
 */

/** What the file says. */
export interface ProviderSettings {
  /** The issuer, letter for letter as the provider's own document names it. */
  readonly issuer: string;
  /** The name of this desk at the provider. */
  readonly client: string;
  /** What the desk proves itself by there; null for a client without a secret. */
  readonly secret: string | null;
  /** The claim of the identity token that holds the name by which an officer was enrolled. */
  readonly claim: string;
  /** What officers call it: "Northshire account". */
  readonly says: string;
}

/** UTF-16 units of the file: a longer one is another file. */
const longestFile = 16_384;

/** Letters of one value; a secret made by a provider has fewer. */
const mostLetters = 1_000;

/** Letters of what stands on the button. */
const mostSaid = 40;

/** Names of this computer: a provider there is one that somebody tries. */
const ownNames: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

const settings: ReadValue<ProviderSettings> = object(({ must }) => {
  if (must("version", count) !== 1) fault("sign-in.version", "is not 1");
  return {
    issuer: must("issuer", issuer),
    client: must("client", line(mostLetters)),
    secret: must("secret", orNull(line(mostLetters))),
    claim: must("claim", line(mostLetters)),
    says: must("says", line(mostSaid)),
  };
});

/** Reads the file; the error says where it is none, never what stands there: it holds a secret. */
export function parseProviderSettings(json: string): Result<ProviderSettings, string> {
  return readDocument(json, { what: "sign-in", longest: longestFile }, settings);
}

/** An https address without search; http on this computer alone, because a token that passes in the clear is anybody's. */
function issuer(value: unknown, path: string): string {
  const written = line(mostLetters)(value, path);
  const url = URL.canParse(written) ? new URL(written) : fault(path, "is no address");
  if (`${url.search}${url.hash}${url.username}${url.password}` !== "") fault(path, "has more than a host and a path");
  if (url.protocol === "https:" || isOwnComputer(url)) return written;
  return fault(path, "is not https");
}

/** Whether an address is http on this computer. */
export function isOwnComputer(url: URL): boolean {
  return url.protocol === "http:" && ownNames.includes(url.hostname);
}

function line(most: number): ReadValue<string> {
  return (value, path) => {
    const written = text(value, path);
    return /^[^\p{Cc}\u2028\u2029]+$/u.test(written) && written.length <= most
      ? written
      : fault(path, `is no line of 1 to ${most} letters`);
  };
}
