import { type EarlierPack, type Instant, type Result, failed, inOrderOfExhibits, isColumnList, ok, parseExhibitNumber } from "@unmask/core";
import { type CreateHash, type GoingOn, type PackFiles, layout, readEarlierLog, readSmall, verifyPack } from "@unmask/pack";
import { type PublicKey, bytesToText, parseCheckpoint } from "@unmask/seal";
import { readToldReport } from "./tell-pack.ts";

/** What reading an earlier pack may use of the world. */
export interface EarlierPackWorld {
  /** Who signs the new pack: nobody else's pack is gone on from. */
  readonly signer: PublicKey;
  readonly createHash: CreateHash;
  readonly now: Instant;
}

/** A checkpoint has some 300 bytes; a longer one is an attack on memory. */
const maxCheckpoint = 64 * 1024;

/**
 * Verifies an earlier pack of the same signer and reads what a new report goes on with: its id, its checkpoint, its exhibits' numbers and hashes;
 * nothing else of it. The error says what a person can do next.
 */
export async function readEarlierPack(files: PackFiles, { signer, createHash, now }: EarlierPackWorld): Promise<Result<GoingOn, string>> {
  const { overall, ...check } = await verifyPack(files, { createHash, trustedSigners: [signer], trustedTsa: [], now });
  if (overall === "not-verified")
    return failed(
      "the earlier pack does not verify, so nothing goes on from it. `unmask verify` says what is wrong; use another copy of it.",
    );
  if (check.signer?.known !== true)
    return failed(
      "the earlier pack is signed with another key than this report would be. Name the key that signed it with --signer-key; without --after the exhibits are numbered from 1.",
    );
  const earlier = await readGoneOn(files);
  const size = parseCheckpoint(earlier?.pack.checkpoint ?? "")?.size;
  if (earlier === undefined || size === undefined)
    return failed("the earlier pack numbers its exhibits in a way that cannot be gone on with. Make the report without --after.");
  return ok({ ...earlier, pack: { ...earlier.pack, log: await readEarlierLog(files, size, createHash) } });
}

/** What a later pack says of it, and its exhibits. */
interface GoneOn extends Pick<GoingOn, "exhibits"> {
  readonly pack: EarlierPack;
}

/** What another pack goes on with of one that was verified, but for its log; undefined where its numbers are none. */
export async function readGoneOn(files: PackFiles): Promise<GoneOn | undefined> {
  const report = await readToldReport(files);
  const checkpoint = bytesToText((await readSmall(files, layout.checkpoint, maxCheckpoint)) ?? new Uint8Array());
  const exhibits = report?.exhibits.filter((one) => !isColumnList(one)) ?? [];
  const numbers = [...exhibits.map(({ number }) => number), ...(report?.after ? [report.after.lastNumber] : [])];
  const lastNumber = numbers
    .map((number) => ({ number }))
    .sort(inOrderOfExhibits)
    .at(-1)?.number;
  if (report === undefined || checkpoint === undefined || lastNumber === undefined || !numbers.every(parseExhibitNumber)) return undefined;
  return { pack: { id: report.id, checkpoint, lastNumber }, exhibits };
}
