import { type Found, type Line, type Problem, isBroken, numbersOf } from "./attacker.ts";

/**
 * The same attacker, who knows how orders come and go: what lives at the end of a month lived at the end of the month before, or was made in it. One problem
 * for a whole year, in which every month and every kind of order has its number, published or not.
 */

/** More orders than any invented force has. */
const most = 2000;

/** Hidden cells of orders made and orders live that say more than they promised. `lines` are of one edition a month. */
export function attackOrders(
  solve: <Answer>(ask: (problem: Problem) => Answer) => Answer,
  lines: readonly Line[],
  told: (line: Line) => string,
): readonly Found[] {
  const kinds = [...new Set(lines.filter(({ dimension }) => dimension === "order").map(({ value }) => value))].sort();
  const months = [...new Set(lines.map(({ month }) => month))].sort();
  return solve((problem) => {
    const hidden: { readonly line: Line; readonly column: number }[] = [];
    const columnOf = (line: Line | undefined): number => {
      if (line === undefined) return problem.column(0, most);
      if (typeof line.count === "number") return problem.column(line.count, line.count);
      const column = line.count === "<5" ? problem.column(1, 4) : problem.heldColumn(most);
      hidden.push({ line, column });
      return column;
    };
    const ofMonth = (measure: string, month: string) => {
      const published = lines.filter((line) => line.measure === measure && line.month === month);
      const sum = columnOf(published.find(({ dimension }) => dimension === ""));
      const each = kinds.map((kind) => columnOf(published.find(({ dimension, value }) => dimension === "order" && value === kind)));
      problem.row(0, 0, [[sum, -1], ...each.map((column) => [column, 1] as const)]);
      return each;
    };
    let before: readonly number[] | undefined;
    for (const month of months) {
      const [made, live] = [ofMonth("orders-made", month), ofMonth("orders-live", month)];
      for (const [kind, column] of live.entries()) {
        const lived = before?.[kind];
        if (lived !== undefined)
          problem.row(-most, 0, [
            [column, 1],
            [lived, -1],
            [made[kind] ?? 0, -1],
          ]);
      }
      before = live;
    }
    // What stayed the same from one month to another is told, too.
    const live = hidden.filter(({ line }) => line.measure === "orders-live");
    for (const [at, one] of live.entries()) {
      const same = live.slice(0, at).find((other) => told(other.line) === told(one.line));
      if (same !== undefined)
        problem.row(0, 0, [
          [one.column, 1],
          [same.column, -1],
        ]);
    }
    const numbers = numbersOf(
      problem,
      hidden.map(({ line, column }) => ({
        count: line.count,
        column,
        most: 60,
        alike: String(column),
        sums: `${line.month}/${line.measure}`,
      })),
    );
    return hidden.flatMap(({ line }, at) => (isBroken(line.count, numbers[at] ?? []) ? [{ line, canBe: numbers[at] ?? [] }] : []));
  });
}
