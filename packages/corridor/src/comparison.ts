/** How many agree, which differ, how many could not be compared and why. */
export interface Comparison {
  readonly agrees: number;
  /** At most `mostDifferences`. */
  readonly differs: readonly Difference[];
  /** Differences in all. */
  readonly differing: number;
  readonly notCompared: number;
  /** Why, each reason once. */
  readonly why: readonly string[];
}

/** Something that differs: which, and in what, never the words themselves. */
interface Difference {
  /** Id of the act, or name of the pattern. */
  readonly which: string;
  readonly why: string;
}

/** What came of one act or finding when the originals were read again. */
export type Agreement = "agrees" | "differs" | "not-compared";

/** Differences that are listed; a pack whose every act differs must not fill the memory with saying so. */
const mostDifferences = 100;

/** A comparison on its way. Each call answers with what it counted. */
interface Comparing {
  agrees(): Agreement;
  differs(which: string, why: string): Agreement;
  /** So many at once: a pack may claim any number of acts that it does not show. */
  skips(why: string, count?: number): Agreement;
  result(): Comparison;
}

/** Begins to count. */
export function startComparing(): Comparing {
  let agrees = 0;
  let differing = 0;
  let notCompared = 0;
  const differs: Difference[] = [];
  const reasons = new Set<string>();
  return {
    agrees() {
      agrees++;
      return "agrees";
    },
    differs(which, why) {
      differing++;
      if (differs.length < mostDifferences) differs.push({ which, why });
      return "differs";
    },
    skips(why, count = 1) {
      notCompared += count;
      reasons.add(why);
      return "not-compared";
    },
    result: () => ({ agrees, differs, differing, notCompared, why: [...reasons] }),
  };
}

/** One spelling whatever the order of keys. */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_, one: unknown) =>
      typeof one === "object" && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ) ?? ""
  );
}
