import { expect, test } from "vitest";
import { isSameNumber, namesPaper, plainNumber } from "./plain-number.ts";

test("a number that somebody copied is the same in capitals, with other marks, without them, in wide letters and in those that look alike", () => {
  for (const [written, ...spelt] of [
    ["EM/77", "em / 77", "EM-77", "EM 77", "EM77", "ＥＭ/77", "EM/\u200b77", "ЕМ\u201377", "EM.77."],
    ["SPO-25-117", "spo-25-117", "SPO 25 117", "SPO/25/117", "SPO25117"],
    ["WESTMERS/5", "westmers/5", "Westmers 5"],
    ["EM 2026 88", "EM202688", "EM/2026/88", "em2026 88"],
    ["EM/12½", "em 12½", "EM12½"],
    ["-", " – "],
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
    ["12½", "121/2"],
    ["EM/14²", "EM/142"],
    ["-", "/"],
    ["★", "☆"],
    ["-", "EM/77"],
  ] as const)
    expect([one, other, isSameNumber(one, other)]).toEqual([one, other, false]);
});

test("the number of a paper of an order is known with other marks, without them, among other words and in letters of another script", () => {
  for (const one of [
    ...[
      "SPO-26-043/P9",
      "spo-26-043 /p9",
      "SPO26043/P9",
      "SPO-26-043 P9",
      "SPO-26-43/P9",
      "SPO.26.043/P9",
      "SPO-26-043|P9",
      "SPO-26-043:P9",
    ],
    ...["SPO-26-043/P9 photo", "(SPO-26-043/P9)", "see SPO-26-043/P9-", "\u0405PO-26-043/P9", "SPO-26-043/\u04209", "SPO-26-043/P\u0669"],
  ])
    expect([one, namesPaper(one)]).toEqual([one, true]);
  // What lies elsewhere has a number of its own, and can say of which order it is.
  for (const one of ["AF/3", "AF/3 for SPO-26-043", "SPO-26-043", "CCTV 26 043 P9", "Photograph 9 of SPO-26-043"])
    expect([one, namesPaper(one)]).toEqual([one, false]);
});
