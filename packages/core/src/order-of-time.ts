import type { Act, SourceSpan } from "./act.ts";
import type { Sha256 } from "./sha256.ts";
import { type TimelineAct, compareText, inOrderOfSource } from "./timeline-act.ts";

/**
 * The order of a line of time. By time; what a clock of minutes leaves open, by the order in which one file has it, because an export that knows no
 * seconds has no other ("I will kill you before that" stands below her stop, or above it). What no file puts in an order, by the hash of its file.
 *
 * [Note: Files that run backward] Some exports put the newest first. A file runs backward when its acts step back in time more often than forward from
 * one record to the next; where they do neither, it is taken to run forward.
 *
 * [Note: What stands in two files] Two exports of one chat have most of it in common, and one of them begins earlier or goes on longer. An act takes its
 * place from the file that has most of these acts, so that one order holds for all that this file has.
 */

/** Makes the order of time of these acts: total, so that every machine agrees, and the same whatever the order in which they are given. */
export function createOrderOfTime(acts: readonly TimelineAct[]): (a: TimelineAct, b: TimelineAct) => number {
  const placeOf = createPlaceInFile(acts);
  // Looked for when two of one time are first compared: of a few acts that somebody sorts there are seldom any.
  let backward: ReadonlySet<Sha256> | undefined;
  const inOrderOfFile = (a: TimelineAct, b: TimelineAct): number => {
    const one = placeOf(a);
    const other = placeOf(b);
    const order = compareText(one.sha256, other.sha256);
    if (order !== 0) return order;
    backward ??= filesThatRunBackward(acts, placeOf);
    return backward.has(one.sha256) ? other.start - one.start : one.start - other.start;
  };
  return (a, b) =>
    a.when.earliest - b.when.earliest ||
    a.when.latest - b.when.latest ||
    inOrderOfFile(a, b) ||
    compareText(a.id, b.id) ||
    inOrderOfSource(a.source, b.source);
}

/** Makes the question where an act stands: its span in that of its files which has most of these acts, of as many in the first by hash. */
export function createPlaceInFile(acts: readonly TimelineAct[]): (act: Act & Partial<Pick<TimelineAct, "sources">>) => SourceSpan {
  // Counted when the first act is asked about that stands in two: most stand in one.
  let countByFile: ReadonlyMap<Sha256, number> | undefined;
  const countOf = ({ sha256 }: SourceSpan): number => (countByFile ??= countActsByFile(acts)).get(sha256) ?? 0;
  return ({ source, sources }) => {
    if (sources === undefined || sources.length < 2) return source;
    let best = source;
    for (const one of sources) {
      const more = countOf(one) - countOf(best);
      if (more > 0 || (more === 0 && inOrderOfSource(one, best) < 0)) best = one;
    }
    return best;
  };
}

function countActsByFile(acts: readonly TimelineAct[]): ReadonlyMap<Sha256, number> {
  const countByFile = new Map<Sha256, number>();
  for (const { sources } of acts) for (const { sha256 } of sources) countByFile.set(sha256, (countByFile.get(sha256) ?? 0) + 1);
  return countByFile;
}

function filesThatRunBackward(acts: readonly TimelineAct[], placeOf: (act: TimelineAct) => SourceSpan): ReadonlySet<Sha256> {
  const actsByFile = new Map<Sha256, TimelineAct[]>();
  for (const act of acts) {
    const { sha256 } = placeOf(act);
    const inFile = actsByFile.get(sha256);
    if (inFile) inFile.push(act);
    else actsByFile.set(sha256, [act]);
  }
  const backward = new Set<Sha256>();
  for (const [sha256, inFile] of actsByFile) {
    inFile.sort((a, b) => placeOf(a).start - placeOf(b).start || a.when.earliest - b.when.earliest);
    let steps = 0;
    let before: number | undefined;
    for (const { when } of inFile) {
      if (before !== undefined) steps += Math.sign(when.earliest - before);
      before = when.earliest;
    }
    if (steps < 0) backward.add(sha256);
  }
  return backward;
}
