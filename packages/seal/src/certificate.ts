import type { Instant } from "@unmask/core";
import { isRealWallTime, parseInstant, wallToUtcMs } from "@unmask/core";
import { base64ToBytes, bytesToText, sameBytes } from "./bytes.ts";
import { isGoodCmsSignature } from "./cms-signature.ts";
import { type DerValue, contextTag, derTag, insideOf, oidOf, parseDer } from "./der.ts";

/**
 * X.509 certificates (RFC 5280), as far as time-stamp authorities need them: read strictly, and a path built to an anchor
 * that somebody vouched for.
 */

/** A certificate, read; nothing about it is verified yet. */
export interface Certificate {
  readonly der: Uint8Array;
  /** What the issuer signed. */
  readonly signed: Uint8Array;
  /** AlgorithmIdentifier of the issuer's signature, DER. */
  readonly algorithm: Uint8Array;
  readonly signature: Uint8Array;
  /** Serial number as its INTEGER, DER. */
  readonly serial: Uint8Array;
  /** Names as DER: compared byte by byte. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** The subject's common name, for showing; "" when it has none. */
  readonly commonName: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly extensions: readonly Extension[];
}

interface Extension {
  readonly id: string;
  readonly critical: boolean;
  readonly value: DerValue;
}

/** Longest path from signer to anchor: real ones have two or three; a hostile token could carry a thousand. */
const maxPathLength = 8;

/** Reads one certificate from DER; undefined when it is none or not in DER. */
export function parseCertificate(der: Uint8Array): Certificate | undefined {
  const [body, algorithm, signature, ...more] = insideOf(parseDer(der), derTag.sequence);
  const fields = insideOf(body, derTag.sequence);
  const [version, serial, innerAlgorithm, issuer, validity, subject, publicKey] = fields;
  const [notBefore, notAfter] = insideOf(validity, derTag.sequence).map(instantOf);
  const extensions = readExtensions(fields.find((field) => field.tag === contextTag(3)));
  if (body === undefined || algorithm === undefined || signature === undefined || more.length > 0) return undefined;
  if (serial === undefined || issuer === undefined || subject === undefined || publicKey === undefined) return undefined;
  // Version 3 alone has extensions, and without those no certificate may stamp times. Unused bits of the signature are none.
  if (version?.tag !== contextTag(0) || signature.tag !== derTag.bitString || signature.content[0] !== 0) return undefined;
  if (innerAlgorithm === undefined || !sameBytes(innerAlgorithm.bytes, algorithm.bytes)) return undefined;
  if (notBefore === undefined || notAfter === undefined || extensions === undefined) return undefined;
  return {
    der: Uint8Array.from(der),
    signed: body.bytes,
    algorithm: algorithm.bytes,
    signature: signature.content.subarray(1),
    serial: serial.bytes,
    issuer: issuer.bytes,
    subject: subject.bytes,
    commonName: commonNameOf(subject),
    notBefore,
    notAfter,
    publicKey: publicKey.bytes,
    extensions,
  };
}

/** The certificates of a PEM text, in order; undefined when it holds none or one that cannot be read. */
export function certificatesFromPem(text: string): readonly Certificate[] | undefined {
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]*)-----END CERTIFICATE-----/g)];
  const certificates = blocks.map(([, body = ""]) => {
    const der = base64ToBytes(body.replaceAll(/\s/g, ""));
    return der === undefined ? undefined : parseCertificate(der);
  });
  const read = certificates.filter((certificate) => certificate !== undefined);
  return read.length > 0 && read.length === blocks.length ? read : undefined;
}

/** Whether a certificate is meant for time-stamping and nothing else: the usage is there, alone and critical (RFC 3161 section 2.3). */
export function isForTimestamps(certificate: Certificate): boolean {
  const usage = certificate.extensions.find(({ id }) => id === oid.extendedKeyUsage);
  const purposes = insideOf(usage?.value, derTag.sequence).map(oidOf);
  const [purpose, ...others] = purposes;
  return usage?.critical === true && purpose === oid.timeStamping && others.length === 0 && mayUse(certificate, keyUsage.signing);
}

/** Whether an instant lies in the certificate's validity, both ends included. */
export function isValidAt(certificate: Certificate, instant: Instant): boolean {
  return certificate.notBefore <= instant && instant <= certificate.notAfter;
}

/** What `findPath` needs. */
export interface PathQuestion {
  readonly signer: Certificate;
  /** Those that came with the token: helpers on the way, never anchors. */
  readonly embedded: readonly Certificate[];
  /** The anchors, from outside. */
  readonly trusted: readonly Certificate[];
  readonly at: Instant;
}

/**
 * The path from the signer to an anchor, both included: each signed by the next, each valid at the instant, each issuer allowed to issue.
 * Undefined when there is none. The signer itself may be an anchor.
 */
export function findPath({ signer, embedded, trusted, at }: PathQuestion): readonly Certificate[] | undefined {
  const path = [signer];
  for (let current = signer; path.length <= maxPathLength;) {
    if (!isValidAt(current, at) || !knowsItsExtensions(current)) return undefined;
    if (trusted.some((anchor) => sameBytes(anchor.der, current.der))) return path;
    const issuer = findIssuer(current, { candidates: [...trusted, ...embedded], depth: path.length - 1 });
    if (issuer === undefined || path.includes(issuer)) return undefined;
    path.push(issuer);
    current = issuer;
  }
  return undefined;
}

const oid = {
  commonName: "2.5.4.3",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
  timeStamping: "1.3.6.1.5.5.7.3.8",
} as const;

/** Bits of KeyUsage in its first byte: digitalSignature or nonRepudiation (contentCommitment); keyCertSign. */
const keyUsage = { signing: 0xc0, issuing: 0x04 } as const;

function findIssuer(
  certificate: Certificate,
  { candidates, depth }: { readonly candidates: readonly Certificate[]; readonly depth: number },
): Certificate | undefined {
  for (const candidate of candidates) {
    if (!sameBytes(candidate.subject, certificate.issuer) || !mayIssue(candidate, depth)) continue;
    const { signed, signature, algorithm } = certificate;
    if (isGoodCmsSignature(signed, { signature, algorithm, publicKey: candidate.publicKey })) return candidate;
  }
  return undefined;
}

/** Whether a certificate may issue others with `depth` intermediate ones below it (RFC 5280 sections 4.2.1.9 and 4.2.1.3). */
function mayIssue(certificate: Certificate, depth: number): boolean {
  const constraints = certificate.extensions.find(({ id }) => id === oid.basicConstraints)?.value;
  const [isIssuer, mostBelow] = insideOf(constraints, derTag.sequence);
  if (isIssuer?.tag !== derTag.boolean || isIssuer.content[0] !== 0xff || !mayUse(certificate, keyUsage.issuing)) return false;
  return mostBelow === undefined || depth <= mostBelow.content.reduce((sum, byte) => sum * 256 + byte, 0);
}

function mayUse(certificate: Certificate, bits: number): boolean {
  const usage = certificate.extensions.find(({ id }) => id === oid.keyUsage);
  if (usage === undefined) return true;
  return usage.value.tag === derTag.bitString && ((usage.value.content[1] ?? 0) & bits) !== 0;
}

/** A critical extension that we do not understand forbids relying on the certificate (RFC 5280 section 4.2). */
function knowsItsExtensions(certificate: Certificate): boolean {
  const known: readonly string[] = [oid.keyUsage, oid.basicConstraints, oid.extendedKeyUsage];
  return certificate.extensions.every(({ id, critical }) => !critical || known.includes(id));
}

function readExtensions(field: DerValue | undefined): readonly Extension[] | undefined {
  const extensions: Extension[] = [];
  for (const each of insideOf(field?.children[0], derTag.sequence)) {
    const parts = insideOf(each, derTag.sequence);
    const id = oidOf(parts[0]);
    const value = parts.at(-1);
    const parsed = value?.tag === derTag.octetString ? parseDer(value.content) : undefined;
    if (id === "" || parsed === undefined || extensions.some((other) => other.id === id)) return undefined;
    extensions.push({ id, critical: parts.length === 3 && parts[1]?.content[0] === 0xff, value: parsed });
  }
  return extensions;
}

function commonNameOf(subject: DerValue): string {
  const attributes = subject.children.flatMap((set) => set.children);
  const value = attributes.find(({ children }) => oidOf(children[0]) === oid.commonName)?.children[1];
  const text = value === undefined ? "" : (bytesToText(value.content) ?? "");
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, "");
}

/** UTCTime or GeneralizedTime, as DER writes them: seconds always, `Z` always, a fraction without trailing noughts. */
export function instantOf(value: DerValue): Instant | undefined {
  const text = bytesToText(value.content) ?? "";
  const pattern =
    value.tag === derTag.utcTime
      ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})()Z$/
      : value.tag === derTag.generalizedTime
        ? /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{0,8}[1-9]))?Z$/
        : /(?!)/;
  const [, years = "", ...parts] = pattern.exec(text) ?? [];
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(0, 5).map(Number);
  const millisecond = Math.floor(Number(`0.${parts[5] ?? ""}0`) * 1000 + 1e-6);
  // RFC 5280 section 4.1.2.5.1: two digits mean 1950 to 2049.
  const year = years.length === 4 ? Number(years) : Number(years) + (Number(years) < 50 ? 2000 : 1900);
  const wall = { year, month, day, hour, minute, second, millisecond };
  return isRealWallTime(wall) ? parseInstant(wallToUtcMs(wall)) : undefined;
}
