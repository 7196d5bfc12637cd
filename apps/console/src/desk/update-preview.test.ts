import { expect, it } from "vitest";
import { readStrictly } from "@unmask/core";
import { isReadThrough, updatePreview } from "./update-preview.ts";
import { keepDirection } from "./writing-direction.ts";

const log = { number: 479_990, says: "read it through", hash: "7ac4419e", before: "30d2f5b1" };
const checks = [{ id: "asked", looks: "What the person asked", found: "not answered here: “the shop”", verdict: "mind" }];
const to = { report: "R-14", says: "Ana Ames" };
const preview = {
  says: "We spoke.",
  to,
  reads: "We spoke.\n\nPC Bell",
  saw: 3,
  checks,
  reach: [{ label: "Safe contact" }],
  goes: true,
  log,
};

it("has a notice with every part of it, or none and why", () => {
  const goes = { goes: true, channel: "text", address: "07700 900412", says: "Your books are in.", hours: "9 to 4" };
  expect(readStrictly({ ...preview, notice: goes }, "p", updatePreview).ok).toBe(true);
  expect(readStrictly({ ...preview, notice: { goes: false, why: "No safe way was asked." } }, "p", updatePreview).ok).toBe(true);
  expect(readStrictly({ ...preview, notice: { goes: true, address: "07700 900412" } }, "p", updatePreview).ok).toBe(false);
});

it("lets words go as they were read through, with a name in letters that are written from right to left too", () => {
  const typed = "Dear ليلى, we have your letter.";
  const came = keepDirection({ ...preview, says: typed, reads: typed, notice: { goes: false, why: "No safe way was asked." } });
  const shown = readStrictly(came, "p", updatePreview);
  if (!shown.ok) return expect.fail(shown.error);
  expect(shown.value.says).not.toBe(typed);
  expect(isReadThrough(typed, typed, shown.value)).toBe(true);
  expect(isReadThrough(`${typed} We call.`, typed, shown.value)).toBe(false);
  expect(isReadThrough(typed, typed, { ...shown.value, goes: false })).toBe(false);
  expect(isReadThrough("", "", undefined)).toBe(false);
});
