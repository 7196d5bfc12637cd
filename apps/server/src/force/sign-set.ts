import { type SignerKey, blake2b512Of, signDetached, textToBytes } from "@unmask/seal";
import { type ForceSet, writeForceSet } from "@unmask/submission";
import type { SignedSet } from "../intake/door.ts";

/** The set as a file and its signature. Throws where the set is none: that is a bug. */
export function signSet(set: ForceSet, signer: SignerKey): SignedSet {
  const json = writeForceSet(set);
  return { json, signature: textToBytes(signDetached(blake2b512Of(json), signer, `unmask force set ${set.number} of ${set.force}`)) };
}
