import type { Statement, Timeline } from "@unmask/core";

/**
 * Keeps the last answer a timeline, for the statement it was asked with: the patterns of the shelf ask the same question one after the
 * other. The answer is the same as without it; only the second asking is free. A timeline that nobody holds any more takes its answer along.
 */
export function memoize<T>(work: (timeline: Timeline, statement: Statement) => T): (timeline: Timeline, statement: Statement) => T {
  const lastByTimeline = new WeakMap<Timeline, { readonly statement: Statement; readonly answer: T }>();
  return (timeline, statement) => {
    const last = lastByTimeline.get(timeline);
    if (last?.statement === statement) return last.answer;
    const answer = work(timeline, statement);
    lastByTimeline.set(timeline, { statement, answer });
    return answer;
  };
}
