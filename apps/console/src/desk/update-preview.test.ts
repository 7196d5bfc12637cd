import { expect, it } from "vitest";
import { readStrictly } from "@unmask/core";
import { updatePreview } from "./update-preview.ts";

const log = { number: 479_990, says: "read it through", hash: "7ac4419e", before: "30d2f5b1" };
const checks = [{ id: "asked", looks: "What the person asked", found: "not answered here: “the shop”", verdict: "mind" }];
const preview = { says: "We spoke.", reads: "We spoke.\n\nPC Bell", saw: 3, checks, reach: [{ label: "Safe contact" }], goes: true, log };

it("has a notice with every part of it, or none and why", () => {
  const goes = { goes: true, channel: "text", address: "07700 900412", says: "Your books are in.", hours: "9 to 4" };
  expect(readStrictly({ ...preview, notice: goes }, "p", updatePreview).ok).toBe(true);
  expect(readStrictly({ ...preview, notice: { goes: false, why: "No safe way was asked." } }, "p", updatePreview).ok).toBe(true);
  expect(readStrictly({ ...preview, notice: { goes: true, address: "07700 900412" } }, "p", updatePreview).ok).toBe(false);
});
