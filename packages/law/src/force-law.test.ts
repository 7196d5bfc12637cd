import { expect, test } from "vitest";
import { readStrictly } from "@unmask/core";
import {
  type ForceLawRow,
  type ForceLawValue,
  forceLawEntryFromJson,
  forceLawValueToJson,
  lawInForce,
  readForceLawValue,
  whyNotConfirmed,
} from "./force-law.ts";
import { openQuestions } from "./open-questions.ts";
import { orderDeskLawOf } from "./order-desk-law.ts";

const entry = {
  about: "EW/look-ahead",
  from: "2026-12-01",
  value: { kind: "look-ahead", days: [120, 60] } satisfies ForceLawValue,
  says: "Policy 14 of the force, of November 2026.",
  confirmedBy: "Ada Quill, force solicitor",
  confirmedOn: "2026-11-27",
} as const;
const twelve = { kind: "service", team: null, hours: 12 } as const;
/** Read and asked whether it can be taken, as the desk does both. */
const read = (value: object) => {
  const one = readStrictly(value, "entry", forceLawEntryFromJson);
  return one.ok ? whyNotConfirmed(one.value, "2026-11-27") : one;
};
const row = (number: number, changed: Partial<ForceLawRow>): ForceLawRow => ({ ...entry, number, ...changed });

test("as shipped nobody has confirmed anything: no clock runs, no way of the Act of 2026 is open, and three days are proposed for looking ahead", () => {
  expect(lawInForce([], "2030-01-01")).toEqual({
    considerOrderDays: null,
    lookAheadDays: [180, 90, 30],
    readingTimes: [],
    tellOfOrderDays: null,
    tellOfBreachDays: null,
    ownMotionFrom: null,
    ownMotionApplicant: null,
    answers: new Map(),
    version: "as shipped",
  });
});

test("times by which a second person reads are those of the row that holds, for all or for one team, and read back as they were written", () => {
  const value = { kind: "reading-times", times: [twelve, { ...twelve, team: "Protecting, north", hours: 6 }] } as const;
  const set = { ...entry, about: "EW/reading-times", value } as const;
  expect(read(set).ok).toBe(true);
  expect(readForceLawValue(forceLawValueToJson(value))).toEqual({ ok: true, value });
  const at = (day: string) => lawInForce([row(1, set)], day).readingTimes;
  expect([at("2026-11-30"), at("2026-12-01")]).toEqual([[], value.times]);
});

test("a row holds from its day, and until then what was before", () => {
  const rows = [row(1, {}), row(2, { from: "2027-06-01", value: { kind: "look-ahead", days: [90] } })];
  const at = (day: string) => [lawInForce(rows, day).lookAheadDays, lawInForce(rows, day).version];
  expect(at("2026-11-30")).toEqual([[180, 90, 30], "as shipped"]);
  expect(at("2026-12-01")).toEqual([[120, 60], "rows 1"]);
  expect(at("2027-05-31")).toEqual([[120, 60], "rows 1"]);
  // A day alone changes it: whatever was worked out is worked out anew.
  expect(at("2027-06-01")).toEqual([[90], "rows 2"]);
});

test("a row that is written later about an older day changes nothing of the newer, and of one day the later writing counts", () => {
  const newer = row(1, { from: "2027-06-01", value: { kind: "look-ahead", days: [90] } });
  expect(lawInForce([newer, row(2, {})], "2027-07-01").lookAheadDays).toEqual([90]);
  const corrected = row(3, { from: "2027-06-01", value: { kind: "look-ahead", days: [45] } });
  for (const rows of [
    [newer, corrected],
    [corrected, newer],
  ])
    expect(lawInForce(rows, "2027-07-01").lookAheadDays).toEqual([45]);
});

test("what was confirmed can be taken back by another row, and nothing is rubbed out", () => {
  const back = row(2, { from: "2027-01-01", value: { kind: "as-shipped" } });
  const law = lawInForce([row(1, {}), back], "2027-01-01");
  expect([law.lookAheadDays, law.answers.size, law.version]).toEqual([[180, 90, 30], 0, "as shipped"]);
});

test("the 2026 Act: on since the day that the force confirmed, kept by the force that it named, in England and Wales alone", () => {
  const value = { kind: "route", began: "2026-06-29", applicant: "the force of the court’s area" } as const;
  const law = lawInForce([row(1, { about: "EW/cpa2026_spo", value })], "2026-12-01");
  expect([law.ownMotionFrom, law.ownMotionApplicant]).toEqual(["2026-06-29", "the force of the court’s area"]);
  expect(orderDeskLawOf("EW", law.ownMotionFrom).ownMotionFrom).toBe("2026-06-29");
  expect(orderDeskLawOf("NI", law.ownMotionFrom).ownMotionFrom).toBeNull();
});

test("each question is answered in its own way and in no other; one that is not asked has no answer", () => {
  expect(read(entry)).toMatchObject({ ok: true });
  const wrong: readonly object[] = [
    { ...entry, about: "EW/appeal-limit" },
    { ...entry, about: "SCO/look-ahead" },
    { ...entry, value: { kind: "words" } },
    { ...entry, about: "EW/reading-times", value: { kind: "reading-times", times: [] } },
    { ...entry, about: "EW/reading-times", value: { kind: "reading-times", times: [{ kind: "service", team: null, hours: 0 }] } },
    { ...entry, about: "EW/reading-times", value: { kind: "reading-times", times: [{ kind: "likelihood", team: null, hours: 2 }] } },
    { ...entry, about: "EW/reading-times", value: { kind: "reading-times", times: [twelve, twelve] } },
    { ...entry, value: { kind: "look-ahead", days: [30, 90] } },
    { ...entry, value: { kind: "look-ahead", days: [] } },
    { ...entry, value: { kind: "look-ahead", days: [90, 90] } },
    { ...entry, about: "EW/consider-order", value: { kind: "days", days: 3_651 } },
    { ...entry, value: { kind: "look-ahead", days: [0] } },
    { ...entry, from: "2026-11-31" },
    { ...entry, says: " " },
    { ...entry, says: "x".repeat(4_001) },
    { ...entry, confirmedBy: "" },
    { ...entry, confirmedOn: "yesterday" },
    { ...entry, more: 1 },
  ];
  for (const one of wrong) expect([one, read(one).ok]).toEqual([one, false]);
  for (const { jurisdiction, id } of openQuestions())
    expect(read({ ...entry, about: `${jurisdiction}/${id}`, value: { kind: "as-shipped" } }).ok).toBe(true);
});

test("nobody confirms on a day that has not come, and nothing holds before it began", () => {
  expect(whyNotConfirmed(entry, "2026-11-27").ok).toBe(true);
  expect(whyNotConfirmed(entry, "2026-11-26").ok).toBe(false);
  const route = { ...entry, value: { kind: "route", began: "2026-12-02", applicant: "us" } } as const;
  expect(whyNotConfirmed(route, "2026-11-27").ok).toBe(false);
});

test("a value is kept in one line and read again as the same", () => {
  const values: readonly ForceLawValue[] = [
    entry.value,
    { kind: "words" },
    { kind: "days", days: 28 },
    { kind: "as-shipped" },
    { kind: "route", began: "2026-06-29", applicant: "us" },
  ];
  for (const value of values) expect(readForceLawValue(forceLawValueToJson(value))).toEqual({ ok: true, value });
  for (const damaged of ["", "{", '{"kind":"days"}', '{"kind":"hours"}']) expect(readForceLawValue(damaged).ok).toBe(false);
});
