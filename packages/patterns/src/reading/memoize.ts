import type { Statement, Timeline } from "@unmask/core";

/** The statement with which a timeline was asked last. */
interface Asked {
  readonly statement: Statement;
}

const lastAsked = new WeakMap<Timeline, Asked>();

/** Of each question its answers. */
const memories: Pick<WeakMap<Timeline, unknown>, "delete">[] = [lastAsked];

/**
 * Keeps the last answer a timeline, for the statement it was asked with: the patterns of the shelf ask the same question one after the
 * other. The answer is the same as without it; only the second asking is free. A timeline that nobody holds any more takes its answer along.
 *
 * [Note: Answers of one asking] Answers to different questions hold the same placed acts, and are compared by them. So when a timeline is asked
 * with another statement, every answer is asked anew together, and none is left from before.
 */
export function memoize<T>(work: (timeline: Timeline, statement: Statement) => T): (timeline: Timeline, statement: Statement) => T {
  const lastByTimeline = new WeakMap<Timeline, { readonly asked: Asked; readonly answer: T }>();
  memories.push(lastByTimeline);
  return (timeline, statement) => {
    let asked = lastAsked.get(timeline);
    if (asked?.statement !== statement) lastAsked.set(timeline, (asked = { statement }));
    const last = lastByTimeline.get(timeline);
    if (last?.asked === asked) return last.answer;
    const answer = work(timeline, statement);
    lastByTimeline.set(timeline, { asked, answer });
    return answer;
  };
}

/** Lets go of every answer about a timeline: of 100,000 acts 22 MB, which whoever goes on to print them has better use for. */
export function forget(timeline: Timeline): void {
  for (const memory of memories) memory.delete(timeline);
}
