import type { Instant } from "@unmask/core";
import { bytesToBase64, concatAll, concatBytes, sameBytes } from "./bytes.ts";
import { type Certificate, instantOf, parseCertificate } from "./certificate.ts";
import { rsaOid, sha2ByOid, sha2Oid } from "./cms-signature.ts";
import { type DerValue, contextTag, derTag, insideOf, oidOf, parseDer, writeDer, writeDerCount, writeDerOid } from "./der.ts";

/**
 * The bytes of a time-stamp reply (RFC 3161 section 2.4.2) and of the CMS token inside it (RFC 5652), taken apart and put together.
 *
 * [Note: one spelling] Much in a reply is signed by nobody: the status, the versions, the spelling of algorithms, spare certificates,
 * unsigned attributes. Of all of it there is one canonical form here: `buildReply` of what was read. A verifier that accepts a reply only
 * when it equals that form leaves no byte that can change unnoticed. `canonicalReply` brings what an authority sent into the form, once, on
 * the day it arrives.
 */

/** What a reply holds, apart from what the canonical form fixes. */
export interface TimestampParts {
  /** TSTInfo, DER: what the authority says. */
  readonly statement: Uint8Array;
  /** Certificates that came with it, DER, in the order they stood. */
  readonly certificates: readonly Uint8Array[];
  /** The signer's name and serial number, DER. */
  readonly signer: Uint8Array;
  /** Object identifier of the hash. */
  readonly hash: string;
  /** The signed attributes as they are signed: a SET, DER. */
  readonly attributes: Uint8Array;
  /** AlgorithmIdentifier of the signature, DER. */
  readonly algorithm: Uint8Array;
  readonly signature: Uint8Array;
}

/** What was found at the place of a reply. */
export type TimestampReading = { readonly parts: TimestampParts } | { readonly fault: "missing" | "not-granted" | "altered" };

/** Replies that are longer are refused: real ones have 1 to 10 KB. */
const maxReplySize = 256 * 1024;

/** Takes a reply apart. Lenient only where authorities differ (status text, spare certificates, unsigned attributes, revocation lists). */
export function readReply(reply: Uint8Array): TimestampReading {
  if (reply.length === 0) return { fault: "missing" };
  const [status, token, ...more] = insideOf(reply.length > maxReplySize ? undefined : parseDer(reply), derTag.sequence);
  const granted = insideOf(status, derTag.sequence)[0];
  if (granted?.tag !== derTag.integer || more.length > 0) return { fault: "altered" };
  if (!sameBytes(granted.content, Uint8Array.of(0))) return { fault: "not-granted" };
  const parts = readToken(token);
  return parts === undefined ? { fault: "altered" } : { parts };
}

/** Puts a reply together in the canonical form. */
export function buildReply(parts: TimestampParts): Uint8Array {
  const { statement, certificates, signer, hash, attributes, signature } = parts;
  const hashAlgorithm = writeDer(derTag.sequence, writeDerOid(hash), writeDer(derTag.null));
  // In the signer's description the attributes carry [0]; signed is the SET.
  const taggedAttributes = concatBytes(Uint8Array.of(contextTag(0)), attributes.subarray(1));
  const signerInfo = writeDer(
    derTag.sequence,
    count(1),
    signer,
    hashAlgorithm,
    taggedAttributes,
    canonicalAlgorithm(parts),
    writeDer(derTag.octetString, signature),
  );
  const content = writeDer(derTag.sequence, writeDerOid(oid.tstInfo), writeDer(contextTag(0), writeDer(derTag.octetString, statement)));
  const signedData = writeDer(
    derTag.sequence,
    count(3),
    writeDer(derTag.set, hashAlgorithm),
    content,
    writeDer(contextTag(0), concatAll(certificates)),
    writeDer(derTag.set, signerInfo),
  );
  const token = writeDer(derTag.sequence, writeDerOid(oid.signedData), writeDer(contextTag(0), signedData));
  return writeDer(derTag.sequence, writeDer(derTag.sequence, count(0)), token);
}

/**
 * The canonical form of what an authority sent, or undefined when it is no granted reply with the signer's certificate. Drops status text,
 * unsigned attributes, revocation lists, certificates off the signer's path and self-signed ones (an anchor comes from outside); spells the
 * algorithms in the one way. Nothing that the authority signed is touched.
 */
export function canonicalReply(reply: Uint8Array): Uint8Array | undefined {
  const reading = readReply(reply);
  if (!("parts" in reading)) return undefined;
  const { parts } = reading;
  const certificates = parts.certificates.map(parseCertificate).filter((certificate) => certificate !== undefined);
  const signer = findSigner(parts, certificates);
  if (signer === undefined) return undefined;
  const path = [signer];
  for (let current = signer; ;) {
    const issuer = certificates.find((each) => sameBytes(each.subject, current.issuer) && !path.includes(each));
    if (issuer === undefined || sameBytes(issuer.subject, issuer.issuer)) break;
    path.push(issuer);
    current = issuer;
  }
  return buildReply({ ...parts, certificates: path.map(({ der }) => der) });
}

/** The certificates that came with a reply, as PEM, for whoever has no other copy; undefined when it is no reply or brought none. They prove nothing by themselves. */
export function certificatesInReply(reply: Uint8Array): string | undefined {
  const reading = readReply(reply);
  if (!("parts" in reading) || reading.parts.certificates.length === 0) return undefined;
  return reading.parts.certificates.map(certificateToPem).join("");
}

/** RFC 7468 §5: base64 in lines of 64. */
function certificateToPem(der: Uint8Array): string {
  const lines = bytesToBase64(der).replace(/(.{64})(?=.)/g, "$1\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

/** The certificate that the signed attributes name by its hash (RFC 5816) and that the signer's description names by serial number. */
export function findSigner(parts: TimestampParts, certificates: readonly Certificate[]): Certificate | undefined {
  const isNamed = namedBy(parts);
  return certificates.find(({ der, issuer, serial }) => isNamed(der) && sameBytes(writeDer(derTag.sequence, issuer, serial), parts.signer));
}

/** Says of a certificate, DER, whether the signed attributes name it by its hash (RFC 5816). They are read once, however many come. */
export function namedBy(parts: TimestampParts): (certificate: Uint8Array) => boolean {
  const named = attributeOf(parts, oid.signingCertificateV2);
  const [first] = insideOf(insideOf(named, derTag.sequence)[0], derTag.sequence);
  const fields = insideOf(first, derTag.sequence);
  // The hash algorithm stands only when it is not SHA-256.
  const hashField = fields.find(({ tag }) => tag === derTag.octetString);
  const algorithm = fields[0]?.tag === derTag.sequence ? oidOf(insideOf(fields[0], derTag.sequence)[0]) : sha2Oid.sha256;
  const hash = sha2ByOid(algorithm);
  return (certificate) => hash !== undefined && hashField !== undefined && sameBytes(hash(certificate), hashField.content);
}

/** Whether the signed attributes are about this statement: its type and its hash, each there once. */
export function areAttributesOf(parts: TimestampParts): boolean {
  const digest = sha2ByOid(parts.hash)?.(parts.statement);
  const named = attributeOf(parts, oid.messageDigest);
  return (
    oidOf(attributeOf(parts, oid.contentType)) === oid.tstInfo &&
    digest !== undefined &&
    named?.tag === derTag.octetString &&
    sameBytes(named.content, digest)
  );
}

/** What an authority says (TSTInfo, RFC 3161 section 2.4.2). */
export interface TimestampStatement {
  readonly policy: string;
  /** The hash that was stamped, when it is a SHA-256; else empty. */
  readonly sha256: Uint8Array;
  /** Serial number, INTEGER content. */
  readonly serial: Uint8Array;
  readonly time: Instant;
  /** How far from `time` the true time may lie, as the authority says; nothing said is nought. */
  readonly accuracyMs: number;
  /** INTEGER content; undefined without one. */
  readonly nonce: Uint8Array | undefined;
}

/** Reads a statement; undefined when it is none or has an extension that must be understood. */
export function readStatement(statement: Uint8Array): TimestampStatement | undefined {
  const [version, policy, imprint, serial, time, ...options] = insideOf(parseDer(statement), derTag.sequence);
  const instant = time === undefined ? undefined : instantOf(time);
  const [algorithm, hash] = insideOf(imprint, derTag.sequence);
  if (version === undefined || !sameBytes(version.bytes, count(1)) || oidOf(policy) === "" || serial?.tag !== derTag.integer)
    return undefined;
  if (instant === undefined || time?.tag !== derTag.generalizedTime || hash?.tag !== derTag.octetString) return undefined;
  const extensions = options.find(({ tag }) => tag === contextTag(1))?.children ?? [];
  if (extensions.some(({ children }) => children.some(({ tag }) => tag === derTag.boolean))) return undefined;
  const isSha256 = oidOf(insideOf(algorithm, derTag.sequence)[0]) === sha2Oid.sha256 && hash.content.length === 32;
  return {
    policy: oidOf(policy),
    sha256: isSha256 ? hash.content : new Uint8Array(0),
    serial: serial.content,
    time: instant,
    accuracyMs: accuracyOf(options.find(({ tag }) => tag === derTag.sequence)),
    nonce: options.find(({ tag }) => tag === derTag.integer)?.content,
  };
}

const oid = {
  signedData: "1.2.840.113549.1.7.2",
  tstInfo: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
} as const;

/** RSA signatures named together with their hash, as some authorities write them. */
const combinedRsa: ReadonlyMap<string, string> = new Map([
  ["1.2.840.113549.1.1.11", sha2Oid.sha256],
  ["1.2.840.113549.1.1.12", sha2Oid.sha384],
  ["1.2.840.113549.1.1.13", sha2Oid.sha512],
]);

function canonicalAlgorithm({ algorithm, hash }: TimestampParts): Uint8Array {
  const id = oidOf(insideOf(parseDer(algorithm), derTag.sequence)[0]);
  return combinedRsa.get(id) === hash || id === rsaOid ? writeDer(derTag.sequence, writeDerOid(rsaOid), writeDer(derTag.null)) : algorithm;
}

function readToken(token: DerValue | undefined): TimestampParts | undefined {
  const [type, tagged] = insideOf(token, derTag.sequence);
  const [, , content, ...rest] = insideOf(insideOf(tagged, contextTag(0))[0], derTag.sequence);
  const [contentType, contentTagged] = insideOf(content, derTag.sequence);
  const statement = insideOf(contentTagged, contextTag(0))[0];
  const signers = insideOf(rest.at(-1), derTag.set);
  const certificates = insideOf(
    rest.find(({ tag }) => tag === contextTag(0)),
    contextTag(0),
  );
  if (oidOf(type) !== oid.signedData || oidOf(contentType) !== oid.tstInfo || statement?.tag !== derTag.octetString) return undefined;
  const [, signer, hashAlgorithm, attributes, algorithm, signature] = insideOf(signers[0], derTag.sequence);
  if (signers.length !== 1 || signer?.tag !== derTag.sequence || attributes?.tag !== contextTag(0)) return undefined;
  if (algorithm?.tag !== derTag.sequence || signature?.tag !== derTag.octetString) return undefined;
  return {
    statement: statement.content,
    certificates: certificates.map(({ bytes }) => bytes),
    signer: signer.bytes,
    hash: oidOf(insideOf(hashAlgorithm, derTag.sequence)[0]),
    attributes: concatBytes(Uint8Array.of(derTag.set), attributes.bytes.subarray(1)),
    algorithm: algorithm.bytes,
    signature: signature.content,
  };
}

/** The one value of an attribute that stands exactly once. */
function attributeOf(parts: TimestampParts, id: string): DerValue | undefined {
  const found = insideOf(parseDer(parts.attributes), derTag.set).filter(({ children }) => oidOf(children[0]) === id);
  const values = insideOf(found[0]?.children[1], derTag.set);
  return found.length === 1 && values.length === 1 ? values[0] : undefined;
}

/** Seconds, then thousandths [0] and millionths [1] (rounded up to a thousandth). */
function accuracyOf(field: DerValue | undefined): number {
  const parts = insideOf(field, derTag.sequence);
  const valueOf = (wanted: number): number =>
    parts.find(({ tag }) => tag === wanted)?.content.reduce((sum, byte) => sum * 256 + byte, 0) ?? 0;
  return valueOf(derTag.integer) * 1000 + valueOf(0x80) + Math.ceil(valueOf(0x81) / 1000);
}

function count(n: number): Uint8Array {
  return writeDerCount(Uint8Array.of(n));
}
