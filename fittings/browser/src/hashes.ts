import type { CreateHash } from "@unmask/pack";
import { bytesToHex, createSha512, prepareSha256 } from "@unmask/seal";

/** The hashes that a pack is written with, as a browser cannot stream through its own: SHA-256 in WebAssembly, SHA-512 in plain JavaScript. */
export async function preparePackHashes(): Promise<CreateHash> {
  const createSha256 = await prepareSha256();
  return (name) => {
    if (name === "sha256") return createSha256();
    if (name !== "sha512") return undefined;
    const hash = createSha512();
    return { update: (bytes) => hash.update(bytes), digest: () => bytesToHex(hash.digest()) };
  };
}
