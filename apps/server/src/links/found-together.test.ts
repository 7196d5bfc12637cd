import { expect, test } from "vitest";
import { foundTogether } from "./found-together.ts";

const waits = (report: string) => ({ waits: report });
const elsewhere = { says: "One case holds this.", case: "0412" };

test("three reports that wait are told as three to an officer who may not see them, and none is named", () => {
  const hits = foundTogether([waits("R-3"), waits("R-4"), waits("R-11")], false);
  expect(hits).toEqual([{ says: "Three reports that wait hold this." }]);
  expect(foundTogether([waits("R-3")], false)).toEqual([{ says: "One report that waits holds this." }]);
});

test("a report that holds the number twice is one report, and two reports of one case are one line", () => {
  expect(foundTogether([elsewhere, waits("R-3"), waits("R-3"), { ...elsewhere }], false)).toEqual([
    { says: "One report that waits holds this." },
    elsewhere,
  ]);
});

test("where not all was looked at, the number is the least that there are", () => {
  expect(foundTogether([waits("R-3"), waits("R-4")], true)).toEqual([{ says: "At least two reports that wait hold this." }]);
});
