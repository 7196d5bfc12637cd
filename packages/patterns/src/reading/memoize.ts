import type { Statement, Timeline } from "@unmask/core";

/** Of each question its answers. */
const memories: Pick<WeakMap<Timeline, unknown>, "delete">[] = [];

/**
 * Keeps the last answer a timeline, for the statement it was asked with: the patterns of the shelf ask the same question one after the
 * other. The answer is the same as without it; only the second asking is free. A timeline that nobody holds any more takes its answer along.
 */
export function memoize<T>(work: (timeline: Timeline, statement: Statement) => T): (timeline: Timeline, statement: Statement) => T {
  const lastByTimeline = new WeakMap<Timeline, { readonly statement: Statement; readonly answer: T }>();
  memories.push(lastByTimeline);
  return (timeline, statement) => {
    const last = lastByTimeline.get(timeline);
    if (last?.statement === statement) return last.answer;
    const answer = work(timeline, statement);
    lastByTimeline.set(timeline, { statement, answer });
    return answer;
  };
}

/** Lets go of every answer about a timeline: of 100,000 acts 22 MB, which whoever goes on to print them has better use for. */
export function forget(timeline: Timeline): void {
  for (const memory of memories) memory.delete(timeline);
}
