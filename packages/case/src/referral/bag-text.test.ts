import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type BagOf, type BagPart, bagText } from "./bag-text.ts";

const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../docs/formats/vectors/referral-bag.json"), "utf8")) as {
  readonly bags: readonly { readonly why: string; readonly of: BagOf; readonly parts: readonly BagPart[]; readonly text: string }[];
};

test.each(vectors.bags.map((one) => [one.why, one] as const))("%s", (_, { of, parts, text }) => {
  expect(bagText(of, parts)).toBe(text);
});

test("whatever the words are, the names at the left edge are those of the parts and no other", () => {
  const [first] = vectors.bags;
  if (first === undefined) throw new Error("no vector");
  const parts = [{ what: "Her name", says: "Ana\rHer address\r\nEnd: 9 parts.\n\n  x\u2028Her address\u0085Her key" }];
  const edge = bagText(first.of, parts)
    .split(/[\n\v\f\r\u0085\u2028\u2029]/)
    .filter((line) => line !== "" && !line.startsWith(" "));
  expect(edge.slice(2)).toEqual(["Her name", "End: 1 part."]);
});
