import highsModule, { type Model } from "highs";

/** Its types are those of its CommonJS build; what is imported is the loader itself. */
const loadHighs = highsModule as unknown as (typeof highsModule)["default"];

/**
 * Somebody with every edition and a solver for whole numbers. Reads nothing but the published CSV; besides, is told which counts a correction left as they
 * were. Written apart from what hides: of that only the meaning of the cells is shared.
 */

/** A line of the CSV. */
export interface Line {
  readonly edition: string;
  readonly month: string;
  readonly measure: string;
  readonly dimension: string;
  readonly value: string;
  readonly count: number | "<5" | "held";
  readonly adds: boolean;
}

/** A hidden cell that says more than it promised. */
export interface Found {
  readonly line: Line;
  /** The numbers that it can be, as many as were looked for. */
  readonly canBe: readonly number[];
}

/** Two lines with the same mark are the same count, as the attacker is told. */
type Told = (line: Line) => string;

/** Reads what was published. */
export function readCsv(csv: string): readonly Line[] {
  const [head, ...lines] = csv.split("\n").filter((line) => line !== "");
  if (head !== "edition,month,measure,dimension,value,count,adds") throw new Error("the columns are others");
  return lines.map((line) => {
    const [edition = "", month = "", measure = "", dimension = "", value = "", count = "", adds = ""] = line.split(",");
    return {
      edition,
      month,
      measure,
      dimension,
      value,
      count: count === "<5" || count === "held" ? count : Number(count),
      adds: adds === "yes",
    };
  });
}

/** Numbers of a count that is hidden in the same way: 1 to 4, or none and five and more. */
const small = [1, 2, 3, 4];
const heldPromise = 5;

/** A whole-number problem that is made once and asked often. */
export interface Problem {
  column(lower: number, upper: number): number;
  /** A column that is 0 or at least 5. */
  heldColumn(upper: number): number;
  row(lower: number, upper: number, terms: readonly (readonly [column: number, times: number])[]): void;
  /** Whether these values of all columns are a solution: of one that was found and changed a little. */
  holds(values: readonly number[]): boolean;
  /** A solution in which a column has this value: the values of all columns. Undefined: there is none. */
  solution(column: number, value: number): readonly number[] | undefined;
}

/** Makes attacks that share one solver, and remember what they solved. */
export async function createAttacker() {
  const highs = await loadHighs();
  const answers = new Map<string, readonly (readonly number[])[]>();
  let solved = 0;
  const problemIn = (model: Model): Problem => {
    model.options.set({ output_flag: false, mip_heuristic_effort: 0 });
    const bounds: (readonly [number, number])[] = [];
    const column = (lower: number, upper: number): number => {
      model.addVar(lower, upper);
      model.changeColIntegrality(bounds.length, highs.constants.variableType.integer);
      return bounds.push([lower, upper]) - 1;
    };
    const rows: { readonly lower: number; readonly upper: number; readonly terms: readonly (readonly [number, number])[] }[] = [];
    const row: Problem["row"] = (lower, upper, terms) => {
      rows.push({ lower, upper, terms });
      model.addRow(lower, upper, { indices: terms.map(([at]) => at), values: terms.map(([, times]) => times) });
    };
    return {
      column,
      row,
      heldColumn(upper) {
        const [count, isSome] = [column(0, upper), column(0, 1)];
        row(-highs.infinity, 0, [
          [count, 1],
          [isSome, -upper],
        ]);
        row(0, highs.infinity, [
          [count, 1],
          [isSome, -5],
        ]);
        return count;
      },
      holds: (values) =>
        rows.every(({ lower, upper, terms }) => {
          const sum = terms.reduce((total, [column, times]) => total + times * (values[column] ?? Number.NaN), 0);
          return sum >= lower && sum <= upper;
        }) && bounds.every(([lower, upper], column) => (values[column] ?? Number.NaN) >= lower && (values[column] ?? Number.NaN) <= upper),
      solution(at, value) {
        const [lower, upper] = bounds[at] ?? [0, -1];
        if (value < lower || value > upper) return undefined;
        model.changeColBounds(at, value, value);
        model.run();
        solved += 1;
        const status = model.getModelStatus();
        const values = [...model.getSolution().colValue].map(Math.round);
        model.changeColBounds(at, lower, upper);
        if (status === highs.constants.modelStatus.infeasible) return undefined;
        if (status !== highs.constants.modelStatus.optimal) throw new Error(`the solver ends with ${status}`);
        return values;
      },
    };
  };
  /** Builds a problem and asks it. */
  const solve = <Answer>(ask: (problem: Problem) => Answer): Answer => {
    const model = highs.createModel();
    try {
      return ask(problemIn(model));
    } finally {
      model.dispose();
    }
  };
  /** The numbers that each hidden count can be, by its place. */
  const numbersIn = (system: System): readonly (readonly number[])[] => {
    const key = JSON.stringify([system.rests, system.unknowns.map(wayOf)]);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const numbers = solve((problem) => {
      const columns = fill(problem, system);
      return numbersOf(
        problem,
        system.unknowns.map(({ line, editions, least, most }, at) => ({
          count: line.count,
          column: columns[at] ?? 0,
          most,
          alike: wayOf({ line, editions, least, most }),
          sums: editions.join(),
        })),
      );
    });
    answers.set(key, numbers);
    return numbers;
  };
  return {
    solved: () => solved,
    solve,
    /** Hidden cells that say more than they promised: each table in all its editions, its totals known. */
    attackTables: (lines: readonly Line[], told: Told): readonly Found[] =>
      tablesIn(lines)
        .flatMap((table) => systemsOf(table, told))
        .flatMap((system) => {
          const numbers = numbersIn(system);
          return system.unknowns.flatMap(({ line }, at) =>
            isBroken(line.count, numbers[at] ?? []) ? [{ line, canBe: numbers[at] ?? [] }] : [],
          );
        }),
  };
}

/** A hidden count as it stands in a problem. Those that are `alike` can be the same numbers. */
export interface Asked {
  readonly count: Line["count"];
  readonly column: number;
  readonly most: number;
  readonly alike: string;
  /** Counts of the same sums: what one of them has more another may have less. */
  readonly sums: string;
}

/** Whether a hidden cell says more than it promised. */
export function isBroken(count: Line["count"], canBe: readonly number[]): boolean {
  return canBe.length < (count === "<5" ? small.length : heldPromise);
}

/** The numbers that hidden counts can be; of one that is held as many as it takes. Each solution shows a number of every one of them. */
export function numbersOf(problem: Problem, asked: readonly Asked[]): readonly (readonly number[])[] {
  const classOf = ({ count, alike }: Asked): string => `${count}/${alike}`;
  const seen = new Map(asked.map((one) => [classOf(one), new Set<number>()]));
  const done = new Set<string>();
  for (const one of asked) {
    const [numbers, most] = [seen.get(classOf(one)) ?? new Set<number>(), one.count === "<5" ? 4 : one.most];
    if (done.has(classOf(one))) continue;
    done.add(classOf(one));
    for (let value = one.count === "<5" ? 1 : 0; value <= most && isBroken(one.count, [...numbers]); value = value === 0 ? 5 : value + 1) {
      if (numbers.has(value)) continue;
      const solution = problem.solution(one.column, value);
      if (solution === undefined) continue;
      for (const each of asked) {
        const found = seen.get(classOf(each));
        found?.add(solution[each.column] ?? Number.NaN);
        for (const other of valuesOf(each, solution[each.column] ?? 0))
          if (found?.has(other) === false && canTrade(problem, asked, { one: each, value: other, solution })) found.add(other);
      }
    }
  }
  return asked.map((one) => [...(seen.get(classOf(one)) ?? [])].sort((a, b) => a - b));
}

/** The numbers that are looked for of a hidden count, which is `has` in a solution: of one that is held the least, and those beside. */
function valuesOf({ count, most }: Asked, has: number): readonly number[] {
  if (count === "<5") return small;
  const near = Array.from({ length: heldPromise }, (_, at) => [5 + at, has - at, has + at]).flat();
  return [0, ...near.filter((value) => value >= 5 && value <= most)];
}

/** How many counts of the same sums give or take a difference between them. */
const mostPartners = 4;

/** Whether a solution stays one when a count becomes another number and others give or take the difference: then no solver need be asked. */
function canTrade(problem: Problem, asked: readonly Asked[], { one, value, solution }: Trade): boolean {
  const partners = asked.filter((partner) => partner !== one && partner.sums === one.sums).slice(0, mostPartners);
  const changed = [...solution];
  changed[one.column] = value;
  const give = (nth: number, left: number): boolean => {
    const partner = partners[nth];
    if (partner === undefined) return left === 0 && problem.holds(withSome(changed, asked));
    const has = solution[partner.column] ?? 0;
    const all = partner.count === "<5" ? Math.min(4, Math.max(1, has - left)) : has - left;
    const takes = all === has ? [has] : [all, has];
    return takes.some((gets) => {
      changed[partner.column] = gets;
      return give(nth + 1, left - (has - gets));
    });
  };
  return give(0, value - (solution[one.column] ?? 0));
}

/** A solution, and which of its counts should be another number. */
interface Trade {
  readonly one: Asked;
  readonly value: number;
  readonly solution: readonly number[];
}

/** What is held has a column beside it that says whether it is any. */
function withSome(values: readonly number[], asked: readonly Asked[]): readonly number[] {
  const some = new Map(asked.flatMap(({ count, column }) => (count === "held" ? [[column + 1, (values[column] ?? 0) > 0 ? 1 : 0]] : [])));
  return values.map((value, column) => some.get(column) ?? value);
}

/** The lines of each measure and dimension of each month; what lives is one table over all months. */
function tablesIn(lines: readonly Line[]): readonly (readonly Line[])[] {
  const tables = new Map<string, Line[]>();
  for (const line of lines) {
    const key = [line.measure === "orders-live" ? "" : line.month, line.measure].join("/");
    if (line.dimension === "") continue;
    const table = tables.get(`${key}/${line.dimension}`) ?? [];
    table.push(line);
    tables.set(`${key}/${line.dimension}`, table);
  }
  const totals = lines.filter(({ dimension }) => dimension === "");
  return [...tables.values()].map((table) => [
    ...totals.filter((total) => table.some(({ edition, measure }) => edition === total.edition && measure === total.measure)),
    ...table,
  ]);
}

/** What is known of some hidden counts: of those that add, what is left for them in each edition. */
interface System {
  readonly adds: boolean;
  readonly rests: readonly number[];
  readonly unknowns: readonly {
    readonly line: Line;
    readonly editions: readonly number[];
    readonly least: number;
    readonly most: number;
  }[];
}

function systemsOf(table: readonly Line[], told: Told): readonly System[] {
  const editions = [...new Set(table.map(({ edition }) => edition))];
  const adds = table.some(({ dimension, adds: sums }) => dimension !== "" && sums);
  const totals = editions.map((edition) => Number(table.find((line) => line.edition === edition && line.dimension === "")?.count));
  const known = new Map<string, number>();
  const unknown = new Map<string, { line: Line; editions: number[] }>();
  for (const line of table) {
    if (line.dimension === "") continue;
    const mark = told(line);
    if (typeof line.count === "number") known.set(mark, line.count);
    else unknown.set(mark, { line, editions: [...(unknown.get(mark)?.editions ?? []), editions.indexOf(line.edition)] });
  }
  const rests = totals.map((total, at) =>
    table
      .filter((line) => adds && line.edition === editions[at] && line.dimension !== "")
      .reduce((rest, { count }) => (typeof count === "number" ? rest - count : rest), total),
  );
  const unknowns = [...unknown].map(([mark, one]) => {
    const most = Math.min(...one.editions.map((edition) => rests[edition] ?? 0));
    const is = known.get(mark);
    // Shown in another edition: it can be that number alone.
    return is === undefined ? { ...one, least: one.line.count === "<5" ? 1 : 0, most } : { ...one, least: is, most: is };
  });
  // Where nothing adds, each is by itself, and of numbers beyond twenty nothing is to be learned.
  if (!adds) return unknowns.map((one) => ({ adds, rests: [], unknowns: [{ ...one, most: Math.min(one.most, Math.max(one.least, 20)) }] }));
  return connectedIn(rests, unknowns).map((part) => inPlainOrder(part));
}

type Unknown = System["unknowns"][number];

/** What hangs together: counts of one part say nothing of another. An edition that says the same sum of the same counts again says nothing more. */
function connectedIn(rests: readonly number[], unknowns: readonly Unknown[]): readonly System[] {
  const parts: { unknowns: Unknown[]; editions: Set<number> }[] = [];
  for (const unknown of unknowns) {
    const touched = parts.filter(({ editions }) => unknown.editions.some((edition) => editions.has(edition)));
    for (const part of touched) parts.splice(parts.indexOf(part), 1);
    parts.push({
      unknowns: [...touched.flatMap((part) => part.unknowns), unknown],
      editions: new Set([...touched.flatMap((part) => [...part.editions]), ...unknown.editions]),
    });
  }
  return parts.map((part) => {
    const saysOf = (edition: number): string =>
      [rests[edition], ...part.unknowns.flatMap(({ editions }, at) => (editions.includes(edition) ? [at] : []))].join();
    const says = new Map([...part.editions].map((edition) => [saysOf(edition), edition]));
    const kept = [...says.values()];
    return {
      adds: true,
      rests: kept.map((edition) => rests[edition] ?? 0),
      unknowns: part.unknowns.map((one) => ({
        ...one,
        editions: kept.flatMap((edition, at) => (one.editions.includes(edition) ? [at] : [])),
      })),
    };
  });
}

/** The same problem in an order that depends on its numbers alone: what was solved once is not solved again. */
function inPlainOrder({ adds, rests, unknowns }: System): System {
  const weight = (edition: number): string =>
    JSON.stringify([
      rests[edition],
      unknowns
        .filter(({ editions }) => editions.includes(edition))
        .map(({ line, editions, least, most }) => [line.count, editions.length, least, most].join())
        .sort(),
    ]);
  const order = rests.map((_, edition) => edition).sort((one, other) => (weight(one) < weight(other) ? -1 : 1));
  const placed = unknowns.map((one) => ({ ...one, editions: one.editions.map((edition) => order.indexOf(edition)).sort((a, b) => a - b) }));
  return {
    adds,
    rests: order.map((edition) => rests[edition] ?? 0),
    unknowns: placed.sort((one, other) => (wayOf(one) < wayOf(other) ? -1 : 1)),
  };
}

function wayOf({ line, editions, least, most }: System["unknowns"][number]): string {
  return JSON.stringify([line.count, editions, least, most]);
}

function fill(problem: Problem, { adds, rests, unknowns }: System): readonly number[] {
  const columns = unknowns.map(({ line, least, most }) => {
    if (least === most) return problem.column(least, most);
    return line.count === "<5" ? problem.column(1, 4) : problem.heldColumn(Math.max(0, most));
  });
  for (const [edition, rest] of rests.entries()) {
    const terms = unknowns.flatMap(({ editions }, at) => (adds && editions.includes(edition) ? [[columns[at] ?? 0, 1] as const] : []));
    if (terms.length > 0) problem.row(rest, rest, terms);
  }
  return columns;
}
