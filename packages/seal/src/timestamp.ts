import { type Instant, type Result, failed, ok } from "@unmask/core";

import { bytesToHex, sameBytes } from "./bytes.ts";
import { findPath } from "./certificate-path.ts";
import { type Certificate, isForTimestamps, isValidAt, parseCertificate } from "./certificate.ts";
import { isInClosedList, isTokenSigned, sha2Oid } from "./cms-signature.ts";
import { derTag, insideOf, parseDer, writeDer, writeDerCount, writeDerOid } from "./der.ts";
import { type TimestampParts, areAttributesOf, buildReply, findSigner, namedBy, readReply, readStatement } from "./timestamp-token.ts";

/**
 * Time-stamps (RFC 3161, RFC 5816): somebody else's word that a hash existed at an instant (docs/formats/timestamp.md). Nothing here asks
 * the network: the app sends `timestampQuery` and hands in the reply.
 */

/** What a verified time-stamp says. */
export interface Timestamp {
  /** The data existed at this instant, by the authority's clock. */
  readonly time: Instant;
  /** How far from `time` the true time may lie, in milliseconds, as the authority says; nought when it says nothing. */
  readonly accuracyMs: number;
  /** The common name in the authority's certificate, for showing. */
  readonly authority: string;
  /** Serial number of the stamp, hexadecimal. */
  readonly serial: string;
  /** Object identifier of the policy it was made under. */
  readonly policy: string;
}

/** Why a reply does not prove a time, in a closed list. */
export type TimestampFailure =
  | "missing" // no bytes, or a reply without a token
  | "not-granted" // the authority refused
  | "altered" // not in the one spelling, or its signature or hash does not fit
  | "no-certificate" // the signer's certificate did not come with it
  | "spare-certificate" // a certificate came with it that has no part in the proof
  | "not-for-timestamps" // the signer's certificate is not for time-stamping alone, critically
  | "outside-validity" // the signer's certificate was not valid at the time it states
  | "wrong-data" // about other data
  | "wrong-nonce" // an answer to another query
  | "untrusted"; // sound, but no authority that somebody vouched for stands behind it

/** What to verify a reply against. */
export interface TimestampQuestion {
  readonly reply: Uint8Array;
  /** SHA-256 of the data, 32 bytes. */
  readonly sha256: Uint8Array;
  /** The nonce of the query, when it is known. */
  readonly nonce?: Uint8Array;
  /** Anchors from outside, never from the pack: `certificatesFromPem`. */
  readonly trusted: readonly Certificate[];
}

/** What a query asks. */
export interface TimestampQuery {
  /** SHA-256 of the data, 32 bytes. */
  readonly sha256: Uint8Array;
  /** Random, 8 to 20 bytes, so that an old answer cannot be passed off as new. */
  readonly nonce: Uint8Array;
}

/** The bytes to send to an authority (`application/timestamp-query`). They ask for the certificate; the same query has the same bytes. */
export function timestampQuery({ sha256, nonce }: TimestampQuery): Uint8Array {
  if (sha256.length !== 32) throw new Error("a SHA-256 has 32 bytes");
  if (nonce.length < 8 || nonce.length > 20) throw new Error("a nonce has 8 to 20 bytes");
  const imprint = writeDer(
    derTag.sequence,
    writeDer(derTag.sequence, writeDerOid(sha2Oid.sha256), writeDer(derTag.null)),
    writeDer(derTag.octetString, sha256),
  );
  const certificatePlease = writeDer(derTag.boolean, Uint8Array.of(0xff));
  return writeDer(derTag.sequence, writeDerCount(Uint8Array.of(1)), imprint, writeDerCount(nonce), certificatePlease);
}

/** Reads a query of ours; undefined for every other byte string. The nonce comes without leading noughts. */
export function parseTimestampQuery(der: Uint8Array): TimestampQuery | undefined {
  const [, imprint, number] = insideOf(parseDer(der), derTag.sequence);
  const sha256 = Uint8Array.from(insideOf(imprint, derTag.sequence)[1]?.content ?? []);
  const magnitude = number?.content.subarray(number.content[0] === 0 ? 1 : 0);
  if (sha256.length !== 32 || magnitude === undefined || magnitude.length > 20) return undefined;
  const nonce = new Uint8Array(Math.max(8, magnitude.length));
  nonce.set(magnitude, nonce.length - magnitude.length);
  const query = { sha256, nonce };
  return sameBytes(timestampQuery(query), der) ? query : undefined;
}

/**
 * Verifies a reply. Sound means: in the canonical form (`canonicalReply`), signed by the certificate it names, which is for time-stamping
 * alone and was valid then, about this data and this query, and on a path to an anchor from outside with no certificate to spare. Throws
 * where there is no WebCrypto, as in a page that did not come by https.
 */
export async function verifyTimestamp({ reply, sha256, nonce, trusted }: TimestampQuestion): Promise<Result<Timestamp, TimestampFailure>> {
  const reading = readReply(reply);
  if ("fault" in reading) return failed(reading.fault);
  const { parts } = reading;
  if (parts.certificates.length === 0) return failed("no-certificate");
  if (!sameBytes(buildReply(parts), reply)) return failed("altered");
  // Hashes are the cheapest to ask, and ask no library.
  if (!areAttributesOf(parts) || !parts.certificates.some(namedBy(parts))) return failed("altered");
  const certificates = parts.certificates.map(parseCertificate).filter((certificate) => certificate !== undefined);
  if (certificates.length !== parts.certificates.length) return failed("altered");
  const signer = findSigner(parts, certificates);
  if (signer === undefined) return failed("altered");
  const statement = readStatement(parts.statement);
  if (statement === undefined || !(await isSignedBy(parts, signer))) return failed("altered");
  if (!isForTimestamps(signer)) return failed("not-for-timestamps");
  if (!isValidAt(signer, statement.time)) return failed("outside-validity");
  if (!sameBytes(statement.sha256, sha256)) return failed("wrong-data");
  if (nonce !== undefined && !isNonce(statement.nonce, nonce)) return failed("wrong-nonce");
  const path = await findPath({ signer, embedded: certificates, trusted, at: statement.time });
  if (path === undefined) return failed("untrusted");
  if (hasTwins(certificates) || !certificates.every((each) => isAmong([...path, ...trusted], each))) return failed("spare-certificate");
  const { time, accuracyMs, policy, serial } = statement;
  return ok({ time, accuracyMs, authority: signer.commonName, serial: bytesToHex(serial), policy });
}

/** The signer is the one certificate that pkijs is shown: among several it would take the first of the right name and number. */
async function isSignedBy(parts: TimestampParts, { der, publicKey }: Certificate): Promise<boolean> {
  return isInClosedList({ ...parts, publicKey }) && isTokenSigned(buildReply({ ...parts, certificates: [der] }));
}

function isNonce(content: Uint8Array | undefined, nonce: Uint8Array): boolean {
  return content !== undefined && sameBytes(writeDer(derTag.integer, content), writeDerCount(nonce));
}

function isAmong(all: readonly Certificate[], one: Certificate): boolean {
  return all.some(({ der }) => sameBytes(der, one.der));
}

function hasTwins(certificates: readonly Certificate[]): boolean {
  return certificates.some((each, at) => isAmong(certificates.slice(at + 1), each));
}
