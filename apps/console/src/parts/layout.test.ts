import { expect, it } from "vitest";
import { layoutOf } from "./layout.ts";

it("keeps the side panel beside the rows at 1440 wide with small and with large text", () => {
  expect(layoutOf(1_440, 13)).toBe("wide");
  expect(layoutOf(1_440, 16)).toBe("wide");
});

it("puts it below under 1200, and shows one column under 800 and at 400 % zoom", () => {
  expect(layoutOf(1_199, 13)).toBe("medium");
  expect(layoutOf(1_200, 13)).toBe("wide");
  expect(layoutOf(800, 13)).toBe("medium");
  expect(layoutOf(799, 13)).toBe("narrow");
  expect(layoutOf(360, 13)).toBe("narrow");
  expect(layoutOf(900, 16)).toBe("narrow");
});
