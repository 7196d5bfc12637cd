import { expect, it } from "vitest";
import { sayCount, sayDuration, sayFew, sayFewOf, sayFirst, sayList, sayNumber, saySize, sayThereWere, sayTimes } from "./numbers.ts";

it("counts in words that a person reads", () => {
  expect([0, 999, 1000, 1081, 1234567].map((value) => sayNumber(value))).toEqual(["0", "999", "1,000", "1,081", "1,234,567"]);
  expect([sayCount(1, "act"), sayCount(2801, "act"), sayCount(0, "act")]).toEqual(["1 act", "2,801 acts", "0 acts"]);
  expect(sayCount(2, "act names", "acts name")).toBe("2 acts name");
  expect([sayThereWere(1, "call"), sayThereWere(214, "call")]).toEqual(["there was 1 call", "there were 214 calls"]);
});

it("says small numbers in letters, and how often", () => {
  expect([sayFew(3), sayFew(9), sayFew(10)]).toEqual(["three", "nine", "10"]);
  expect([sayFewOf(1, "day"), sayFewOf(3, "day")]).toEqual(["one day", "three days"]);
  expect([sayTimes(1), sayTimes(2), sayTimes(3), sayTimes(12)]).toEqual(["once", "twice", "three times", "12 times"]);
});

it("ends a list with and", () => {
  expect([sayList([]), sayList(["a"]), sayList(["a", "b"])]).toEqual(["", "a", "a and b"]);
  expect(sayFirst(sayList(["texts", "calls", "email"]))).toBe("Texts, calls and email");
});

it("says sizes as phones do", () => {
  expect(saySize(0)).toBe("0 bytes");
  expect(saySize(1)).toBe("1 byte");
  expect(saySize(999)).toBe("999 bytes");
  expect(saySize(1_000)).toBe("1 kB");
  expect(saySize(8_240)).toBe("8.2 kB");
  expect(saySize(9_990)).toBe("10 kB");
  expect(saySize(674_000)).toBe("674 kB");
  expect(saySize(14_000_000)).toBe("14 MB");
  expect(saySize(2_500_000_000)).toBe("2.5 GB");
  expect(saySize(3e15)).toBe("3,000 TB");
});

it("says how long a call lasted, no more exactly than anybody asks", () => {
  expect([0, 26, 60, 245].map((seconds) => sayDuration(seconds))).toEqual(["0 s", "26 s", "1 min", "4 min 5 s"]);
  expect([3600, 3725].map((seconds) => sayDuration(seconds))).toEqual(["1 h", "1 h 2 min"]);
});
