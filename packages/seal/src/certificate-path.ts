import { type Instant, instantToIso } from "@unmask/core";

import { GeneralizedTime } from "asn1js";
import { Certificate as PkiCertificate, CertificateChainValidationEngine, type FindIssuerCallback, getCrypto } from "pkijs";
import { sameBytes } from "./bytes.ts";
import { type Certificate, isValidAt, knowsItsExtensions, mayIssue } from "./certificate.ts";
import { exactBuffer, isInClosedList } from "./cms-signature.ts";

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
 * Undefined when there is none. The signer itself may be an anchor. Throws where there is no WebCrypto.
 *
 * [Note: who judges a path] pkijs finds issuers, verifies their signatures, the validity at the instant, the names, basicConstraints and
 * keyCertSign, and that an anchor ends the path. Around it stands what it does not ask: the closed list of signatures, names equal byte by
 * byte, `pathLenConstraint`, critical extensions that nobody here understands, and an end to paths that turn in a circle. It also knows no
 * path of one certificate.
 */
export async function findPath(question: PathQuestion): Promise<readonly Certificate[] | undefined> {
  const { signer, trusted, at } = question;
  const isAnchor = trusted.some(({ der }) => sameBytes(der, signer.der));
  const path = isAnchor ? (isValidAt(signer, at) ? [signer] : undefined) : await askPkijs(question);
  return path?.every(knowsItsExtensions) ? path : undefined;
}

/** Most certificates on a path, signer and anchor included: real ones have two or three; a hostile token could carry a thousand. */
const maxPathLength = 8;

async function askPkijs({ signer, embedded, trusted, at }: PathQuestion): Promise<readonly Certificate[] | undefined> {
  // pkijs takes the last one for the signer and drops what says the same twice.
  const others = [...trusted, ...embedded].filter(({ signed }) => !sameBytes(signed, signer.signed));
  const certificates = new Map([...others, signer].map((each) => [toPki(each), each]));
  const anchors = [...certificates].filter(([, each]) => trusted.includes(each)).map(([each]) => each);
  const path = [signer];
  const engine = new CertificateChainValidationEngine({
    trustedCerts: anchors,
    certs: [...certificates.keys()].filter((each) => !anchors.includes(each)),
    checkDate: toDate(at),
    findIssuer: nextOnPath(path, certificates),
  });
  const { result } = await engine.verify({}, getCrypto(true)).catch(() => ({ result: false }));
  return result ? path : undefined;
}

/**
 * What pkijs asks for the issuer of a certificate. Left alone it follows every issuer, in circles too, and gives up at the first dead end: so
 * it is given one at a time, and the path grows by it.
 */
function nextOnPath(path: Certificate[], certificates: ReadonlyMap<PkiCertificate, Certificate>): FindIssuerCallback {
  return async (certificate, engine, crypto) => {
    const below = certificates.get(certificate);
    const found = await engine.defaultFindIssuer(certificate, engine, crypto);
    for (const each of found) {
      const issuer = certificates.get(each);
      if (below === undefined || issuer === undefined || path.includes(issuer) || path.length >= maxPathLength) continue;
      if (!isNamedAsIssuer(below, issuer) || !mayIssue(issuer, path.length - 1)) continue;
      path.push(issuer);
      return [each];
    }
    return [];
  };
}

function isNamedAsIssuer({ issuer, signature, algorithm }: Certificate, { subject, publicKey }: Certificate): boolean {
  return sameBytes(subject, issuer) && isInClosedList({ signature, algorithm, publicKey });
}

function toPki({ der }: Certificate): PkiCertificate {
  return PkiCertificate.fromBER(exactBuffer(der));
}

/** The instant as pkijs wants it. No clock is read: the value comes from ASN.1 and goes there. */
function toDate(at: Instant) {
  return new GeneralizedTime({ value: instantToIso(at).replaceAll(/[-:T]/g, "") }).toDate();
}
