import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A time-stamp authority of our own, made with the stock `openssl`: no public one is asked in a test. */
export interface LocalAuthority {
  /** Where its files lie: `ca.pem`, `tsa.pem`, `tsa.key`, `tsa.cnf`. */
  readonly folder: string;
  /** The anchor that a verifier is told of. */
  readonly anchorPem: string;
  /** Answers a query (RFC 3161, DER in and out). */
  stamp(query: Uint8Array): Uint8Array;
}

/** How an authority may differ from a sound one. */
export interface AuthorityOptions {
  /** `rsa:2048` unless said otherwise; `ec` for P-256. */
  readonly key?: "rsa:2048" | "rsa:3072" | "ec";
  /** The extendedKeyUsage line of its certificate; `critical,timeStamping` unless said otherwise. */
  readonly usage?: string;
  /** Lines put in place of those of the same name in its configuration; an empty one takes the line away. */
  readonly config?: Readonly<Record<string, string>>;
  /** Options for `openssl x509 -req`, such as `-not_before`. */
  readonly validity?: readonly string[];
  /** An intermediate authority between anchor and stamp. */
  readonly intermediate?: boolean;
}

/** Makes an authority in a new folder. */
export function makeAuthority(options: AuthorityOptions = {}): LocalAuthority {
  const folder = mkdtempSync(join(tmpdir(), "unmask-tsa-"));
  const openssl = (...args: readonly string[]): Buffer => execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const newKey = options.key === "ec" ? ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"] : ["-newkey", options.key ?? "rsa:2048"];
  const always = ["-not_before", "20200101000000Z", "-not_after", "20500101000000Z"];
  const validity = options.validity ?? always;
  const caLines = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n";

  write("ca.ext", caLines);
  write(
    "tsa.ext",
    `keyUsage=critical,digitalSignature\n${options.usage === "" ? "" : `extendedKeyUsage=${options.usage ?? "critical,timeStamping"}\n`}`,
  );
  openssl(
    "req",
    "-x509",
    ...newKey,
    "-nodes",
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    ...always,
    "-subj",
    "/CN=Example test root",
    "-addext",
    "keyUsage=critical,keyCertSign,cRLSign",
  );
  const issuer = options.intermediate === true ? "mid" : "ca";
  if (options.intermediate === true) {
    openssl("req", "-new", ...newKey, "-nodes", "-keyout", "mid.key", "-out", "mid.csr", "-subj", "/CN=Example test intermediate");
    openssl(
      "x509",
      "-req",
      "-in",
      "mid.csr",
      "-CA",
      "ca.pem",
      "-CAkey",
      "ca.key",
      "-set_serial",
      "7",
      ...always,
      "-out",
      "mid.pem",
      "-extfile",
      "ca.ext",
    );
  }
  openssl("req", "-new", ...newKey, "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Example test time-stamps");
  openssl(
    "x509",
    "-req",
    "-in",
    "tsa.csr",
    "-CA",
    `${issuer}.pem`,
    "-CAkey",
    `${issuer}.key`,
    "-set_serial",
    "11",
    ...validity,
    "-out",
    "tsa.pem",
    "-extfile",
    "tsa.ext",
  );
  write("tsaserial", "01\n");
  mkdirSync(join(folder, "asked"));
  const config: Record<string, string> = {
    serial: "./tsaserial",
    crypto_device: "builtin",
    signer_cert: "./tsa.pem",
    signer_key: "./tsa.key",
    certs: `./${issuer}.pem`,
    signer_digest: "sha256",
    default_policy: "1.2.3.4.1",
    digests: "sha256, sha384, sha512",
    accuracy: "secs:1",
    ordering: "yes",
    tsa_name: "yes",
    ess_cert_id_chain: "no",
    ess_cert_id_alg: "sha256",
    ...options.config,
  };
  write(
    "tsa.cnf",
    `[ tsa ]\ndefault_tsa = t1\n[ t1 ]\n${Object.entries(config)
      .filter(([, value]) => value !== "")
      .map(([name, value]) => `${name} = ${value}\n`)
      .join("")}`,
  );

  return {
    folder,
    anchorPem: readFileSync(join(folder, "ca.pem"), "utf8"),
    stamp: (query) => {
      writeFileSync(join(folder, "asked", "query.tsq"), query);
      openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "asked/query.tsq", "-out", "asked/reply.tsr");
      return readFileSync(join(folder, "asked", "reply.tsr"));
    },
  };
}
