import { expect, test } from "vitest";
import { editionsToCsv, editionsToJson, inventedEditions } from "@unmask/case";
import { unsaidIn } from "../house/unsaid.ts";

/** What is learned leaves the desk in two files, over many invented years. */

test.each(Array.from({ length: 12 }, (_, i) => i + 1))(
  "no edition of invented year %i calls somebody a name or gives a likelihood",
  (seed) => {
    const editions = inventedEditions(seed, 2026);
    const files = [editionsToCsv(editions), editionsToJson(editions)];
    for (const file of files) {
      expect(file.length).toBeGreaterThan(1_000);
      expect(unsaidIn(file)).toEqual([]);
    }
    expect(unsaidIn(`${files[0]}\n2026-10,reports,method,the likelihood,3,yes`)).toHaveLength(1);
  },
);
