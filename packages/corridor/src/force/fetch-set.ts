import type { Ask } from "./ask.ts";

/** A force set and its signature, as they came: nothing is believed of them yet. */
export interface SetFiles {
  readonly set: Uint8Array;
  readonly signature: Uint8Array;
}

/** Where an origin serves the set of its force (docs/formats/force-set.md); the signature stands beside it under `.minisig`. */
const forceSetPath = "/.well-known/unmask-force.json";

/** Asks an origin for the set of its force; undefined: it serves none. A signature that is not there is empty, and verifies nothing. */
export async function fetchForceSet(origin: string, ask: Ask): Promise<SetFiles | undefined> {
  const set = await ask(`${origin}${forceSetPath}`, { method: "GET" });
  if (set?.status !== 200) return undefined;
  const signature = await ask(`${origin}${forceSetPath}.minisig`, { method: "GET" });
  return { set: set.bytes, signature: signature?.status === 200 ? signature.bytes : new Uint8Array() };
}
