import { isColumnList } from "@unmask/core";
import { type PackCheck, type PackFiles, layout, placeOfExhibit, verifyPack } from "@unmask/pack";
import { type Certificate, parseCheckpoint, parsePublicKey } from "@unmask/seal";
import { type EarlierPackWorld, readGoneOn } from "./earlier-pack.ts";
import { readToldReport } from "./tell-pack.ts";

/** What can be said of a pack and the earlier one that it is said to go on from. */
export interface Continuation {
  /** `not-known`: it goes on, but the authority for the earlier pack's time is not known to whoever checks. */
  readonly outcome: "goes-on" | "not-known" | "does-not";
  /** In a sentence. */
  readonly says: string;
}

/**
 * Whether a pack goes on from an earlier one, both at hand: the earlier one verifies under the same key, it is the one named, its checkpoint is the one
 * that the proof begins with, and its exhibits have their numbers here. `check` is of the later pack, which must not be `not-verified`.
 */
export async function checkContinuation(
  later: { readonly files: PackFiles; readonly check: PackCheck },
  earlier: PackFiles,
  world: Omit<EarlierPackWorld, "signer"> & { readonly trustedTsa: readonly Certificate[] },
): Promise<Continuation> {
  const not = (says: string): Continuation => ({ outcome: "does-not", says });
  const signer = parsePublicKey(later.check.signer?.publicKey ?? "");
  const proof = later.check.items.find(({ path }) => path === layout.earlierProof);
  const { after, exhibits = [] } = (await readToldReport(later.files)) ?? {};
  if (!signer.ok || after === undefined || (proof?.verdict !== "valid" && proof?.verdict !== "unknown-signer"))
    return not("it names no earlier pack.");
  const { overall, id } = await verifyPack(earlier, { ...world, trustedSigners: [signer.value], signersNamed: true });
  if (overall === "not-verified")
    return not("the pack of --after does not verify as one of the same signer. `unmask verify` says of it alone what is wrong.");
  const known = await readGoneOn(earlier);
  if (known?.pack.id !== after.id)
    return not(
      `it goes on from pack ${after.id}, not from pack ${id ?? ""}. Check it beside that one, and that one beside the one before it.`,
    );
  if (known.pack.checkpoint !== after.checkpoint) return not(`pack ${after.id} had another checkpoint when it went on from it.`);
  const numbers = new Map(known.exhibits.map((exhibit) => [placeOfExhibit(exhibit), exhibit.number]));
  const moved = exhibits.find((one) => !isColumnList(one) && (numbers.get(placeOfExhibit(one)) ?? one.number) !== one.number);
  if (moved !== undefined) return not(`exhibit ${moved.number} has another number in the earlier pack.`);
  if (known.pack.lastNumber !== after.lastNumber)
    return not(`it takes ${after.lastNumber} for the last number of the earlier pack, which is ${known.pack.lastNumber}.`);
  const leaves = parseCheckpoint(after.checkpoint)?.size ?? 0;
  const says = `the same signer, the checkpoint named here, and all ${leaves} leaves of its log stand at the beginning of this one's.`;
  return overall === "verified"
    ? { outcome: "goes-on", says }
    : { outcome: "not-known", says: `${says} The authority for the earlier pack's time is not known to you.` };
}
