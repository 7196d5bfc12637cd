import { msPerDay, msPerHour } from "@unmask/core";
import type { SignerKey } from "@unmask/seal";
import type { CheckedRow } from "./check-log.ts";
import { proveLastEntry } from "./log-head.ts";
import { batchSize, received } from "./sequencer.ts";

/**
 * Whether what the log keeps beside its entries is there still: the proof of each thing that was taken in, and the checkpoints, one a day. Neither is
 * in the chain; but the entries say which must be there.
 */

/** A checkpoint kept: how long the log was, and when. */
export interface KeptCheckpoint {
  readonly size: number;
  readonly at: number;
}

/** How far the clocks of two machines that follow each other may lie apart: an entry of one that the other numbered is no fault. */
const clockSlack = msPerHour;

/** Checks row after row, in order; says what is missing beside one. `kept` in order of size. */
export function besideLog(force: string, signer: SignerKey, kept: readonly KeptCheckpoint[]): (of: CheckedRow) => string | undefined {
  let next = 0;
  return ({ row, entry, before, after }) => {
    while ((kept[next]?.size ?? Number.MAX_SAFE_INTEGER) < entry.number) next++;
    if (isCheckpointGone(entry, kept[next - 1], kept[next])) return "The table access_checkpoint lacks the checkpoint of this day.";
    if (entry.what !== received || entry.item === null) return undefined;
    if (row.proof === null) return "The table access_proof lacks the proof of what was taken in.";
    const head = { force, last: entry.before };
    const proof = proveLastEntry({ ...head, frontier: before }, { ...head, frontier: after }, signer);
    return row.proof === proof ? undefined : "The proof of what was taken in, in the table access_proof, was changed.";
  };
}

/**
 * Whoever numbered this entry kept a checkpoint behind it where there was none before, or the last was a day old: at the end of its batch. `until` is the
 * first kept that covers the entry.
 */
function isCheckpointGone(
  { number, at }: CheckedRow["entry"],
  since: KeptCheckpoint | undefined,
  until: KeptCheckpoint | undefined,
): boolean {
  const isDue = since === undefined || at >= since.at + msPerDay + clockSlack;
  return isDue && (until === undefined || until.size >= number + batchSize);
}
