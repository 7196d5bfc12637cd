import { execFileSync } from "node:child_process";
import { createPrivateKey, sign } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, parseInstant } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { findPath } from "./certificate-path.ts";
import { type Certificate, certificatesFromPem, instantOf, isValidAt, parseCertificate } from "./certificate.ts";
import { derTag, parseDer, writeDer, writeDerCount } from "./der.ts";
import { textToBytes } from "./bytes.ts";

// Certificates are made by the stock openssl in one folder: each by its issuer, with the extensions of the case.

const folder = mkdtempSync(join(tmpdir(), "unmask-x509-"));
let serial = 1;
const issuing = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n";
const stamping = "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n";
const now = instantAt("20260101000000Z");

const root = issue("root", { extensions: issuing });
const middle = issue("middle", { issuer: "root", extensions: issuing });
const leaf = issue("leaf", { issuer: "middle", extensions: stamping });

function pathOf(signer: Certificate, embedded: readonly Certificate[], trusted: readonly Certificate[] = [root], at = now) {
  return findPath({ signer, embedded, trusted, at });
}

describe("a path", () => {
  test("leads from the signer over those that came along to an anchor from outside", async () => {
    expect(await pathOf(leaf, [middle])).toEqual([leaf, middle, root]);
    expect(await pathOf(leaf, [leaf, root, middle])).toEqual([leaf, middle, root]);
    expect(await pathOf(leaf, [], [middle])).toEqual([leaf, middle]);
    expect(await pathOf(leaf, [], [leaf])).toEqual([leaf]);
  });

  test("never ends at a root that came along", async () => {
    expect(await pathOf(leaf, [middle, root], [])).toBeUndefined();
    expect(await pathOf(leaf, [middle, root], [issue("other", { extensions: issuing })])).toBeUndefined();
  });

  test("is broken where a certificate is missing", async () => {
    expect(await pathOf(leaf, [])).toBeUndefined();
  });

  test("is broken by an issuer of the right name and the wrong key", async () => {
    const impostor = issue("impostor", { issuer: "root", extensions: issuing, name: "middle" });
    expect(await pathOf(leaf, [impostor])).toBeUndefined();
    expect(await pathOf(leaf, [impostor, middle])).toEqual([leaf, middle, root]);
  });

  test("is broken by an issuer whose name is spelt otherwise, though its key fits", async () => {
    const loud = issue("loud", { issuer: "root", extensions: issuing, name: "MIDDLE", key: "middle" });
    expect(await pathOf(leaf, [loud])).toBeUndefined();
    expect(await pathOf(leaf, [loud, middle])).toEqual([leaf, middle, root]);
  });

  test("is broken by an issuer that may not issue", async () => {
    const plain = issue("plain", { issuer: "root", extensions: "" });
    const without = issue("without", {
      issuer: "root",
      extensions: "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,digitalSignature\n",
    });
    const notOne = issue("not-one", { issuer: "root", extensions: "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,keyCertSign\n" });
    for (const [name, certificate] of [["plain", plain] as const, ["without", without] as const, ["not-one", notOne] as const]) {
      expect(await pathOf(issue(`under-${name}`, { issuer: name, extensions: stamping }), [certificate])).toBeUndefined();
    }
  });

  test("is broken where an issuer allowed fewer below it", async () => {
    const narrow = issue("narrow", {
      issuer: "root",
      extensions: "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign\n",
    });
    const below = issue("below", { issuer: "narrow", extensions: issuing });
    expect(await pathOf(issue("direct", { issuer: "narrow", extensions: stamping }), [narrow])).toHaveLength(3);
    expect(await pathOf(issue("indirect", { issuer: "below", extensions: stamping }), [below, narrow])).toBeUndefined();
  });

  test("is broken by a critical extension that we do not know, and not by one that is not critical", async () => {
    const limits = "nameConstraints=critical,permitted;DNS:example.com\n";
    const limited = issue("limited", { issuer: "root", extensions: `${issuing}${limits}` });
    const hinted = issue("hinted", { issuer: "root", extensions: `${issuing}${limits.replace("critical,", "")}` });
    expect(await pathOf(issue("under-limited", { issuer: "limited", extensions: stamping }), [limited])).toBeUndefined();
    expect(await pathOf(issue("under-hinted", { issuer: "hinted", extensions: stamping }), [hinted])).toHaveLength(3);
  });

  test("is broken where any of it was not valid at the time, the anchor included", async () => {
    const old = issue("old", { issuer: "root", extensions: issuing, until: "20210101000000Z" });
    const underOld = issue("under-old", { issuer: "old", extensions: stamping });
    expect(await pathOf(underOld, [old])).toBeUndefined();
    expect(await pathOf(underOld, [old], [root], instantAt("20201231235959Z"))).toHaveLength(3);
    expect(await pathOf(underOld, [], [old])).toBeUndefined();
    expect(isValidAt(old, instantAt("20210101000000Z"))).toBe(true);
    expect(isValidAt(old, instantAt("20210101000001Z"))).toBe(false);
    expect(isValidAt(old, instantAt("20191231235959Z"))).toBe(false);
  });

  test("that turns in a circle, or has no end, ends", async () => {
    // Two that issued each other: the same names and keys, crosswise.
    const there = issue("there", { issuer: "root", extensions: issuing });
    const back = issue("back", { issuer: "there", extensions: issuing, name: "root", key: "root" });
    expect(await pathOf(issue("lost", { issuer: "there", extensions: stamping }), [there, back], [])).toBeUndefined();
    const long = Array.from({ length: 12 }, (_, step) =>
      issue(`step-${step}`, { issuer: step === 0 ? "root" : `step-${step - 1}`, extensions: issuing }),
    );
    const end = issue("end", { issuer: "step-11", extensions: stamping });
    expect(await pathOf(end, long)).toBeUndefined();
    expect(await pathOf(issue("near", { issuer: "step-3", extensions: stamping }), long)).toHaveLength(6);
  });
});

test("each algorithm of the closed list is accepted, and others are refused", async () => {
  const kinds = [
    ["rsa:2048", "sha256", true],
    ["rsa:2048", "sha384", true],
    ["rsa:3072", "sha512", true],
    ["P-256", "sha256", true],
    ["P-384", "sha384", true],
    ["P-521", "sha512", true],
    ["P-256", "sha512", true],
    ["rsa:2048", "sha1", false],
    ["rsa:1024", "sha256", false],
    ["secp256k1", "sha256", false],
    ["rsa:2048", "sha224", false],
  ] as const;
  for (const [at, [key, hash, accepted]] of kinds.entries()) {
    const issuer = issue(`kind-${at}`, { extensions: issuing, newKey: key });
    const signed = issue(`of-kind-${at}`, { issuer: `kind-${at}`, extensions: stamping, hash });
    expect([key, hash, (await pathOf(signed, [], [issuer])) !== undefined]).toEqual([key, hash, accepted]);
    const { der } = signed;
    for (const place of [der.length - 1, der.length - 20]) {
      const changed = parseCertificate(der.with(place, (der[place] ?? 0) ^ 1));
      expect(changed === undefined || (await pathOf(changed, [], [issuer])) === undefined).toBe(true);
    }
  }
});

test("a certificate with any byte changed is another certificate: unread, or its issuer did not sign it", async () => {
  const { der } = leaf;
  for (let at = 0; at < der.length; at++) {
    const changed = parseCertificate(der.with(at, (der[at] ?? 0) ^ (1 + (at % 255))));
    expect(changed === undefined || (await pathOf(changed, [middle])) === undefined).toBe(true);
  }
});

test.each(["P-256", "P-384", "P-521"])(
  "an ECDSA signature on %s whose second number is a byte too long, and covers the last of the first, is refused",
  async (newKey) => {
    const file = `stretched-${newKey}`;
    const issuer = issue(file, { extensions: issuing, newKey });
    const { signed, algorithm } = issue(`under-${file}`, { issuer: file, extensions: stamping });
    const key = createPrivateKey(readFileSync(join(folder, `${file}.key`)));
    const size = { "P-256": 32, "P-384": 48, "P-521": 66 }[newKey] ?? 0;
    let pair: Uint8Array;
    // No number begins with a nought.
    do pair = Uint8Array.from(sign("sha256", signed, { key, dsaEncoding: "ieee-p1363" }));
    while (pair[size - 1] === 0);
    const bearing = (r: Uint8Array, s: Uint8Array) => {
      const signature = writeDer(derTag.sequence, writeDerCount(r), writeDerCount(s));
      const certificate = parseCertificate(
        writeDer(derTag.sequence, signed, algorithm, writeDer(derTag.bitString, Uint8Array.of(0), signature)),
      );
      if (certificate === undefined) throw new Error("the certificate must be read");
      return certificate;
    };
    const good = bearing(pair.subarray(0, size), pair.subarray(size));
    const copied = bearing(pair.subarray(0, size), pair.subarray(size - 1));
    const spoilt = bearing(pair.with(size - 1, 0x55).subarray(0, size), pair.subarray(size - 1));
    expect(await pathOf(good, [], [issuer])).toEqual([good, issuer]);
    for (const other of [copied, spoilt]) expect(await pathOf(other, [], [issuer])).toBeUndefined();
  },
);

test("times are read as certificates write them, and no others", () => {
  const time = (tag: number, text: string) => {
    const value = parseDer(writeDer(tag, textToBytes(text)));
    return value === undefined ? undefined : instantOf(value);
  };
  expect(time(derTag.utcTime, "491231235959Z")).toBe(time(derTag.generalizedTime, "20491231235959Z"));
  expect(time(derTag.utcTime, "500101000000Z")).toBe(time(derTag.generalizedTime, "19500101000000Z"));
  expect(time(derTag.generalizedTime, "20260101000000.25Z")).toBe((time(derTag.generalizedTime, "20260101000000Z") ?? 0) + 250);
  for (const text of [
    "20260101000000",
    "20260101000000+0100",
    "20260101000000.50Z",
    "20260101000000.Z",
    "202601010000Z",
    "20260230000000Z",
    "20260101240000Z",
  ]) {
    expect(time(derTag.generalizedTime, text)).toBeUndefined();
  }
  expect(time(derTag.utf8String, "20260101000000Z")).toBeUndefined();
});

interface IssueOptions {
  readonly issuer?: string;
  readonly extensions: string;
  /** The common name; the file's name without it. */
  readonly name?: string;
  /** The name of a key that is there already. */
  readonly key?: string;
  readonly newKey?: string;
  readonly hash?: string;
  readonly until?: string;
}

/** Makes a certificate, self-signed without an issuer, and reads it. */
function issue(
  file: string,
  { issuer, extensions, name = file, key, newKey = "P-256", hash = "sha256", until = "20500101000000Z" }: IssueOptions,
): Certificate {
  const run = (...args: readonly string[]): void => void execFileSync("openssl", args, { cwd: folder, stdio: "ignore" });
  const keyFile = `${key ?? file}.key`;
  const [kind, bits = ""] = newKey.split(":");
  if (key === undefined && kind === "rsa") run("genpkey", "-algorithm", "RSA", "-pkeyopt", `rsa_keygen_bits:${bits}`, "-out", keyFile);
  else if (key === undefined) run("genpkey", "-algorithm", "EC", "-pkeyopt", `ec_paramgen_curve:${newKey}`, "-out", keyFile);
  writeFileSync(join(folder, `${file}.ext`), extensions === "" ? "subjectKeyIdentifier=hash\n" : extensions);
  run("req", "-new", "-key", keyFile, "-subj", `/CN=${name}`, "-out", `${file}.csr`);
  const by =
    issuer === undefined ? ["-signkey", keyFile] : ["-CA", `${issuer}.pem`, "-CAkey", `${issuer}.key`, "-set_serial", String(serial++)];
  const validity = ["-not_before", "20200101000000Z", "-not_after", until];
  run("x509", "-req", "-in", `${file}.csr`, ...by, `-${hash}`, ...validity, "-extfile", `${file}.ext`, "-out", `${file}.pem`);
  const [certificate] = certificatesFromPem(readFileSync(join(folder, `${file}.pem`), "utf8")) ?? [];
  if (certificate === undefined) throw new Error("openssl's certificate must be read");
  return certificate;
}

function instantAt(text: string): Instant {
  const value = parseDer(writeDer(derTag.generalizedTime, textToBytes(text)));
  const instant = value === undefined ? undefined : parseInstant(instantOf(value) ?? Number.NaN);
  if (instant === undefined) throw new Error("a test's time must be read");
  return instant;
}
