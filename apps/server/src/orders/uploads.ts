/**
 * Uploads by the id that the screen gave each: which go on, and which were cancelled. A connection that ends says too little: all bytes may have come before
 * it. Kept in memory alone, since one process serves a database and no upload outlives it.
 */
export interface Uploads {
  /** Runs an upload, which asks before it commits whether it was cancelled meanwhile. Without an id nobody can ask for it. */
  run<T>(id: string | undefined, run: (isCancelled: () => boolean) => Promise<T>): Promise<T>;
  /** From here on it is not kept, if it was not already; settled when it has ended, so that what is kept then stays as it is. */
  cancel(id: string): Promise<void>;
}

/** The newest cancelled ones that are remembered: one is asked for in the moments after, if its bytes come late. */
const mostCancelled = 1_000;

/** None goes on yet. */
export function createUploads(): Uploads {
  const going = new Map<string, Promise<unknown>>();
  const cancelled = new Set<string>();
  return {
    run: async (id, run) => {
      if (id === undefined) return run(() => false);
      const ran = run(() => cancelled.has(id));
      going.set(id, ran);
      try {
        return await ran;
      } finally {
        going.delete(id);
      }
    },
    cancel: async (id) => {
      cancelled.add(id);
      const [oldest] = cancelled;
      if (cancelled.size > mostCancelled && oldest !== undefined) cancelled.delete(oldest);
      await going.get(id)?.catch(() => "how it ended stands in the rows");
    },
  };
}
