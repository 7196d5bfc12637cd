import type { CreateHash } from "@unmask/pack";
import { bytesToHex, prepareSha256, prepareSha512 } from "@unmask/seal";

/** The hashes that a pack is written with, in WebAssembly: a browser cannot stream through its own. */
export async function preparePackHashes(): Promise<CreateHash> {
  const createSha256 = await prepareSha256();
  const createSha512 = await prepareSha512();
  return (name) => {
    if (name === "sha256") return createSha256();
    if (name !== "sha512") return undefined;
    const hash = createSha512();
    return { update: (bytes) => hash.update(bytes), digest: () => bytesToHex(hash.digest()) };
  };
}
