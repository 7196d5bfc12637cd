import { expect, it } from "vitest";
import { hexRows } from "./hex-rows.ts";

const hexOf = (text: string): string => [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

it("marks exactly the bytes of the act, through the end of a line", () => {
  const rows = hexRows({ offset: 30, hex: hexOf("it\n25/10/2026"), from: 33, until: 40 });
  expect(rows.map(({ offset }) => offset)).toEqual([30, 32]);
  const ofAct = rows.flatMap(({ bytes }) => bytes.filter(({ isOfAct }) => isOfAct).map(({ letter }) => letter));
  expect(ofAct.join("")).toBe("25/10/2");
  expect(rows[1]?.bytes[0]).toEqual({ hex: "0a", letter: "·", isOfAct: false });
});

it("shows a byte that is no letter as a dot, and an odd digit not at all", () => {
  expect(
    hexRows({ offset: 0, hex: hexOf("ve’") + "f", from: 0, until: 0 })[0]
      ?.bytes.map(({ letter }) => letter)
      .join(""),
  ).toBe("ve···");
});
