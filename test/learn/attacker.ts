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
    const row: Problem["row"] = (lower, upper, terms) =>
      void model.addRow(lower, upper, { indices: terms.map(([at]) => at), values: terms.map(([, times]) => times) });
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
      if (solution !== undefined) for (const each of asked) seen.get(classOf(each))?.add(solution[each.column] ?? Number.NaN);
    }
  }
  return asked.map((one) => [...(seen.get(classOf(one)) ?? [])].sort((a, b) => a - b));
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
  return unknowns.length === 0 ? [] : [{ adds, rests, unknowns: [...unknowns].sort((one, other) => (wayOf(one) < wayOf(other) ? -1 : 1)) }];
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
