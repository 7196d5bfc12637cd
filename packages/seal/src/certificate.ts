import { type Instant, isRealWallTime, parseInstant, wallToUtcMs } from "@unmask/core";

import { Certificate as PkiCertificate, type Extension as PkiExtension } from "pkijs";
import { base64ToBytes, bytesToText, sameBytes } from "./bytes.ts";
import { exactBuffer } from "./cms-signature.ts";
import { type DerValue, derTag, insideOf, oidOf, parseDer } from "./der.ts";

/**
 * X.509 certificates (RFC 5280), as far as time-stamp authorities need them: read strictly, and what each may be used for.
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

/**
 * Reads one certificate from DER; undefined when it is none or not in DER. pkijs reads it; before that, all of it (the extensions too) must
 * be in the one spelling, which pkijs does not ask for.
 */
export function parseCertificate(der: Uint8Array): Certificate | undefined {
  const [body, algorithm, signature, ...more] = insideOf(parseDer(der), derTag.sequence);
  if (body === undefined || algorithm === undefined || signature?.tag !== derTag.bitString || more.length > 0) return undefined;
  const read = readByPkijs(der);
  const extensions = readExtensions(read?.extensions ?? []);
  const notBefore = parseInstant(read?.notBefore.value.getTime() ?? Number.NaN);
  const notAfter = parseInstant(read?.notAfter.value.getTime() ?? Number.NaN);
  if (read === undefined || extensions === undefined || notBefore === undefined || notAfter === undefined) return undefined;
  // Version 3 (written 2) alone has extensions, and without those no certificate may stamp times. Unused bits of the signature are none.
  if (read.version !== 2 || signature.content[0] !== 0) return undefined;
  // The algorithm stands twice, and only once where the issuer signed it.
  if (!sameBytes(insideOf(body, derTag.sequence)[2]?.bytes ?? new Uint8Array(0), algorithm.bytes)) return undefined;
  return {
    der: Uint8Array.from(der),
    signed: Uint8Array.from(body.bytes),
    algorithm: Uint8Array.from(algorithm.bytes),
    signature: Uint8Array.from(signature.content.subarray(1)),
    serial: Uint8Array.from(read.serialNumber.valueBeforeDecodeView),
    issuer: new Uint8Array(read.issuer.valueBeforeDecode),
    subject: new Uint8Array(read.subject.valueBeforeDecode),
    commonName: commonNameOf(read),
    notBefore,
    notAfter,
    publicKey: new Uint8Array(read.subjectPublicKeyInfo.toSchema().toBER()),
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

/** Whether a certificate may issue others with `depth` intermediate ones below it (RFC 5280 sections 4.2.1.9 and 4.2.1.3). */
export function mayIssue(certificate: Certificate, depth: number): boolean {
  const constraints = certificate.extensions.find(({ id }) => id === oid.basicConstraints)?.value;
  const [isIssuer, mostBelow] = insideOf(constraints, derTag.sequence);
  if (isIssuer?.tag !== derTag.boolean || isIssuer.content[0] !== 0xff || !mayUse(certificate, keyUsage.issuing)) return false;
  return mostBelow === undefined || depth <= mostBelow.content.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** Whether we understand all that is critical: a critical extension that we do not understand forbids relying on the certificate (RFC 5280 section 4.2). */
export function knowsItsExtensions(certificate: Certificate): boolean {
  const known: readonly string[] = [oid.keyUsage, oid.basicConstraints, oid.extendedKeyUsage];
  return certificate.extensions.every(({ id, critical }) => !critical || known.includes(id));
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

function mayUse(certificate: Certificate, bits: number): boolean {
  const usage = certificate.extensions.find(({ id }) => id === oid.keyUsage);
  if (usage === undefined) return true;
  return usage.value.tag === derTag.bitString && ((usage.value.content[1] ?? 0) & bits) !== 0;
}

function readByPkijs(der: Uint8Array): PkiCertificate | undefined {
  try {
    return PkiCertificate.fromBER(exactBuffer(der));
  } catch {
    return undefined;
  }
}

/** pkijs takes an extension that stands twice. */
function readExtensions(read: readonly PkiExtension[]): readonly Extension[] | undefined {
  const extensions: Extension[] = [];
  for (const { extnID: id, critical, extnValue } of read) {
    const value = parseDer(extnValue.valueBlock.valueHexView);
    if (value === undefined || extensions.some((other) => other.id === id)) return undefined;
    extensions.push({ id, critical, value });
  }
  return extensions;
}

function commonNameOf({ subject }: PkiCertificate): string {
  const name: unknown = subject.typesAndValues.find(({ type }) => type === oid.commonName)?.value.valueBlock.value;
  return typeof name === "string" ? name.replaceAll(/[\p{Cc}\p{Cf}]/gu, "") : "";
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
