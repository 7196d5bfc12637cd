/**
 * Uploads by the id that the screen gave each: which go on, and which were cancelled. A connection that ends says too little: all bytes may have come before
 * it. Kept in memory alone, since one process serves a database and no upload outlives it; and by officer, so that nobody cancels what another sends.
 */
export interface Uploads {
  /** Runs an upload, which asks before it commits whether it was cancelled meanwhile. Without one nobody can ask for it. */
  run<T>(upload: Upload | undefined, run: (isCancelled: () => boolean) => Promise<T>): Promise<T>;
  /** From here on it is not kept, if it was not already; settled when it has ended, so that what is kept then stays as it is. */
  cancel(upload: Upload): Promise<void>;
}

/** One upload: whose it is was settled by the session, and to which order by who may write of it. */
export interface Upload {
  readonly officer: string;
  readonly order: string;
  /** 32 hexadecimal digits. */
  readonly id: string;
}

/** The newest that one officer cancelled are remembered: one is asked for in the moments after, if its bytes come late. Whoever cancels without end forgets only their own. */
export const mostCancelled = 50;

/** None goes on yet. */
export function createUploads(): Uploads {
  const going = new Map<string, Promise<unknown>>();
  const cancelled = new Map<string, Set<string>>();
  return {
    run: async (upload, run) => {
      if (upload === undefined) return run(() => false);
      const key = keyOf(upload);
      const ran = run(() => cancelled.get(upload.officer)?.has(key) === true);
      going.set(key, ran);
      try {
        return await ran;
      } finally {
        if (going.get(key) === ran) going.delete(key);
      }
    },
    cancel: async (upload) => {
      const key = keyOf(upload);
      const own = cancelled.get(upload.officer) ?? new Set();
      cancelled.set(upload.officer, own.add(key));
      const [oldest] = own;
      if (own.size > mostCancelled && oldest !== undefined) own.delete(oldest);
      await going.get(key)?.catch(() => "how it ended stands in the rows");
    },
  };
}

function keyOf({ officer, order, id }: Upload): string {
  return `${officer} ${order} ${id}`;
}
