import { expect, it } from "vitest";
import { sayCount, sayList, saySize } from "./numbers.ts";

it("counts in words that a person reads", () => {
  expect(sayCount(1, "file")).toBe("1 file");
  expect(sayCount(2801, "act")).toBe("2,801 acts");
  expect(sayCount(2, "act names", "acts name")).toBe("2 acts name");
  expect(sayList(["Texts", "Calls", "Email"])).toBe("Texts, Calls and Email");
});

it("says sizes as phones do", () => {
  expect(saySize(0)).toBe("0 bytes");
  expect(saySize(999)).toBe("999 bytes");
  expect(saySize(1_000)).toBe("1 kB");
  expect(saySize(8_240)).toBe("8.2 kB");
  expect(saySize(674_000)).toBe("674 kB");
  expect(saySize(14_000_000)).toBe("14 MB");
  expect(saySize(2_500_000_000)).toBe("2.5 GB");
  expect(saySize(3e15)).toBe("3,000 TB");
});
