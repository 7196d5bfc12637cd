import {
  type Interval,
  type PlacedStop,
  type Sha256,
  type Statement,
  type Timeline,
  firstInstantOf,
  lastInstantOf,
  spanOf,
} from "@unmask/core";
import type { PlacedAct } from "./placed-act.ts";
import { actsByWhose } from "./their-acts.ts";

/** When she ended a block, as the app itself noted it in a chat in which they write, and what it makes of what came. */
export interface Unblocked {
  /** After the first block, in order of time, each once. */
  readonly at: readonly Interval[];
  /** Whether something certainly came while a block held: after one, and before the app notes that it was ended. */
  isWhileBlocked(one: PlacedAct): boolean;
}

/** Finds when blocks ended after the first; a block that the chat itself holds begins anew. A chat with somebody else says nothing of them. */
export function unblockedAfter(
  blocks: readonly PlacedStop[],
  { timeline, statement }: { readonly timeline: Timeline; readonly statement: Statement },
): Unblocked {
  const { theirs, hersElsewhere } = actsByWhose(timeline, statement);
  const spans = timeline.coverage.flatMap(({ source, covers }) =>
    covers?.unblocked ? [{ file: source.sha256, at: covers.unblocked }] : [],
  );
  const start = blocks.reduce((least, { latest }) => Math.min(least, latest), Infinity);
  const files = new Set<Sha256>(spans.length === 0 ? [] : theirs.flatMap(({ act }) => act.sources.map(({ sha256 }) => sha256)));
  const at = mergedInTime(spans.filter(({ file }) => files.has(file)).flatMap((one) => one.at)).filter(({ earliest }) => earliest > start);
  const again = hersElsewhere.filter(({ kind, act }) => kind === "block" && act.sources.some(({ sha256 }) => files.has(sha256)));
  const began: readonly Interval[] = [...blocks, ...again.map(({ act }) => spanOf(act.when))];
  return {
    at,
    isWhileBlocked(one) {
      const [first, last] = [firstInstantOf(one), lastInstantOf(one)];
      const since = began.reduce((most, { latest }) => (latest < first ? Math.max(most, latest) : most), -Infinity);
      return since > -Infinity && !at.some(({ earliest, latest }) => latest >= since && earliest <= last);
    },
  };
}

/** One chat from two phones notes one end twice, to the minute and to the second. */
function mergedInTime(all: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = [];
  for (const one of [...all].sort((a, b) => a.earliest - b.earliest || a.latest - b.latest)) {
    const last = merged.at(-1);
    if (last !== undefined && one.earliest <= last.latest)
      merged[merged.length - 1] = { ...last, latest: one.latest > last.latest ? one.latest : last.latest };
    else merged.push(one);
  }
  return merged;
}
