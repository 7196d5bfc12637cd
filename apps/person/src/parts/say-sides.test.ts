import { expect, it } from "vitest";
import { rowsOfSides, sayOutsidePicture, saySides } from "./say-sides.ts";

const sides = {
  theirs: 2_522,
  "perhaps theirs": 0,
  "hers to them": 57,
  "hers to others": 1_182,
  "hers to nobody named": 0,
  withheld: 489,
  "nobody named": 3,
  others: 12,
};
const view = { acts: 4_265, sides, isHerSideKnown: true };

it("says whose the acts are, what she sent to them apart from what she sent to others, withheld numbers and nobody named apart", () => {
  expect(saySides(view)).toBe(
    "4,265 acts: 2,522 theirs, 57 yours to them, 1,182 yours to others, 489 from a withheld number, 3 by nobody named, 12 others’",
  );
  expect(sayOutsidePicture(view)).toBe("1,182 yours to others, 489 from a withheld number, 3 by nobody named, 12 others’");
});

it("leaves out sides without an act, but never theirs", () => {
  const none = {
    acts: 1,
    sides: {
      theirs: 0,
      "perhaps theirs": 0,
      "hers to them": 1,
      "hers to others": 0,
      "hers to nobody named": 0,
      withheld: 0,
      "nobody named": 0,
      others: 0,
    },
    isHerSideKnown: true,
  };
  expect(saySides(none)).toBe("1 act: 0 theirs, 1 yours to them");
  expect(sayOutsidePicture(none)).toBe("");
});

it("gives no whole number of hers while nobody is her", () => {
  const unknown = { ...view, isHerSideKnown: false };
  expect(saySides(unknown)).toContain("at least 57 yours to them, at least 1,182 yours to others");
  expect(saySides(unknown)).toContain("12 others’ or yours");
  expect(rowsOfSides(unknown).map(({ count }) => count)).toEqual([
    "2,522 acts",
    "at least 57 acts",
    "at least 1,182 acts",
    "489 acts",
    "3 acts",
    "12 acts",
  ]);
  expect(rowsOfSides({ ...unknown, sides: { ...sides, "hers to them": 0 } })[1]?.count).toBe("not known");
});
