import { execFileSync, spawnSync } from "node:child_process";
import { createPrivateKey, randomBytes, sign, verify, X509Certificate } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { instantToIso } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LocalAuthority, makeAuthority } from "../../../test/local-authority.ts";
import { concatBytes, textToBytes } from "./bytes.ts";
import { type Certificate, certificatesFromPem } from "./certificate.ts";
import { derTag, parseDer, writeDer, writeDerCount, writeDerOid } from "./der.ts";
import { sha256Of } from "./hashes.ts";
import { type TimestampParts, buildReply, canonicalReply, certificatesInReply, readReply } from "./timestamp-token.ts";
import { type TimestampQuestion, parseTimestampQuery, timestampQuery, verifyTimestamp } from "./timestamp.ts";

const seed = 20260108;
const data = textToBytes("tagmanifest\n");
const sha256 = sha256Of(data);
const nonce = Uint8Array.from(randomBytes(8));
const query = timestampQuery({ sha256, nonce });
const rsa = makeAuthority();
const reply = Uint8Array.from(rsa.stamp(query));
const trusted = anchorsOf(rsa);
const sound: TimestampQuestion = { reply, sha256, nonce, trusted };

test("a sound reply says when, by whom and how exactly", async () => {
  const before = Math.floor(Date.now() / 1000) * 1000;
  const result = await verifyTimestamp({ ...sound, reply: Uint8Array.from(rsa.stamp(query)) });
  if (!result.ok) throw new Error(result.error);
  expect(result.value.time).toBeGreaterThanOrEqual(before);
  expect(result.value.time).toBeLessThanOrEqual(Date.now());
  expect(result.value).toMatchObject({ accuracyMs: 1000, authority: "Example test time-stamps", policy: "1.2.3.4.1" });
  expect(instantToIso(result.value.time)).toMatch(/Z$/);
});

test.each([
  ["ECDSA on P-256", { key: "ec" as const }],
  ["RSA of 3072 bits and SHA-512", { key: "rsa:3072" as const, config: { signer_digest: "sha512" } }],
  ["an intermediate authority", { intermediate: true }],
  ["a certificate named by its SHA-512", { config: { ess_cert_id_alg: "sha512" } }],
  ["no accuracy, ordering or name", { config: { accuracy: "", ordering: "no", tsa_name: "no" } }],
  ["fractions of a second", { config: { clock_precision_digits: "3", accuracy: "secs:0, millisecs:5, microsecs:100" } }],
])("a reply with %s verifies as it came, in canonical form, and for openssl", async (_, options) => {
  const authority = makeAuthority(options);
  const answer = Uint8Array.from(authority.stamp(query));
  const canonical = canonicalReply(answer) ?? new Uint8Array(0);
  expect((await verifyTimestamp({ ...sound, reply: answer, trusted: anchorsOf(authority) })).ok).toBe(true);
  expect((await verifyTimestamp({ ...sound, reply: canonical, trusted: anchorsOf(authority) })).ok).toBe(true);
  expect(canonicalReply(canonical)).toEqual(canonical);
  expect(acceptedByOpenssl(authority, answer)).toBe(true);
  expect(acceptedByOpenssl(authority, canonical)).toBe(true);
  expect(acceptedByOpenssl(authority, canonical, "other data")).toBe(false);
});

test("a time-stamp blown up to two hundred kilobytes is read to its end and not believed", async () => {
  const reading = readReply(reply);
  if ("fault" in reading) throw new Error(reading.fault);
  const { parts } = reading;
  const attributes = writeDer(derTag.set, writeDer(derTag.octetString, new Uint8Array(200_000)));
  const certificates = Array.from({ length: 125_000 }, () => Uint8Array.of(derTag.null, 0));
  expect(await verifyTimestamp({ ...sound, reply: buildReply({ ...parts, attributes }) })).toMatchObject({ ok: false });
  expect(await verifyTimestamp({ ...sound, reply: buildReply({ ...parts, certificates }) })).toMatchObject({ ok: false });
});

test("a token cut short, lengthened or with bytes in between never verifies", async () => {
  for (let at = 0; at < reply.length; at += 7) {
    expect((await verifyTimestamp({ ...sound, reply: reply.subarray(0, at) })).ok).toBe(false);
    expect((await verifyTimestamp({ ...sound, reply: concatBytes(reply.subarray(0, at), Uint8Array.of(0), reply.subarray(at)) })).ok).toBe(
      false,
    );
  }
  expect(await verifyTimestamp({ ...sound, reply: concatBytes(reply, Uint8Array.of(0)) })).toEqual({ ok: false, error: "altered" });
  expect(await verifyTimestamp({ ...sound, reply: new Uint8Array(0) })).toEqual({ ok: false, error: "missing" });
});

describe("a reply is refused that", () => {
  test("is about other data", async () => {
    expect(await failureOf({ sha256: sha256Of(textToBytes("other")) })).toBe("wrong-data");
  });

  test("answers another query", async () => {
    expect(await failureOf({ nonce: Uint8Array.from(randomBytes(8)) })).toBe("wrong-nonce");
    expect(await failureOf({ nonce: concatBytes(Uint8Array.of(0), nonce) })).toBeUndefined();
  });

  test("carries no nonce although one was sent", async () => {
    const bare = makeQueryWithoutNonce();
    const answer = Uint8Array.from(rsa.stamp(bare));
    expect(await failureOf({ reply: answer })).toBe("wrong-nonce");
    expect((await verifyTimestamp({ reply: answer, sha256, trusted })).ok).toBe(true);
  });

  test("comes from an authority that nobody vouched for", async () => {
    expect(await failureOf({ trusted: [] })).toBe("untrusted");
    expect(await failureOf({ trusted: anchorsOf(makeAuthority()) })).toBe("untrusted");
  });

  test("has no certificate in it", async () => {
    const answer = Uint8Array.from(rsa.stamp(makeQuery(["-no_nonce"])));
    expect(await verifyTimestamp({ reply: answer, sha256, trusted })).toEqual({ ok: false, error: "no-certificate" });
  });

  test("was not granted", async () => {
    // Version 9 of the query is one that no authority knows.
    const refused = Uint8Array.from(rsa.stamp(query.with(4, 9)));
    expect(await failureOf({ reply: refused })).toBe("not-granted");
    expect(await failureOf({ reply: writeDer(derTag.sequence, writeDer(derTag.sequence, writeDerCount(Uint8Array.of(0)))) })).toBe(
      "altered",
    );
  });

  test("says so in words that nobody signed, until it is brought into canonical form", async () => {
    const [, token] = parseDer(reply)?.children ?? [];
    const text = writeDer(derTag.sequence, writeDer(derTag.utf8String, textToBytes("Operation Okay")));
    const status = writeDer(derTag.sequence, writeDerCount(Uint8Array.of(0)), text);
    const wordy = writeDer(derTag.sequence, status, token?.bytes ?? new Uint8Array(0));
    expect(await failureOf({ reply: wordy })).toBe("altered");
    expect(await failureOf({ reply: canonicalReply(wordy) ?? wordy })).toBeUndefined();
  });

  test("was made by a certificate that is not for time-stamping alone, critically", async () => {
    for (const usage of ["timeStamping", "critical,timeStamping,codeSigning", "critical,codeSigning", "critical,anyExtendedKeyUsage", ""]) {
      expect(await failureOf(signedBy(makeAuthority({ usage })))).toBe("not-for-timestamps");
    }
    expect(await failureOf(signedBy(makeAuthority()))).toBeUndefined();
  });

  test("was made when its certificate had expired or was not yet valid", async () => {
    const expired = makeAuthority({ validity: ["-not_before", "20200101000000Z", "-not_after", "20210101000000Z"] });
    const early = makeAuthority({ validity: ["-not_before", "20490101000000Z", "-not_after", "20510101000000Z"] });
    expect(await failureOf(signedBy(expired))).toBe("outside-validity");
    expect(await failureOf(signedBy(early))).toBe("outside-validity");
  });

  test("bears the signature of another statement, or of another key", async () => {
    const other = partsOf(Uint8Array.from(rsa.stamp(query)));
    const own = partsOf(reply);
    expect(await failureOf({ reply: buildReply({ ...own, signature: other.signature }) })).toBe("altered");
    expect(await failureOf({ reply: buildReply({ ...own, statement: other.statement }) })).toBe("altered");
    expect(await failureOf({ reply: buildReply({ ...own, attributes: other.attributes, signature: other.signature }) })).toBe("altered");
    expect(await failureOf({ reply: buildReply({ ...own, signature: new Uint8Array(0) }) })).toBe("altered");
    expect(await failureOf({ reply: buildReply({ ...own, signature: new Uint8Array(256) }) })).toBe("altered");
  });

  test("names its algorithm in another spelling that means the same", async () => {
    // One byte away from bare RSA: RSA together with its hash, as some authorities write it.
    const place = Buffer.from(reply).lastIndexOf(writeDerOid("1.2.840.113549.1.1.1")) + 10;
    const spelt = reply.with(place, 11);
    expect(reply[place]).toBe(1);
    expect(await failureOf({ reply: spelt })).toBe("altered");
    expect(canonicalReply(spelt)).toEqual(canonicalReply(reply));
  });

  test("carries certificates that have no part in it, or that would change the signer", async () => {
    const own = partsOf(reply);
    const other = makeAuthority();
    const [spare] = anchorsOf(other);
    const impostor = certificatesFromPem(readFileSync(join(other.folder, "tsa.pem"), "utf8"))?.[0];
    if (spare === undefined || impostor === undefined) throw new Error("certificates must be read");
    const [first, ...rest] = own.certificates;
    if (first === undefined) throw new Error("a certificate must be there");
    expect(await failureOf({ reply: buildReply({ ...own, certificates: [...own.certificates, spare.der] }) })).toBe("spare-certificate");
    expect(await failureOf({ reply: buildReply({ ...own, certificates: [impostor.der, ...own.certificates] }) })).toBe("spare-certificate");
    expect(await failureOf({ reply: buildReply({ ...own, certificates: [first, first, ...rest] }) })).toBe("spare-certificate");
    expect(await failureOf({ reply: buildReply({ ...own, certificates: [impostor.der] }) })).toBe("altered");
    // Brought into canonical form, the spare ones are gone and the signer is still the signer.
    const crowded = buildReply({ ...own, certificates: [impostor.der, ...own.certificates, spare.der] });
    expect(await failureOf({ reply: canonicalReply(crowded) ?? crowded })).toBeUndefined();
  });

  test("has an issuer on its path that is not allowed to issue", async () => {
    // The first authority's own certificate poses as an issuer.
    const posing = makeAuthority();
    const [folder, leaf] = [posing.folder, "leaf"];
    const run = (...args: readonly string[]): void => void execFileSync("openssl", args, { cwd: folder, stdio: "ignore" });
    run("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", `${leaf}.key`, "-out", `${leaf}.csr`, "-subj", "/CN=Posing");
    run(
      "x509",
      "-req",
      "-in",
      `${leaf}.csr`,
      "-CA",
      "tsa.pem",
      "-CAkey",
      "tsa.key",
      "-set_serial",
      "3",
      "-not_before",
      "20200101000000Z",
      "-not_after",
      "20500101000000Z",
      "-out",
      `${leaf}.pem`,
      "-extfile",
      "tsa.ext",
    );
    const chain = [`${leaf}.pem`, "tsa.pem"].map((name) => readFileSync(join(folder, name), "utf8")).join("");
    expect(await failureOf(signedBy(posing, { key: `${leaf}.key`, chain }))).toBe("untrusted");
  });

  test("is hostile: deep, long or endless", async () => {
    let deep: Uint8Array = writeDer(derTag.null);
    for (let depth = 0; depth < 2000; depth++) deep = writeDer(derTag.sequence, deep);
    expect(await failureOf({ reply: deep })).toBe("altered");
    expect(await failureOf({ reply: concatBytes(Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff), new Uint8Array(100)) })).toBe("altered");
    expect(await failureOf({ reply: new Uint8Array(1 << 20) })).toBe("altered");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect((await verifyTimestamp({ ...sound, reply: bytes })).ok).toBe(false);
        expect((await verifyTimestamp({ ...sound, reply: concatBytes(reply.subarray(0, 100), bytes, reply.subarray(300)) })).ok).toBe(
          false,
        );
      }),
      { seed, numRuns: 200 },
    );
  });
});

test("RSA accepts the exact padding alone", async () => {
  const own = partsOf(reply);
  const privateKey = createPrivateKey(readFileSync(join(rsa.folder, "tsa.key")));
  const signer = new X509Certificate(readFileSync(join(rsa.folder, "tsa.pem")));
  const good = sign("sha256", own.attributes, privateKey);
  expect(await failureOf({ reply: buildReply({ ...own, signature: good }) })).toBeUndefined();
  // Another hash than the one stated, and the probabilistic padding: good signatures of the same key, but not this one.
  const otherHash = sign("sha512", own.attributes, privateKey);
  const pss = sign("sha256", own.attributes, { key: privateKey, padding: 6 });
  expect(verify("sha512", own.attributes, signer.publicKey, otherHash)).toBe(true);
  expect(await failureOf({ reply: buildReply({ ...own, signature: otherHash }) })).toBe("altered");
  expect(await failureOf({ reply: buildReply({ ...own, signature: pss }) })).toBe("altered");
  // The same number with the modulus added, where it fits: the same signature to careless arithmetic.
  expect(await failureOf({ reply: buildReply({ ...own, signature: concatBytes(Uint8Array.of(0), good) }) })).toBe("altered");
});

describe("a query", () => {
  test("is the one that openssl makes of the same digest and nonce, and comes back", () => {
    writeFileSync(join(rsa.folder, "ours.tsq"), query);
    const shown = execFileSync("openssl", ["ts", "-query", "-in", "ours.tsq", "-text"], { cwd: rsa.folder, encoding: "utf8" });
    expect(shown).toContain("Certificate required: yes");
    expect(shown).toContain("Hash Algorithm: sha256");
    expect(shown.toLowerCase()).toContain(Buffer.from(nonce).toString("hex").replace(/^0+/, ""));
    const theirs = makeQuery(["-cert"]);
    const read = parseTimestampQuery(theirs);
    expect(read?.sha256).toEqual(sha256);
    expect(read === undefined ? undefined : timestampQuery(read)).toEqual(theirs);
  });

  test("survives its bytes for every nonce, and every other byte string is refused", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 20 }), fc.nat(), (random, at) => {
        const der = timestampQuery({ sha256, nonce: random });
        const read = parseTimestampQuery(der);
        expect(read === undefined ? undefined : timestampQuery(read)).toEqual(der);
        const place = at % der.length;
        const changed = parseTimestampQuery(der.with(place, (der[place] ?? 0) ^ 0x40));
        expect(changed === undefined || !sameQuery(changed, { sha256, nonce: random })).toBe(true);
      }),
      { seed },
    );
    for (const bad of [0, 7, 21]) expect(() => timestampQuery({ sha256, nonce: new Uint8Array(bad) })).toThrow("8 to 20");
    expect(() => timestampQuery({ sha256: new Uint8Array(20), nonce })).toThrow("32 bytes");
  });
});

test("a text without certificates, or with a broken one, gives none", () => {
  expect(certificatesFromPem("")).toBeUndefined();
  expect(certificatesFromPem(rsa.anchorPem.replace(/MI/, "MJ"))).toBeUndefined();
  expect(certificatesFromPem(`# a comment\n${rsa.anchorPem}\n${rsa.anchorPem}`)).toHaveLength(2);
});

test("the certificates that came with a reply can be kept beside it as PEM", async () => {
  const pem = certificatesInReply(reply) ?? "";
  expect(certificatesFromPem(pem)?.map(({ der }) => der)).toEqual(partsOf(reply).certificates);
  expect(certificatesInReply(new Uint8Array(3))).toBeUndefined();
});

/** What is said of the sound question with some of it replaced; undefined when it verifies. */
async function failureOf(change: Partial<TimestampQuestion>): Promise<string | undefined> {
  const result = await verifyTimestamp({ ...sound, ...change });
  return result.ok ? undefined : result.error;
}

/**
 * A reply that the stock tool refuses to make: the statement and attributes of the sound one, made over with another certificate and key.
 */
function signedBy(authority: LocalAuthority, { key = "tsa.key", chain = readFileSync(join(authority.folder, "tsa.pem"), "utf8") } = {}) {
  const certificates = certificatesFromPem(chain) ?? [];
  const [signer] = certificates;
  if (signer === undefined) throw new Error("a signer must be there");
  const own = partsOf(reply);
  const kept = (parseDer(own.attributes)?.children ?? []).filter(
    ({ bytes }) => !Buffer.from(bytes).includes(Buffer.from(writeDerOid(signingCertificateV2))),
  );
  const named = writeDer(
    derTag.sequence,
    writeDer(derTag.sequence, writeDer(derTag.sequence, writeDer(derTag.octetString, sha256Of(signer.der)))),
  );
  const attribute = writeDer(derTag.sequence, writeDerOid(signingCertificateV2), writeDer(derTag.set, named));
  const attributes = writeDer(derTag.set, ...kept.map(({ bytes }) => bytes), attribute);
  const signature = sign("sha256", attributes, createPrivateKey(readFileSync(join(authority.folder, key))));
  const parts = { ...own, attributes, signature, signer: writeDer(derTag.sequence, signer.issuer, signer.serial) };
  return { reply: buildReply({ ...parts, certificates: certificates.map(({ der }) => der) }), trusted: anchorsOf(authority) };
}

const signingCertificateV2 = "1.2.840.113549.1.9.16.2.47";

function partsOf(bytes: Uint8Array): TimestampParts {
  const reading = readReply(bytes);
  if (!("parts" in reading)) throw new Error(reading.fault);
  return reading.parts;
}

function anchorsOf(authority: LocalAuthority): readonly Certificate[] {
  return certificatesFromPem(authority.anchorPem) ?? [];
}

function acceptedByOpenssl(authority: LocalAuthority, answer: Uint8Array, content = "tagmanifest\n"): boolean {
  writeFileSync(join(authority.folder, "data"), content);
  writeFileSync(join(authority.folder, "looked.tsr"), answer);
  return (
    spawnSync("openssl", ["ts", "-verify", "-data", "data", "-in", "looked.tsr", "-CAfile", "ca.pem"], { cwd: authority.folder }).status ===
    0
  );
}

function makeQuery(options: readonly string[]): Uint8Array {
  writeFileSync(join(rsa.folder, "data"), data);
  return Uint8Array.from(
    execFileSync("openssl", ["ts", "-query", "-data", "data", "-sha256", ...options], {
      cwd: rsa.folder,
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
}

function makeQueryWithoutNonce(): Uint8Array {
  return makeQuery(["-cert", "-no_nonce"]);
}

function sameQuery(one: { sha256: Uint8Array; nonce: Uint8Array }, other: { sha256: Uint8Array; nonce: Uint8Array }): boolean {
  return Buffer.compare(timestampQuery(one), timestampQuery(other)) === 0;
}
