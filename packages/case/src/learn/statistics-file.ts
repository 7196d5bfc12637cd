import type { Edition } from "./edition.ts";

/** Editions as files (docs/formats/statistics.md). The same editions are the same bytes. */

/** What stands on every export, in the words of the document. */
const says = [
  "Counts from case data only, by closed months. Nobody is named.",
  "<5 is 1, 2, 3 or 4: all four stay possible, from all editions together. held is none, or five or more, held back so that no <5 can be worked out; at least five numbers stay possible.",
  "Where adds is no, one report may count under several values or under none.",
  "Somebody who already knows all other reports can work out the last: nothing here protects against that.",
];

/** The counts as CSV. Medians stand in the JSON alone. */
export function editionsToCsv(editions: readonly Edition[]): string {
  const lines = inOrder(editions).flatMap(({ edition, month, rows }) =>
    rows.flatMap(({ measure, dimension, value, count, adds }) =>
      typeof count === "object" ? [] : [[edition, month, measure, dimension, value, count, adds].join(",")],
    ),
  );
  return [columns, ...lines].map((line) => `${line}\n`).join("");
}

const columns = "edition,month,measure,dimension,value,count,adds";

/** The same as JSON, with medians. The counts behind an edition are not in it. */
export function editionsToJson(editions: readonly Edition[]): string {
  const written = inOrder(editions).map(({ edition, month, made, rows, leftOut, cells, shown }) => {
    const lines = rows.map(({ measure, dimension, value, count, adds }) => ({ measure, dimension, value, count, adds }));
    return { edition, month, made, rows: lines, leftOut, cells, shown };
  });
  return `${JSON.stringify({ format: "unmask-statistics", version: 1, says, editions: written }, null, 2)}\n`;
}

function inOrder<One extends Edition>(editions: readonly One[]): readonly One[] {
  return [...editions].sort(byEdition);
}

function byEdition({ edition: one }: Edition, { edition: other }: Edition): number {
  const [month = "", nth = ""] = one.split("/");
  const [otherMonth = "", otherNth = ""] = other.split("/");
  return month < otherMonth ? -1 : month > otherMonth ? 1 : Number(nth) - Number(otherNth);
}
