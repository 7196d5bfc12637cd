import { expect, test } from "vitest";
import { orderDeskLawOf } from "@unmask/law";
import { oursAndTheirs } from "./court-words.ts";

/** What we do and what a court does, side by side. */

test("a second interim order is refused by its section, and said of no place of which no source says it", () => {
  const oursOf = (code: "EW" | "NI"): string =>
    oursAndTheirs((rule) => orderDeskLawOf(code).section(rule)?.section ?? "")
      .map(([ours]) => ours)
      .join("\n");
  expect(oursOf("EW")).toContain("A second interim order beside a live one: s5");
  expect(oursOf("NI")).not.toContain("interim");
});
