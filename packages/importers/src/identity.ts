import { type Identity, nameForm, normalName, withheld } from "@unmask/core";
import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

/**
 * Who a source names, told from the look of what it wrote.
 *
 * [Note: Possible, not valid] A number counts by its length alone. Whether it is in service is not for an import to judge: ranges change, and
 * a number that no table knows may be the very one that matters. Short codes ("60777") and alphanumeric senders ("YourBank") are names, for
 * nobody can be called back under them.
 */

/** Identities remembered, because a source names the same few people a million times. Bounded against a file of a million names. */
const mostRemembered = 4096;
/** Longest text that can be a number or an address and is remembered; a longer "name" is a mistake or an attack. */
const longestRemembered = 320;
/** Fewest digits of a number written without "+": below, a short code. */
const fewestLocalDigits = 7;

const identityByWritten = new Map<string, Identity>();

/**
 * Reads an identity. `country` (ISO 3166 alpha-2, "GB") is where numbers without "+" are dialled from.
 *
 * A number's `normal` is E.164, an address's is lower case, a handle's is lower case with its "@", a name's is `nameForm`; blank text is
 * `withheld`. `wrote` is kept as it stands, invisible marks included.
 */
export function parseIdentity(wrote: string, country: string): Identity {
  if (wrote.length > longestRemembered) return { kind: "name", wrote, normal: nameForm(wrote) };
  const key = `${country}\u0000${wrote}`;
  const known = identityByWritten.get(key);
  if (known) return known;
  const identity = identityFrom(wrote, country);
  if (identityByWritten.size >= mostRemembered) identityByWritten.clear();
  identityByWritten.set(key, identity);
  return identity;
}

/** An account name on a platform, written with or without "@": `normal` has it, so that no handle is taken for a name. */
export function handleIdentity(wrote: string): Identity {
  const normal = normalName(wrote);
  return { kind: "handle", wrote, normal: normal.startsWith("@") ? normal : `@${normal}` };
}

/**
 * An e-mail address, `local@domain` without comments. Marks around a local part that needs none are no part of the address: `normal` has
 * them only where they hold it together (`"ann lee"@example.org`; RFC 5322, section 3.2.4).
 */
export function addressIdentity(wrote: string): Identity {
  const quoted = /^"((?:[^"\\]|\\.)*)"(@[^"]*)$/s.exec(wrote);
  if (!quoted) return { kind: "email", wrote, normal: wrote.toLowerCase() };
  const [, written = "", domain = ""] = quoted;
  const local = written.replace(/\\(.)/gs, "$1");
  const isAtom = /^[^\s()<>[\]:;@\\,."]+(?:\.[^\s()<>[\]:;@\\,."]+)*$/.test(local);
  const normal = isAtom ? local + domain : `"${local.replace(/["\\]/g, "\\$&")}"${domain}`;
  return { kind: "email", wrote, normal: normal.toLowerCase() };
}

function identityFrom(wrote: string, country: string): Identity {
  const normal = normalName(wrote);
  if (normal === "") return { ...withheld, wrote };
  const phone = e164Of(normal, country);
  if (phone !== undefined) return { kind: "phone", wrote, normal: phone };
  if (/^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]+$/.test(normal)) return { kind: "email", wrote, normal };
  if (/^"(?:[^"\\]|\\.)+"@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]+$/.test(normal)) return { ...addressIdentity(normal), wrote };
  if (/^@[^\s@]+$/.test(normal)) return handleIdentity(wrote);
  return { kind: "name", wrote, normal: nameForm(wrote) };
}

/** Whether numbers of a country are known: ISO 3166 alpha-2, "GB" and not "UK". In any other, no number without "+" would be read. */
export function isCountry(country: string): boolean {
  return isSupportedCountry(country);
}

/** E.164 of a text that is a number and nothing else; WhatsApp's `447700900123@s.whatsapp.net` and `tel:` (RFC 3966) included. */
function e164Of(normal: string, country: string): string | undefined {
  const account = /^(\d{6,15})@(?:s\.whatsapp\.net|c\.us)$/.exec(normal);
  const text = account ? `+${account[1]}` : normal.replace(/^tel:/, "");
  if (!/^\+?[\p{Nd}\s().\-‐-―/]+$/u.test(text)) return undefined;
  const digits = text.replace(/\P{Nd}/gu, "").length;
  if (!text.startsWith("+") && digits < fewestLocalDigits) return undefined;
  const number = parsePhoneNumberFromString(text, isSupportedCountry(country) ? country : undefined);
  return number?.isPossible() === true ? number.number : undefined;
}
