import { expect, test } from "vitest";
import { isSameNumber, plainNumber } from "./plain-number.ts";

test("a number that somebody copied is the same in capitals, with other marks, without them, in wide letters and in those that look alike", () => {
  for (const [written, ...spelt] of [
    ["EM/77", "em / 77", "EM-77", "EM 77", "EM77", "ＥＭ/77", "EM/\u200b77", "ЕМ\u201377", "EM.77."],
    ["SPO-25-117", "spo-25-117", "SPO 25 117", "SPO/25/117", "SPO25117"],
    ["WESTMERS/5", "westmers/5", "Westmers 5"],
    ["EM 2026 88", "EM202688", "EM/2026/88", "em2026 88"],
  ])
    for (const one of spelt)
      expect([written, one, isSameNumber(written ?? "", one), plainNumber(one)]).toEqual([written, one, true, plainNumber(written ?? "")]);
});

test("a number with its marks elsewhere, or with another sign, is another number", () => {
  for (const [one, other] of [
    ["2026/1/12", "2026/11/2"],
    ["EM/7/7", "EM/77/8"],
    ["EM/77", "EM/78"],
    ["WESTMER/5", "WESTMERS/5"],
  ] as const)
    expect([one, other, isSameNumber(one, other)]).toEqual([one, other, false]);
});
