import { expect, test } from "vitest";
import { firstNotInCase } from "./named-acts.ts";

const acts = { days: new Set(["2026-09-14", "2026-11-02"]), mostActs: 40, records: ["47/2000/26"] };

test("what a decision rests on is a day with an act, an act by its number or a record of the case, as an officer writes these", () => {
  const named = ["14 September", "Mon 14 Sep 2026", "2026-11-02", "2 nov", "act 12", "40", "47/2000/26"];
  expect(firstNotInCase(named, acts)).toBeUndefined();
});

test.each(["nope", "15 September", "14 September 2025", "act 41", "0", "2026-09-1", "31 Foo", "47/2001/26", ""])(
  "“%s” is named back: nothing of the case",
  (one) => {
    expect(firstNotInCase(["act 1", one], acts)).toBe(one);
  },
);
