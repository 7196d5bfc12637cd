import { type ReadValue, type Result, count, failed, object, ok, orNull, parsed } from "@unmask/core";
import { blake2b512Of, parsePublicKey, verifyDetached } from "@unmask/seal";
import { type ForceSet, parseForceSet, parseSigner } from "./force-set.ts";
import { idFromJson } from "./strict-values.ts";

/**
 * When a force set may be used (docs/formats/force-set.md): whoever takes over the server that hands it out can change nobody's key.
 */

/** What a person keeps of a force after the first use, or was told of it by another way. */
export interface ForcePin {
  /** Null where only the signer was told. */
  readonly force: string | null;
  readonly signer: string;
  readonly nextSigner: string | null;
  /** The edition that was seen last; 0: none. */
  readonly number: number;
}

/** Why nothing is sent by a set, with what to do next. */
export interface ForceSetRefusal {
  readonly kind: "not-a-set" | "unsigned" | "another-force" | "another-signer" | "older";
  readonly says: string;
}

/**
 * A set that may be used: signed by the signer that it names, who is the pinned one, or the one whom the pinned one announced; of the pinned
 * force; of its edition or a later one. Without a pin it is the first use: the app shows the signer and keeps `pinOf` the set.
 */
export function verifyForceSet(bytes: Uint8Array, minisig: Uint8Array, pinned: ForcePin | undefined): Result<ForceSet, ForceSetRefusal> {
  const read = parseForceSet(bytes);
  if (!read.ok) return failed({ kind: "not-a-set", says: `This is no force set: ${read.error}.` });
  const set = read.value;
  const signer = parsePublicKey(set.signer);
  const signers = signer.ok ? [signer.value] : [];
  if (verifyDetached(minisig, { blake2b512: blake2b512Of(bytes), signers }).verdict !== "valid") return failed(refusals.unsigned);
  if (pinned === undefined) return ok(set);
  if (pinned.force !== null && pinned.force !== set.force) return failed(refusals["another-force"]);
  const isAnnounced = set.signer === pinned.nextSigner && set.number > pinned.number;
  if (set.signer !== pinned.signer && !isAnnounced) return failed(refusals["another-signer"]);
  return set.number < pinned.number ? failed(refusals.older) : ok(set);
}

/** What to keep of a set that was verified. */
export function pinOf({ force, signer, nextSigner, number }: ForceSet): ForcePin {
  return { force, signer, nextSigner, number };
}

/** Reads a pin as `pinOf` gives it, for an app that keeps it as JSON. */
export const forcePinFromJson: ReadValue<ForcePin> = object((fields) => ({
  force: fields.must("force", orNull(idFromJson)),
  signer: fields.must("signer", parsed(parseSigner, "signer of 56 characters")),
  nextSigner: fields.must("nextSigner", orNull(parsed(parseSigner, "signer of 56 characters"))),
  number: fields.must("number", count),
}));

const refusals: Readonly<Record<Exclude<ForceSetRefusal["kind"], "not-a-set">, ForceSetRefusal>> = {
  unsigned: {
    kind: "unsigned",
    says: "The force set is not signed by the signer that it names. Nothing was sent. Try again later, or ask the force.",
  },
  "another-force": {
    kind: "another-force",
    says: "This is the set of another force than the one you wrote to before. Nothing was sent. Check the address.",
  },
  "another-signer": {
    kind: "another-signer",
    says: "The force set is signed by somebody else than before, and nobody announced it. Nothing was sent. Ask the force by telephone who signs its set.",
  },
  older: {
    kind: "older",
    says: "This force set is older than the one you have seen. Nothing was sent. Try again later, or ask the force.",
  },
};
