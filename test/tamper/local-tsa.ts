import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TimestampReply } from "@unmask/pack";

/** A throw-away time-stamp authority of OpenSSL, with a certificate authority above it. */
export interface LocalTsa {
  readonly folder: string;
  /** The anchor, PEM. */
  readonly caFile: string;
  readonly ca: string;
  reply(query: Uint8Array): Promise<TimestampReply>;
  close(): void;
}

const configuration = `
[ req ]
distinguished_name = dn
prompt = no
[ dn ]
CN = Example Test TSA
[ tsa_cert ]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[ ca_cert ]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[ tsa ]
default_tsa = t1
[ t1 ]
serial = ./tsaserial
crypto_device = builtin
signer_cert = ./tsa.pem
signer_key = ./tsa.key
certs = ./ca.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

/** Makes one in a temporary folder. */
export function createLocalTsa(name = "Example Test"): LocalTsa {
  const folder = mkdtempSync(join(tmpdir(), "unmask-tsa-"));
  const openssl = (...args: string[]): Buffer => execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  writeFileSync(join(folder, "tsa.cnf"), configuration);
  writeFileSync(join(folder, "tsaserial"), "01\n");
  const rsa = ["-newkey", "rsa:2048", "-nodes", "-sha256"];
  openssl(
    "req",
    "-x509",
    ...rsa,
    "-days",
    "30",
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    "-subj",
    `/CN=${name} CA`,
    "-config",
    "tsa.cnf",
    "-extensions",
    "ca_cert",
  );
  openssl("req", "-new", ...rsa, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", `/CN=${name} TSA`, "-config", "tsa.cnf");
  openssl(
    "x509",
    "-req",
    "-in",
    "tsa.csr",
    "-CA",
    "ca.pem",
    "-CAkey",
    "ca.key",
    "-CAcreateserial",
    "-days",
    "20",
    "-sha256",
    "-extfile",
    "tsa.cnf",
    "-extensions",
    "tsa_cert",
    "-out",
    "tsa.pem",
  );
  const caFile = join(folder, "ca.pem");
  return {
    folder,
    caFile,
    ca: readFileSync(caFile, "utf8"),
    reply: async (query) => {
      writeFileSync(join(folder, "query.tsq"), query);
      openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query.tsq", "-out", "reply.tsr");
      return { reply: Uint8Array.from(readFileSync(join(folder, "reply.tsr"))), chain: readFileSync(caFile, "utf8") };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
