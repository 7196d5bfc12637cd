import type { Act } from "./act.ts";
import { type TimelineAct, compareText, inOrderOfSource } from "./timeline-act.ts";
import type { SourceSpan } from "./act.ts";
import type { Sha256 } from "./sha256.ts";

/**
 * The order of a line of time. By time; what a clock of minutes leaves open, by the order in which one file has it, because an export that knows no
 * seconds has no other ("I will kill you before that" stands below her stop, or above it). What no file puts in an order, by the hash of its file.
 *
 * [Note: Files that run backward] Some exports put the newest first. A file runs backward when its acts step back in time more often than forward from
 * one record to the next; where they do neither, it is taken to run forward.
 */

/** Makes the order of time of these acts: total, so that every machine agrees, and the same whatever the order in which they are given. */
export function createOrderOfTime(acts: readonly TimelineAct[]): (a: TimelineAct, b: TimelineAct) => number {
  const backward = filesThatRunBackward(acts);
  return (a, b) =>
    a.when.earliest - b.when.earliest ||
    a.when.latest - b.when.latest ||
    inOrderOfFile(a, b, backward) ||
    compareText(a.id, b.id) ||
    inOrderOfSource(a.source, b.source);
}

function inOrderOfFile(a: TimelineAct, b: TimelineAct, backward: ReadonlySet<Sha256>): number {
  const [one, other] = [firstFileOf(a), firstFileOf(b)];
  const order = compareText(one.sha256, other.sha256);
  if (order !== 0) return order;
  return backward.has(one.sha256) ? other.start - one.start : one.start - other.start;
}

/** The place of an act in the first of its files by hash: what two phones have stands in both, and one order of theirs is told. */
export function firstFileOf({ source, sources = [] }: Act & Partial<Pick<TimelineAct, "sources">>): SourceSpan {
  let first = source;
  for (const one of sources) if (inOrderOfSource(one, first) < 0) first = one;
  return first;
}

function filesThatRunBackward(acts: readonly TimelineAct[]): ReadonlySet<Sha256> {
  const actsByFile = new Map<Sha256, { readonly start: number; readonly at: number }[]>();
  for (const act of acts) {
    const { sha256, start } = firstFileOf(act);
    const one = { start, at: act.when.earliest };
    const inFile = actsByFile.get(sha256);
    if (inFile) inFile.push(one);
    else actsByFile.set(sha256, [one]);
  }
  const backward = new Set<Sha256>();
  for (const [sha256, inFile] of actsByFile) {
    inFile.sort((a, b) => a.start - b.start || a.at - b.at);
    let steps = 0;
    let before: number | undefined;
    for (const { at } of inFile) {
      if (before !== undefined) steps += Math.sign(at - before);
      before = at;
    }
    if (steps < 0) backward.add(sha256);
  }
  return backward;
}
