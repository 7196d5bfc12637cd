/**
 * What somebody with every edition of one table can work out of its hidden counts. Exact: the counts are whole numbers, each edition is one sum, and a count
 * that a correction left as it was is known to be the same. No solver is needed: counts that are hidden alike in the same editions matter only as their
 * sum, and the sums that some of them can have are one range or two.
 */

/** A count that is not shown: `<5` is 1 to 4, `held` is 0 or at least 5. */
export interface Unknown {
  readonly cell: "<5" | "held";
  /** The editions in which this very count stands, by their place from 0. */
  readonly editions: readonly number[];
}

/** What is known of one table: its unknown counts, and for each edition what they sum up to. */
export interface System {
  readonly unknowns: readonly Unknown[];
  readonly rests: readonly number[];
}

/** The least held count that is not 0. */
export const leastShown = 5;
/** Steps of one look, after which nothing is taken as proved: years of corrections could make it long. */
const mostSteps = 5_000;

/** Whether every `<5` can be each of 1 to 4, and every held count at least five numbers. What cannot be worked out in time is not kept. */
export function keepsItsValues(system: System): boolean {
  return system.unknowns.every((unknown, at) => {
    // Alike and in the same editions: one answer for all of them.
    const first = system.unknowns.findIndex((one) => isAlike(one, unknown));
    return first < at || numbersOf(system, at).length >= numbersAsked[unknown.cell];
  });
}

/** How many numbers a hidden count must be able to have. */
export const numbersAsked = { "<5": 4, held: 5 } as const;

/** The numbers that an unknown count can be, as many as are asked for: of 1 to 4, or of 0 and 5 and more. */
export function numbersOf(system: System, at: number): readonly number[] {
  const unknown = system.unknowns[at];
  if (unknown === undefined) return [];
  if (unknown.cell === "<5") return [1, 2, 3, 4].filter((value) => canBe(system, at, value));
  const most = unknown.editions.reduce((least, edition) => Math.min(least, system.rests[edition] ?? 0), Number.POSITIVE_INFINITY);
  const found: number[] = canBe(system, at, 0) ? [0] : [];
  for (let value = leastShown; value <= most && found.length < numbersAsked.held; value += 1)
    if (canBe(system, at, value)) found.push(value);
  return found;
}

/** Whether one unknown count can be this number. */
function canBe({ unknowns, rests }: System, at: number, value: number): boolean {
  const left = rests.map((rest, edition) => (unknowns[at]?.editions.includes(edition) === true ? rest - value : rest));
  return left.every((rest) => rest >= 0) && hasSolution(groupsOf(unknowns.filter((_, place) => place !== at)), left);
}

/** Unknown counts of the same editions: how many are `<5`, how many held. */
interface Group {
  readonly editions: readonly number[];
  readonly small: number;
  readonly held: number;
}

function groupsOf(unknowns: readonly Unknown[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { editions, cell } of unknowns) {
    const key = editions.join();
    const { small = 0, held = 0 } = groups.get(key) ?? {};
    groups.set(key, cell === "<5" ? { editions, small: small + 1, held } : { editions, small, held: held + 1 });
  }
  return [...groups.values()];
}

/** Whether a group can sum up to this. */
function canSum({ small, held }: Pick<Group, "small" | "held">, sum: number): boolean {
  return (sum >= small && sum <= 4 * small) || (held > 0 && sum >= small + leastShown);
}

/** Whether the groups can sum up to what each edition leaves them. */
function hasSolution(groups: readonly Group[], rests: readonly number[]): boolean {
  const shared = groups.filter(({ editions }) => editions.length > 1);
  const own = rests.map((_, edition) => groups.find(({ editions }) => editions.length === 1 && editions[0] === edition) ?? nothing);
  // What the groups from each place on can sum up to, by edition: where the rest lies outside, nobody need look further.
  const ranges = shared.map((_, nth) =>
    rests.map((__, edition) => rangeOf([own[edition] ?? nothing, ...within(shared.slice(nth + 1), edition)])),
  );
  let steps = 0;
  const fits = (nth: number, left: readonly number[]): boolean => {
    const group = shared[nth];
    if (group === undefined) return left.every((rest, edition) => canSum(own[edition] ?? nothing, rest));
    const range = { least: group.small, most: Number.POSITIVE_INFINITY };
    for (const edition of group.editions) {
      const { least = 0, most = 0 } = ranges[nth]?.[edition] ?? {};
      range.least = Math.max(range.least, (left[edition] ?? 0) - most);
      range.most = Math.min(range.most, (left[edition] ?? 0) - least);
    }
    for (let sum = range.least; sum <= range.most; sum += 1) {
      steps += 1;
      if (steps > mostSteps) return false;
      if (!canSum(group, sum)) continue;
      if (
        fits(
          nth + 1,
          left.map((rest, edition) => (group.editions.includes(edition) ? rest - sum : rest)),
        )
      )
        return true;
    }
    return false;
  };
  return fits(0, rests);
}

function within(groups: readonly Group[], edition: number): readonly Group[] {
  return groups.filter(({ editions }) => editions.includes(edition));
}

function rangeOf(groups: readonly Group[]): { readonly least: number; readonly most: number } {
  const least = groups.reduce((sum, { small }) => sum + small, 0);
  return { least, most: groups.some(({ held }) => held > 0) ? Number.POSITIVE_INFINITY : 4 * least };
}

const nothing = { editions: [], small: 0, held: 0 } as const satisfies Group;

function isAlike(one: Unknown, other: Unknown): boolean {
  return one.cell === other.cell && one.editions.join() === other.editions.join();
}
