/** A passkey in software: what a browser and its device would answer, so that the ceremonies are tested without either. */
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** A device with one key. */
export interface SoftwarePasskey {
  /** Answers `navigator.credentials.create`. */
  create(options: { readonly challenge: string }): object;
  /** Answers `navigator.credentials.get`. */
  use(options: { readonly challenge: string }): object;
}

/** Makes one; `origin` is what the browser says it is at. */
export function softwarePasskey(origin: string, rpId = new URL(origin).hostname): SoftwarePasskey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(32);
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  let counter = 0;
  const cose = new Map<number, number | Uint8Array<ArrayBuffer>>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, "base64url"))],
    [-3, new Uint8Array(Buffer.from(y, "base64url"))],
  ]);
  // User present and verified; with a key, also that it is there.
  const head = (flags: number): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.of(flags), count]);
  };
  const client = (type: string, challenge: string): Buffer => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const frame = { id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key", clientExtensionResults: {} };
  return {
    create: ({ challenge }) => {
      const size = Buffer.alloc(2);
      size.writeUInt16BE(id.length);
      const authData = Buffer.concat([head(0x45), Buffer.alloc(16), size, id, isoCBOR.encode(cose)]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authData)],
      ]);
      const encoded = isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0]);
      const clientDataJSON = client("webauthn.create", challenge).toString("base64url");
      return { ...frame, response: { clientDataJSON, attestationObject: Buffer.from(encoded).toString("base64url") } };
    },
    use: ({ challenge }) => {
      counter += 1;
      const authData = head(0x05);
      const said = client("webauthn.get", challenge);
      const signed = Buffer.concat([authData, createHash("sha256").update(said).digest()]);
      const signature = sign("sha256", signed, privateKey).toString("base64url");
      const response = { clientDataJSON: said.toString("base64url"), authenticatorData: authData.toString("base64url"), signature };
      return { ...frame, response };
    },
  };
}
