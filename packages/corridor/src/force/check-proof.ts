import type { Sha256 } from "@unmask/core";
import { parseVkey, textToBytes, verifyTlogProof } from "@unmask/seal";

/** A force's proof that it has a pack, as it came into the mailbox (docs/formats/mailbox.md). */
export interface ClaimedProof {
  readonly sha256: Sha256;
  readonly entry: string;
  readonly proof: string;
}

/** Whether the entry names that hash and stands in the log whose verifier key the force set tells: then the force cannot deny that it has the pack. */
export function isProvedReceipt({ sha256, entry, proof }: ClaimedProof, log: string): boolean {
  const key = parseVkey(log);
  if (key === undefined || !entry.includes(`"sha256":"${sha256}"`)) return false;
  return verifyTlogProof(proof, { leafData: textToBytes(entry), key }).ok;
}
