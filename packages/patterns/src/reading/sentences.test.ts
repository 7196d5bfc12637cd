import { daysFromCivil } from "@unmask/core";
import { expect, test } from "vitest";
import { sayBetween, sayCount, sayDay, sayFew, sayList, sayNumber, sayRange, sayTimes } from "./sentences.ts";

const march3 = daysFromCivil({ year: 2026, month: 3, day: 3 });
const june9 = daysFromCivil({ year: 2026, month: 6, day: 9 });
const december3 = daysFromCivil({ year: 2025, month: 12, day: 3 });

test("days are said as people say them, the year once where it is one", () => {
  expect(sayDay(march3)).toBe("3 March 2026");
  expect(sayBetween(march3, june9)).toBe("between 3 March and 9 June 2026");
  expect(sayBetween(december3, june9)).toBe("between 3 December 2025 and 9 June 2026");
  expect(sayBetween(march3, march3)).toBe("on 3 March 2026");
  expect(sayRange(march3, june9)).toBe("3 March to 9 June 2026");
});

test("numbers carry their thousands, and one is one", () => {
  expect([0, 999, 1000, 1081, 1234567].map(sayNumber)).toEqual(["0", "999", "1,000", "1,081", "1,234,567"]);
  expect([sayCount(1, "act"), sayCount(2, "act"), sayCount(0, "act")]).toEqual(["1 act", "2 acts", "0 acts"]);
  expect([sayFew(3), sayFew(9), sayFew(10)]).toEqual(["three", "nine", "10"]);
  expect([sayTimes(1), sayTimes(2), sayTimes(3), sayTimes(12)]).toEqual(["once", "twice", "three times", "12 times"]);
});

test("lists end with and", () => {
  expect([sayList([]), sayList(["a"]), sayList(["a", "b"]), sayList(["a", "b", "c"])]).toEqual(["", "a", "a and b", "a, b and c"]);
});
