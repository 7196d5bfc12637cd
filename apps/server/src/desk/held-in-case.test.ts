import { epoch } from "@unmask/core";
import { expect, test } from "vitest";
import { heldExhibit } from "./held-in-case.ts";

test("a file of nothing but her own words is held as an account, as the draft application has it", () => {
  const file = { key: "exhibit/ab/0", number: "LA/7", size: 86, acts: 2, since: epoch };
  const graded = [["own-account"], ["own-account", "text-export"], []].map((grades) => heldExhibit({ ...file, grades }).knowing);
  expect(graded).toEqual(["account", "record", "record"]);
});
